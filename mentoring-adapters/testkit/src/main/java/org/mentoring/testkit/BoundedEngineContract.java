package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.StepListener;
import org.mentoring.assignment.bounded.BoundKind;
import org.mentoring.assignment.bounded.BoundedAnswer;
import org.mentoring.assignment.bounded.BoundedAssignment;
import org.mentoring.assignment.bounded.BoundedChecker;
import org.mentoring.assignment.bounded.BoundedEngine;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Limit;
import org.mentoring.assignment.bounded.Objective;

/**
 * What every engine with bounds keeps: on small problems its answer is the best of all, and where
 * there is none it names bounds that contradict each other. Extend it in the tests of an engine.
 */
public abstract class BoundedEngineContract {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Set<BoundKind> NESTED =
      EnumSet.of(
          BoundKind.MENTEE,
          BoundKind.MENTOR,
          BoundKind.QUOTA_OF_MENTEES,
          BoundKind.QUOTA_OF_MENTORS);

  /** For the test framework. */
  protected BoundedEngineContract() {}

  /** The engine that is tested. */
  protected abstract BoundedEngine engine();

  /** How many random problems of each sort it is given. */
  protected abstract int problems();

  @Test
  void answers_to_bounds_that_nest_are_the_best_of_all() {
    BoundedProblems random = new BoundedProblems(20_260_101);
    int[] outcomes = new int[2];
    for (int k = 0; k < problems(); k++) {
      judge(random.any(NESTED, 12), outcomes);
    }
    assertThat(outcomes[0]).as("answered").isGreaterThan(problems() / 4);
    assertThat(outcomes[1]).as("contradictory").isGreaterThan(problems() / 10);
  }

  @Test
  void answers_to_every_kind_of_bound_that_is_honoured_are_the_best_of_all() {
    BoundedProblems random = new BoundedProblems(20_260_202);
    int[] outcomes = new int[2];
    for (int k = 0; k < problems(); k++) {
      BoundedProblem problem = random.any(engine().honours(), 12);
      if (engine().honours().containsAll(problem.kinds())) {
        judge(problem, outcomes);
      }
    }
    assertThat(outcomes[0]).as("answered").isGreaterThan(problems() / 4);
    assertThat(outcomes[1]).as("contradictory").isGreaterThan(problems() / 20);
  }

  private void judge(BoundedProblem problem, int[] outcomes) {
    Optional<Objective> best = EveryBoundedAnswer.best(problem);
    BoundedAnswer answer = engine().solve(problem, LONG, StepListener.NONE);
    if (best.isPresent()) {
      outcomes[0]++;
      assertThat(answer).isInstanceOf(BoundedAnswer.Optimal.class);
      BoundedAnswer.Optimal optimal = (BoundedAnswer.Optimal) answer;
      assertThat(BoundedChecker.broken(problem, optimal.assignment().chosen())).isEmpty();
      assertThat(optimal.assignment().objective()).isEqualTo(best.get());
      optimal
          .prices()
          .ifPresent(
              prices -> {
                assertThat(BoundedChecker.proves(problem, optimal.assignment(), prices)).isTrue();
                assertThat(BoundedChecker.atMost(problem, prices)).isEqualTo(best.get());
              });
    } else {
      outcomes[1]++;
      assertThat(answer).isInstanceOf(BoundedAnswer.Infeasible.class);
      contradict(problem, (BoundedAnswer.Infeasible) answer);
    }
  }

  private static void contradict(BoundedProblem problem, BoundedAnswer.Infeasible infeasible) {
    List<Limit> limits = infeasible.limits();
    assertThat(limits).isNotEmpty();
    assertThat(EveryBoundedAnswer.best(problem.under(limits))).isEmpty();
    assertThat(infeasible.minimal()).isTrue();
    for (Limit each : limits) {
      List<Limit> others = new ArrayList<>(limits);
      others.remove(each);
      assertThat(EveryBoundedAnswer.best(problem.under(others))).as("without %s", each).isPresent();
    }
  }

  @Test
  void whoever_takes_no_time_is_still_told_nothing_wrong() {
    BoundedProblems random = new BoundedProblems(20_260_303);
    for (int k = 0; k < problems() / 4; k++) {
      BoundedProblem problem = random.any(NESTED, 12);
      Optional<Objective> best = EveryBoundedAnswer.best(problem);
      BoundedAnswer answer = engine().solve(problem, Duration.ofNanos(1), StepListener.NONE);
      if (answer instanceof BoundedAnswer.Optimal optimal) {
        assertThat(best).contains(optimal.assignment().objective());
      } else if (answer instanceof BoundedAnswer.Feasible feasible) {
        assertThat(BoundedChecker.broken(problem, feasible.assignment().chosen())).isEmpty();
        assertThat(best).isPresent();
        assertThat(best.get()).isLessThanOrEqualTo(feasible.atMost());
        assertThat(feasible.assignment().objective()).isLessThanOrEqualTo(best.get());
      } else if (answer instanceof BoundedAnswer.Undecided undecided) {
        best.ifPresent(each -> assertThat(each).isLessThanOrEqualTo(undecided.atMost()));
      } else {
        assertThat(answer).isInstanceOf(BoundedAnswer.Infeasible.class);
        assertThat(best).isEmpty();
        assertThat(
                EveryBoundedAnswer.best(
                    problem.under(((BoundedAnswer.Infeasible) answer).limits())))
            .isEmpty();
      }
    }
  }

  @Test
  void nobody_is_answered_with_no_pairs() {
    assertThat(assignment(BoundedProblem.builder(Edges.builder(0).build()).build()).objective())
        .isEqualTo(Objective.NONE);
    assertThat(assignment(BoundedProblem.builder(full(2, 0)).build()).objective())
        .isEqualTo(Objective.NONE);
    assertThat(assignment(BoundedProblem.builder(full(0, 2)).build()).objective())
        .isEqualTo(Objective.NONE);
  }

  @Test
  void a_mentor_with_no_place_gets_nobody() {
    BoundedProblem problem = BoundedProblem.builder(full(2, 2)).mentor(1, 0, 0).build();
    BoundedAssignment found = assignment(problem);
    assertThat(found.objective().pairs()).isEqualTo(1);
    assertThat(found.mentorsOf(0).length + found.mentorsOf(1).length).isEqualTo(1);
  }

  @Test
  void groups_of_a_fixed_size_are_filled_exactly() {
    BoundedProblem problem =
        BoundedProblem.builder(full(6, 2)).mentor(0, 2, 2).mentor(1, 3, 3).build();
    BoundedAssignment found = assignment(problem);
    assertThat(found.objective().pairs()).isEqualTo(5);
    assertThat(BoundedChecker.broken(problem, found.chosen())).isEmpty();
  }

  @Test
  void a_team_of_mentors_leads_a_group() {
    BoundedProblem problem =
        BoundedProblem.builder(full(2, 4)).mentee(0, 2, 3).mentee(1, 1, 3).build();
    BoundedAssignment found = assignment(problem);
    assertThat(found.objective().pairs()).isEqualTo(4);
    assertThat(found.mentorsOf(0)).hasSizeBetween(2, 3);
  }

  @Test
  void a_least_share_is_met_though_scores_speak_against_it() {
    Edges edges =
        Edges.builder(1)
            .mentee(new int[] {0}, new int[] {9}, 1)
            .mentee(new int[] {0}, new int[] {1}, 1)
            .build();
    BoundedProblem problem =
        BoundedProblem.builder(edges).quotaOfMentees("village", bits(1), 1, 1).build();
    BoundedAssignment found = assignment(problem);
    assertThat(found.mentorsOf(1)).containsExactly(0);
    assertThat(found.objective()).isEqualTo(new Objective(1, 1, 0, 0, 1));
  }

  @Test
  void a_coordinators_load_holds_for_all_mentors_in_sum() {
    BoundedProblem.Builder builder = BoundedProblem.builder(full(6, 3));
    for (int mentor = 0; mentor < 3; mentor++) {
      builder.mentor(mentor, 0, 3);
    }
    BoundedProblem problem = builder.quotaOfMentors("coordinator-1", bits(0, 1), 0, 2).build();
    assertThat(assignment(problem).objective().pairs()).isEqualTo(5);
  }

  @Test
  void a_kept_pair_comes_before_a_better_score_but_not_before_another_pair() {
    Edges edges =
        Edges.builder(2)
            .mentee(new int[] {0, 1}, new int[] {5, 0}, 2)
            .mentee(new int[] {0}, new int[] {9}, 1)
            .build();
    BoundedAssignment found = assignment(BoundedProblem.builder(edges).keeping(bits(0)).build());
    assertThat(found.objective()).isEqualTo(new Objective(2, 2, 0, 0, 9));
    found = assignment(BoundedProblem.builder(edges).mentor(1, 0, 0).keeping(bits(0)).build());
    assertThat(found.objective()).isEqualTo(new Objective(1, 1, 1, 0, 5));
  }

  @Test
  void every_group_gets_a_mentor_before_any_gets_a_second() {
    Edges edges =
        Edges.builder(2)
            .mentee(new int[] {0, 1}, new int[] {9, 9}, 2)
            .mentee(new int[] {0, 1}, new int[] {0, 0}, 2)
            .build();
    BoundedProblem problem = BoundedProblem.builder(edges).mentee(0, 0, 2).mentee(1, 0, 2).build();
    assertThat(assignment(problem).objective()).isEqualTo(new Objective(2, 2, 0, 0, 9));
  }

  @Test
  void who_waited_longest_goes_first_where_places_are_scarce() {
    Edges edges =
        Edges.builder(1)
            .mentee(new int[] {0}, new int[] {9}, 1)
            .mentee(new int[] {0}, new int[] {1}, 1)
            .build();
    BoundedProblem problem = BoundedProblem.builder(edges).waiting(new int[] {1, 2}).build();
    assertThat(assignment(problem).mentorsOf(1)).containsExactly(0);
  }

  @Test
  void a_share_counts_mentees_not_their_mentors() {
    assumeTrue(engine().honours().contains(BoundKind.SHARE));
    BoundedProblem.Builder builder = BoundedProblem.builder(full(3, 3));
    builder.mentee(0, 0, 3).mentee(1, 0, 3).mentee(2, 2, 3).share("town", bits(0, 1), 2);
    BoundedAnswer answer = engine().solve(builder.build(), LONG, StepListener.NONE);
    assertThat(answer).isInstanceOf(BoundedAnswer.Infeasible.class);
    BoundedAssignment found = assignment(builder.mentee(2, 1, 3).build());
    assertThat(found.mentorsOf(0)).hasSize(1);
    assertThat(found.mentorsOf(1)).hasSize(1);
  }

  @Test
  void a_share_of_mentees_with_one_mentor_each_nests() {
    BoundedProblem problem =
        BoundedProblem.builder(full(3, 1)).share("town", bits(0, 1), 1).build();
    assertThat(problem.kinds()).doesNotContain(BoundKind.SHARE);
    BoundedAssignment found = assignment(problem);
    assertThat(found.mentorsOf(2)).isEmpty();
    assertThat(found.objective().pairs()).isEqualTo(1);
  }

  @Test
  void a_group_that_cannot_have_its_least_size_is_named() {
    BoundedProblem problem = BoundedProblem.builder(full(2, 1)).mentor(0, 3, 5).build();
    BoundedAnswer answer = engine().solve(problem, LONG, StepListener.NONE);
    assertThat(answer)
        .isEqualTo(
            new BoundedAnswer.Infeasible(
                List.of(new Limit(problem.mentorBound(0), Limit.End.LEAST)), true));
  }

  @Test
  void a_share_that_a_load_forbids_is_named_with_it() {
    BoundedProblem problem =
        BoundedProblem.builder(full(4, 2))
            .mentor(0, 0, 4)
            .mentor(1, 0, 4)
            .quotaOfMentees("north", bits(0, 1, 2), 3, 3)
            .quotaOfMentors("coordinator-1", bits(0, 1), 0, 2)
            .build();
    BoundedAnswer answer = engine().solve(problem, LONG, StepListener.NONE);
    assertThat(answer)
        .isEqualTo(
            new BoundedAnswer.Infeasible(
                List.of(
                    new Limit(problem.quotaBound(0), Limit.End.LEAST),
                    new Limit(problem.quotaBound(1), Limit.End.MOST)),
                true));
  }

  @Test
  void a_group_that_is_too_small_is_closed() {
    assumeTrue(engine().honours().contains(BoundKind.MENTOR_OR_NONE));
    BoundedProblem problem = BoundedProblem.builder(full(2, 1)).mentorOrNone(0, 3, 5).build();
    assertThat(assignment(problem).objective().pairs()).isZero();
    problem = BoundedProblem.builder(full(3, 2)).mentorOrNone(0, 3, 5).mentor(1, 0, 2).build();
    assertThat(assignment(problem).objective().pairs()).isEqualTo(3);
    assertThat(assignment(problem).mentorsOf(1)).containsExactly(0);
  }

  @Test
  void siblings_go_to_the_same_mentor_or_to_none() {
    assumeTrue(engine().honours().contains(BoundKind.TOGETHER));
    BoundedProblem.Builder builder = BoundedProblem.builder(full(3, 2)).mentor(1, 0, 2);
    assertThat(assignment(builder.build()).objective().pairs()).isEqualTo(3);
    BoundedAssignment found = assignment(builder.together("siblings", bits(0, 1)).build());
    assertThat(found.mentorsOf(0)).containsExactly(1);
    assertThat(found.mentorsOf(1)).containsExactly(1);
    assertThat(found.mentorsOf(2)).containsExactly(0);
    found = assignment(builder.mentor(1, 0, 1).build());
    assertThat(found.mentorsOf(0)).isEmpty();
    assertThat(found.mentorsOf(1)).isEmpty();
  }

  @Test
  void quotas_that_cross_are_all_kept() {
    assumeTrue(engine().honours().contains(BoundKind.CROSSING_QUOTA));
    BoundedProblem.Builder builder = BoundedProblem.builder(full(3, 3));
    builder.quotaOfMentees("girls", bits(0, 1), 0, 1).quotaOfMentees("town", bits(1, 2), 0, 1);
    BoundedAssignment found = assignment(builder.build());
    assertThat(found.objective().pairs()).isEqualTo(2);
    assertThat(found.mentorsOf(1)).isEmpty();
  }

  @Test
  void bounds_that_are_not_honoured_are_named() {
    BoundedProblem problem =
        BoundedProblem.builder(full(4, 3))
            .mentorOrNone(0, 2, 3)
            .menteeOrNone(3, 2, 2)
            .quotaOfMentees("girls", bits(0, 1), 0, 1)
            .quotaOfMentees("town", bits(1, 2), 0, 1)
            .together("siblings", bits(0, 1))
            .build();
    EnumSet<BoundKind> others = EnumSet.copyOf(problem.kinds());
    others.removeAll(engine().honours());
    assumeTrue(!others.isEmpty());
    assertThat(engine().solve(problem, LONG, StepListener.NONE))
        .isEqualTo(new BoundedAnswer.NotHonoured(problem.bounds(others)));
  }

  @Test
  void the_same_problem_has_the_same_answer_and_the_listener_hears_of_every_mentee() {
    BoundedProblem.Builder builder = BoundedProblem.builder(full(7, 4));
    for (int mentor = 0; mentor < 4; mentor++) {
      builder.mentor(mentor, 1, 2);
    }
    AtomicInteger heard = new AtomicInteger();
    BoundedAnswer first = engine().solve(builder.build(), LONG, heard::addAndGet);
    assertThat(heard).hasValue(7);
    assertThat(((BoundedAnswer.Optimal) first).assignment().chosen())
        .isEqualTo(assignment(builder.build()).chosen());
  }

  @Test
  void a_listener_can_stop_it() {
    assertThatThrownBy(
            () ->
                engine()
                    .solve(
                        BoundedProblem.builder(full(3, 3)).build(),
                        LONG,
                        steps -> {
                          throw new IllegalStateException("stop");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stop");
  }

  private BoundedAssignment assignment(BoundedProblem problem) {
    BoundedAnswer answer = engine().solve(problem, LONG, StepListener.NONE);
    assertThat(answer).isInstanceOf(BoundedAnswer.Optimal.class);
    return ((BoundedAnswer.Optimal) answer).assignment();
  }

  private static Edges full(int mentees, int mentors) {
    Edges.Builder builder = Edges.builder(mentors);
    int[] possible = new int[mentors];
    int[] points = new int[mentors];
    for (int mentee = 0; mentee < mentees; mentee++) {
      for (int mentor = 0; mentor < mentors; mentor++) {
        possible[mentor] = mentor;
        points[mentor] = (3 * mentee + 5 * mentor) % 7;
      }
      builder.mentee(possible, points, mentors);
    }
    return builder.build();
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }
}
