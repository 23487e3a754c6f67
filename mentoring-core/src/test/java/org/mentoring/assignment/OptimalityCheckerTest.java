package org.mentoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.assignment.ExactEngineTest.edges;
import static org.mentoring.assignment.ExactEngineTest.solve;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.Certificate.WorstScoreProof;
import org.mentoring.assignment.Proof.Code;
import org.mentoring.assignment.Proof.Fault;

class OptimalityCheckerTest {
  private static final int NONE = -1;

  /** Mentee 2 has to stay out; mentor 2 stays free; edges are numbered 0 to 4. */
  private static final AssignmentProblem PROBLEM =
      AssignmentProblem.of(
          edges(
              new int[][] {
                {5, 3, NONE},
                {4, NONE, NONE},
                {2, NONE, NONE},
                {NONE, NONE, 7}
              }),
          new int[] {1, 1, 2});

  private static Set<Code> faults(AssignmentProblem problem, Consumer<Forgery> change) {
    Forgery forgery = new Forgery(problem, solve(problem));
    change.accept(forgery);
    return OptimalityChecker.check(problem, forgery.made()).faults().stream()
        .map(Fault::code)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
  }

  private static Set<Code> faults(Consumer<Forgery> change) {
    return faults(PROBLEM, change);
  }

  @Test
  void an_untouched_copy_is_proved() {
    assertThat(faults(forgery -> {})).isEmpty();
    assertThat(OptimalityChecker.check(PROBLEM, solve(PROBLEM)).holds()).isTrue();
  }

  @Test
  void an_edge_of_another_mentee_is_seen() {
    assertThat(faults(forgery -> forgery.edgeOf[1] = 3)).containsExactly(Code.EDGE_OF_ANOTHER);
    assertThat(faults(forgery -> forgery.edgeOf[3] = 99)).containsExactly(Code.EDGE_OF_ANOTHER);
    assertThat(faults(forgery -> forgery.edgeOf[0] = -2)).containsExactly(Code.EDGE_OF_ANOTHER);
  }

  @Test
  void the_fault_tells_where_it_is() {
    Forgery forgery = new Forgery(PROBLEM, solve(PROBLEM));
    forgery.menteePrices[2] = 1;

    assertThat(OptimalityChecker.check(PROBLEM, forgery.made()).faults())
        .containsExactly(new Fault(Code.UNMATCHED_COSTS, 2));
  }

  @Test
  void a_score_below_the_least_is_seen() {
    AssignmentProblem strict = PROBLEM.fromScore(3);
    assertThat(
            faults(
                strict,
                forgery -> {
                  forgery.edgeOf[2] = 3;
                  forgery.edgeOf[1] = -1;
                  forgery.honest(strict);
                }))
        .contains(Code.SCORE_TOO_LOW);
  }

  @Test
  void a_mentor_beyond_its_places_is_seen() {
    assertThat(
            faults(
                forgery -> {
                  forgery.edgeOf[2] = 3;
                  forgery.honest(PROBLEM);
                }))
        .contains(Code.PLACES_EXCEEDED);
  }

  @Test
  void each_untrue_figure_is_seen() {
    assertThat(faults(forgery -> forgery.pairs++)).containsExactly(Code.FIGURES_UNTRUE);
    assertThat(faults(forgery -> forgery.kept++)).containsExactly(Code.FIGURES_UNTRUE);
    assertThat(faults(forgery -> forgery.waited++)).containsExactly(Code.FIGURES_UNTRUE);
    assertThat(faults(forgery -> forgery.worst++)).containsExactly(Code.FIGURES_UNTRUE);
    assertThat(faults(forgery -> forgery.total++)).containsExactly(Code.FIGURES_UNTRUE);
  }

  @Test
  void prices_below_zero_are_seen() {
    assertThat(faults(forgery -> forgery.menteePrices[2] = -1))
        .contains(Code.MENTEE_PRICE_BELOW_ZERO);
    assertThat(faults(forgery -> forgery.mentorPrices[2] = -1))
        .contains(Code.MENTOR_PRICE_BELOW_ZERO);
  }

  @Test
  void prices_of_who_is_not_used_up_are_seen() {
    assertThat(faults(forgery -> forgery.menteePrices[2] = 1))
        .containsExactly(Code.UNMATCHED_COSTS);
    assertThat(faults(forgery -> forgery.mentorPrices[2] = 1)).contains(Code.FREE_PLACE_COSTS);
  }

  @Test
  void prices_beside_the_worth_of_a_pair_are_seen() {
    assertThat(faults(forgery -> forgery.menteePrices[0]--)).containsExactly(Code.PRICES_TOO_LOW);
    assertThat(faults(forgery -> forgery.menteePrices[0]++)).containsExactly(Code.PRICES_TOO_HIGH);
  }

  @Test
  void parts_that_touch_are_seen() {
    assertThat(faults(forgery -> forgery.partOf[1] = 1)).contains(Code.PARTS_TOUCH);
    assertThat(faults(forgery -> forgery.partOf[1] = -1)).contains(Code.PARTS_TOUCH);
    assertThat(faults(forgery -> forgery.partOf[1] = 2)).contains(Code.PARTS_TOUCH);
  }

  @Test
  void levels_that_do_not_outweigh_what_is_below_are_seen() {
    BitSet kept = new BitSet();
    kept.set(3);
    AssignmentProblem levelled = PROBLEM.keeping(kept).waiting(new int[] {0, 2, 1, 0});
    assertThat(faults(levelled, forgery -> {})).isEmpty();
    assertThat(faults(levelled, forgery -> forgery.pairValues[0]--)).contains(Code.LEVELS_MIXED);
    assertThat(faults(levelled, forgery -> forgery.keepValues[0]--)).contains(Code.LEVELS_MIXED);
    assertThat(faults(levelled, forgery -> forgery.waitingValues[0]--)).contains(Code.LEVELS_MIXED);
    assertThat(faults(levelled, forgery -> forgery.waitingValues[0] = Long.MAX_VALUE / 2))
        .contains(Code.LEVELS_MIXED);
  }

  @Test
  void numbers_that_wrap_around_are_seen() {
    assertThat(faults(forgery -> forgery.pairValues[0] = Long.MAX_VALUE)).contains(Code.TOO_LARGE);
    assertThat(faults(forgery -> forgery.menteePrices[1] = Long.MAX_VALUE))
        .contains(Code.TOO_LARGE);
  }

  @Test
  void a_worst_score_without_its_proof_is_seen() {
    AssignmentProblem fair = PROBLEM.worstScoreFirst();
    assertThat(faults(fair, forgery -> {})).isEmpty();
    assertThat(faults(fair, forgery -> forgery.proof = Optional.empty()))
        .containsExactly(Code.WORST_SCORE_UNPROVED);
    assertThat(
            faults(
                fair,
                forgery ->
                    forgery.proof =
                        forgery.proof.map(
                            p -> new WorstScoreProof(p.threshold() + 1, p.anyScore(), p.above()))))
        .containsExactly(Code.WORST_SCORE_UNPROVED);
    assertThat(
            faults(
                fair,
                forgery ->
                    forgery.proof =
                        forgery.proof.map(
                            p -> new WorstScoreProof(p.threshold(), p.anyScore(), p.anyScore()))))
        .contains(Code.WORST_SCORE_UNPROVED);
    assertThat(
            faults(
                fair,
                forgery ->
                    forgery.proof =
                        forgery.proof.map(
                            p -> new WorstScoreProof(p.threshold(), p.above(), p.above()))))
        .contains(Code.WORST_SCORE_UNPROVED);
  }

  @Test
  void a_threshold_below_the_best_is_not_proved() {
    // Both answers have two pairs and 8 points; the worst scores are 2 and 4.
    AssignmentProblem fair =
        AssignmentProblem.of(edges(new int[][] {{6, 4}, {4, 2}}), new int[] {1, 1})
            .worstScoreFirst();
    assertThat(solve(fair).worstScore()).isEqualTo(4);
    assertThat(
            faults(
                fair,
                forgery -> {
                  forgery.edgeOf[0] = 0;
                  forgery.edgeOf[1] = 3;
                  forgery.honest(fair);
                  forgery.proof =
                      forgery.proof.map(p -> new WorstScoreProof(2, p.anyScore(), p.above()));
                }))
        .isNotEmpty();
  }

  @Test
  void a_price_changed_by_one_never_stays_unseen() {
    RandomProblems problems = new RandomProblems(7);
    Random random = problems.random();
    for (int n = 0; n < 20_000; n++) {
      AssignmentProblem problem = problems.any(6, 5);
      Forgery forgery = new Forgery(problem, solve(problem));
      boolean ofMentee = random.nextBoolean();
      long[] prices = ofMentee ? forgery.menteePrices : forgery.mentorPrices;
      if (prices.length == 0) {
        continue;
      }
      int who = random.nextInt(prices.length);
      // A mentor without a place costs nothing at any price.
      boolean down = random.nextBoolean() || (!ofMentee && problem.places(who) == 0);
      prices[who] += down ? -1 : 1;
      assertThat(OptimalityChecker.check(problem, forgery.made()).holds())
          .as("problem %d", n)
          .isFalse();
    }
  }

  @Test
  void an_answer_that_gives_up_a_pair_never_stays_unseen() {
    RandomProblems problems = new RandomProblems(8);
    for (int n = 0; n < 20_000; n++) {
      AssignmentProblem problem = problems.any(6, 5);
      Forgery forgery = new Forgery(problem, solve(problem));
      if (forgery.pairs == 0) {
        continue;
      }
      int mentee = 0;
      while (forgery.edgeOf[mentee] < 0) {
        mentee++;
      }
      forgery.edgeOf[mentee] = -1;
      assertThat(OptimalityChecker.check(problem, forgery.honest(problem).made()).holds())
          .as("problem %d", n)
          .isFalse();
    }
  }
}
