package org.mentoring.assignment.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;

class BoundedCheckerTest {
  /** Groups of two to four, villages with a least share, coordinators with a greatest load. */
  private static BoundedProblem region(int mentees, long seed) {
    Random random = new Random(seed);
    int mentors = mentees / 3;
    Edges.Builder edges = Edges.builder(mentors);
    for (int mentee = 0; mentee < mentees; mentee++) {
      int[] possible = random.ints(0, mentors).distinct().limit(mentors / 2).sorted().toArray();
      edges.mentee(possible, random.ints(possible.length, 0, 100).toArray(), possible.length);
    }
    BoundedProblem.Builder problem = BoundedProblem.builder(edges.build());
    for (int mentor = 0; mentor < mentors; mentor++) {
      problem.mentor(mentor, mentor % 2, 4);
    }
    for (int village = 0; village < 3; village++) {
      problem.quotaOfMentees(
          "village-" + village, every(3, village, mentees), mentees / 6, mentees);
    }
    problem.quotaOfMentees("district", every(1, 0, mentees), 0, mentees - mentees / 8);
    problem.quotaOfMentors("coordinator", every(2, 0, mentors), 0, mentors);
    if (seed % 2 == 0) {
      problem.waiting(random.ints(mentees, 0, 9).toArray());
    }
    for (int mentee = 0; mentee < mentees && seed % 3 == 0; mentee += 4) {
      problem.mentee(mentee, 0, 3);
    }
    return problem.keeping(every(7, 0, mentees)).build();
  }

  private static BitSet every(int step, int from, int size) {
    BitSet bits = new BitSet();
    for (int k = from; k < size; k += step) {
      bits.set(k);
    }
    return bits;
  }

  private static BoundedAnswer.Optimal solved(BoundedProblem problem) {
    return (BoundedAnswer.Optimal) BoundedFlow.solve(problem, () -> false, StepListener.NONE);
  }

  @Test
  void every_optimum_of_larger_problems_is_proved() {
    for (int seed = 0; seed < 100; seed++) {
      BoundedProblem problem = region(12 + seed, seed);
      BoundedAnswer.Optimal found = solved(problem);
      BoundedPrices prices = found.prices().orElseThrow();
      assertThat(BoundedChecker.proves(problem, found.assignment(), prices)).isTrue();
      assertThat(BoundedChecker.atMost(problem, prices)).isEqualTo(found.assignment().objective());
    }
  }

  @Test
  void a_pair_less_another_pair_or_a_bound_broken_is_not_believed() {
    BoundedProblem problem = region(40, 1);
    BoundedAnswer.Optimal found = solved(problem);
    BoundedPrices prices = found.prices().orElseThrow();
    BitSet chosen = found.assignment().chosen();
    for (int edge = 0; edge < problem.edges().size(); edge++) {
      BitSet other = (BitSet) chosen.clone();
      other.flip(edge);
      BoundedAssignment changed = BoundedAssignment.of(problem, other);
      assertThat(BoundedChecker.proves(problem, changed, prices))
          .as("edge %d", edge)
          .isEqualTo(
              BoundedChecker.broken(problem, other).isEmpty()
                  && changed.objective().equals(found.assignment().objective()));
    }
  }

  @Test
  void a_price_moved_by_one_is_not_believed_where_it_proves_something() {
    BoundedProblem problem = region(30, 2);
    BoundedAnswer.Optimal found = solved(problem);
    BoundedPrices right = found.prices().orElseThrow();
    int refused = 0;
    for (int mentee = 0; mentee < right.mentees(); mentee++) {
      for (long shift : new long[] {-1, 1}) {
        BoundedPrices moved = with(right, mentee, right.mentee(mentee) + shift, 0);
        if (!BoundedChecker.proves(problem, found.assignment(), moved)) {
          refused++;
        }
        // Whatever the prices are, they never promise less than there is.
        assertThat(BoundedChecker.atMost(problem, moved))
            .isGreaterThanOrEqualTo(found.assignment().objective());
      }
    }
    assertThat(refused).isGreaterThan(right.mentees());
  }

  @Test
  void weights_that_are_no_levels_prove_nothing() {
    BoundedProblem problem = region(30, 3);
    BoundedAnswer.Optimal found = solved(problem);
    BoundedPrices right = found.prices().orElseThrow();
    BoundedPrices flat = with(right, 0, right.mentee(0), -right.worths().pair() + 1);
    assertThat(BoundedChecker.proves(problem, found.assignment(), flat)).isFalse();
    BoundedPrices short1 =
        new BoundedPrices(new BoundedWorths(1, 1, 1, 1), new long[0], new long[0], new long[0]);
    assertThat(BoundedChecker.proves(problem, found.assignment(), short1)).isFalse();
    assertThat(BoundedChecker.atMost(problem, short1))
        .isGreaterThanOrEqualTo(found.assignment().objective());
  }

  @Test
  void prices_beyond_64_bits_prove_nothing() {
    BoundedProblem problem = region(30, 4);
    BoundedAnswer.Optimal found = solved(problem);
    BoundedPrices right = found.prices().orElseThrow();
    for (long price : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
      BoundedPrices huge = with(right, 0, price, 0);
      assertThat(BoundedChecker.proves(problem, found.assignment(), huge)).isFalse();
      assertThat(BoundedChecker.atMost(problem, huge))
          .isGreaterThanOrEqualTo(found.assignment().objective());
    }
  }

  private static BoundedPrices with(
      BoundedPrices right, int mentee, long price, long pairWeightMore) {
    long[] ofMentees = new long[right.mentees()];
    for (int k = 0; k < ofMentees.length; k++) {
      ofMentees[k] = k == mentee ? price : right.mentee(k);
    }
    long[] ofMentors = new long[right.mentors()];
    for (int k = 0; k < ofMentors.length; k++) {
      ofMentors[k] = right.mentor(k);
    }
    long[] ofQuotas = new long[right.quotas()];
    for (int k = 0; k < ofQuotas.length; k++) {
      ofQuotas[k] = right.quota(k);
    }
    BoundedWorths worths = right.worths();
    return new BoundedPrices(
        new BoundedWorths(
            worths.mentee(), worths.pair() + pairWeightMore, worths.kept(), worths.waited()),
        ofMentees,
        ofMentors,
        ofQuotas);
  }

  @Test
  void a_stopped_search_gives_what_it_has_and_a_limit_that_holds() {
    for (int seed = 0; seed < 10; seed++) {
      BoundedProblem problem = region(200, seed);
      Objective best = solved(problem).assignment().objective();
      BoundedAnswer stopped = BoundedFlow.solve(problem, () -> true, StepListener.NONE);
      if (stopped instanceof BoundedAnswer.Feasible feasible) {
        assertThat(BoundedChecker.broken(problem, feasible.assignment().chosen())).isEmpty();
        assertThat(feasible.assignment().objective()).isLessThanOrEqualTo(best);
        assertThat(feasible.atMost()).isGreaterThanOrEqualTo(best);
        assertThat(BoundedChecker.atMost(problem, feasible.prices().orElseThrow()))
            .isEqualTo(feasible.atMost());
      } else {
        assertThat(((BoundedAnswer.Undecided) stopped).atMost()).isGreaterThanOrEqualTo(best);
      }
    }
  }

  @Test
  void a_search_stopped_late_has_proved_the_number_of_pairs() {
    int proved = 0;
    for (int seed = 0; seed < 10; seed++) {
      BoundedProblem problem = region(200, seed);
      Objective best = solved(problem).assignment().objective();
      for (int asked = 2; asked < 40; asked += 3) {
        AtomicInteger left = new AtomicInteger(asked);
        BoundedAnswer stopped =
            BoundedFlow.solve(problem, () -> left.decrementAndGet() < 0, StepListener.NONE);
        if (stopped instanceof BoundedAnswer.Feasible feasible) {
          assertThat(feasible.atMost()).isGreaterThanOrEqualTo(best);
          assertThat(feasible.assignment().objective()).isLessThanOrEqualTo(best);
          proved += feasible.atMost().pairs() == feasible.assignment().objective().pairs() ? 1 : 0;
        }
      }
    }
    assertThat(proved).isGreaterThan(10);
  }

  @Test
  void scores_that_do_not_fit_into_the_levels_are_refused() {
    int size = 200;
    Edges.Builder edges = Edges.builder(size);
    int[] possible = new int[size];
    int[] points = new int[size];
    for (int k = 0; k < size; k++) {
      possible[k] = k;
      points[k] = Integer.MAX_VALUE;
    }
    for (int mentee = 0; mentee < size; mentee++) {
      edges.mentee(possible, points, size);
    }
    BoundedProblem.Builder builder =
        BoundedProblem.builder(edges.build()).keeping(every(1, 0, size * size));
    for (int k = 0; k < size; k++) {
      builder.mentee(k, 0, size).mentor(k, 0, size);
    }
    BoundedProblem problem = builder.build();
    assertThatThrownBy(() -> solved(problem))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> assertThat(refused.code()).isEqualTo("match.scores-too-large"));
  }

  @Test
  void quotas_nest_in_any_order_and_those_that_do_not_are_told_apart() {
    Edges edges = region(12, 1).edges();
    BoundedProblem problem =
        BoundedProblem.builder(edges)
            .quotaOfMentees("inner", every(4, 0, 12), 0, 5)
            .quotaOfMentees("outer", every(2, 0, 12), 0, 5)
            .quotaOfMentees("same", every(2, 0, 12), 0, 4)
            .quotaOfMentees("across", every(3, 0, 12), 0, 5)
            .quotaOfMentors("mentors", every(3, 0, 4), 0, 5)
            .quotaOfMentees("nobody", new BitSet(), 0, 5)
            .build();
    assertThat(problem.bounds(Set.of(BoundKind.CROSSING_QUOTA)))
        .extracting(Bound::name)
        .containsExactly("across");
    assertThat(problem.kinds())
        .containsExactly(
            BoundKind.MENTEE,
            BoundKind.MENTOR,
            BoundKind.QUOTA_OF_MENTEES,
            BoundKind.QUOTA_OF_MENTORS,
            BoundKind.CROSSING_QUOTA);
    assertThat(BoundedFlow.solve(problem, () -> false, StepListener.NONE))
        .isEqualTo(new BoundedAnswer.NotHonoured(List.of(problem.quotaBound(3))));
  }

  @Test
  void one_at_least_or_none_and_fewer_than_two_together_are_no_bounds() {
    Edges edges = region(12, 1).edges();
    BoundedProblem problem =
        BoundedProblem.builder(edges)
            .mentorOrNone(0, 1, 3)
            .menteeOrNone(0, 0, 3)
            .together("alone", every(12, 0, 12))
            .build();
    assertThat(problem.kinds()).containsExactly(BoundKind.MENTEE, BoundKind.MENTOR);
    assertThat(problem.mentorBound(0).least()).isZero();
  }

  @Test
  void numbers_out_of_range_are_refused() {
    Edges edges = region(12, 1).edges();
    BoundedProblem.Builder builder = BoundedProblem.builder(edges);
    assertThatThrownBy(() -> builder.mentee(12, 0, 1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> builder.mentor(0, 2, 1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> builder.mentor(0, -1, 1)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> builder.quotaOfMentees("far", every(12, 0, 13), 0, 1))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> builder.together("far", every(12, 0, 13)))
        .isInstanceOf(InvalidValue.class);
  }
}
