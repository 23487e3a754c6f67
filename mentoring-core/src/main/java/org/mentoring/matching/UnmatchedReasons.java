package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.MatchingPlan.Policy;

/**
 * Counts, for those who stay without a mentor, which doors are closed and by what, over all mentors
 * with places, and finds smallest changes that would open one.
 */
final class UnmatchedReasons {
  private final MatchRequest request;
  private final CandidateEdges edges;
  private final int[] freePlaces;
  private final int[] open;
  private final int[] row;
  private final int[] failures;
  private final int[] lastFailure;
  private final int[][] rejected;

  /**
   * @param freePlaces places that the answer leaves, by mentor
   */
  UnmatchedReasons(MatchRequest request, CandidateEdges edges, int[] freePlaces) {
    this.request = request;
    this.edges = edges;
    this.freePlaces = freePlaces;
    this.rejected = CandidateEdges.rejected(request);
    int mentors = request.mentors().size();
    int[] found = new int[mentors];
    int count = 0;
    for (int mentor = 0; mentor < mentors; mentor++) {
      if (request.mentors().get(mentor).places() > 0) {
        found[count++] = mentor;
      }
    }
    this.open = Arrays.copyOf(found, count);
    this.row = new int[count];
    this.failures = new int[mentors];
    this.lastFailure = new int[mentors];
  }

  Unmatched of(int mentee, CompiledPolicy policy) {
    Arrays.fill(failures, 0);
    CompiledPolicy.Compiled[] hard = policy.hard();
    int[] closed = new int[hard.length];
    for (int c = 0; c < hard.length; c++) {
      closed[c] = open.length - markFailures(mentee, hard[c], c);
    }
    int[] alone = new int[hard.length];
    int possible = 0;
    int refused = 0;
    for (int mentor : open) {
      if (failures[mentor] == 0) {
        possible++;
        refused += Arrays.binarySearch(rejected[mentee], mentor) >= 0 ? 1 : 0;
      } else if (failures[mentor] == 1) {
        alone[lastFailure[mentor]]++;
      }
    }
    List<Unmatched.ClosedDoor> doors = new ArrayList<>();
    for (int c = 0; c < hard.length; c++) {
      if (closed[c] > 0) {
        doors.add(new Unmatched.ClosedDoor(hard[c].criterion().id(), closed[c], alone[c]));
      }
    }
    doors.sort(Comparator.comparing(Unmatched.ClosedDoor::criterion));
    int[] byScore = possibleByScore(mentee);
    return new Unmatched(
        request.mentees().get(mentee).id(),
        reason(possible, refused, byScore),
        open.length,
        possible,
        refused,
        doors,
        taken(byScore),
        openings(mentee, policy, byScore));
  }

  /** Marks the mentors that do not meet the criterion; how many do. */
  private int markFailures(int mentee, CompiledPolicy.Compiled criterion, int number) {
    System.arraycopy(open, 0, row, 0, open.length);
    int kept = criterion.term().keep(mentee, row, open.length);
    int next = 0;
    for (int mentor : open) {
      if (next < kept && row[next] == mentor) {
        next++;
      } else {
        failures[mentor]++;
        lastFailure[mentor] = number;
      }
    }
    return kept;
  }

  private Unmatched.Reason reason(int possible, int refused, int[] byScore) {
    if (open.length == 0) {
      return Unmatched.Reason.NO_MENTOR;
    }
    if (possible == 0) {
      return Unmatched.Reason.NO_CANDIDATE;
    }
    if (refused == possible) {
      return Unmatched.Reason.ALL_REJECTED;
    }
    if (Arrays.stream(byScore).noneMatch(edge -> freePlaces[edges.mentorOf(edge)] > 0)) {
      return Unmatched.Reason.ALL_TAKEN;
    }
    return request.aim().bounds().any() ? Unmatched.Reason.BOUND : Unmatched.Reason.CIRCLE;
  }

  /** The mentee's edges, the greatest score first, then by mentor. */
  private int[] possibleByScore(int mentee) {
    List<Integer> found = new ArrayList<>();
    for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
      found.add(e);
    }
    found.sort(Comparator.comparing((Integer e) -> -edges.scoreOf(e)).thenComparing(e -> e));
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<ParticipantId> taken(int[] byScore) {
    return Arrays.stream(byScore)
        .map(edges::mentorOf)
        .filter(mentor -> freePlaces[mentor] == 0)
        .limit(Unmatched.NAMED)
        .mapToObj(edges::mentor)
        .toList();
  }

  private List<Opening> openings(int mentee, CompiledPolicy policy, int[] byScore) {
    List<Opening> openings = new ArrayList<>();
    Arrays.stream(byScore)
        .filter(edge -> freePlaces[edges.mentorOf(edge)] == 0)
        .mapToObj(
            edge ->
                new Opening.OnePlaceMore(
                    edges.mentor(edges.mentorOf(edge)), edges.scoreOf(edge), onePairMore()))
        .findFirst()
        .ifPresent(openings::add);
    for (CompiledPolicy.Compiled compiled : policy.hard()) {
      Attribute where = where(compiled.criterion().term());
      if (where != null) {
        List<String> values = values(request.mentees().get(mentee).dossier(), where);
        if (!values.isEmpty()) {
          openings.add(new Opening.OneMentorMore(where, values));
        }
      }
    }
    CompiledPolicy.Compiled[] hard = policy.hard();
    for (int c = 0; c < hard.length; c++) {
      if (mayGiveWay(hard[c].criterion())) {
        Opening nearest = nearest(mentee, hard[c], c);
        if (nearest != null) {
          openings.add(nearest);
        }
      }
    }
    return openings;
  }

  /** What a criterion wants to be the same or near, as a town; null for other criteria. */
  private static @Nullable Attribute where(Term term) {
    if (term instanceof Term.Same same) {
      return same.attribute();
    }
    return term instanceof Term.Near near ? near.attribute() : null;
  }

  private boolean onePairMore() {
    MatchAim aim = request.aim();
    return aim.policy() != Policy.STABLE && !aim.circlesForbidden() && !aim.bounds().any();
  }

  /** Whom safety keeps apart nobody is asked to bring together; a town is no small change. */
  private static boolean mayGiveWay(Criterion criterion) {
    return Kernel.safety().stream().noneMatch(safe -> safe.term().equals(criterion.term()))
        && where(criterion.term()) == null;
  }

  private @Nullable Opening nearest(int mentee, CompiledPolicy.Compiled compiled, int number) {
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int mentor : open) {
      if (freePlaces[mentor] > 0
          && failures[mentor] == 1
          && lastFailure[mentor] == number
          && Arrays.binarySearch(rejected[mentee], mentor) < 0) {
        long distance = PairExplainer.distance(compiled.term(), mentee, mentor);
        if (distance < least) {
          least = distance;
          best = mentor;
        }
      }
    }
    return best < 0
        ? null
        : new Opening.OneCriterion(edges.mentor(best), PairExplainer.score(compiled, mentee, best));
  }

  static List<String> values(Dossier dossier, Attribute attribute) {
    return dossier
        .current(org.mentoring.participant.Fact.Trait.class)
        .filter(trait -> trait.attribute().equals(attribute))
        .map(org.mentoring.participant.Fact.Trait::value)
        .distinct()
        .sorted()
        .toList();
  }
}
