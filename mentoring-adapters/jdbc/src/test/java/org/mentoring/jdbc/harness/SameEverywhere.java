package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;

/** G1: random commands give the same observable state on all stores. */
final class SameEverywhere {
  private SameEverywhere() {}

  /**
   * Gives the same commands to the twin in memory and to other stores.
   *
   * @param empty makes empty stores
   */
  static void check(long seed, Supplier<Stores> empty) {
    List<Step> steps = Step.sequence(seed);
    if (differ(steps, empty)) {
      List<Step> few = shrunk(steps, empty);
      assertThat(RandomLife.lived(empty.get(), few))
          .as("seed %s, shrunk to %s", seed, few)
          .isEqualTo(RandomLife.lived(InMemoryStores.create(), few));
    }
  }

  private static boolean differ(List<Step> steps, Supplier<Stores> empty) {
    return !digest(RandomLife.lived(empty.get(), steps))
        .equals(digest(RandomLife.lived(InMemoryStores.create(), steps)));
  }

  static String digest(List<String> lines) {
    return CanonicalForm.sha256(lines);
  }

  /** Leaves commands out one by one, as long as the difference stays. */
  private static List<Step> shrunk(List<Step> steps, Supplier<Stores> empty) {
    List<Step> few = steps;
    for (int i = steps.size() - 1; i >= 0; i--) {
      List<Step> fewer = new ArrayList<>(few);
      fewer.remove(i);
      if (differ(fewer, empty)) {
        few = List.copyOf(fewer);
      }
    }
    return few;
  }
}
