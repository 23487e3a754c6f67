package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mentoring.criterion.Term;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

class PoliciesPropertyTest {
  private final Matcher matcher = new Matcher();

  @Property(tries = 400)
  void every_answer_of_every_policy_is_proved_and_measured(
      @ForAll long seed, @ForAll Policy policy, @ForAll Term.Side proposer) {
    MatchRequest request = request(seed);

    MatchResult result = matcher.match(request.aimingAt(MatchAim.of(policy).proposedBy(proposer)));

    assertThat(result.policy()).isEqualTo(policy);
    assertThat(result.proof().faults()).isEmpty();
    PolicyMeasures own = result.measures().get(policy);
    assertThat(own.pairs()).isEqualTo(result.pairs().size());
    assertThat(own.totalScore()).isEqualTo(result.totalScore());
    assertThat(own.leastScore())
        .isEqualTo(result.pairs().stream().mapToLong(ProposedPair::score).min().orElse(-1));
  }

  @Property(tries = 400)
  void each_policy_is_best_in_what_it_aims_at(@ForAll long seed) {
    MatchResult result = matcher.match(request(seed));

    PolicyMeasures optimal = result.measures().get(Policy.OPTIMAL);
    PolicyMeasures stable = result.measures().get(Policy.STABLE);
    PolicyMeasures fair = result.measures().get(Policy.MAX_MIN);
    assertThat(stable.blockingPairs()).isZero();
    assertThat(optimal.pairs()).isGreaterThanOrEqualTo(stable.pairs()).isEqualTo(fair.pairs());
    assertThat(optimal.totalScore()).isGreaterThanOrEqualTo(fair.totalScore());
    assertThat(fair.leastScore()).isGreaterThanOrEqualTo(optimal.leastScore());
  }

  @Property(tries = 300)
  void one_more_place_brings_exactly_what_was_told(@ForAll long seed) {
    MatchRequest request = request(seed);
    MatchResult result = matcher.match(request);

    for (SoughtMentor sought : result.sought()) {
      SoughtMentor.Gain gain = sought.gain();
      assertThat(gain).isNotNull();
      MatchResult more = matcher.match(withOneMorePlace(request, sought.mentor()));
      assertThat(more.pairs().size() - result.pairs().size()).isEqualTo(gain.pairs());
      assertThat(more.totalScore() - result.totalScore()).isEqualTo(gain.points());
    }
  }

  @Property(tries = 300)
  void with_locks_too_one_more_place_brings_exactly_what_was_told(@ForAll long seed) {
    MatchRequest request = request(seed);
    SortedSet<PairKey> first = new TreeSet<>();
    matcher.match(request.aimingAt(MatchAim.of(Policy.STABLE))).pairs().stream()
        .limit(2)
        .forEach(pair -> first.add(pair.pair()));
    MatchRequest locked = locked(request, first);
    MatchResult result = matcher.match(locked);

    for (SoughtMentor sought : result.sought()) {
      SoughtMentor.Gain gain = sought.gain();
      if (gain != null) {
        MatchResult more = matcher.match(withOneMorePlace(locked, sought.mentor()));
        assertThat(more.pairs().size() - result.pairs().size()).isEqualTo(gain.pairs());
        assertThat(more.totalScore() - result.totalScore()).isEqualTo(gain.points());
      }
    }
  }

  @Property(tries = 300)
  void the_openings_of_the_unmatched_are_true(@ForAll long seed, @ForAll Policy policy) {
    MatchRequest request = request(seed).aimingAt(MatchAim.of(policy));
    MatchResult result = matcher.match(request);

    for (Unmatched unmatched : result.unmatched()) {
      for (Opening opening : unmatched.openings()) {
        if (opening instanceof Opening.OnePlaceMore place && place.pairMore()) {
          assertThat(matcher.match(withOneMorePlace(request, place.mentor())).pairs())
              .hasSize(result.pairs().size() + 1);
        } else if (opening instanceof Opening.OneCriterion near) {
          assertThat(result.freePlaces()).containsKey(near.mentor());
          PairExplanation pair =
              matcher.explain(request, new PairKey(unmatched.mentee(), near.mentor()));
          assertThat(
                  pair.criteria().stream()
                      .filter(score -> score.criterion().hard() && !score.holds()))
              .containsExactly(near.criterion());
        }
      }
    }
  }

  @Property(tries = 300)
  void reasons_of_free_mentors_are_true(@ForAll long seed) {
    MatchRequest request = request(seed);
    MatchResult result = matcher.match(request);

    assertThat(result.freeMentors())
        .extracting(FreeMentor::mentor)
        .containsExactlyElementsOf(result.freePlaces().keySet());
    for (FreeMentor free : result.freeMentors()) {
      long possible =
          request.mentees().stream()
              .filter(
                  mentee ->
                      matcher.explain(request, new PairKey(mentee.id(), free.mentor())).possible())
              .count();
      assertThat(free.possible()).isEqualTo((int) possible);
      assertThat(free.places()).isEqualTo(result.freePlaces().get(free.mentor()));
      for (Unmatched.ClosedDoor door : free.closedBy()) {
        assertThat(door.alone()).isLessThanOrEqualTo(door.mentors());
        assertThat(door.mentors()).isPositive().isLessThanOrEqualTo(free.mentees());
      }
    }
  }

  @Property(tries = 300)
  void a_rematch_never_has_fewer_pairs_than_freezing_what_exists(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int leaving) {
    MatchRequest request = request(seed);
    SortedSet<PairKey> current = pairs(matcher.match(request));
    MatchRequest fewer = without(request, leaving);
    SortedSet<PairKey> still = new TreeSet<>(current);
    still.removeIf(
        pair -> fewer.mentors().stream().noneMatch(mentor -> mentor.id().equals(pair.mentor())));
    // Who is a sibling's mentor is known of those in the request: with one of them a pair may go
    // too.
    still.removeIf(pair -> !matcher.explain(fewer, pair).possible());

    MatchResult rematch = matcher.match(fewer.aimingAt(MatchAim.optimal().keeping(current, null)));
    MatchResult frozen = matcher.match(locked(fewer, still));
    MatchResult anew = matcher.match(fewer);

    assertThat(rematch.proof().holds()).isTrue();
    assertThat(rematch.pairs().size())
        .isGreaterThanOrEqualTo(frozen.pairs().size())
        .isEqualTo(anew.pairs().size());
    if (rematch.pairs().size() == frozen.pairs().size()) {
      assertThat(rematch.measures().get(Policy.OPTIMAL).kept()).isEqualTo(still.size());
    }
    assertThat(rematch.measures().get(Policy.OPTIMAL).kept())
        .isGreaterThanOrEqualTo(
            (int) anew.pairs().stream().filter(pair -> current.contains(pair.pair())).count());
  }

  @Property(tries = 200)
  void a_price_of_disruption_of_nothing_changes_no_score_and_a_great_one_keeps_most(
      @ForAll long seed) {
    MatchRequest request = request(seed);
    MatchResult free = matcher.match(request);
    SortedSet<PairKey> current = pairs(matcher.match(request.aimingAt(MatchAim.of(Policy.STABLE))));

    MatchResult cheap = matcher.match(request.aimingAt(MatchAim.optimal().keeping(current, 0)));
    MatchResult dear =
        matcher.match(request.aimingAt(MatchAim.optimal().keeping(current, 1_000_000)));
    MatchResult first = matcher.match(request.aimingAt(MatchAim.optimal().keeping(current, null)));

    assertThat(cheap.totalScore()).isEqualTo(free.totalScore());
    assertThat(dear.measures().get(Policy.OPTIMAL).kept())
        .isEqualTo(first.measures().get(Policy.OPTIMAL).kept());
    assertThat(dear.totalScore()).isEqualTo(first.totalScore());
  }

  @Property(tries = 200)
  void who_waited_longest_is_never_passed_over_for_somebody_who_waited_less(@ForAll long seed) {
    MatchRequest request = request(seed);
    SortedMap<ParticipantId, LocalDate> since = new TreeMap<>();
    for (int k = 0; k < request.mentees().size(); k++) {
      since.put(
          request.mentees().get(k).id(),
          RandomRequests.AS_OF.minusDays(Math.floorMod(seed * 31 + k * 17L, 50)));
    }

    MatchResult result = matcher.match(request.aimingAt(MatchAim.optimal().waiting(since)));

    assertThat(result.proof().holds()).isTrue();
    assertThat(result.pairs()).hasSameSizeAs(matcher.match(request).pairs());
    for (Unmatched left : result.unmatched()) {
      for (ProposedPair pair : result.pairs()) {
        boolean couldSwap =
            since.get(left.mentee()).isBefore(since.get(pair.pair().mentee()))
                && left.taken().contains(pair.pair().mentor());
        assertThat(couldSwap).isFalse();
      }
    }
  }

  private static MatchRequest request(long seed) {
    RandomRequests random = new RandomRequests(seed, 6);
    int mentees = random.random().nextInt(9);
    int mentors = random.random().nextInt(7);
    return random.request(
        mentees,
        mentors,
        2,
        List.of(
            random.criteria(random.random().nextInt(2), 1 + random.random().nextInt(3), 1),
            random.criteria(random.random().nextInt(2), 1, 2)));
  }

  private static SortedSet<PairKey> pairs(MatchResult result) {
    SortedSet<PairKey> pairs = new TreeSet<>();
    result.pairs().forEach(pair -> pairs.add(pair.pair()));
    return pairs;
  }

  private static MatchRequest without(MatchRequest request, int leaving) {
    List<Candidate> mentors =
        request
            .mentors()
            .subList(Math.min(leaving, request.mentors().size()), request.mentors().size());
    return new MatchRequest(
        request.mentees(),
        mentors,
        request.policies(),
        request.yardsticks(),
        request.ties(),
        new TreeSet<>(),
        request.rejected());
  }

  private static MatchRequest locked(MatchRequest request, SortedSet<PairKey> pairs) {
    return new MatchRequest(
        request.mentees(),
        request.mentors(),
        request.policies(),
        request.yardsticks(),
        request.ties(),
        pairs,
        request.rejected());
  }

  private static MatchRequest withOneMorePlace(MatchRequest request, ParticipantId mentor) {
    List<Candidate> mentors = new ArrayList<>();
    for (Candidate each : request.mentors()) {
      mentors.add(
          each.id().equals(mentor)
              ? new Candidate(each.dossier(), each.places() + 1, each.policy())
              : each);
    }
    return new MatchRequest(
        request.mentees(),
        mentors,
        request.policies(),
        request.yardsticks(),
        request.ties(),
        request.locked(),
        request.rejected(),
        request.aim());
  }
}
