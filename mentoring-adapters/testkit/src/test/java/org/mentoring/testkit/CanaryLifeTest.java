package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;

/** After an erasure no canary of the erased is left, and all canaries of the others are. */
class CanaryLifeTest {
  @Test
  void every_canary_of_everybody_is_in_the_stores_before_anybody_is_erased() {
    CanaryLife life = CanaryLife.lived(InMemoryStores.create(), 4, 7);

    assertThat(life.lost(new TreeSet<>())).isEmpty();
    for (ParticipantId person : life.people()) {
      assertThat(life.leaks(new TreeSet<>(java.util.List.of(person))))
          .as(person.value())
          .hasSizeGreaterThan(life.canaries(person).all().size());
    }
  }

  @Property(tries = 60)
  void who_is_erased_leaves_no_canary_and_takes_none_of_others_along(
      @ForAll @IntRange(min = 1, max = 5) int pairs, @ForAll long seed) {
    Stores stores = InMemoryStores.create();
    CanaryLife life = CanaryLife.lived(stores, pairs, seed);
    Map<String, String> before = StoredText.of(stores);
    SortedSet<ParticipantId> erased = new TreeSet<>();
    Random random = new Random(~seed);
    for (ParticipantId person : life.people()) {
      if (random.nextInt(3) == 0) {
        life.erase(person);
        erased.add(person);
      }
    }

    assertThat(life.leaks(erased)).isEmpty();
    assertThat(life.lost(erased)).isEmpty();
    assertThat(before).isNotEmpty();
  }
}
