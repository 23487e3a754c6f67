package org.mentoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.assignment.EveryAnswer.Figures;
import org.mentoring.failure.MentoringException;

class ExactEngineTest {
  static Assignment solve(AssignmentProblem problem) {
    return ExactEngine.solve(problem, StepListener.NONE);
  }

  /** Per mentee and mentor the score; negative where they cannot be a pair. */
  static Edges edges(int[][] scores) {
    int mentors = scores.length == 0 ? 0 : scores[0].length;
    Edges.Builder builder = Edges.builder(mentors);
    for (int[] row : scores) {
      int[] possible = new int[mentors];
      int[] points = new int[mentors];
      int count = 0;
      for (int mentor = 0; mentor < mentors; mentor++) {
        if (row[mentor] >= 0) {
          possible[count] = mentor;
          points[count++] = row[mentor];
        }
      }
      builder.mentee(possible, points, count);
    }
    return builder.build();
  }

  private static Assignment proved(AssignmentProblem problem) {
    Assignment answer = solve(problem);
    assertThat(OptimalityChecker.check(problem, answer).faults()).isEmpty();
    return answer;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void every_answer_is_as_good_as_trying_all_and_is_proved(long seed) {
    RandomProblems problems = new RandomProblems(seed);
    for (int n = 0; n < 15_000; n++) {
      AssignmentProblem problem = problems.any(5, 5);
      Assignment answer = solve(problem);
      assertThat(Figures.of(answer))
          .as("problem %d", n)
          .isEqualTo(EveryAnswer.best(problem, answer));
      assertThat(OptimalityChecker.check(problem, answer).faults()).as("problem %d", n).isEmpty();
    }
  }

  @Test
  void answers_beyond_what_can_be_tried_are_proved() {
    RandomProblems problems = new RandomProblems(5);
    for (int n = 0; n < 1_500; n++) {
      AssignmentProblem problem = problems.any(60, 60);
      assertThat(OptimalityChecker.check(problem, solve(problem)).faults())
          .as("problem %d", n)
          .isEmpty();
    }
  }

  @Test
  void contested_answers_are_proved() {
    RandomProblems problems = new RandomProblems(6);
    for (int n = 0; n < 3_000; n++) {
      AssignmentProblem problem = problems.contested(120, 120);
      assertThat(OptimalityChecker.check(problem, solve(problem)).faults())
          .as("problem %d", n)
          .isEmpty();
    }
  }

  @Test
  void contested_answers_of_few_are_as_good_as_trying_all() {
    RandomProblems problems = new RandomProblems(9);
    for (int n = 0; n < 5_000; n++) {
      AssignmentProblem problem = problems.contested(6, 4);
      Assignment answer = proved(problem);
      assertThat(Figures.of(answer))
          .as("problem %d", n)
          .isEqualTo(EveryAnswer.best(problem, answer));
    }
  }

  @Test
  void thousands_in_one_part_are_proved_at_every_level() {
    RandomProblems problems = new RandomProblems(10);
    Edges edges = problems.edges(2_000, 1_000, 1, 1_000);
    int[] single = new int[1_000];
    Arrays.fill(single, 1);
    int[] twice = new int[1_000];
    Arrays.fill(twice, 2);
    for (int[] places : new int[][] {single, twice}) {
      AssignmentProblem plain = AssignmentProblem.of(edges, places);
      assertThat(proved(plain).pairs()).isEqualTo(1_000 * places[0]);
      proved(plain.waiting(problems.ranks(2_000)));
      proved(plain.keeping(problems.kept(edges)));
      proved(plain.keeping(problems.kept(edges)).waiting(problems.ranks(2_000)));
      proved(plain.worstScoreFirst());
    }
  }

  @Test
  void nobody_gets_an_empty_answer() {
    for (int[][] scores : new int[][][] {{}, {{}}, {{-1, -1}}}) {
      AssignmentProblem problem =
          AssignmentProblem.of(edges(scores), new int[edges(scores).mentors()]);
      for (AssignmentProblem each : new AssignmentProblem[] {problem, problem.worstScoreFirst()}) {
        Assignment answer = proved(each);
        assertThat(Figures.of(answer)).isEqualTo(new Figures(0, 0, 0, -1, 0));
      }
    }
  }

  @Test
  void a_mentor_without_places_gets_nobody() {
    Assignment answer = proved(AssignmentProblem.of(edges(new int[][] {{9, 1}}), new int[] {0, 1}));
    assertThat(answer.edgeOf(0)).isEqualTo(1);
  }

  @Test
  void more_places_than_mentees_who_could_come_cost_nothing() {
    Assignment answer =
        proved(
            AssignmentProblem.of(
                edges(new int[][] {{3, 8}, {5, 9}}), new int[] {Integer.MAX_VALUE, 1}));
    assertThat(answer.totalScore()).isEqualTo(13);
    assertThat(answer.certificate().mentorPrice(0)).isZero();
    assertThat(answer.certificate().mentorPrice(1)).isPositive();
  }

  @Test
  void scarce_mentors_with_more_places_than_possible_mentees_cost_nothing() {
    // Four mentees for three places, of which one can reach nobody else.
    Assignment answer =
        proved(
            AssignmentProblem.of(
                edges(new int[][] {{3, 8}, {-1, 9}, {-1, 4}, {-1, 2}}), new int[] {2, 1}));
    assertThat(Figures.of(answer)).isEqualTo(new Figures(2, 0, 0, 3, 12));
    assertThat(answer.certificate().mentorPrice(0)).isZero();
  }

  @Test
  void equal_scores_give_the_most_pairs() {
    Assignment answer =
        proved(
            AssignmentProblem.of(edges(new int[][] {{4, 4}, {4, -1}, {4, -1}}), new int[] {1, 1}));
    assertThat(Figures.of(answer)).isEqualTo(new Figures(2, 0, 0, 4, 8));
  }

  @Test
  void both_sides_may_stay_in_part_unmatched() {
    Assignment answer =
        proved(
            AssignmentProblem.of(
                edges(new int[][] {{4, -1}, {6, -1}, {-1, -1}}), new int[] {1, 3}));
    assertThat(answer.edgeOf(0)).isEqualTo(-1);
    assertThat(answer.edgeOf(1)).isEqualTo(1);
    assertThat(answer.edgeOf(2)).isEqualTo(-1);
  }

  @Test
  void one_pair_more_outweighs_every_score() {
    Assignment answer =
        proved(
            AssignmentProblem.of(
                edges(new int[][] {{Integer.MAX_VALUE, 0}, {0, -1}}), new int[] {1, 1}));
    assertThat(Figures.of(answer)).isEqualTo(new Figures(2, 0, 0, 0, 0));
  }

  @Test
  void pairs_come_before_kept_pairs_before_waiting_before_the_worst_score_before_the_total() {
    int[][] scores = {{9, 0, 5}, {9, 9, 5}, {9, -1, 5}};
    AssignmentProblem plain = AssignmentProblem.of(edges(scores), new int[] {1, 1, 0});
    assertThat(Figures.of(proved(plain))).isEqualTo(new Figures(2, 0, 0, 9, 18));
    AssignmentProblem waiting = plain.waiting(new int[] {3, 1, 1});
    assertThat(Figures.of(proved(waiting))).isEqualTo(new Figures(2, 0, 4, 9, 18));
    BitSet kept = new BitSet();
    kept.set(1);
    AssignmentProblem keeping = waiting.keeping(kept);
    assertThat(Figures.of(proved(keeping))).isEqualTo(new Figures(2, 1, 4, 0, 9));
  }

  @Test
  void the_worst_score_is_that_of_the_whole_answer() {
    // In the second part nothing better than 3 is possible, so the first may go down to it.
    int[][] scores = {{10, 4, -1}, {9, 3, -1}, {-1, -1, 3}};
    AssignmentProblem fair =
        AssignmentProblem.of(edges(scores), new int[] {1, 1, 1}).worstScoreFirst();
    assertThat(Figures.of(proved(fair))).isEqualTo(new Figures(3, 0, 0, 3, 16));
    assertThat(proved(fair).certificate().worstScore()).isPresent();
  }

  @Test
  void the_same_problem_has_the_same_answer() {
    RandomProblems problems = new RandomProblems(11);
    for (int n = 0; n < 300; n++) {
      AssignmentProblem problem = problems.any(20, 20);
      Forgery first = new Forgery(problem, solve(problem));
      Forgery second = new Forgery(problem, solve(problem));
      assertThat(first.edgeOf).isEqualTo(second.edgeOf);
      assertThat(first.menteePrices).isEqualTo(second.menteePrices);
    }
  }

  @Test
  void one_place_more_never_lowers_pairs_and_then_score() {
    RandomProblems problems = new RandomProblems(12);
    for (int n = 0; n < 3_000; n++) {
      Edges edges = problems.edges(12, 1 + problems.random().nextInt(10));
      int[] places = problems.places(edges.mentors());
      Assignment before = solve(AssignmentProblem.of(edges, places));
      places[problems.random().nextInt(places.length)]++;
      assertNotLower(before, solve(AssignmentProblem.of(edges, places)));
    }
  }

  @Test
  void one_possible_pair_more_never_lowers_pairs_and_then_score() {
    RandomProblems problems = new RandomProblems(13);
    Random random = problems.random();
    for (int n = 0; n < 3_000; n++) {
      int[][] scores = matrix(random, 10, 8);
      int[] places = problems.places(8);
      Assignment before = solve(AssignmentProblem.of(edges(scores), places));
      int mentee = random.nextInt(10);
      int mentor = random.nextInt(8);
      scores[mentee][mentor] = Math.max(scores[mentee][mentor], random.nextInt(12));
      assertNotLower(before, solve(AssignmentProblem.of(edges(scores), places)));
    }
  }

  private static void assertNotLower(Assignment before, Assignment after) {
    assertThat(after.pairs()).isGreaterThanOrEqualTo(before.pairs());
    if (after.pairs() == before.pairs()) {
      assertThat(after.totalScore()).isGreaterThanOrEqualTo(before.totalScore());
    }
  }

  @Test
  void other_numbers_for_the_same_parties_leave_every_figure() {
    RandomProblems problems = new RandomProblems(14);
    Random random = problems.random();
    for (int n = 0; n < 3_000; n++) {
      int[][] scores = matrix(random, 9, 7);
      int[] places = problems.places(7);
      int[] mentees = shuffled(random, 9);
      int[] mentors = shuffled(random, 7);
      int[][] other = new int[9][7];
      int[] otherPlaces = new int[7];
      for (int mentor = 0; mentor < 7; mentor++) {
        otherPlaces[mentors[mentor]] = places[mentor];
        for (int mentee = 0; mentee < 9; mentee++) {
          other[mentees[mentee]][mentors[mentor]] = scores[mentee][mentor];
        }
      }
      Assignment one = solve(AssignmentProblem.of(edges(scores), places));
      Assignment two = solve(AssignmentProblem.of(edges(other), otherPlaces));
      assertThat(two.pairs()).isEqualTo(one.pairs());
      assertThat(two.totalScore()).isEqualTo(one.totalScore());
      Assignment fair = solve(AssignmentProblem.of(edges(scores), places).worstScoreFirst());
      Assignment same = solve(AssignmentProblem.of(edges(other), otherPlaces).worstScoreFirst());
      assertThat(Figures.of(same)).isEqualTo(Figures.of(fair));
    }
  }

  @Test
  void a_constant_added_to_all_scores_adds_it_to_each_pair() {
    RandomProblems problems = new RandomProblems(15);
    Random random = problems.random();
    for (int n = 0; n < 3_000; n++) {
      int[][] scores = matrix(random, 9, 7);
      int[] places = problems.places(7);
      int more = random.nextInt(1_000);
      Assignment one = solve(AssignmentProblem.of(edges(scores), places));
      for (int[] row : scores) {
        Arrays.setAll(row, mentor -> row[mentor] < 0 ? row[mentor] : row[mentor] + more);
      }
      Assignment two = solve(AssignmentProblem.of(edges(scores), places));
      assertThat(two.pairs()).isEqualTo(one.pairs());
      assertThat(two.totalScore()).isEqualTo(one.totalScore() + (long) more * one.pairs());
    }
  }

  @Test
  void a_rematch_never_has_fewer_pairs_than_freezing_who_stays() {
    RandomProblems problems = new RandomProblems(16);
    Random random = problems.random();
    for (int n = 0; n < 3_000; n++) {
      Edges edges = problems.edges(12, 6);
      int[] places = problems.places(6);
      Assignment before = solve(AssignmentProblem.of(edges, places));
      places[random.nextInt(6)] = 0;
      BitSet kept = new BitSet();
      BitSet stay = new BitSet();
      int[] left = places.clone();
      for (int mentee = 0; mentee < 12; mentee++) {
        int edge = before.edgeOf(mentee);
        if (edge >= 0 && places[edges.mentorOf(edge)] > 0) {
          kept.set(edge);
          stay.set(mentee);
          left[edges.mentorOf(edge)]--;
        }
      }
      Assignment rematch = proved(AssignmentProblem.of(edges, places).keeping(kept));
      Assignment frozen = solve(AssignmentProblem.of(edges.without(stay), left));
      assertThat(rematch.pairs()).isGreaterThanOrEqualTo(stay.cardinality() + frozen.pairs());
    }
  }

  @Test
  void the_listener_hears_one_step_for_each_mentee() {
    RandomProblems problems = new RandomProblems(17);
    for (int n = 0; n < 600; n++) {
      AssignmentProblem problem = n % 2 == 0 ? problems.any(20, 20) : problems.contested(60, 60);
      AtomicInteger steps = new AtomicInteger();
      ExactEngine.solve(
          problem,
          more -> {
            assertThat(more).isNotNegative();
            steps.addAndGet(more);
          });
      assertThat(steps).hasValue(problem.edges().mentees());
    }
  }

  @Test
  void the_listener_can_stop_the_engine() {
    RandomProblems problems = new RandomProblems(18);
    AssignmentProblem problem =
        AssignmentProblem.of(problems.edges(50, 50, 9, 9), new int[50]).worstScoreFirst();
    RuntimeException stop = new IllegalStateException("stop");
    assertThatThrownBy(
            () ->
                ExactEngine.solve(
                    problem,
                    steps -> {
                      throw stop;
                    }))
        .isSameAs(stop);
  }

  @Test
  void levels_beyond_whole_numbers_are_refused() {
    int most = Integer.MAX_VALUE;
    AssignmentProblem problem =
        AssignmentProblem.of(edges(new int[][] {{most}, {most}}), new int[] {2})
            .waiting(new int[] {most, most});
    assertThatThrownBy(() -> solve(problem))
        .isInstanceOfSatisfying(
            MentoringException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("match.too-large");
              assertThat(refused.attributes()).containsEntry("pairs", "2");
              assertThat(refused.hint()).isNotBlank();
            });
  }

  private static int[][] matrix(Random random, int mentees, int mentors) {
    int tenths = random.nextInt(11);
    int[][] scores = new int[mentees][mentors];
    for (int[] row : scores) {
      Arrays.setAll(row, mentor -> random.nextInt(10) < tenths ? random.nextInt(12) : -1);
    }
    return scores;
  }

  private static int[] shuffled(Random random, int count) {
    int[] numbers = new int[count];
    for (int k = 1; k < count; k++) {
      int at = random.nextInt(k + 1);
      numbers[k] = numbers[at];
      numbers[at] = k;
    }
    return numbers;
  }
}
