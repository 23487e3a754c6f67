package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mentoring.Mentoring;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;

/** Use cases of what is kept: decisions, the journal, erasures and whole programmes. */
final class RecordUseCases {
  private static final String FILE = "programme.jsonl";

  private RecordUseCases() {}

  static void decisions(Map<String, UseCases.UseCase> all) {
    all.put(
        "keep-decision",
        scene ->
            on ->
                on.decisions()
                    .keep(COORDINATOR, scene.mentor, PRACTICE, Position.MENTOR, scene.today));
    all.put(
        "keep-completion",
        scene -> {
          MentorshipId id = scene.active();
          return on -> on.decisions().keepCompletion(COORDINATOR, id, scene.today);
        });
  }

  /** What the programme's own definition has no centres for. */
  static Map<String, UseCases.UseCase> ofCentres() {
    return Map.of(
        "keep-centre",
        scene -> {
          ParticipantId centre =
              scene
                  .mentoring
                  .register(COORDINATOR, ParticipantKind.ORGANISATION, List.of())
                  .orElseThrow();
          return on -> on.decisions().keepCentre(COORDINATOR, centre, scene.today);
        });
  }

  /** What has no id and no outcome: work on the journal, and erasures after a backup is back. */
  static Map<String, Function<Scene, Consumer<Mentoring>>> unnamed() {
    Map<String, Function<Scene, Consumer<Mentoring>>> all = new LinkedHashMap<>();
    all.put(
        "seal",
        scene -> {
          // The first sealing of all adds the row that sealers lock.
          scene.mentoring.journal().seal(1);
          return on -> on.journal().seal(5);
        });
    all.put(
        "seal-all",
        scene -> {
          scene.mentoring.journal().seal(1);
          return on -> on.journal().seal();
        });
    all.put("deliver", scene -> on -> on.journal().deliver(5, events -> {}));
    all.put(
        "reapply",
        scene -> {
          Erasure erasure =
              new Erasure(
                  scene.mentee,
                  Instant.parse("2020-09-01T08:00:00Z"),
                  COORDINATOR,
                  Code.of("CONSENT_WITHDRAWN"));
          return on -> on.erasure().reapply(OPERATOR, List.of(erasure));
        });
    return all;
  }

  /** What is done once, on stores that hold nothing. */
  static Map<String, Function<Scene, Consumer<Stores>>> imports() {
    Map<String, Function<Scene, Consumer<Stores>>> all = new LinkedHashMap<>();
    importing(
        all,
        "import",
        (in, to) -> ProgrammeImport.read(in, FILE, to),
        scene -> exported(scene.programme));
    // They differ in what they compare alone, so that a file with little in it will do.
    importing(
        all,
        "import-uncompared",
        (in, to) -> ProgrammeImport.readUncompared(in, FILE, to),
        scene -> small());
    importing(
        all,
        "import-of-programme",
        (in, to) -> ProgrammeImport.read(in, FILE, to, ProofProgramme.DEFINITION),
        scene -> small());
    importing(
        all,
        "import-of-programme-uncompared",
        (in, to) -> ProgrammeImport.readUncompared(in, FILE, to, ProofProgramme.DEFINITION),
        scene -> small());
    return all;
  }

  private interface Importing {
    void read(InputStream in, Stores to) throws IOException;
  }

  private static void importing(
      Map<String, Function<Scene, Consumer<Stores>>> all,
      String name,
      Importing importing,
      Function<Scene, byte[]> of) {
    all.put(
        name,
        scene -> {
          byte[] file = of.apply(scene);
          return to -> {
            try {
              importing.read(new ByteArrayInputStream(file), to);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          };
        });
  }

  private static byte[] small() {
    ProofProgramme programme =
        new ProofProgramme(InMemoryStores.create(), new SequentialIdentifiers());
    programme.person("somebody");
    return exported(programme);
  }

  private static byte[] exported(ProofProgramme programme) {
    // Some are sealed, some wait.
    programme.mentoring.journal().seal(2);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ProgrammeExport.write(programme.stores, ProofProgramme.DEFINITION, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
