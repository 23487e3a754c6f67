package org.mentoring.obligation;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Cadence.Beginning;
import org.mentoring.programme.Cadence.Timing;
import org.mentoring.programme.DayCalendar;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Cadences for tests, put together word by word. */
record Cadences(Cadence cadence) {
  static final Subject MENTORSHIP = Subject.of(MentorshipId.of("m-1"));

  static Cadences every(String period) {
    return of(Period.parse(period), false);
  }

  static Cadences everyCalendar(String period) {
    return of(Period.parse(period), true);
  }

  private static Cadences of(Period every, boolean calendar) {
    return new Cadences(
        new Cadence(
            Code.of("MENTOR_REPORT"),
            Code.of("MENTOR"),
            every,
            1,
            calendar,
            null,
            null,
            Citation.of("S2-08")));
  }

  Cadences grace(@Nullable String grace) {
    return with(
        cadence.times(),
        cadence.timing(),
        cadence.beginning(),
        cadence.after(),
        grace == null ? null : Period.parse(grace),
        cadence.duration());
  }

  Cadences times(int times) {
    return with(
        times,
        cadence.timing(),
        cadence.beginning(),
        cadence.after(),
        cadence.grace(),
        cadence.duration());
  }

  Cadences ahead() {
    return with(
        cadence.times(),
        Timing.AHEAD,
        cadence.beginning(),
        cadence.after(),
        cadence.grace(),
        cadence.duration());
  }

  Cadences firstFull() {
    return with(
        cadence.times(),
        cadence.timing(),
        Beginning.FIRST_FULL,
        cadence.after(),
        cadence.grace(),
        cadence.duration());
  }

  Cadences after(String after) {
    return with(
        cadence.times(),
        cadence.timing(),
        cadence.beginning(),
        Period.parse(after),
        cadence.grace(),
        cadence.duration());
  }

  Cadences lasting(String duration) {
    return with(
        cadence.times(),
        cadence.timing(),
        cadence.beginning(),
        cadence.after(),
        cadence.grace(),
        Period.parse(duration));
  }

  private Cadences with(
      int times,
      @Nullable Timing timing,
      @Nullable Beginning beginning,
      @Nullable Period after,
      @Nullable Period grace,
      @Nullable Period duration) {
    return new Cadences(
        cadence.toBuilder()
            .times(times)
            .timing(timing)
            .beginning(beginning)
            .after(after)
            .grace(grace)
            .duration(duration)
            .build());
  }

  Series from(String start) {
    return Series.of(cadence, day(start));
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Validity days(String from, @Nullable String until) {
    return new Validity(day(from), until == null ? null : day(until));
  }

  static DayCalendar holidays(Validity... days) {
    return new DayCalendar(
        "holidays", new LocalizedText("holidays", "каникулы"), List.of(days), Citation.CHOICE);
  }
}
