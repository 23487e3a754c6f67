package org.mentoring.json.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.record.RecordTree;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;

/**
 * Writes a whole programme as JSON lines: a head with the definition's id, version and hash, one
 * record a line, the definitions first, and an end with counts and the SHA-256 of all lines before
 * it. The same stores give the same bytes. Each line is written as soon as it is read, so that
 * memory holds a page of records at most. Thread-safe.
 *
 * <p>The file holds everything, names and salts among it: keep it like the database itself. Hashes
 * of identities are in it as they are stored, keyed; without the host's key they tell nothing.
 */
public final class ProgrammeExport {
  /** The format that this version of the library writes and reads. */
  public static final int FORMAT = 1;

  static final String HEAD = "mentoring";
  static final String END = "end";

  private ProgrammeExport() {}

  /**
   * Writes all that the stores hold, read in one unit of work.
   *
   * @param stores are only read
   * @param definition that the programme runs under
   * @param out in UTF-8; is flushed and not closed
   * @return what was written
   * @throws IOException if the stream cannot be written
   * @throws org.mentoring.failure.MentoringException {@code text.unstorable} where a text holds
   *     half a surrogate pair
   * @throws org.mentoring.failure.UnreadableRecords that names everything which cannot be read:
   *     then what was written is no file of a programme, as it has no end
   */
  public static ProgrammeFile write(Stores stores, ProgrammeDefinition definition, OutputStream out)
      throws IOException {
    Invariants.present("export", stores, definition, out);
    try {
      return stores.work().read(() -> written(stores, definition, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes all that the stores hold, under the definition that they have in force.
   *
   * @param stores are only read
   * @param out in UTF-8; is flushed and not closed
   * @return what was written
   * @throws IOException if the stream cannot be written
   * @throws MentoringException {@code definition.none} if no command was ever given over the
   *     stores; {@code text.unstorable} where a text holds half a surrogate pair
   * @throws org.mentoring.failure.UnreadableRecords as the other one
   */
  public static ProgrammeFile write(Stores stores, OutputStream out) throws IOException {
    Invariants.present("export", stores, out);
    Programmes programmes = stores.programmes();
    ProgrammeDefinition definition =
        stores
            .work()
            .read(() -> programmes.inForce().flatMap(last -> programmes.find(last.hash())))
            .orElseThrow(
                () ->
                    new MentoringException(
                        "definition.none", Map.of(), "Name the definition of the programme."));
    return write(stores, definition, out);
  }

  private static ProgrammeFile written(
      Stores stores, ProgrammeDefinition definition, OutputStream out) {
    LineWriter lines = new LineWriter(out);
    SortedMap<String, Long> counts = new TreeMap<>();
    try {
      lines.write(head(definition));
      new StoredRecords(stores)
          .forEach(
              (kind, record, waits) -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put(kind.key(), RecordTree.write(kind.type(), record));
                if (waits) {
                  line.put(LineKind.WAITS, true);
                }
                lines.write(line);
                counts.merge(kind.key(), 1L, Long::sum);
              });
      ProgrammeFile file =
          new ProgrammeFile(
              definition.id(),
              definition.version().toString(),
              definition.hash(),
              lines.digest().lines(),
              lines.digest().hex(),
              counts);
      lines.end(Map.of(END, end(file)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> head(ProgrammeDefinition definition) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("format", (long) FORMAT);
    head.put("programme", definition.id());
    head.put("version", definition.version().toString());
    head.put("hash", definition.hash());
    return Map.of(HEAD, head);
  }

  static Map<String, Object> end(ProgrammeFile file) {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("lines", file.lines());
    end.put("counts", new TreeMap<String, Object>(file.counts()));
    end.put("sha256", file.sha256());
    return end;
  }
}
