package org.mentoring.programme;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Series that are over before anything falls due in them. */
final class CadenceFlaws {
  private final List<Flaw> found = new ArrayList<>();

  private CadenceFlaws() {}

  static List<Flaw> of(ProgrammeDefinition definition) {
    CadenceFlaws flaws = new CadenceFlaws();
    for (Practice practice : definition.practices()) {
      String at = "practice:" + practice.id();
      flaws.all(at + "/cadence:", practice.cadences());
      CompletionTerms completion = practice.completion();
      if (completion != null) {
        flaws.all(at + "/follow-up:", completion.followUp());
      }
    }
    CentreTerms centre = definition.centre();
    if (centre != null) {
      flaws.all("centre/cadence:", centre.cadences());
    }
    return flaws.found;
  }

  private void all(String at, List<Cadence> cadences) {
    int number = 0;
    for (Cadence cadence : cadences) {
      number++;
      Period duration = cadence.duration();
      if (duration == null) {
        continue;
      }
      boolean never = isLonger(cadence.every(), duration);
      // A period of the calendar is cut short by the start, which may leave as little as a day of
      // it.
      boolean cut = cadence.calendar() && cadence.beginning() != Cadence.Beginning.FIRST_FULL;
      if (never || mayBeLonger(cadence.every(), duration)) {
        found.add(
            new Flaw(
                never && !cut ? "flaw.duration-short" : "undecided.duration-short",
                at + cadence.due() + "#" + number,
                null,
                new TreeMap<>(
                    Map.of(
                        "due", cadence.due().value(),
                        "every", cadence.every().toString(),
                        "duration", duration.toString())),
                cadence.citation()));
      }
    }
  }

  /** Whether it is longer from whatever day on both are counted. */
  private static boolean isLonger(Period one, Period other) {
    long months = one.toTotalMonths() - other.toTotalMonths();
    long days = days(one) - days(other);
    boolean inEachUnit = months >= 0 && days >= 0 && (months > 0 || days > 0);
    return inEachUnit || least(one) > most(other);
  }

  private static boolean mayBeLonger(Period one, Period other) {
    return !(one.toTotalMonths() <= other.toTotalMonths() && days(one) <= days(other))
        && most(one) > least(other);
  }

  private static long least(Period period) {
    return period.toTotalMonths() * 28 + days(period);
  }

  private static long most(Period period) {
    return period.toTotalMonths() * 31 + days(period);
  }

  private static long days(Period period) {
    return period.get(ChronoUnit.DAYS);
  }
}
