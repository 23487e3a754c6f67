package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.assignment.PlaceGains;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

/** Tells an answer with the reasons of its pairs and gaps. */
final class ResultWriter {
  private final MatchRequest request;
  private final Kernel kernel;
  private final CandidateEdges edges;
  private final Locks locks;
  private final Pulse pulse;

  ResultWriter(
      MatchRequest request, Kernel kernel, CandidateEdges edges, Locks locks, Pulse pulse) {
    this.request = request;
    this.kernel = kernel;
    this.edges = edges;
    this.locks = locks;
    this.pulse = pulse;
  }

  MatchResult of(PolicyAnswers.Answer answer, SortedMap<Policy, PolicyMeasures> measures) {
    int[] chosen = answer.chosen();
    int[] freePlaces = freePlaces(chosen, answer.further());
    UnmatchedReasons reasons = new UnmatchedReasons(request, edges, freePlaces);
    List<ProposedPair> pairs = new ArrayList<>();
    List<Unmatched> unmatched = new ArrayList<>();
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      pulse.check();
      CompiledPolicy policy = kernel.policy(request.mentees().get(mentee).policy());
      if (chosen[mentee] < 0) {
        unmatched.add(reasons.of(mentee, policy));
      } else {
        pairs.add(pair(mentee, chosen[mentee], policy));
      }
    }
    for (int edge : answer.further()) {
      int mentee = edges.menteeOf(edge);
      pairs.add(pair(mentee, edge, kernel.policy(request.mentees().get(mentee).policy())));
    }
    SortedMap<ParticipantId, Integer> free = new TreeMap<>();
    for (int mentor = 0; mentor < freePlaces.length; mentor++) {
      if (freePlaces[mentor] > 0) {
        free.put(edges.mentor(mentor), freePlaces[mentor]);
      }
    }
    return new MatchResult(
        request.aim().policy(),
        pairs,
        unmatched,
        free,
        FreeMentorReasons.of(request, kernel, edges, chosen, freePlaces, pulse),
        sought(chosen, freePlaces, answer),
        measures,
        answer.proof());
  }

  private ProposedPair pair(int mentee, int edge, CompiledPolicy policy) {
    int mentor = edges.mentorOf(edge);
    PairKey key = new PairKey(edges.mentee(mentee), edges.mentor(mentor));
    PairExplanation explanation = PairExplainer.explain(policy, key, mentee, mentor);
    return new ProposedPair(key, explanation.score(), locks.edgeOf(mentee) == edge, explanation);
  }

  private int[] freePlaces(int[] chosen, int[] further) {
    int[] free = request.mentors().stream().mapToInt(Candidate::places).toArray();
    for (int edge : chosen) {
      if (edge >= 0) {
        free[edges.mentorOf(edge)]--;
      }
    }
    for (int edge : further) {
      free[edges.mentorOf(edge)]--;
    }
    return free;
  }

  private List<SoughtMentor> sought(int[] chosen, int[] freePlaces, PolicyAnswers.Answer answer) {
    int[] gainers = new int[freePlaces.length];
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      if (locks.settled().get(mentee)) {
        continue;
      }
      int has = chosen[mentee] < 0 ? -1 : edges.scoreOf(chosen[mentee]);
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        if (edges.scoreOf(e) > has) {
          gainers[edges.mentorOf(e)]++;
        }
      }
    }
    List<SoughtMentor> sought = new ArrayList<>();
    PlaceGains gains = answer.gains();
    for (int mentor = 0; mentor < freePlaces.length; mentor++) {
      int places = request.mentors().get(mentor).places();
      if (places > 0 && freePlaces[mentor] == 0 && gainers[mentor] > 0) {
        sought.add(
            new SoughtMentor(
                edges.mentor(mentor),
                places,
                gainers[mentor],
                gains == null || !gains.known(mentor)
                    ? null
                    : new SoughtMentor.Gain(gains.pairs(mentor), gains.points(mentor))));
      }
    }
    return sought;
  }
}
