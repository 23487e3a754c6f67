package org.mentoring.matching;

import java.util.Comparator;

/**
 * A bound that stands in the way of any answer.
 *
 * @param reason why
 * @param bound what binds, as the definition spells it: {@code group}, {@code team}, {@code
 *     shares}, {@code coordinator-load}, {@code together}; {@code crossing-quota} for quotas that
 *     overlap in part; or what cannot be done together with bounds
 * @param whom a participant's id (of a coordinator's load the first mentor's), or the attribute and
 *     value of a share; empty where it is nobody in particular
 * @param least pairs at least
 * @param most pairs at most
 */
public record MatchRefusal(Reason reason, String bound, String whom, int least, int most)
    implements Comparable<MatchRefusal> {
  private static final Comparator<MatchRefusal> ORDER =
      Comparator.comparing(MatchRefusal::reason)
          .thenComparing(MatchRefusal::bound)
          .thenComparing(MatchRefusal::whom)
          .thenComparing(MatchRefusal::least)
          .thenComparing(MatchRefusal::most);

  /** Why. */
  public enum Reason {
    /** With the other bounds that are named it cannot be met. */
    CONTRADICTION,
    /** No engine at hand honours it. */
    NO_ENGINE,
    /** No engine honours it together with bounds. */
    NOT_WITH_BOUNDS,
    /** The time is over before any answer was found. */
    TIME_OVER
  }

  @Override
  public int compareTo(MatchRefusal other) {
    return ORDER.compare(this, other);
  }
}
