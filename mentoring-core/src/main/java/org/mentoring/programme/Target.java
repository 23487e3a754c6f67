package org.mentoring.programme;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.time.Validity;

/**
 * Figures to be reached.
 *
 * @param when half-open
 * @param figures number by indicator, each at least 0; of an indicator that is an answer of a
 *     survey with {@code _PERCENT} after it, as {@code SATISFIED_PERCENT}: per cent of those who
 *     answered
 * @param tolerancePercent how far below still counts as reached, 0 to 100
 * @param citation where they come from
 * @param counts kinds of activity that are counted as events; empty: every kind that is one
 */
public record Target(
    Validity when,
    SortedMap<Code, Long> figures,
    int tolerancePercent,
    Citation citation,
    @OmittedIfAbsent List<Code> counts) {
  /** Refuses a negative figure and a tolerance out of range; copies. */
  public Target {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Code, Long>) figures));
    figures.values().forEach(figure -> Invariants.range("figures", figure, 0, Long.MAX_VALUE));
    Invariants.range("tolerance-percent", tolerancePercent, 0, 100);
    counts = List.copyOf(counts);
  }

  /** A target for which events of every kind are counted. */
  public Target(
      Validity when, SortedMap<Code, Long> figures, int tolerancePercent, Citation citation) {
    this(when, figures, tolerancePercent, citation, List.of());
  }
}
