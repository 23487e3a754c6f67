package org.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Force;
import org.mentoring.criterion.Term;
import org.mentoring.identity.Citation;
import org.mentoring.identity.ParticipantId;

class MatcherPropertyTest {
  private final Matcher matcher = new Matcher();

  private static MatchRequest small(RandomRequests random) {
    int mentees = random.random().nextInt(7);
    int mentors = random.random().nextInt(6);
    List<List<Criterion>> policies =
        List.of(
            random.criteria(random.random().nextInt(2), 1 + random.random().nextInt(3), 1),
            random.criteria(random.random().nextInt(2), 1, 2));
    return random.request(mentees, mentors, 2, policies);
  }

  private static BruteForce.Best best(MatchRequest request) {
    NaivePairs naive = NaivePairs.of(request);
    long[][] scores = new long[request.mentees().size()][request.mentors().size()];
    for (int i = 0; i < scores.length; i++) {
      Candidate mentee = request.mentees().get(i);
      List<Criterion> criteria = request.policies().get(mentee.policy());
      for (int j = 0; j < scores[i].length; j++) {
        Candidate mentor = request.mentors().get(j);
        PairKey key = new PairKey(mentee.id(), mentor.id());
        boolean possible =
            naive.possible(mentee.dossier(), mentor.dossier(), criteria)
                && !request.rejected().contains(key);
        scores[i][j] = possible ? naive.score(mentee.dossier(), mentor.dossier(), criteria) : -1;
      }
    }
    return BruteForce.of(scores, request.mentors().stream().mapToInt(Candidate::places).toArray());
  }

  @Property(tries = 1_500)
  void the_answer_is_as_large_and_as_good_as_an_exhaustive_search_finds(@ForAll long seed) {
    MatchRequest request = small(new RandomRequests(seed, 6));

    MatchResult result = matcher.match(request);

    BruteForce.Best best = best(request);
    assertThat(result.pairs()).hasSize(best.pairs());
    assertThat(result.totalScore()).isEqualTo(best.total());
  }

  @Property(tries = 500)
  void every_pair_is_possible_within_places_not_rejected_and_scored_by_its_points(
      @ForAll long seed) {
    MatchRequest request = small(new RandomRequests(seed, 6));
    NaivePairs naive = NaivePairs.of(request);
    Map<ParticipantId, Candidate> mentees = byId(request.mentees());
    Map<ParticipantId, Candidate> mentors = byId(request.mentors());

    MatchResult result = matcher.match(request);

    Map<ParticipantId, Integer> taken = new HashMap<>();
    for (ProposedPair pair : result.pairs()) {
      Candidate mentee = mentees.get(pair.pair().mentee());
      Candidate mentor = mentors.get(pair.pair().mentor());
      List<Criterion> criteria = request.policies().get(mentee.policy());
      assertThat(naive.possible(mentee.dossier(), mentor.dossier(), criteria)).isTrue();
      assertThat(request.rejected()).doesNotContain(pair.pair());
      assertThat(pair.score()).isEqualTo(naive.score(mentee.dossier(), mentor.dossier(), criteria));
      assertThat(pair.explanation().criteria().stream().mapToLong(CriterionScore::points).sum())
          .isEqualTo(pair.score());
      taken.merge(mentor.id(), 1, Integer::sum);
    }
    for (Candidate mentor : request.mentors()) {
      int left = mentor.places() - taken.getOrDefault(mentor.id(), 0);
      assertThat(left).isNotNegative();
      assertThat(result.freePlaces().getOrDefault(mentor.id(), 0)).isEqualTo(left);
    }
    assertThat(result.pairs().size() + result.unmatched().size())
        .isEqualTo(request.mentees().size());
    assertThat(result.totalScore())
        .isEqualTo(result.pairs().stream().mapToLong(ProposedPair::score).sum());
  }

  @Property(tries = 300)
  void the_order_of_the_input_does_not_matter(@ForAll long seed) {
    RandomRequests random = new RandomRequests(seed, 6);
    MatchRequest request = small(random);
    List<Candidate> mentees = new ArrayList<>(request.mentees());
    List<Candidate> mentors = new ArrayList<>(request.mentors());
    Collections.shuffle(mentees, random.random());
    Collections.shuffle(mentors, random.random());

    MatchRequest shuffled =
        new MatchRequest(
            mentees,
            mentors,
            request.policies(),
            request.yardsticks(),
            request.ties(),
            request.locked(),
            request.rejected());

    assertThat(matcher.match(shuffled)).isEqualTo(matcher.match(request));
  }

  @Property(tries = 500)
  void locked_pairs_stay_and_the_rest_is_the_best_around_them(@ForAll long seed) {
    RandomRequests random = new RandomRequests(seed, 6);
    MatchRequest free = small(random);
    SortedSet<PairKey> locked = new TreeSet<>();
    matcher.match(free).pairs().stream()
        .filter(pair -> random.random().nextBoolean())
        .forEach(pair -> locked.add(pair.pair()));
    // Any possible pair may be locked, not only one of the best answer.
    CandidateEdges edges = matcher.candidates(free);
    if (locked.isEmpty() && edges.size() > 0) {
      int mentee = 0;
      int edge = random.random().nextInt(edges.size());
      while (edges.firstEdge(mentee + 1) <= edge) {
        mentee++;
      }
      locked.add(new PairKey(edges.mentee(mentee), edges.mentor(edges.mentorOf(edge))));
    }
    MatchRequest request = free.with(locked, free.rejected());

    MatchResult result = matcher.match(request);

    assertThat(result.pairs().stream().filter(ProposedPair::locked).map(ProposedPair::pair))
        .containsExactlyElementsOf(locked);
    BruteForce.Best best = bestAround(request, locked);
    assertThat(result.pairs()).hasSize(best.pairs());
    assertThat(result.totalScore()).isEqualTo(best.total());
  }

  /** Locked first, then the search over the others with what is left. */
  private static BruteForce.Best bestAround(MatchRequest request, SortedSet<PairKey> locked) {
    NaivePairs naive = NaivePairs.of(request);
    List<Candidate> others =
        request.mentees().stream()
            .filter(mentee -> locked.stream().noneMatch(lock -> lock.mentee().equals(mentee.id())))
            .toList();
    int[] places =
        request.mentors().stream()
            .mapToInt(
                mentor ->
                    mentor.places()
                        - (int)
                            locked.stream()
                                .filter(lock -> lock.mentor().equals(mentor.id()))
                                .count())
            .toArray();
    long[][] scores = new long[others.size()][places.length];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < places.length; j++) {
        Candidate mentee = others.get(i);
        Candidate mentor = request.mentors().get(j);
        List<Criterion> criteria = request.policies().get(mentee.policy());
        scores[i][j] =
            naive.possible(mentee.dossier(), mentor.dossier(), criteria)
                    && !request.rejected().contains(new PairKey(mentee.id(), mentor.id()))
                ? naive.score(mentee.dossier(), mentor.dossier(), criteria)
                : -1;
      }
    }
    BruteForce.Best rest = BruteForce.of(scores, places);
    Map<ParticipantId, Candidate> mentees = byId(request.mentees());
    Map<ParticipantId, Candidate> mentors = byId(request.mentors());
    long lockedScore =
        locked.stream()
            .mapToLong(
                lock -> {
                  Candidate mentee = mentees.get(lock.mentee());
                  return naive.score(
                      mentee.dossier(),
                      mentors.get(lock.mentor()).dossier(),
                      request.policies().get(mentee.policy()));
                })
            .sum();
    return new BruteForce.Best(rest.pairs() + locked.size(), rest.total() + lockedScore);
  }

  @Property(tries = 600)
  void the_kernel_agrees_with_a_naive_reading_of_every_term(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 201) int topics) {
    RandomRequests random = new RandomRequests(seed, topics);
    List<Criterion> criteria = random.criteria(0, 6, 3);
    List<Criterion> hard = random.criteria(1, 0, 2);
    List<Criterion> all = new ArrayList<>(criteria);
    all.addAll(hard);
    MatchRequest request = random.request(5, 5, 1, List.of(all));
    NaivePairs naive = NaivePairs.of(request);

    for (Candidate mentee : request.mentees()) {
      for (Candidate mentor : request.mentors()) {
        PairExplanation explanation =
            matcher.explain(request, new PairKey(mentee.id(), mentor.id()));
        for (CriterionScore score : explanation.criteria()) {
          assertThat(score.holds())
              .isEqualTo(naive.holds(score.criterion(), mentee.dossier(), mentor.dossier()));
          assertThat(score.points())
              .isEqualTo((int) naive.points(score.criterion(), mentee.dossier(), mentor.dossier()));
        }
        assertThat(explanation.possible())
            .isEqualTo(naive.possible(mentee.dossier(), mentor.dossier(), all));
      }
    }
    edgesAgree(request, naive, all);
  }

  private void edgesAgree(MatchRequest request, NaivePairs naive, List<Criterion> criteria) {
    CandidateEdges edges = matcher.candidates(request);
    for (int i = 0; i < edges.mentees(); i++) {
      Map<Integer, Integer> found = new HashMap<>();
      for (int e = edges.firstEdge(i); e < edges.firstEdge(i + 1); e++) {
        found.put(edges.mentorOf(e), edges.scoreOf(e));
      }
      Candidate mentee = request.mentees().get(i);
      for (int j = 0; j < edges.mentors(); j++) {
        Candidate mentor = request.mentors().get(j);
        boolean expected =
            mentor.places() > 0
                && !request.rejected().contains(new PairKey(mentee.id(), mentor.id()))
                && naive.possible(mentee.dossier(), mentor.dossier(), criteria);
        assertThat(found.containsKey(j)).isEqualTo(expected);
        if (expected) {
          assertThat(found.get(j))
              .isEqualTo((int) naive.score(mentee.dossier(), mentor.dossier(), criteria));
        }
      }
    }
  }

  @Property(tries = 400)
  void the_reasons_of_the_unmatched_are_true(@ForAll long seed) {
    RandomRequests random = new RandomRequests(seed, 6);
    MatchRequest request =
        random.request(5, 5, 1, List.of(random.criteria(3, 1, 1), random.criteria(2, 0, 1)));
    NaivePairs naive = NaivePairs.of(request);
    Map<ParticipantId, Candidate> mentees = byId(request.mentees());
    List<Candidate> open =
        request.mentors().stream().filter(mentor -> mentor.places() > 0).toList();

    for (Unmatched unmatched : matcher.match(request).unmatched()) {
      Candidate mentee = mentees.get(unmatched.mentee());
      List<Criterion> criteria = request.policies().get(mentee.policy());
      List<Candidate> possible =
          open.stream()
              .filter(mentor -> naive.possible(mentee.dossier(), mentor.dossier(), criteria))
              .toList();
      assertThat(unmatched.mentors()).isEqualTo(open.size());
      assertThat(unmatched.possible()).isEqualTo(possible.size());
      assertThat(unmatched.rejected())
          .isEqualTo(
              (int)
                  possible.stream()
                      .filter(
                          mentor ->
                              request.rejected().contains(new PairKey(mentee.id(), mentor.id())))
                      .count());
      Map<String, Integer> closed = new HashMap<>();
      Map<String, Integer> alone = new HashMap<>();
      for (Candidate mentor : open) {
        List<String> failed =
            withSafety(criteria).stream()
                .filter(Criterion::hard)
                .filter(criterion -> !naive.holds(criterion, mentee.dossier(), mentor.dossier()))
                .map(Criterion::id)
                .toList();
        failed.forEach(id -> closed.merge(id, 1, Integer::sum));
        if (failed.size() == 1) {
          alone.merge(failed.get(0), 1, Integer::sum);
        }
      }
      assertThat(unmatched.closedBy())
          .containsExactlyElementsOf(
              closed.keySet().stream()
                  .sorted()
                  .map(
                      id -> new Unmatched.ClosedDoor(id, closed.get(id), alone.getOrDefault(id, 0)))
                  .toList());
    }
  }

  private static List<Criterion> withSafety(List<Criterion> criteria) {
    List<Criterion> all = new ArrayList<>(criteria);
    Map<String, Term> safety =
        Map.of(
            "safety.not-self", new Term.NotSelf(), "safety.not-excluded", new Term.NotExcluded());
    safety.forEach(
        (id, term) -> {
          if (criteria.stream()
              .noneMatch(criterion -> criterion.hard() && criterion.term().equals(term))) {
            all.add(new Criterion(id, term, new Force.Hard(), Citation.CHOICE));
          }
        });
    return all;
  }

  private static Map<ParticipantId, Candidate> byId(List<Candidate> candidates) {
    Map<ParticipantId, Candidate> byId = new HashMap<>();
    candidates.forEach(candidate -> byId.put(candidate.id(), candidate));
    return byId;
  }
}
