package org.mentoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.identity.ParticipantId;
import org.mentoring.testkit.CanaryLife;

/** Who was erased is in no row of the database any more, and everybody else is. */
class ErasedRowsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_canary_of_who_was_erased_is_left(long seed) throws Exception {
    try (TestSchema schema = TestSchema.h2InMemory()) {
      CanaryLife life = CanaryLife.lived(schema.emptied(), 3, seed);
      SortedSet<ParticipantId> erased = new TreeSet<>();
      for (ParticipantId person : life.people()) {
        if (erased.size() < 4) {
          life.erase(person);
          erased.add(person);
        }
      }

      assertThat(life.leaks(erased)).isEmpty();
      assertThat(life.lost(erased)).isEmpty();
      assertThat(life.lost(new TreeSet<>())).isNotEmpty();
    }
  }
}
