package org.mentoring;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mentoring.ObligationSeries.Placed;
import org.mentoring.failure.MentoringException;

/**
 * The place of an obligation among all of a programme. Neither time nor further facts move it, so
 * that a page goes on where the one before ended, whatever was recorded in between.
 */
record DueMark(boolean ofMentorship, String id, int cadence, int party, int number)
    implements Comparable<DueMark> {
  private static final Pattern TEXT =
      Pattern.compile("([mp])(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})/(.+)");
  private static final Comparator<DueMark> ORDER =
      Comparator.comparing((DueMark mark) -> !mark.ofMentorship)
          .thenComparing(DueMark::id)
          .thenComparing(DueMark::cadence)
          .thenComparing(DueMark::party)
          .thenComparing(DueMark::number);

  static DueMark of(boolean ofMentorship, String id, Placed placed) {
    return new DueMark(
        ofMentorship, id, placed.cadence(), placed.party(), placed.window().number());
  }

  static @Nullable DueMark parsed(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new MentoringException(
          "page.unknown", Map.of("query", "due"), "Hand back what the page before gave as next.");
    }
    return new DueMark(
        matcher.group(1).equals("m"),
        matcher.group(5),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)));
  }

  @Override
  public int compareTo(DueMark other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (ofMentorship ? "m" : "p") + cadence + "." + party + "." + number + "/" + id;
  }
}
