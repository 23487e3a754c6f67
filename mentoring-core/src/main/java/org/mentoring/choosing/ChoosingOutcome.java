package org.mentoring.choosing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Position;

/**
 * What came of an event: no two of those who named each other would both rather have each other
 * than what they got.
 *
 * @param pairs by mentee
 * @param open who goes on to the next event, mentees first, by id
 */
public record ChoosingOutcome(List<ChosenPair> pairs, List<StillOpen> open) {
  /** Copies. */
  public ChoosingOutcome {
    pairs = List.copyOf(pairs);
    open = List.copyOf(open);
  }

  /**
   * A pair.
   *
   * @param pair which
   * @param menteeRank the rank that the mentee gave the mentor, 0 for the best; null for a pair
   *     that the coordinator locked, and where one of the two was erased
   * @param mentorRank the rank that the mentor gave the mentee; null likewise
   * @param explanation its criteria and points
   */
  public record ChosenPair(
      PairKey pair,
      @Nullable Integer menteeRank,
      @Nullable Integer mentorRank,
      PairExplanation explanation) {
    /** Whether the coordinator locked it. */
    public boolean locked() {
      return menteeRank == null;
    }
  }

  /**
   * Who stays without a partner, or with a free place.
   *
   * @param id who
   * @param position as whom
   * @param reason why
   * @param named how many it named
   * @param mutual how many of those named it as well
   */
  public record StillOpen(
      ParticipantId id, Position position, Reason reason, int named, int mutual) {}

  /** Why somebody stays without a partner; the first that is true. */
  public enum Reason {
    /** By what is known now it may not take part. */
    NOT_ELIGIBLE,
    /** The coordinator locked it with somebody who is not at the event. */
    LOCKED_ELSEWHERE,
    /** It named nobody. */
    NAMED_NOBODY,
    /** Nobody whom it named named it. */
    NOT_NAMED_BACK,
    /** All whom it named and who named it are its partners now, and it has a place left. */
    ALL_CAME,
    /**
     * With the others who named it as well a pair is not possible by now: a criterion, a rejection,
     * or somebody who may not take part or has no place any more.
     */
    RULED_OUT,
    /** All possible ones are locked with others by the coordinator. */
    LOCKED_AWAY,
    /** All possible ones have partners whom they like at least as well. */
    OTHERS_PREFERRED
  }
}
