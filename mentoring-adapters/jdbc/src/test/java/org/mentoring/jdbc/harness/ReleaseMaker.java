package org.mentoring.jdbc.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ConnectionSource;
import org.mentoring.jdbc.EmbeddedDatabase;
import org.mentoring.jdbc.JdbcStores;
import org.mentoring.jdbc.Migrations;
import org.mentoring.jdbc.StoreSettings;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.lines.ErasureFile;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.SimulatedRun;
import org.mentoring.testkit.simulation.Simulation;

/**
 * Makes what a release leaves in the world: stores, exports and files of erasures. Of a built-in
 * programme that was simulated, and of random commands of every kind.
 */
final class ReleaseMaker {
  /** The system property that names a folder for the files. */
  static final String WRITE = "release.write";

  /** By which the files are called. */
  static final List<String> PROGRAMMES = List.of("tyumen-2020", "proof");

  private static final int SEEDS = 200;

  private static final Actor OPERATOR =
      new Actor("operator", Code.of("REGIONAL_OPERATOR"), "operator");

  private ReleaseMaker() {}

  /** Few people for a few months: the files stay in the repository for good. */
  static Scenario scenario() {
    return Scenario.of(BuiltInProgrammes.read("tyumen-2020"), LocalDate.of(2020, 9, 1))
        .with(Population.applicants(2, 3, Period.ofDays(5)))
        .lasting(Period.ofMonths(3));
  }

  /** Writes all files and tells their names. */
  static List<String> write(Path target, Path work, Simulation tyumen) throws IOException {
    Files.createDirectories(target);
    List<String> written = new ArrayList<>();
    written.addAll(write(target, work, PROGRAMMES.get(0), simulated(tyumen)));
    written.addAll(write(target, work, PROGRAMMES.get(1), lived()));
    return written;
  }

  /** Everybody is decided about; then the first one who may be erased is. */
  private static Stores simulated(Simulation tyumen) {
    SimulatedRun run = tyumen.run(4);
    for (ParticipantId each : run.stores().participants().ids(ParticipantKind.PERSON)) {
      for (Position position : List.of(Position.MENTEE, Position.MENTOR)) {
        run.mentoring()
            .decisions()
            .keep(
                Actor.coordinator("c-1", "centre-01"),
                each,
                scenario().practiceId(),
                position,
                run.lastDay())
            .orElseThrow();
      }
    }
    for (ParticipantId each : run.stores().participants().ids(ParticipantKind.PERSON)) {
      Outcome<?> erased =
          run.mentoring().erasure().erase(OPERATOR, each, Code.of("ON_DEMAND"), run.lastDay());
      if (erased.accepted().isPresent()) {
        break;
      }
    }
    run.mentoring().journal().seal();
    return run.stores();
  }

  /** The random life in which most kinds of commands were carried out, and somebody was erased. */
  private static Stores lived() {
    Stores best = InMemoryStores.create();
    long most = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Stores stores = InMemoryStores.create();
      SameEverywhere.live(seed, new RandomLife(stores), RandomLife::attempted);
      long kinds =
          stores.commands().list(null, 1_000).items().stream()
              .filter(command -> command.accepted())
              .map(command -> command.matter())
              .distinct()
              .count();
      boolean whole =
          !stores.erasures().all().isEmpty()
              && !stores.decisions().list(null, 1_000).items().isEmpty();
      if (whole && kinds > most) {
        most = kinds;
        best = stores;
      }
    }
    return best;
  }

  private static List<String> write(Path target, Path work, String name, Stores stores)
      throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, export);
    ByteArrayOutputStream erasures = new ByteArrayOutputStream();
    ErasureFile.write(stores.erasures().all(), erasures);
    Path file = work.resolve(name + ".mv.db");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(file)) {
      Migrations.MIGRATE.run(database.connections(), StoreSettings.standard());
      ProgrammeImport.read(
          new ByteArrayInputStream(export.toByteArray()),
          name,
          JdbcStores.open(
              ConnectionSource.owned(database.connections()), StoreSettings.standard()));
      database.compact();
    }
    return List.of(
        packed(target.resolve(name + ".jsonl.gz"), export.toByteArray()),
        packed(target.resolve(name + "-erasures.jsonl.gz"), erasures.toByteArray()),
        packed(target.resolve(name + ".mv.db.gz"), Files.readAllBytes(file)));
  }

  private static String packed(Path file, byte[] content) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file + " " + Files.size(file);
  }
}
