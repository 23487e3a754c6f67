package org.mentoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mentoring.assignment.RandomRankings.Market;
import org.mentoring.failure.InvalidValue;

class StableEngineTest {
  private static int[] solve(Market market, Proposing proposing) {
    StableProblem problem = market.problem(proposing);
    return market.mentorsOf(problem, StableEngine.solve(problem, StepListener.NONE));
  }

  @Property(tries = 4_000)
  void nobody_blocks_and_no_mentor_has_more_than_its_places(@ForAll long seed) {
    RandomRankings random = new RandomRankings(seed);
    Market market = random.random().nextBoolean() ? random.tied(9) : random.strict(9);
    for (Proposing side : Proposing.values()) {
      int[] mentorOf = solve(market, side);

      assertThat(market.blocking(mentorOf)).isEmpty();
      int[] left = market.places.clone();
      for (int mentee = 0; mentee < mentorOf.length; mentee++) {
        if (mentorOf[mentee] >= 0) {
          assertThat(market.menteeRanks[mentee][mentorOf[mentee]]).isNotNegative();
          assertThat(--left[mentorOf[mentee]]).isNotNegative();
        }
      }
    }
  }

  @Property(tries = 2_000)
  void strict_rankings_give_every_mentee_the_best_mentor_of_all_stable_matchings_if_mentees_ask(
      @ForAll long seed) {
    Market market = new RandomRankings(seed).strict(5);

    int[] asked = solve(market, Proposing.MENTEES);
    int[] waited = solve(market, Proposing.MENTORS);

    for (int mentee = 0; mentee < market.mentees(); mentee++) {
      int best = Integer.MAX_VALUE;
      int worst = -1;
      for (int[] each : market.stableMatchings()) {
        int rank = rank(market, mentee, each);
        best = Math.min(best, rank);
        worst = Math.max(worst, rank);
      }
      assertThat(rank(market, mentee, asked)).isEqualTo(best);
      assertThat(rank(market, mentee, waited)).isEqualTo(worst);
    }
  }

  private static int rank(Market market, int mentee, int[] mentorOf) {
    int mentor = mentorOf[mentee];
    return mentor < 0 ? Integer.MAX_VALUE : market.menteeRanks[mentee][mentor];
  }

  @Property(tries = 2_000)
  void strict_rankings_give_the_same_pairs_in_whatever_order_people_ask(@ForAll long seed) {
    RandomRankings random = new RandomRankings(seed);
    Market market = random.strict(12);
    int[] mentees = random.permutation(market.mentees());
    int[] mentors = random.permutation(market.mentors());
    Market renumbered = RandomRankings.renumbered(market, mentees, mentors);
    for (Proposing side : Proposing.values()) {
      int[] mentorOf = solve(market, side);
      int[] renumberedMentorOf = solve(renumbered, side);

      for (int mentee = 0; mentee < mentorOf.length; mentee++) {
        int expected = mentorOf[mentee] < 0 ? -1 : mentors[mentorOf[mentee]];
        assertThat(renumberedMentorOf[mentees[mentee]]).isEqualTo(expected);
      }
    }
  }

  @Property(tries = 2_000)
  void for_strict_rankings_the_same_people_stay_without_whichever_side_asks(@ForAll long seed) {
    Market market = new RandomRankings(seed).strict(12);

    int[] mentees = solve(market, Proposing.MENTEES);
    int[] mentors = solve(market, Proposing.MENTORS);

    int[] places = new int[market.mentors()];
    for (int mentee = 0; mentee < market.mentees(); mentee++) {
      assertThat(mentees[mentee] < 0).isEqualTo(mentors[mentee] < 0);
      if (mentees[mentee] >= 0) {
        places[mentees[mentee]]++;
        places[mentors[mentee]]--;
      }
    }
    assertThat(places).containsOnly(new int[market.mentors()]);
  }

  @Property(tries = 3_000)
  void with_ties_no_stable_matching_is_greater(@ForAll long seed) {
    // Two thirds are proved; at this size the attempts find all.
    Market market = new RandomRankings(seed).tied(5);
    int most = market.stableMatchings().stream().mapToInt(RandomRankings::size).max().orElseThrow();
    for (Proposing side : Proposing.values()) {
      assertThat(RandomRankings.size(solve(market, side))).isEqualTo(most);
    }
  }

  @Property(tries = 200)
  void the_same_problem_has_the_same_answer(@ForAll long seed) {
    Market market = new RandomRankings(seed).tied(12);

    assertThat(solve(market, Proposing.MENTEES)).isEqualTo(solve(market, Proposing.MENTEES));
  }

  @Property(tries = 2_000)
  void checker_finds_exactly_the_blocking_pairs_of_any_matching(@ForAll long seed) {
    RandomRankings random = new RandomRankings(seed);
    Market market = random.tied(7);
    StableProblem problem = market.problem(Proposing.MENTEES);
    int[] left = market.places.clone();
    int[] edgeOf = new int[market.mentees()];
    int[] mentorOf = new int[market.mentees()];
    for (int mentee = 0; mentee < edgeOf.length; mentee++) {
      int first = problem.edges().firstEdge(mentee);
      int count = problem.edges().firstEdge(mentee + 1) - first;
      edgeOf[mentee] = count == 0 ? -1 : first + random.random().nextInt(count);
      mentorOf[mentee] = count == 0 ? -1 : problem.edges().mentorOf(edgeOf[mentee]);
      if (count > 0 && left[mentorOf[mentee]]-- <= 0) {
        edgeOf[mentee] = -1;
        mentorOf[mentee] = -1;
      }
    }

    assertThat(StabilityChecker.blockingPairs(problem, mentee -> edgeOf[mentee]))
        .isEqualTo(market.blocking(mentorOf));
  }

  @Test
  void checker_names_the_two_who_would_rather_have_each_other() {
    // Both mentees would rather have mentor 0, who would rather have mentee 0.
    StableProblem problem =
        StableProblem.of(
            twoByTwo(),
            new int[] {1, 1},
            new int[] {0, 1, 0, 1},
            new int[] {0, 0, 1, 1},
            Proposing.MENTEES);
    int[] crossed = {1, 2};

    assertThat(StabilityChecker.blockingPairs(problem, mentee -> crossed[mentee]))
        .containsExactly(new BlockingPair(0, 0));
    assertThat(StableEngine.solve(problem, StepListener.NONE).edgeOf(0)).isZero();
  }

  @Test
  void checker_refuses_an_edge_of_somebody_else_and_a_mentor_with_too_many() {
    StableProblem problem = StableProblem.byScore(twoByTwo(), new int[] {1, 1}, Proposing.MENTEES);

    assertThatThrownBy(() -> StabilityChecker.blockingPairs(problem, mentee -> 0))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("matching.edge");
    assertThatThrownBy(() -> StabilityChecker.blockingPairs(problem, mentee -> 2 * mentee))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("matching.mentees");
  }

  private static Edges twoByTwo() {
    return Edges.builder(2)
        .mentee(new int[] {0, 1}, new int[] {7, 5}, 2)
        .mentee(new int[] {0, 1}, new int[] {7, 3}, 2)
        .build();
  }

  @Test
  void matching_sums_up_scores_and_ranks() {
    StableProblem problem = StableProblem.byScore(twoByTwo(), new int[] {1, 1}, Proposing.MENTEES);

    StableMatching matching = StableEngine.solve(problem, StepListener.NONE);

    assertThat(matching.pairs()).isEqualTo(2);
    assertThat(matching.totalScore()).isIn(10L, 12L);
    assertThat(matching.worstScore()).isIn(3, 5);
    assertThat(matching.menteeRanks()).isEqualTo(1);
    assertThat(matching.mentorRanks()).isIn(0L, 1L);
  }

  @Test
  void ranks_by_score_begin_at_zero_and_equal_scores_are_a_tie() {
    Edges edges =
        Edges.builder(3)
            .mentee(new int[] {0, 1, 2}, new int[] {5, 9, 5}, 3)
            .mentee(new int[] {0}, new int[] {6}, 1)
            .build();

    StableProblem problem = StableProblem.byScore(edges, new int[] {1, 1, 1}, Proposing.MENTORS);

    assertThat(new int[] {problem.menteeRank(0), problem.menteeRank(1), problem.menteeRank(2)})
        .containsExactly(1, 0, 1);
    assertThat(new int[] {problem.mentorRank(0), problem.mentorRank(3)}).containsExactly(1, 0);
    assertThat(problem.proposing()).isEqualTo(Proposing.MENTORS);
    assertThat(problem.proposedBy(Proposing.MENTEES).proposing()).isEqualTo(Proposing.MENTEES);
  }

  @Test
  void nobody_one_side_alone_and_mentors_without_a_place_have_an_empty_answer() {
    Market nobody = new Market(new int[0][0], new int[0][0], new int[0]);
    Market onlyMentees = new Market(new int[3][0], new int[3][0], new int[0]);
    Market onlyMentors = new Market(new int[0][0], new int[0][0], new int[] {1, 2});
    Market noPlaces = new Market(new int[2][2], new int[2][2], new int[2]);
    for (Market market : List.of(nobody, onlyMentees, onlyMentors, noPlaces)) {
      for (Proposing side : Proposing.values()) {
        StableMatching matching = StableEngine.solve(market.problem(side), StepListener.NONE);

        assertThat(matching.pairs()).isZero();
        assertThat(matching.worstScore()).isEqualTo(-1);
      }
    }
  }

  @Test
  void where_all_are_equal_everybody_finds_a_place() {
    Market market = new Market(new int[7][3], new int[7][3], new int[] {3, 1, 3});
    for (Proposing side : Proposing.values()) {
      assertThat(RandomRankings.size(solve(market, side))).isEqualTo(7);
    }
  }

  @Test
  void more_places_than_anybody_could_fill_are_no_trouble() {
    Market market = new Market(new int[4][1], new int[4][1], new int[] {Integer.MAX_VALUE});

    assertThat(solve(market, Proposing.MENTORS)).containsOnly(0);
  }

  @Test
  void listener_hears_of_every_mentee_and_can_stop_the_engine() {
    Market market = new RandomRankings(4).strict(40);
    for (Proposing side : Proposing.values()) {
      List<Integer> heard = new ArrayList<>();
      StableEngine.solve(market.problem(side), heard::add);

      assertThat(heard.stream().mapToInt(Integer::intValue).sum()).isEqualTo(market.mentees());
      assertThatThrownBy(
              () ->
                  StableEngine.solve(
                      market.problem(side),
                      steps -> {
                        throw new IllegalStateException("stopped");
                      }))
          .hasMessage("stopped");
    }
  }

  @Test
  void a_problem_needs_a_rank_for_each_edge_and_places_for_each_mentor() {
    Edges edges = twoByTwo();
    int[] ranks = new int[4];
    int[] places = {1, 1};

    assertThatThrownBy(() -> StableProblem.of(edges, new int[1], ranks, ranks, Proposing.MENTEES))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("stable.places");
    assertThatThrownBy(() -> StableProblem.of(edges, places, new int[3], ranks, Proposing.MENTEES))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("stable.mentee-ranks");
    assertThatThrownBy(
            () ->
                StableProblem.of(edges, places, ranks, new int[] {0, 0, 0, -1}, Proposing.MENTEES))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("stable.mentor-ranks");
    assertThatThrownBy(() -> StableProblem.byScore(edges, new int[] {1, -1}, Proposing.MENTEES))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("stable.places");
  }
}
