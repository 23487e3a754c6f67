package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.Mentoring;
import org.mentoring.decision.Replayed;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ConnectionSource;
import org.mentoring.jdbc.EmbeddedDatabase;
import org.mentoring.jdbc.JdbcStores;
import org.mentoring.jdbc.Migrations;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.StoreSettings;
import org.mentoring.json.lines.ErasureFile;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.simulation.Simulation;

/**
 * What earlier releases kept and wrote is migrated, read, verified and worked on by this one, and
 * their decisions come out the same. The files grow with every release, see {@link ReleaseMaker}.
 */
@Tag(Harness.TAG)
class EarlierReleasesTest {
  private static final List<String> RELEASES = List.of("0.1.0");

  @TempDir static Path folder;
  private static RulesProvider rules;

  @BeforeAll
  static void open() {
    rules = java.util.ServiceLoader.load(RulesProvider.class).findFirst().orElseThrow();
  }

  @AfterAll
  static void close() {
    rules.close();
  }

  static Stream<Arguments> kept() {
    return RELEASES.stream()
        .flatMap(
            release ->
                ReleaseMaker.PROGRAMMES.stream()
                    .map(programme -> Arguments.of(release, programme)));
  }

  private static byte[] file(String release, String name) throws IOException {
    String path = "/org/mentoring/jdbc/release/" + release + "/" + name + ".gz";
    try (InputStream in =
            Objects.requireNonNull(EarlierReleasesTest.class.getResourceAsStream(path), path);
        GZIPInputStream unpacked = new GZIPInputStream(in)) {
      return unpacked.readAllBytes();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void a_store_is_migrated_verified_and_worked_on(String release, String programme)
      throws IOException {
    Path store = folder.resolve(release + "-" + programme + ".mv.db");
    Files.write(store, file(release, programme + ".mv.db"));

    try (EmbeddedDatabase database = EmbeddedDatabase.open(store)) {
      Migrations.MIGRATE.run(database.connections(), StoreSettings.standard());
      Migrations.VALIDATE.run(database.connections(), StoreSettings.standard());
      Stores stores =
          JdbcStores.open(ConnectionSource.owned(database.connections()), StoreSettings.standard());
      Mentoring mentoring = proved(stores);

      ParticipantId newcomer = ParticipantId.of("newcomer-after-the-upgrade");
      mentoring
          .register(
              Actor.coordinator("c-1", "centre-1"), newcomer, ParticipantKind.PERSON, List.of())
          .orElseThrow();
      mentoring.journal().seal();
      assertThat(mentoring.journal().verify().faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void an_export_is_imported_and_verified(String release, String programme) throws IOException {
    byte[] export = file(release, programme + ".jsonl");
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      for (Stores stores : List.of(InMemoryStores.create(), h2.stores())) {
        ProgrammeFile read =
            ProgrammeImport.read(new ByteArrayInputStream(export), "programme.jsonl", stores);
        proved(stores);
        ProgrammeFile again = ProgrammeExport.write(stores, new ByteArrayOutputStream());
        assertThat(again.counts()).isEqualTo(read.counts());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void erasures_are_carried_out_again_over_the_export(String release, String programme)
      throws IOException {
    Stores stores = InMemoryStores.create();
    ProgrammeImport.read(
        new ByteArrayInputStream(file(release, programme + ".jsonl")), "programme.jsonl", stores);

    assertThat(
            ErasureFile.read(
                new ByteArrayInputStream(file(release, programme + "-erasures.jsonl")),
                "erasures.jsonl"))
        .isNotEmpty()
        .isEqualTo(stores.erasures().all());
  }

  /** All that is there is what was kept, and every decision comes out as it did. */
  private static Mentoring proved(Stores stores) {
    ProgrammeDefinition definition =
        stores
            .programmes()
            .inForce()
            .flatMap(last -> stores.programmes().find(last.hash()))
            .orElseThrow();
    Mentoring mentoring = Mentoring.of(definition).rules(rules).stores(stores).build();
    assertThat(mentoring.journal().verify().faults()).isEmpty();
    Replayed.Some again = mentoring.decisions().replayAll(null, 1_000);
    assertThat(again.counts().identical()).isPositive();
    assertThat(again.items())
        .allMatch(
            each -> each instanceof Replayed.Erased || each instanceof Replayed.RulesNotAvailable);
    return mentoring;
  }

  /** Before a release: its own files, from this tree. */
  @Test
  @EnabledIfSystemProperty(named = ReleaseMaker.WRITE, matches = ".+")
  void the_files_of_a_release_are_written() throws Exception {
    List<String> written = new ArrayList<>();
    try (Simulation tyumen = Simulation.of(ReleaseMaker.scenario(), rules)) {
      Path target = Path.of(System.getProperty(ReleaseMaker.WRITE));
      written.addAll(ReleaseMaker.write(target, folder.resolve("made"), tyumen));
    }
    assertThat(written).as("written; run again without the property").isEmpty();
  }
}
