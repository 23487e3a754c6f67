package org.mentoring.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.time.Validity;

/**
 * How far a programme has come towards one of its targets (S2-18): for staff.
 *
 * @param when the target's interval, half-open
 * @param tolerancePercent how far from the figure still counts as reached
 * @param citation where the target comes from
 * @param asOf counted up to this day, inclusive
 * @param figures by indicator
 */
public record TargetProgress(
    Validity when,
    int tolerancePercent,
    Citation citation,
    LocalDate asOf,
    List<FigureProgress> figures) {
  /** Copies. */
  public TargetProgress {
    figures = List.copyOf(figures);
  }

  /** The figure of an indicator, if the target names it. */
  public Optional<FigureProgress> figure(Code indicator) {
    return figures.stream().filter(figure -> figure.indicator().equals(indicator)).findFirst();
  }
}
