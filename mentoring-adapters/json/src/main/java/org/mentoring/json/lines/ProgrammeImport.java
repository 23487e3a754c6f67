package org.mentoring.json.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mentoring.JournalCommands;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.journal.JournalFault;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.record.RecordTree;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Stores;

/**
 * Reads a whole programme from JSON lines, as {@link ProgrammeExport} writes them, into stores that
 * hold nothing: every record at the version that it had, the sealed chain as it was, and events
 * that were handed out are not handed out again. All is written in one unit of work, so that
 * nothing is kept of a file that is broken, cut or altered. Afterwards an export gives the same
 * bytes. Thread-safe.
 *
 * <p>A line's content is checked as when the record is made: by its constructors, by what it names,
 * decisions and the chain by their digests, mentorships by their history. Then all is compared with
 * the journal, as {@link JournalCommands#verify()} does, so that a file is refused which
 * contradicts itself. Reading, memory holds one line and a batch of events. While it reads no other
 * import begins in the same stores, and no instance gives its first command there.
 */
public final class ProgrammeImport {
  private ProgrammeImport() {}

  /**
   * Reads a file.
   *
   * @param in in UTF-8; is not closed
   * @param source by which problems name the file
   * @param stores hold nothing
   * @param definition that the programme runs under, the same as at the export
   * @return what was read
   * @throws org.mentoring.failure.InvalidInput with all problems up to a hundred and their lines;
   *     nothing is kept then
   * @throws MentoringException {@code import.not-empty} if the stores hold something, {@code
   *     import.interrupted} if the unit of work was begun again: the file has to be, too
   * @throws IOException if the stream cannot be read; nothing is kept then
   */
  public static ProgrammeFile read(
      InputStream in, String source, Stores stores, ProgrammeDefinition definition)
      throws IOException {
    Invariants.present("import", in, source, stores, definition);
    return imported(in, source, stores, Head.of(definition), true);
  }

  /**
   * As {@link #read(InputStream, String, Stores, ProgrammeDefinition)}, but what the file holds is
   * not compared with its journal: for records that no programme made.
   */
  public static ProgrammeFile readUncompared(
      InputStream in, String source, Stores stores, ProgrammeDefinition definition)
      throws IOException {
    Invariants.present("import", in, source, stores, definition);
    return imported(in, source, stores, Head.of(definition), false);
  }

  /**
   * Reads a file of whatever programme. As {@link #read(InputStream, String, Stores,
   * ProgrammeDefinition)}; the stores come to hold the definitions that the file holds.
   */
  public static ProgrammeFile read(InputStream in, String source, Stores stores)
      throws IOException {
    Invariants.present("import", in, source, stores);
    return imported(in, source, stores, null, true);
  }

  /** As {@link #read(InputStream, String, Stores)}, and not compared either. */
  public static ProgrammeFile readUncompared(InputStream in, String source, Stores stores)
      throws IOException {
    Invariants.present("import", in, source, stores);
    return imported(in, source, stores, null, false);
  }

  private static ProgrammeFile imported(
      InputStream in, String source, Stores stores, @Nullable Head expected, boolean compared)
      throws IOException {
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return stores
          .work()
          .run(
              () -> {
                // Until this ends no other import begins, and no instance gives its first command.
                stores.programmes().lock();
                refuseUnlessEmpty(stores);
                if (begun.getAndSet(true)) {
                  throw new MentoringException(
                      "import.interrupted", Map.of(), "Import the file again from its beginning.");
                }
                return new Run(in, source, stores, expected).read(compared);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void refuseUnlessEmpty(Stores stores) {
    boolean empty =
        stores.participants().ids(null, 1).items().isEmpty()
            && stores.proposals().list(null, 1).items().isEmpty()
            && stores.selectionEvents().list(null, 1).items().isEmpty()
            && stores.mentorships().list(Mentorships.Which.all(), null, 1).items().isEmpty()
            && stores.activities().list(null, 1).items().isEmpty()
            && stores.incidents().list(null, 1).items().isEmpty()
            && stores.waivers().list(null, 1).items().isEmpty()
            && stores.decisions().list(null, 1).items().isEmpty()
            && stores.commands().list(null, 1).items().isEmpty()
            && stores.erasures().all().isEmpty()
            && stores.programmes().hashes().isEmpty()
            && stores.journal().last().isEmpty()
            && stores.journal().unsealed() == 0;
    if (!empty) {
      throw new MentoringException(
          "import.not-empty", Map.of(), "Import into stores that hold nothing, as a new database.");
    }
  }

  /** Of what programme a file is. */
  private record Head(String programme, String version, String hash) {
    static Head of(ProgrammeDefinition definition) {
      return new Head(definition.id(), definition.version().toString(), definition.hash());
    }

    static Optional<Head> of(Map<?, ?> head) {
      return head.get("programme") instanceof String programme
              && head.get("version") instanceof String version
              && head.get("hash") instanceof String hash
          ? Optional.of(new Head(programme, version, hash))
          : Optional.empty();
    }
  }

  /** One file on its way in. */
  private static final class Run {
    private final Stores stores;
    private final LineReader lines;
    private final FileProblems problems;
    private final @Nullable Head expected;
    private Head found = new Head("", "", "");
    private final Restoring restoring;
    private final SortedMap<String, Long> counts = new TreeMap<>();

    Run(InputStream in, String source, Stores stores, @Nullable Head expected) {
      this.stores = stores;
      this.lines = new LineReader(in);
      this.problems = new FileProblems(source);
      this.expected = expected;
      this.restoring = new Restoring(stores, problems);
    }

    ProgrammeFile read(boolean compared) {
      try {
        ProgrammeFile file = readLines();
        if (compared && problems.none()) {
          verify();
        }
        problems.refuse();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A file whose digest fits may still tell other things than its own journal does. */
    private void verify() {
      for (JournalFault fault : JournalCommands.verify(stores, List.of()).faults()) {
        String subject = fault.subject();
        problems.add(
            "lines.contradicts",
            Map.of("fault", fault.kind().name(), "subject", subject == null ? "" : subject));
      }
    }

    private ProgrammeFile readLines() throws IOException {
      Map<String, Object> end = Map.of();
      boolean first = true;
      boolean ended = false;
      while (!ended && !problems.full()) {
        problems.nextLine();
        LineReader.Found found = lines.next();
        if (found == LineReader.Found.NONE) {
          problems.add("lines.cut", Map.of());
          break;
        }
        if (found == LineReader.Found.PART) {
          problems.add(lines.tooLong() ? "lines.long" : "lines.cut", Map.of());
          break;
        }
        Map<String, Object> line = lines.object().orElseGet(TreeMap::new);
        ended = line.containsKey(ProgrammeExport.END);
        if (ended) {
          end = line;
          restoring.flush();
          break;
        }
        lines.cover();
        if (first) {
          head(line);
          first = false;
        } else {
          record(line);
        }
      }
      ProgrammeFile file =
          new ProgrammeFile(
              found.programme(),
              found.version(),
              found.hash(),
              lines.digest().lines(),
              lines.digest().hex(),
              counts);
      if (ended) {
        end(end, file);
      }
      return file;
    }

    private void head(Map<String, Object> line) {
      if (!(line.get(ProgrammeExport.HEAD) instanceof Map<?, ?> head)
          || !Long.valueOf(ProgrammeExport.FORMAT).equals(head.get("format"))) {
        problems.add("lines.head", Map.of("allowed", Integer.toString(ProgrammeExport.FORMAT)));
        return;
      }
      Optional<Head> named = Head.of(head);
      named.ifPresent(each -> found = each);
      Head wanted = expected;
      if (wanted != null && !named.filter(wanted::equals).isPresent()) {
        problems.add(
            "lines.other-programme",
            Map.of("allowed", wanted.programme() + " " + wanted.version()));
      } else if (named.isEmpty()) {
        problems.add("lines.head", Map.of("allowed", Integer.toString(ProgrammeExport.FORMAT)));
      }
    }

    private void record(Map<String, Object> line) {
      Object waits = line.remove(LineKind.WAITS);
      LineKind kind =
          line.size() == 1 ? LineKind.of(line.keySet().iterator().next()).orElse(null) : null;
      boolean event = kind == LineKind.SEALED || kind == LineKind.UNSEALED;
      if (kind == null || !(waits == null || (event && Boolean.TRUE.equals(waits)))) {
        problems.add("lines.not-a-record", Map.of());
        restoring.missed();
        return;
      }
      counts.merge(kind.key(), 1L, Long::sum);
      Object record;
      try {
        record = RecordTree.read(kind.type(), line.values().iterator().next());
      } catch (MentoringException e) {
        if (!e.code().equals("record.malformed")) {
          throw e;
        }
        String because = e.attributes().get("because");
        problems.add(
            because == null ? "lines.malformed" : "lines.refused",
            e.attributes().get("place"),
            because == null
                ? Map.of("allowed", e.attributes().getOrDefault("allowed", ""))
                : Map.of("because", because));
        restoring.missed();
        return;
      }
      restoring.take(kind, record, waits != null);
    }

    private void end(Map<String, Object> line, ProgrammeFile file) throws IOException {
      if (!line.equals(Map.of(ProgrammeExport.END, ProgrammeExport.end(file)))) {
        problems.add("lines.altered", Map.of());
      }
      problems.nextLine();
      if (lines.next() != LineReader.Found.NONE) {
        problems.add("lines.after-end", Map.of());
      }
    }
  }
}
