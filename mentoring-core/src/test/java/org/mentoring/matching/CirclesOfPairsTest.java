package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mentoring.matching.People.mentee;
import static org.mentoring.matching.People.mentor;
import static org.mentoring.matching.People.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.MatchingPlan.Policy;
import org.mentoring.programme.Yardsticks;

class CirclesOfPairsTest {
  private final Matcher matcher = new Matcher();

  private static MatchRequest relay(List<Candidate> mentees, List<Candidate> mentors, Ties ties) {
    return new MatchRequest(
            mentees,
            mentors,
            List.of(List.of()),
            Yardsticks.of(List.of()),
            ties,
            new TreeSet<>(),
            new TreeSet<>())
        .aimingAt(MatchAim.optimal().withoutCircles());
  }

  private static Ties open(PairKey... pairs) {
    return new Ties(new TreeSet<>(List.of(pairs)), new TreeSet<>(), new TreeSet<>());
  }

  @Test
  void two_on_both_sides_do_not_mentor_each_other() {
    MatchRequest request =
        relay(List.of(mentee("a"), mentee("b")), List.of(mentor("a", 1), mentor("b", 1)), open());

    MatchResult result = matcher.match(request);

    assertThat(result.pairs()).hasSize(1);
    assertThat(result.unmatched().get(0).reason()).isEqualTo(Unmatched.Reason.CIRCLE);
    assertThat(result.freeMentors().get(0).reason()).isEqualTo(FreeMentor.Reason.CIRCLE);
    assertThat(result.proof().kind()).isEqualTo(MatchProof.Kind.DUAL_PRICES_AND_BARRED_CIRCLES);
    assertThat(result.proof().holds()).isTrue();
    assertThat(matcher.match(request.aimingAt(MatchAim.optimal())).pairs()).hasSize(2);
  }

  @Test
  void a_circle_over_an_open_mentorship_of_others_is_not_closed() {
    MatchRequest request =
        relay(List.of(mentee("a")), List.of(mentor("c", 1)), open(pair("c", "b"), pair("b", "a")));

    assertThat(matcher.match(request).unmatched().get(0).reason())
        .isEqualTo(Unmatched.Reason.CIRCLE);
  }

  @Test
  void a_circle_that_stands_already_hides_no_pair() {
    MatchRequest request =
        relay(List.of(mentee("c")), List.of(mentor("a", 1)), open(pair("a", "b"), pair("b", "a")));

    assertThat(matcher.match(request).pairs()).hasSize(1);
  }

  @Test
  void locks_that_close_a_circle_are_refused() {
    MatchRequest request =
        relay(List.of(mentee("a"), mentee("b")), List.of(mentor("a", 1), mentor("b", 1)), open())
            .with(new TreeSet<>(List.of(pair("a", "b"), pair("b", "a"))), new TreeSet<>());

    assertThatExceptionOfType(MentoringException.class)
        .isThrownBy(() -> matcher.match(request))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("match.lock-impossible");
              assertThat(refused.attributes()).containsEntry("why", "circle");
            });
  }

  @Property(tries = 150)
  void no_answer_of_any_policy_has_a_circle_and_the_best_one_is_found(
      @ForAll long seed, @ForAll Policy policy) {
    RandomRequests random = new RandomRequests(seed, 6);
    int size = 2 + random.random().nextInt(4);
    MatchRequest request = random.request(size, size, 2, List.of(random.criteria(0, 2, 1)));
    List<Candidate> both =
        request.mentees().stream()
            .map(each -> new Candidate(each.dossier(), 1 + random.random().nextInt(2), 0))
            .toList();
    MatchRequest relay =
        new MatchRequest(
                request.mentees(),
                both,
                request.policies(),
                request.yardsticks(),
                Ties.none(),
                new TreeSet<>(),
                new TreeSet<>())
            .aimingAt(MatchAim.of(policy).withoutCircles());

    MatchResult result = matcher.match(relay);

    List<PairKey> pairs = result.pairs().stream().map(ProposedPair::pair).toList();
    assertThat(Circles.of(pairs).any()).isEmpty();
    assertThat(result.proof().holds()).isTrue();
    SortedMap<Policy, PolicyMeasures> measures = result.measures();
    long[] best = BestWithoutCircles.of(matcher.candidates(relay), relay);
    MatchProof.Gap gap =
        matcher.match(relay.aimingAt(MatchAim.optimal().withoutCircles())).proof().gap();
    assertThat((int) best[0])
        .isBetween(
            measures.get(Policy.OPTIMAL).pairs(),
            measures.get(Policy.OPTIMAL).pairs() + gap.pairs());
    if (gap.equals(MatchProof.Gap.NONE)) {
      assertThat(measures.get(Policy.OPTIMAL).totalScore()).isEqualTo(best[1]);
    }
    Statistics.collect(gap.equals(MatchProof.Gap.NONE) ? "best" : "with a gap");
    Statistics.coverage(coverage -> coverage.check("best").percentage(share -> share > 90));
  }

  /** Tries everything. */
  private static final class BestWithoutCircles {
    private final CandidateEdges edges;
    private final int[] places;
    private final List<PairKey> pairs = new ArrayList<>();
    private final List<PairKey> open = new ArrayList<>();
    private long[] best = {0, 0};

    private BestWithoutCircles(CandidateEdges edges, MatchRequest request) {
      this.edges = edges;
      this.places = request.mentors().stream().mapToInt(Candidate::places).toArray();
    }

    static long[] of(CandidateEdges edges, MatchRequest request) {
      BestWithoutCircles search = new BestWithoutCircles(edges, request);
      search.open.addAll(request.allTies().open());
      while (!Circles.of(search.open).any().isEmpty()) {
        search.open.remove(Circles.of(search.open).any().get(0));
      }
      search.go(0, 0);
      return search.best;
    }

    private void go(int mentee, long total) {
      if (mentee == edges.mentees()) {
        List<PairKey> all = new ArrayList<>(open);
        all.addAll(pairs);
        if (Circles.of(all).any().isEmpty()
            && (pairs.size() > best[0] || (pairs.size() == best[0] && total > best[1]))) {
          best = new long[] {pairs.size(), total};
        }
        return;
      }
      go(mentee + 1, total);
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        int mentor = edges.mentorOf(e);
        if (places[mentor] > 0) {
          places[mentor]--;
          pairs.add(new PairKey(edges.mentee(mentee), edges.mentor(mentor)));
          go(mentee + 1, total + edges.scoreOf(e));
          pairs.remove(pairs.size() - 1);
          places[mentor]++;
        }
      }
    }
  }
}
