package org.mentoring.validation.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as files tell it: either the day or what is wrong with it. */
record DayReading(@Nullable LocalDate day, @Nullable Fault fault) {
  /** Wide enough for everybody alive and every plan, and tight enough for a slip of the key. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  static DayReading of(String property, String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return new DayReading(null, Fault.of("people.date-malformed", property, text));
    }
    LocalDate day;
    try {
      day =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      return new DayReading(null, Fault.of("people.date-nonexistent", property, text));
    }
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      return new DayReading(
          null, Fault.of("people.date-range", property, text, EARLIEST + " – " + LATEST));
    }
    return new DayReading(day, null);
  }
}
