package org.mentoring.assignment.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.SystemSources;

class BoundedEnginesTest {
  private static final Duration LONG = BoundedEngines.NO_LIMIT;

  private static BoundedProblem.Builder two() {
    return BoundedProblem.builder(
        Edges.builder(1)
            .mentee(new int[] {0}, new int[] {3}, 1)
            .mentee(new int[] {0}, new int[] {4}, 1)
            .build());
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  /** Answers with some pairs, whatever it is asked. */
  private record Stubborn(Set<BoundKind> honours, BitSet pairs) implements BoundedEngine {
    @Override
    public String name() {
      return "stubborn";
    }

    @Override
    public BoundedAnswer solve(BoundedProblem problem, Duration budget, StepListener listener) {
      return new BoundedAnswer.Optimal(BoundedAssignment.of(problem, pairs), null);
    }
  }

  @Test
  void without_the_optional_module_what_does_not_nest_is_refused_by_name() {
    BoundedProblem problem = two().mentorOrNone(0, 2, 3).together("siblings", bits(0, 1)).build();
    assertThat(
            BoundedEngines.atHand(SystemSources.stopwatch())
                .solve(problem, LONG, StepListener.NONE))
        .isEqualTo(
            new BoundedAnswer.NotHonoured(
                List.of(problem.mentorBound(0), problem.togetherBound(0))));
  }

  @Test
  void what_nests_goes_to_the_cores_own_engine_even_if_another_could() {
    BoundedEngines engines = engines(List.of(new Stubborn(EnumSet.allOf(BoundKind.class), bits())));
    BoundedAnswer answer = engines.solve(two().build(), LONG, StepListener.NONE);
    assertThat(((BoundedAnswer.Optimal) answer).assignment().objective())
        .isEqualTo(new Objective(1, 1, 0, 0, 4));
    assertThat(engines.engineFor(two().build()).orElseThrow().name()).isEqualTo("flow");
  }

  @Test
  void what_does_not_nest_goes_to_an_engine_that_honours_it() {
    BoundedEngines engines =
        engines(List.of(new Stubborn(EnumSet.allOf(BoundKind.class), bits(0, 1))));
    BoundedAnswer answer =
        engines.solve(two().mentorOrNone(0, 2, 3).build(), LONG, StepListener.NONE);
    assertThat(((BoundedAnswer.Optimal) answer).assignment().objective())
        .isEqualTo(new Objective(2, 2, 0, 0, 7));
    assertThat(engines.honoured()).containsExactlyInAnyOrder(BoundKind.values());
  }

  @Test
  void where_each_kind_has_an_engine_but_no_engine_has_all_the_best_ones_gap_is_named() {
    EnumSet<BoundKind> some = EnumSet.allOf(BoundKind.class);
    some.remove(BoundKind.TOGETHER);
    EnumSet<BoundKind> others = EnumSet.allOf(BoundKind.class);
    others.removeAll(EnumSet.of(BoundKind.MENTOR_OR_NONE, BoundKind.MENTEE));
    BoundedEngines engines =
        engines(List.of(new Stubborn(others, bits(0, 1)), new Stubborn(some, bits(0, 1))));
    BoundedProblem problem = two().mentorOrNone(0, 2, 3).together("siblings", bits(0, 1)).build();
    assertThat(engines.solve(problem, LONG, StepListener.NONE))
        .isEqualTo(new BoundedAnswer.NotHonoured(List.of(problem.togetherBound(0))));
  }

  @Test
  void pairs_that_break_a_bound_are_never_given_out() {
    BoundedEngines engines =
        engines(List.of(new Stubborn(EnumSet.allOf(BoundKind.class), bits(0))));
    BoundedProblem problem = two().mentorOrNone(0, 2, 3).build();
    assertThatThrownBy(() -> engines.solve(problem, LONG, StepListener.NONE))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> assertThat(refused.code()).isEqualTo("match.engine-answer-invalid"));
  }

  @Test
  void a_budget_of_nothing_is_refused() {
    assertThatThrownBy(
            () ->
                BoundedEngines.atHand(SystemSources.stopwatch())
                    .solve(two().build(), Duration.ZERO, StepListener.NONE))
        .isInstanceOf(InvalidValue.class);
  }

  private static BoundedEngines engines(List<BoundedEngine> others) {
    return BoundedEngines.with(others, SystemSources.stopwatch());
  }
}
