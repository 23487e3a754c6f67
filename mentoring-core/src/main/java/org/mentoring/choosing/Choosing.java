package org.mentoring.choosing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.Proposing;
import org.mentoring.assignment.StableEngine;
import org.mentoring.assignment.StableMatching;
import org.mentoring.assignment.StableProblem;
import org.mentoring.assignment.StepListener;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.ChoosingOutcome.Reason;
import org.mentoring.choosing.ChoosingOutcome.StillOpen;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Position;

/**
 * Makes pairs of rankings. Locked pairs are taken as they are; among the others who named each
 * other, and whom no criterion and no rejection keeps apart, a stable matching is found.
 */
public final class Choosing {
  private final MentorSelectionEvent event;
  private final MatchRequest request;
  private final Set<ParticipantId> lockedElsewhere;
  private final Proposing proposing;
  private final Matcher matcher = new Matcher();
  private final CandidateEdges candidates;
  private final Map<PairKey, Wish> wishes = new HashMap<>();
  private final Map<ParticipantId, Integer> left = new HashMap<>();

  private Choosing(
      MentorSelectionEvent event,
      MatchRequest request,
      Set<ParticipantId> lockedElsewhere,
      Proposing proposing) {
    this.event = event;
    this.request = request;
    this.lockedElsewhere = lockedElsewhere;
    this.proposing = proposing;
    this.candidates = matcher.candidates(request);
    request.mentors().forEach(mentor -> left.put(mentor.id(), mentor.places()));
    request.locked().forEach(pair -> left.merge(pair.mentor(), -1, Integer::sum));
  }

  /**
   * The pairs and the gaps of an event.
   *
   * @param event with its rankings; who recorded none named nobody
   * @param request those of the invited who may take part by now, each mentor with the places that
   *     it has at this event; the locked pairs among them, each possible; the rejected pairs
   * @param lockedElsewhere mentees who have a partner outside the event; they are not in the
   *     request
   * @param proposing the side that the answer is best for
   */
  public static ChoosingOutcome choose(
      MentorSelectionEvent event,
      MatchRequest request,
      Set<ParticipantId> lockedElsewhere,
      Proposing proposing) {
    return new Choosing(event, request, lockedElsewhere, proposing).outcome();
  }

  private ChoosingOutcome outcome() {
    readWishes();
    List<ChosenPair> pairs = new ArrayList<>();
    for (PairKey pair : request.locked()) {
      pairs.add(new ChosenPair(pair, null, null, matcher.explain(request, pair)));
    }
    for (PairKey pair : stablePairs()) {
      Wish wish = Objects.requireNonNull(wishes.get(pair));
      pairs.add(new ChosenPair(pair, wish.byMentee, wish.byMentor, matcher.explain(request, pair)));
    }
    pairs.sort((one, other) -> one.pair().compareTo(other.pair()));
    return new ChoosingOutcome(pairs, open(pairs));
  }

  private void readWishes() {
    Map<ParticipantId, Map<ParticipantId, Integer>> byMentor = new HashMap<>();
    event.mentors().keySet().forEach(id -> byMentor.put(id, ranks(id, Position.MENTOR)));
    for (ParticipantId mentee : event.mentees()) {
      ranks(mentee, Position.MENTEE)
          .forEach(
              (mentor, rank) -> {
                Integer back = byMentor.getOrDefault(mentor, Map.of()).get(mentee);
                if (back != null) {
                  wishes.put(new PairKey(mentee, mentor), new Wish(rank, back));
                }
              });
    }
  }

  private Map<ParticipantId, Integer> ranks(ParticipantId id, Position as) {
    return event.ranking(id, as).map(Ranking::ranks).orElse(Map.of());
  }

  private SortedSet<PairKey> stablePairs() {
    Set<ParticipantId> settled =
        request.locked().stream().map(PairKey::mentee).collect(Collectors.toSet());
    Edges.Builder edges = Edges.builder(candidates.mentors());
    int[] menteeRanks = new int[candidates.size()];
    int[] mentorRanks = new int[candidates.size()];
    int size = 0;
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      int[] named = new int[candidates.mentors()];
      int[] scores = new int[candidates.mentors()];
      int count = 0;
      for (int e = candidates.firstEdge(mentee); e < candidates.firstEdge(mentee + 1); e++) {
        Wish wish = wishes.get(pair(mentee, e));
        if (wish != null && !settled.contains(candidates.mentee(mentee))) {
          menteeRanks[size] = wish.byMentee;
          mentorRanks[size++] = wish.byMentor;
          named[count] = candidates.mentorOf(e);
          scores[count++] = candidates.scoreOf(e);
        }
      }
      edges.mentee(named, scores, count);
    }
    int[] places = new int[candidates.mentors()];
    Arrays.setAll(places, mentor -> left.getOrDefault(candidates.mentor(mentor), 0));
    StableProblem problem =
        StableProblem.of(
            edges.build(),
            places,
            Arrays.copyOf(menteeRanks, size),
            Arrays.copyOf(mentorRanks, size),
            proposing);
    StableMatching matching = StableEngine.solve(problem, StepListener.NONE);
    SortedSet<PairKey> pairs = new TreeSet<>();
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      int edge = matching.edgeOf(mentee);
      if (edge >= 0) {
        pairs.add(
            new PairKey(
                candidates.mentee(mentee), candidates.mentor(problem.edges().mentorOf(edge))));
      }
    }
    return pairs;
  }

  private PairKey pair(int mentee, int edge) {
    return new PairKey(candidates.mentee(mentee), candidates.mentor(candidates.mentorOf(edge)));
  }

  private List<StillOpen> open(List<ChosenPair> pairs) {
    Set<PairKey> chosen = new HashSet<>();
    Set<ParticipantId> matched = new HashSet<>();
    Map<ParticipantId, Integer> free = new HashMap<>(event.mentors());
    request.mentors().forEach(mentor -> free.put(mentor.id(), mentor.places()));
    for (ChosenPair each : pairs) {
      chosen.add(each.pair());
      matched.add(each.pair().mentee());
      free.merge(each.pair().mentor(), -1, Integer::sum);
    }
    Set<PairKey> possible = new HashSet<>();
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      for (int e = candidates.firstEdge(mentee); e < candidates.firstEdge(mentee + 1); e++) {
        possible.add(pair(mentee, e));
      }
    }
    List<StillOpen> open = new ArrayList<>();
    for (ParticipantId mentee : event.mentees()) {
      if (!matched.contains(mentee)) {
        open.add(open(mentee, Position.MENTEE, possible, chosen));
      }
    }
    for (ParticipantId mentor : event.mentors().keySet()) {
      if (free.getOrDefault(mentor, 0) > 0) {
        open.add(open(mentor, Position.MENTOR, possible, chosen));
      }
    }
    return open;
  }

  private StillOpen open(
      ParticipantId id, Position as, Set<PairKey> possible, Set<PairKey> chosen) {
    Set<ParticipantId> named = ranks(id, as).keySet();
    List<PairKey> mutual =
        named.stream()
            .map(other -> as == Position.MENTEE ? new PairKey(id, other) : new PairKey(other, id))
            .filter(wishes::containsKey)
            .toList();
    return new StillOpen(
        id, as, reason(id, as, mutual, possible, chosen), named.size(), mutual.size());
  }

  private Reason reason(
      ParticipantId id,
      Position as,
      List<PairKey> mutual,
      Set<PairKey> possible,
      Set<PairKey> chosen) {
    List<Candidate> side = as == Position.MENTEE ? request.mentees() : request.mentors();
    if (as == Position.MENTEE && lockedElsewhere.contains(id)) {
      return Reason.LOCKED_ELSEWHERE;
    } else if (side.stream().noneMatch(candidate -> candidate.id().equals(id))) {
      return Reason.NOT_ELIGIBLE;
    } else if (ranks(id, as).isEmpty()) {
      return Reason.NAMED_NOBODY;
    } else if (mutual.isEmpty()) {
      return Reason.NOT_NAMED_BACK;
    } else if (chosen.containsAll(mutual)) {
      return Reason.ALL_CAME;
    }
    List<PairKey> allowed =
        mutual.stream().filter(pair -> possible.contains(pair) && !chosen.contains(pair)).toList();
    if (allowed.isEmpty()) {
      return Reason.RULED_OUT;
    }
    return allowed.stream().allMatch(pair -> lockedAway(pair, as))
        ? Reason.LOCKED_AWAY
        : Reason.OTHERS_PREFERRED;
  }

  private boolean lockedAway(PairKey pair, Position as) {
    return as == Position.MENTEE
        ? left.getOrDefault(pair.mentor(), 0) <= 0
        : request.locked().stream().anyMatch(locked -> locked.mentee().equals(pair.mentee()));
  }

  private record Wish(int byMentee, int byMentor) {}
}
