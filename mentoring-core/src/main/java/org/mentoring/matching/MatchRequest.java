package org.mentoring.matching;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.mentoring.criterion.Criterion;
import org.mentoring.failure.Invariants;
import org.mentoring.programme.Scale;
import org.mentoring.programme.Yardsticks;

/**
 * Everything that a matching needs. Parties are taken in the order of their ids, so that ties break
 * the same way whatever the order of the input.
 *
 * @param mentees each id once
 * @param mentors each id once
 * @param policies criteria for each kind of mentee; {@link Candidate#policy()} is an index into it
 * @param yardsticks what criteria compare values of attributes by
 * @param ties how participants are tied to each other; what the dossiers tell of it need not be
 *     repeated
 * @param locked pairs that must be in the answer; each must be possible
 * @param rejected pairs that must not be in it
 * @param aim which answer is the best
 */
public record MatchRequest(
    List<Candidate> mentees,
    List<Candidate> mentors,
    List<List<Criterion>> policies,
    Yardsticks yardsticks,
    Ties ties,
    SortedSet<PairKey> locked,
    SortedSet<PairKey> rejected,
    MatchAim aim) {
  /** Under the usual aim: most pairs, then the greatest total score. */
  public MatchRequest(
      List<Candidate> mentees,
      List<Candidate> mentors,
      List<List<Criterion>> policies,
      Yardsticks yardsticks,
      Ties ties,
      SortedSet<PairKey> locked,
      SortedSet<PairKey> rejected) {
    this(mentees, mentors, policies, yardsticks, ties, locked, rejected, MatchAim.optimal());
  }

  /** A request whose criteria need no more than scales, and without ties of others. */
  public MatchRequest(
      List<Candidate> mentees,
      List<Candidate> mentors,
      List<List<Criterion>> policies,
      List<Scale> scales,
      SortedSet<PairKey> locked,
      SortedSet<PairKey> rejected) {
    this(mentees, mentors, policies, Yardsticks.of(scales), Ties.none(), locked, rejected);
  }

  /** Refuses an id that stands twice on one side, and an unknown policy; sorts and copies. */
  public MatchRequest {
    mentees = byId("mentees", mentees);
    mentors = byId("mentors", mentors);
    policies = policies.stream().map(criteria -> criteria.stream().sorted().toList()).toList();
    locked = Invariants.sorted(locked);
    rejected = Invariants.sorted(rejected);
    for (Candidate mentee : mentees) {
      Invariants.range("mentee.policy", mentee.policy(), 0, policies.size() - 1L);
    }
  }

  /** The same with another aim. */
  public MatchRequest aimingAt(MatchAim other) {
    return new MatchRequest(mentees, mentors, policies, yardsticks, ties, locked, rejected, other);
  }

  /** This request with other locks and rejections. */
  public MatchRequest with(SortedSet<PairKey> nowLocked, SortedSet<PairKey> nowRejected) {
    return new MatchRequest(
        mentees, mentors, policies, yardsticks, ties, nowLocked, nowRejected, aim);
  }

  /** The ties of the request and of its dossiers; none where nothing looks at them. */
  Ties allTies() {
    if (!aim.circlesForbidden() && policies.stream().noneMatch(Ties::matterTo)) {
      return Ties.none();
    }
    return ties.and(
        Stream.concat(mentees.stream(), mentors.stream()).map(Candidate::dossier).toList());
  }

  private static List<Candidate> byId(String what, List<Candidate> candidates) {
    List<Candidate> sorted =
        candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      Invariants.holds(
          !sorted.get(i).id().equals(sorted.get(i - 1).id()),
          "id.twice",
          what,
          "every participant once");
    }
    return sorted;
  }
}
