package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.HEAD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;

/** Days that do not begin at midnight where the programme is, and one that there never was. */
class MidnightGapTest {
  /** Apart from those with a gap, one far in the east, one far in the west, one of odd minutes. */
  private static final List<String> SIX_ZONES =
      List.of(
          "America/Sao_Paulo",
          "Africa/Cairo",
          "Asia/Beirut",
          "Pacific/Kiritimati",
          "Etc/GMT+12",
          "Asia/Kathmandu");

  /**
   * A day whose first hour was left out.
   *
   * @param zone where
   */
  record Gap(ZoneId zone, LocalDate day) {
    /** The first moment of the day. */
    Instant begin() {
      return day.atStartOfDay(zone).toInstant();
    }

    /** The last moment of the day before that a clock can show. */
    Instant before() {
      return begin().minusMillis(1);
    }
  }

  static Stream<Gap> gaps() {
    return Stream.of(
        gap("America/Sao_Paulo", "2018-11-04"),
        gap("Africa/Cairo", "2014-05-16"),
        gap("Asia/Beirut", "2021-03-28"),
        gap("America/Havana", "2021-03-14"),
        gap("America/Asuncion", "2021-10-03"),
        gap("America/Santiago", "2021-09-05"));
  }

  private static Gap gap(String zone, String day) {
    Gap gap = new Gap(ZoneId.of(zone), LocalDate.parse(day));
    assertThat(gap.day().atStartOfDay(gap.zone()).toLocalTime())
        .as("%s has no gap at midnight", gap)
        .isNotEqualTo(LocalTime.MIDNIGHT);
    return gap;
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void the_day_begins_after_the_gap_and_what_happens_on_it_is_no_future_then(Gap gap) {
    SmallMentorships small = at(gap.zone(), gap.before());
    MentorshipId id = agreed(small, gap.day().minusDays(1));

    assertThat(small.today()).isEqualTo(gap.day().minusDays(1));
    assertThat(SmallProgramme.codes(small.commands().start(COORDINATOR, id, gap.day())))
        .containsExactly("command.in-future");

    small.programme.now.set(gap.begin());
    assertThat(small.today()).isEqualTo(gap.day());
    small.commands().start(COORDINATOR, id, gap.day()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void what_was_due_the_day_before_is_overdue_after_the_gap_and_not_in_the_last_moment_before(
      Gap gap) {
    LocalDate start = gap.day().minusDays(17);
    KeptObligations kept =
        new KeptObligations(ProgrammeDayTest.in(gap.zone(), KeptObligations.definition()));
    kept.programme.now.set(KeptObligations.at(start.toString()));
    MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", start.toString());

    kept.programme.now.set(gap.before());
    assertThat(first(kept, id)).isEqualTo(ObligationState.DUE);
    kept.programme.now.set(gap.begin());
    assertThat(first(kept, id)).isEqualTo(ObligationState.OVERDUE);
    kept.report(id, gap.day().minusDays(1).toString());
    assertThat(first(kept, id)).isEqualTo(ObligationState.MET);
  }

  private static ObligationState first(KeptObligations kept, MentorshipId id) {
    return kept.mentoring.oversight().obligations(id, kept.mentoring.today()).stream()
        .filter(each -> each.window().cadence().due().equals(KeptObligations.REPORT))
        .findFirst()
        .map(Obligation::state)
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void a_life_over_the_gap_is_the_life_that_it_would_be_without_one_wherever_the_program_runs(
      Gap gap) {
    List<String> plain = life(new Gap(ZoneOffset.UTC, gap.day()));
    assertThat(plain).hasSizeGreaterThan(8);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      for (String place : SIX_ZONES) {
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        assertThat(life(gap)).as("where the program runs in %s", place).isEqualTo(plain);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void what_is_dated_on_a_day_that_there_never_was_is_past_as_soon_as_it_would_be() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    LocalDate never = LocalDate.of(2011, 12, 30);
    Instant after = never.atStartOfDay(apia).toInstant();
    SmallMentorships small = at(apia, after.minusMillis(1));
    MentorshipId id = agreed(small, never.minusDays(1));

    assertThat(small.today()).isEqualTo(never.minusDays(1));
    assertThat(SmallProgramme.codes(small.commands().start(COORDINATOR, id, never)))
        .containsExactly("command.in-future");

    small.programme.now.set(after);
    assertThat(small.today()).isEqualTo(never.plusDays(1));
    small.commands().start(COORDINATOR, id, never).orElseThrow();
  }

  /** Each thing in the last moment or in the first of a day, and what came of it. */
  private static List<String> life(Gap gap) {
    LocalDate day = gap.day();
    SmallMentorships small = at(gap.zone(), gap.before());
    List<String> told = new ArrayList<>();
    MentorshipId id = agreed(small, day.minusDays(1));
    told.add(small.today().toString());
    small.programme.now.set(gap.begin());
    small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
    small.programme.now.set(lastOf(gap, day));
    small.commands().pause(HEAD, id, "rests", small.today()).orElseThrow();
    small.programme.now.set(firstOf(gap, day.plusDays(2)));
    small.commands().resume(HEAD, id, "goes on", small.today()).orElseThrow();
    small.step(COORDINATOR, id, "support").orElseThrow();
    small.step(COORDINATOR, id, "monitoring").orElseThrow();
    small.commands().beginClosing(COORDINATOR, id, small.today()).orElseThrow();
    small.programme.now.set(lastOf(gap, day.plusDays(9)));
    small.commands().complete(COORDINATOR, id, small.today()).orElseThrow();
    small.programme.now.set(firstOf(gap, day.plusDays(10).plus(Period.ofMonths(1))));
    small.mentoring.oversight().obligations(id, small.today()).stream()
        .map(KeptObligations::told)
        .forEach(told::add);
    Particulars end = small.now(id).particulars();
    end.changes().forEach(change -> told.add(change.to() + " " + change.on()));
    end.pauses().forEach(pause -> told.add(pause.from() + " " + pause.until()));
    told.add("ran " + end.daysRun(small.today()));
    return told;
  }

  private static Instant lastOf(Gap gap, LocalDate day) {
    return firstOf(gap, day.plusDays(1)).minusMillis(1);
  }

  private static Instant firstOf(Gap gap, LocalDate day) {
    return day.atStartOfDay(gap.zone()).toInstant();
  }

  private static SmallMentorships at(ZoneId zone, Instant now) {
    ProgrammeDefinition definition = ProgrammeDayTest.in(zone, SmallMentorships.definition());
    SmallMentorships small = new SmallMentorships(definition);
    small.programme.now.set(now);
    return small;
  }

  /** Who came a month before; all have agreed on the day, and met. */
  private static MentorshipId agreed(SmallMentorships small, LocalDate day) {
    ParticipantId mentor = small.programme.person("m-1");
    ParticipantId mentee = small.programme.person("e-1");
    Validity since = Validity.from(day.minusMonths(1));
    for (Fact each :
        List.of(
            new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"),
            new Fact.Training(
                Fact.TrainingKind.INITIAL,
                null,
                480,
                Fact.Mode.IN_PERSON,
                Code.of("REGIONAL_OPERATOR")))) {
      small.mentoring.record(COORDINATOR, mentor, each, since).orElseThrow();
    }
    for (Fact each :
        List.of(
            new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"),
            new Fact.Birth(day.minusYears(14)),
            new Fact.Consent(
                Fact.ConsentGiver.GUARDIAN,
                null,
                SmallProgramme.CENTRE,
                Code.of("PARTICIPATION")))) {
      small.mentoring.record(COORDINATOR, mentee, each, since).orElseThrow();
    }
    MentorshipId id = small.agreed(mentor, mentee);
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    return id;
  }
}
