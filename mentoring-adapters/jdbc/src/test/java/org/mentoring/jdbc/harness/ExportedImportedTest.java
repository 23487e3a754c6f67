package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.InvalidInput;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Commands;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Outbox;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Stores;
import org.mentoring.spi.Waivers;
import org.mentoring.testkit.RandomStores;
import org.mentoring.testkit.StoreContents;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * G13: what was exported and imported elsewhere gives an export with the identical digest, and the
 * stores give out the same. For programmes that random commands made, and for records of every kind
 * with any values.
 */
@Tag(Harness.TAG)
class ExportedImportedTest {
  private static final String SOURCE = "programme.jsonl";

  /** Through what stores pass on their way; a test puts bugs there. */
  private record Way(String bug, UnaryOperator<Stores> exported, UnaryOperator<Stores> imported) {
    static final Way RIGHT = new Way("none", UnaryOperator.identity(), UnaryOperator.identity());

    static Way exporting(String bug, UnaryOperator<Stores> stores) {
      return new Way(bug, stores, UnaryOperator.identity());
    }

    static Way importing(String bug, UnaryOperator<Stores> stores) {
      return new Way(bug, UnaryOperator.identity(), stores);
    }

    @Override
    public String toString() {
      return bug;
    }
  }

  @Test
  void a_programme_from_h2_comes_back_the_same_in_h2() {
    try (ProofDatabase from = ProofDatabase.h2();
        ProofDatabase to = ProofDatabase.h2()) {
      harness("G13-h2", "programmes exported from H2 and imported into H2 and into memory")
          .run(number -> carried(number, from, to, Way.RIGHT));
    }
  }

  @Test
  void a_programme_from_postgresql_comes_back_the_same_in_postgresql() {
    try (ProofDatabase from = ProofDatabase.postgresql();
        ProofDatabase to = ProofDatabase.postgresql()) {
      harness(
              "G13-postgresql",
              "programmes exported from PostgreSQL and imported into PostgreSQL and into memory")
          // Other programmes than H2's.
          .run(number -> carried(1_000_000 + number, from, to, Way.RIGHT));
    }
  }

  @Test
  void a_programme_moves_from_h2_to_postgresql_and_back() {
    try (ProofDatabase h2 = ProofDatabase.h2();
        ProofDatabase postgresql = ProofDatabase.postgresql()) {
      harness("G13-moved", "programmes moved from H2 to PostgreSQL, and from there to H2")
          .run(
              number -> {
                carried(2_000_000 + 2 * number, h2, postgresql, Way.RIGHT);
                carried(2_000_001 + 2 * number, postgresql, h2, Way.RIGHT);
              });
    }
  }

  private static HarnessRounds harness(String id, String title) {
    return Harness.of(id, title, 3, 200);
  }

  /** Bugs that leave a file whose own digest is right, and that names nothing that is not there. */
  static Stream<Way> bugs() {
    return Stream.of(
        Way.importing("forgets an activity", of(Activities.class, "append")),
        Way.importing("forgets an entry of a history", of(Participants.class, "append")),
        Way.importing("forgets an incident", of(Incidents.class, "restore")),
        Way.importing(
            "takes all events for new",
            stores ->
                Planted.in(
                    stores,
                    Journal.class,
                    Planted.given(Journal.class, stores.journal(), "restore", 1, new TreeSet<>()))),
        Way.exporting("leaves out an activity", listed(Activities.class)),
        Way.exporting("leaves out a waiver", listed(Waivers.class)),
        Way.exporting("leaves out a command", listed(Commands.class)),
        Way.exporting(
            "takes all events for handed out",
            stores ->
                Planted.in(
                    stores,
                    Outbox.class,
                    Planted.given(Outbox.class, stores.outbox(), "waiting", 0, new TreeSet<>()))));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void an_export_or_import_that_drops_something_is_found_in_h2(Way way) {
    try (ProofDatabase to = ProofDatabase.h2()) {
      assertThatThrownBy(
              () -> {
                for (int number = 0; number < 5; number++) {
                  recordsCarried(number, to, way);
                }
              })
          // What is dropped may be what a later line rests on: then the import itself refuses.
          .isInstanceOfAny(AssertionError.class, InvalidInput.class);
    }
  }

  private static <T> UnaryOperator<Stores> of(Class<T> port, String write) {
    return stores ->
        Planted.in(stores, port, Planted.dropping(port, Planted.port(stores, port), write, 1));
  }

  private static <T> UnaryOperator<Stores> listed(Class<T> port) {
    return stores ->
        Planted.in(stores, port, Planted.omitting(port, Planted.port(stores, port), "list"));
  }

  private static void carried(int number, ProofDatabase from, ProofDatabase to, Way way)
      throws IOException {
    commandsCarried(number, from, to, way);
    recordsCarried(number, to, way);
  }

  /** What commands made is compared with its journal, too. */
  private static void commandsCarried(int number, ProofDatabase from, ProofDatabase to, Way way)
      throws IOException {
    Stores lived = from.emptied();
    SameEverywhere.live(number, new RandomLife(lived), RandomLife::attempted);
    Exported exported = Exported.of(way.exported().apply(lived));
    Stores twin = InMemoryStores.create();
    ProgrammeFile read = ProgrammeImport.read(exported.in(), SOURCE, twin);
    same(exported, read, twin);
    Stores restored = to.emptied();
    read = ProgrammeImport.read(exported.in(), SOURCE, way.imported().apply(restored));
    same(exported, read, restored);
    List<String> all = StoreContents.of(lived);
    assertThat(StoreContents.of(restored)).isEqualTo(all);
    assertThat(StoreContents.of(twin)).isEqualTo(all);
  }

  private static void recordsCarried(int number, ProofDatabase to, Way way) throws IOException {
    Stores filled = RandomStores.filled(number);
    Exported exported = Exported.of(way.exported().apply(filled));
    Stores restored = to.emptied();
    ProgrammeFile read =
        ProgrammeImport.readUncompared(exported.in(), SOURCE, way.imported().apply(restored));
    same(exported, read, restored);
    assertThat(restored.outbox().waiting()).isEqualTo(filled.outbox().waiting());
    assertThat(StoreContents.of(restored)).isEqualTo(StoreContents.of(filled));
  }

  private static void same(Exported exported, ProgrammeFile read, Stores restored)
      throws IOException {
    assertThat(read).isEqualTo(exported.file());
    Exported again = Exported.of(restored);
    assertThat(again.file().sha256()).as("digest").isEqualTo(exported.file().sha256());
    assertThat(again.bytes()).isEqualTo(exported.bytes());
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Exported(ProgrammeFile file, byte[] bytes) {
    static Exported of(Stores stores) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ProgrammeFile file = ProgrammeExport.write(stores, out);
      return new Exported(file, out.toByteArray());
    }

    ByteArrayInputStream in() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
