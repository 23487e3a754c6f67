package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.JournalCommands;
import org.mentoring.Mentoring;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Stores;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves the journal and the stored decisions, up to a checkpoint that was kept elsewhere. */
@Command(name = "verify")
final class VerifyCommand extends StoreCommand {
  private static final int MOST_AHEAD = 1_000;
  private static final int LONGEST_CHECKPOINT = 1_000;

  @Option(names = "--checkpoint", paramLabel = "FILE")
  @Nullable String checkpoint;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out-file")
  @Nullable String out;

  @Override
  int run(Texts texts, Stages stages) {
    try (OpenStore store = OpenStore.existing(storing)) {
      // What is wrong with the definition of the store is one of the faults to be found.
      ProgrammeDefinition read = readable(stages, store);
      Optional<Checkpoint> kept = kept();
      // Taken first, and verified with the rest: what others seal meanwhile was not.
      Checkpoint end = end(store.stores(), kept);
      Verification found =
          stages.time(
              "verify", progress -> JournalCommands.verify(store.stores(), known(kept, end)));
      // One that does not fit stays as it is: it is the proof.
      if (found.intact() && end != null) {
        keep(end);
      }
      write(
          new Told(
              basisOf(read, store),
              found,
              read == null ? List.of() : ahead(read, store),
              kept.isPresent(),
              checkpoint == null || kept.isPresent() ? null : alone(found),
              texts),
          out);
      return found.intact() ? ExitCode.OK : ExitCode.FAULTS;
    }
  }

  private List<String> ahead(ProgrammeDefinition read, OpenStore store) {
    try (Mentoring mentoring = mentoring(read, store)) {
      return mentoring.recordedAhead(null, MOST_AHEAD).items().stream()
          .map(ParticipantId::value)
          .toList();
    }
  }

  private static @Nullable Checkpoint end(Stores stores, Optional<Checkpoint> kept) {
    try {
      Checkpoint end =
          stores.journal().last().orElseGet(() -> new Checkpoint(0, SealedEntry.GENESIS));
      return kept.filter(each -> each.number() >= end.number()).orElse(end);
    } catch (UnreadableRecords e) {
      // The verification tells it.
      return null;
    }
  }

  private static List<Checkpoint> known(Optional<Checkpoint> kept, @Nullable Checkpoint end) {
    List<Checkpoint> known = new ArrayList<>(kept.stream().toList());
    if (end != null && !known.contains(end)) {
      known.add(end);
    }
    return known;
  }

  private Optional<Checkpoint> kept() {
    String file = checkpoint;
    if (file == null || !Files.exists(Path.of(file))) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      // Whatever is longer is no checkpoint, and need not be read to its end.
      Checkpoint read =
          Checkpoint.parse(new String(in.readNBytes(LONGEST_CHECKPOINT), StandardCharsets.UTF_8));
      // Taken of an empty chain, it fits every other one: it shows nothing.
      return read.number() == 0 ? Optional.empty() : Optional.of(read);
    } catch (IOException e) {
      throw Failure.input("error.file-unreadable", Map.of("file", Value.of(file)));
    } catch (InvalidValue e) {
      throw Failure.input("error.checkpoint", Map.of("file", Value.of(file)));
    }
  }

  /** A name that was mistyped, or a file that somebody took away, must not look like a proof. */
  private static String alone(Verification found) {
    return found.intact() ? "verify.checkpoint-first" : "verify.checkpoint-missing";
  }

  private void keep(Checkpoint end) {
    if (checkpoint != null) {
      Output.write(end.text() + "\n", checkpoint, terminal().out());
    }
  }

  /**
   * What was found.
   *
   * @param ahead of whom something was recorded further ahead than the clock
   * @param compared whether there was a checkpoint to compare with
   * @param remark what is told where one was named and was not there
   */
  private record Told(
      Map<String, Object> basis,
      Verification found,
      List<String> ahead,
      boolean compared,
      @Nullable String remark,
      Texts texts)
      implements Result {
    @Override
    public String text() {
      String told = String.join("\n", found.told(texts.messages())) + "\n";
      if (!ahead.isEmpty()) {
        told +=
            texts.say(
                    "verify.ahead",
                    Map.of(
                        "count", Value.of(ahead.size()),
                        "ids", Value.of(String.join(" ", ahead))))
                + "\n";
      }
      return remark == null ? told : told + texts.say(remark, Map.of()) + "\n";
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>(basis);
      document.put("sealedTo", found.sealedTo());
      document.put("unsealed", found.unsealed());
      document.put("intact", found.intact());
      document.put("comparedWithCheckpoint", compared);
      document.put("recordedAhead", ahead);
      List<Object> faults = new ArrayList<>();
      for (JournalFault each : found.faults()) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", each.kind().name());
        told.put("from", each.from());
        told.put("to", each.to());
        String subject = each.subject();
        if (subject != null) {
          told.put("subject", subject);
        }
        faults.add(told);
      }
      document.put("faults", faults);
      return document;
    }

    @Override
    public List<String> header() {
      return List.of("fault", "from", "to", "subject", "text");
    }

    @Override
    public List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      for (JournalFault each : found.faults()) {
        String subject = each.subject();
        rows.add(
            List.of(
                each.kind().name(),
                Long.toString(each.from()),
                Long.toString(each.to()),
                subject == null ? "" : subject,
                each.told(texts.messages())));
      }
      return rows;
    }
  }
}
