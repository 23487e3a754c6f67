package org.mentoring.validation.people;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;
import org.mentoring.participant.WeeklyWindow;

/** A weekly window as text: {@code MON 15:00-18:00}; {@code 24:00} ends the day. */
final class WindowText {
  private static final Pattern TEXT =
      Pattern.compile(
          "(MON|TUE|WED|THU|FRI|SAT|SUN) ([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

  private WindowText() {}

  static String of(WeeklyWindow window) {
    return String.format(
        Locale.ROOT,
        "%s %02d:%02d-%02d:%02d",
        window.day().name().substring(0, 3),
        window.from() / 60,
        window.from() % 60,
        window.until() / 60,
        window.until() % 60);
  }

  static boolean spelt(String text) {
    return TEXT.matcher(text).matches();
  }

  /** The window; empty where it is misspelt, ends before it begins or after midnight. */
  static Optional<WeeklyWindow> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.MONDAY;
    for (DayOfWeek each : DayOfWeek.values()) {
      if (each.name().startsWith(matcher.group(1))) {
        day = each;
      }
    }
    try {
      return Optional.of(new WeeklyWindow(day, minutes(matcher, 2), minutes(matcher, 4)));
    } catch (InvalidValue crossed) {
      return Optional.empty();
    }
  }

  private static int minutes(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group)) * 60 + Integer.parseInt(matcher.group(group + 1));
  }
}
