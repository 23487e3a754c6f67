package org.mentoring.matching;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Term;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.MatchingPlan.Policy;

/**
 * Which answer is the best. Immutable.
 *
 * @param policy how the answer is chosen
 * @param proposer under {@code STABLE}, whose wishes come first
 * @param current pairs that exist and are better kept: in a rematch, those of mentors who stay
 * @param disruptionPrice how many points a kept pair is worth more than a new one, 0 to 1,000,000;
 *     null where keeping comes before all points
 * @param waitingSince who waits since when; who waited longest goes first among as many pairs.
 *     Mentees that are not in it come last. Empty where waiting does not count
 * @param circlesForbidden whether the pairs, with the mentorships that are open, may not form a
 *     circle of mentoring (S3-05)
 * @param bounds what binds more than one pair at a time
 */
public record MatchAim(
    Policy policy,
    Term.Side proposer,
    SortedSet<PairKey> current,
    @Nullable Integer disruptionPrice,
    SortedMap<ParticipantId, LocalDate> waitingSince,
    boolean circlesForbidden,
    MatchBounds bounds) {
  /** Refuses a price out of range; copies. */
  public MatchAim {
    current = Invariants.sorted(current);
    waitingSince = Collections.unmodifiableSortedMap(new TreeMap<>(waitingSince));
    if (disruptionPrice != null) {
      Invariants.range("rematch.disruptionPrice", disruptionPrice, 0, 1_000_000);
    }
  }

  /** As many mentees as possible, then the greatest total score. */
  public static MatchAim optimal() {
    return of(Policy.OPTIMAL);
  }

  /** A policy and nothing else; under {@code STABLE} the mentees propose. */
  public static MatchAim of(Policy policy) {
    return new MatchAim(
        policy, Term.Side.MENTEE, new TreeSet<>(), null, new TreeMap<>(), false, MatchBounds.NONE);
  }

  /** The same with another side proposing. */
  public MatchAim proposedBy(Term.Side side) {
    return new MatchAim(
        policy, side, current, disruptionPrice, waitingSince, circlesForbidden, bounds);
  }

  /**
   * The same with pairs that are better kept.
   *
   * @param price points, or null where keeping comes before all points
   */
  public MatchAim keeping(SortedSet<PairKey> pairs, @Nullable Integer price) {
    return new MatchAim(policy, proposer, pairs, price, waitingSince, circlesForbidden, bounds);
  }

  /** The same with who waited longest first. */
  public MatchAim waiting(SortedMap<ParticipantId, LocalDate> since) {
    return new MatchAim(
        policy, proposer, current, disruptionPrice, since, circlesForbidden, bounds);
  }

  /** The same without circles of mentoring. */
  public MatchAim withoutCircles() {
    return new MatchAim(policy, proposer, current, disruptionPrice, waitingSince, true, bounds);
  }

  /** The same with what binds more than one pair at a time. */
  public MatchAim bounded(MatchBounds others) {
    return new MatchAim(
        policy, proposer, current, disruptionPrice, waitingSince, circlesForbidden, others);
  }
}
