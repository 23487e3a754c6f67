package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;

/** A file whose digest and counts fit may still tell other things than its own journal does. */
class ContradictoryFileTest {
  @Test
  void a_file_that_agrees_with_its_journal_is_taken() throws IOException {
    Stores stores = InMemoryStores.create();
    byte[] file = file(lives -> {});
    ProgrammeImport.read(new ByteArrayInputStream(file), "programme.jsonl", stores);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, again);
    assertThat(again.toByteArray()).isEqualTo(file);
  }

  @Test
  void a_file_that_contradicts_its_journal_is_refused() throws IOException {
    List<Consumer<Stores>> changes =
        List.of(
            stores -> stores.participants().erase(somebody(stores)),
            stores -> stores.participants().add(StoredSamples.person("unheard-of")),
            stores ->
                stores
                    .erasures()
                    .append(
                        new Erasure(
                            somebody(stores),
                            Instant.EPOCH,
                            CanaryLife.COORDINATOR,
                            Code.of("ON_DEMAND"))));
    for (Consumer<Stores> change : changes) {
      byte[] file = file(change);
      Stores stores = InMemoryStores.create();
      InvalidInput refused =
          catchThrowableOfType(
              InvalidInput.class,
              () ->
                  ProgrammeImport.read(new ByteArrayInputStream(file), "programme.jsonl", stores));
      assertThat(refused).isNotNull();
      assertThat(refused.problems()).extracting(Problem::code).containsOnly("lines.contradicts");
      assertThat(stores.participants().ids()).isEmpty();
    }
  }

  private static byte[] file(Consumer<Stores> change) throws IOException {
    Stores stores = InMemoryStores.create();
    CanaryLife life = CanaryLife.lived(stores, 2, 5);
    life.mentoring().journal().seal();
    change.accept(stores);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgrammeExport.write(stores, out);
    return out.toByteArray();
  }

  private static ParticipantId somebody(Stores stores) {
    return stores.participants().ids().get(0);
  }
}
