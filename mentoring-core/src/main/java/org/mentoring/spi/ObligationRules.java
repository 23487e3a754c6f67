package org.mentoring.spi;

import java.time.LocalDate;
import java.util.List;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationWindow;

/** Tells how it stands with what is due. A pure function. Thread-safe. */
public interface ObligationRules {
  /**
   * How each window stands on a day, in the order of the windows.
   *
   * @param windows of one case: a mentorship, a mentor or a centre
   * @param asOf the day
   */
  List<Obligation> judge(List<ObligationWindow> windows, LocalDate asOf);
}
