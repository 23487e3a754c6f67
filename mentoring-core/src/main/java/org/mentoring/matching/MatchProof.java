package org.mentoring.matching;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.ParticipantId;

/**
 * What a checker that shares no code with the engine found when it looked at the answer.
 *
 * @param kind what was proved
 * @param faults what does not hold; empty where the proof stands. Faults would be a bug of the
 *     library, never of its input
 * @param mentorPrices under {@code OPTIMAL} and {@code MAX_MIN} the dual price of a place with each
 *     mentor who has one above 0, in the units of the solved problem
 * @param gap how much better another answer could be at most; none where this one is the best
 */
public record MatchProof(
    Kind kind, List<String> faults, SortedMap<ParticipantId, Long> mentorPrices, Gap gap) {
  /** Copies. */
  public MatchProof {
    faults = List.copyOf(faults);
    mentorPrices = Collections.unmodifiableSortedMap(new TreeMap<>(mentorPrices));
  }

  /** Whether the proof stands. */
  public boolean holds() {
    return faults.isEmpty();
  }

  /**
   * How much better another answer could be at most.
   *
   * @param pairs pairs
   * @param points points in all; with more pairs it may be below 0
   */
  public record Gap(int pairs, long points) {
    /** No answer is better. */
    public static final Gap NONE = new Gap(0, 0);
  }

  /** What was proved. */
  public enum Kind {
    /** Dual prices show that no answer is better. */
    DUAL_PRICES,
    /** No two would both rather have each other. */
    NO_BLOCKING_PAIR,
    /**
     * Every bound holds, which was checked; that no answer is better by more than the gap is the
     * word of the engine that was added for these bounds.
     */
    BOUNDS_CHECKED,
    /**
     * Dual prices show that no answer is better among those without the pairs that were barred,
     * because they would have closed a circle of mentoring; no other choice of barred pairs gives
     * more than the gap says.
     */
    DUAL_PRICES_AND_BARRED_CIRCLES,
    /**
     * No two would both rather have each other, but for pairs that were barred, because they would
     * have closed a circle of mentoring.
     */
    NO_BLOCKING_PAIR_BUT_CIRCLES
  }
}
