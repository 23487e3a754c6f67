package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.matching.People.pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.ParticipantId;

class CirclesTest {
  @Test
  void a_relay_without_return_is_no_circle() {
    assertThat(Circles.of(List.of(pair("b", "a"), pair("c", "b"), pair("c", "a"))).any()).isEmpty();
    assertThat(Circles.of(List.of()).any()).isEmpty();
  }

  @Test
  void three_who_mentor_each_other_in_a_row_are_a_circle() {
    assertThat(
            Circles.of(List.of(pair("b", "a"), pair("c", "b"), pair("a", "c"), pair("z", "a")))
                .any())
        .containsExactly(pair("b", "a"), pair("c", "b"), pair("a", "c"));
  }

  @Test
  void who_mentors_oneself_or_each_other_is_in_a_circle_too() {
    assertThat(Circles.of(List.of(pair("a", "a"))).any()).containsExactly(pair("a", "a"));
    assertThat(Circles.of(List.of(pair("a", "b"), pair("b", "a"))).any())
        .containsExactly(pair("b", "a"), pair("a", "b"));
  }

  @Test
  void a_long_relay_does_not_exhaust_the_stack() {
    List<PairKey> relay = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      relay.add(pair("p" + (i + 1), "p" + i));
    }
    Circles circles = Circles.of(relay);

    assertThat(circles.any()).isEmpty();
    assertThat(circles.mentoredBy(ParticipantId.of("p0"))).hasSize(50_000);
  }

  /** Peeling off those who mentor nobody leaves something exactly where there is a circle. */
  @Property(tries = 500)
  void a_circle_is_found_exactly_where_there_is_one_and_whatever_the_order(@ForAll long seed) {
    Random random = new Random(seed);
    List<PairKey> pairs = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      pairs.add(pair("p" + random.nextInt(8), "p" + random.nextInt(8)));
    }

    List<PairKey> circle = Circles.of(pairs).any();

    assertThat(circle.isEmpty()).isEqualTo(peeled(pairs).isEmpty());
    assertThat(pairs).containsAll(circle);
    for (int i = 0; i < circle.size(); i++) {
      assertThat(circle.get(i).mentee()).isEqualTo(circle.get((i + 1) % circle.size()).mentor());
    }
    Collections.shuffle(pairs, random);
    assertThat(Circles.of(pairs).any()).isEqualTo(circle);
  }

  private static Set<PairKey> peeled(List<PairKey> pairs) {
    Set<PairKey> left = new HashSet<>(pairs);
    boolean smaller = true;
    while (smaller) {
      Set<ParticipantId> mentors = new HashSet<>();
      left.forEach(pair -> mentors.add(pair.mentor()));
      smaller = left.removeIf(pair -> !mentors.contains(pair.mentee()));
    }
    return left;
  }
}
