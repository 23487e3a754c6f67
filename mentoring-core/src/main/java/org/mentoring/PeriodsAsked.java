package org.mentoring;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.TighteningOrder;

/**
 * Whether a period of a cadence asks for something where packs come and go. Thread-safe.
 *
 * @param woven what is in force on which day
 */
record PeriodsAsked(WovenDefinitions woven) {
  /**
   * On each day of the period the cadence was in force or a tighter one, and no tighter one took
   * its place on all of them. So nothing is asked of days before a law, and a law that comes or
   * goes within a period leaves no gap.
   */
  boolean asks(String practice, Cadence cadence, LocalDate opens, LocalDate due) {
    if (woven.laid().packs().isEmpty()) {
      return true;
    }
    Set<Cadence> throughout = null;
    for (LocalDate turn : woven.turns(opens, due)) {
      Set<Cadence> there = new HashSet<>();
      for (Cadence each : woven.cadences(practice, turn)) {
        if (each.equals(cadence) || covers(each, cadence)) {
          there.add(each);
        }
      }
      if (there.isEmpty()) {
        return false;
      }
      if (throughout == null) {
        throughout = there;
      } else {
        throughout.retainAll(there);
      }
    }
    return throughout == null || throughout.isEmpty() || throughout.contains(cadence);
  }

  private static boolean covers(Cadence one, Cadence other) {
    TighteningOrder.Standing standing = TighteningOrder.compare(one, other);
    return standing == TighteningOrder.Standing.TIGHTER
        || standing == TighteningOrder.Standing.EQUAL;
  }
}
