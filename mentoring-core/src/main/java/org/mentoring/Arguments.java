package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;

/** What callers hand over, whom no compiler kept from a null. */
final class Arguments {
  /** Before the birth of everybody who takes part. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final int YEARS_AHEAD = 100;

  private Arguments() {}

  /**
   * Refuses missing arguments with {@code value.missing}, all at once.
   *
   * @param namesAndValues the parameter's name, then its value, and so on
   */
  static void given(@Nullable Object... namesAndValues) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        missing.add(String.valueOf(namesAndValues[i]));
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidValue("value.missing", String.join(", ", missing), "no null");
    }
  }

  /**
   * Refuses with {@code day.range} a day in which nobody who lives now can be concerned: what is
   * due is counted day by day, and without an end the count would have none.
   *
   * @param today of the programme
   */
  static void day(LocalDate today, String name, LocalDate day) {
    LocalDate last = today.plusYears(YEARS_AHEAD);
    if (day.isBefore(FIRST) || day.isAfter(last)) {
      throw new InvalidValue(
          "day.range",
          name,
          FIRST + " to " + last,
          Map.of("least", FIRST.toString(), "most", last.toString()));
    }
  }
}
