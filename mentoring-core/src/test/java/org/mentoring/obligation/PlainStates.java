package org.mentoring.obligation;

import java.time.LocalDate;

/** How a window stands, in plain Java: what the rules are compared with. */
public final class PlainStates {
  private PlainStates() {}

  /** The state. */
  public static ObligationState of(ObligationWindow window, LocalDate asOf) {
    int times = window.cadence().times();
    if (window.doneInTime() >= times) {
      return ObligationState.MET;
    } else if (window.waived()) {
      return ObligationState.WAIVED;
    } else if (window.doneInTime() + window.doneLate() >= times) {
      return ObligationState.MET_LATE;
    } else if (asOf.isBefore(window.opens())) {
      return ObligationState.UPCOMING;
    }
    return asOf.isAfter(window.deadline()) ? ObligationState.OVERDUE : ObligationState.DUE;
  }
}
