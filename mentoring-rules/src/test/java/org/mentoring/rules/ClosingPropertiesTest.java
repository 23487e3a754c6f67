package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.programme.CompletionTerms.EXIT_INTERVIEW;
import static org.mentoring.programme.CompletionTerms.SUMMING_UP;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.MENTOR;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.SIBLING;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingTerms.asking;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Pause;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;

class ClosingPropertiesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Code PARENT = Code.of("GUARDIAN");
  private static final List<String> NAMES =
      List.of(
          "GRADUATION_EVENT",
          "SUMMING_UP",
          "SUMMING_UP.GUARDIAN",
          "GUARDIAN",
          "EXIT_INTERVIEW.MENTOR",
          "LENGTH",
          "MENTOR_REPORT");

  /** One thing that happens on a day of the mentorship. */
  private record Event(int day, BiFunction<ClosingCases, LocalDate, ClosingCases> done) {
    ClosingCases to(ClosingCases question) {
      return done.apply(question, START.plusDays(day));
    }
  }

  @AfterContainer
  static void close() {
    RULES.close();
  }

  @Property(tries = 300)
  void a_further_activity_never_takes_a_completion_back(
      @ForAll("lives") List<Event> life, @ForAll("events") Event further) {
    ClosingCases before = asked(life);
    ClosingCases after = further.to(before);

    assertThat(missing(before)).containsAll(missing(after));
    assertThat(verdict(after)).isGreaterThanOrEqualTo(verdict(before));
  }

  @Property(tries = 300)
  void a_waiver_never_lowers_a_verdict(
      @ForAll("lives") List<Event> life,
      @ForAll("names") String name,
      @ForAll("authorities") Code authority) {
    ClosingCases before = asked(life).letsWaive();
    ClosingCases after = before.waived(name, authority);

    assertThat(verdict(after)).isGreaterThanOrEqualTo(verdict(before));
    assertThat(risks(after)).isEqualTo(risks(before));
  }

  @Property(tries = 200)
  void a_waiver_of_what_nobody_can_waive_changes_nothing(
      @ForAll("lives") List<Event> life, @ForAll("names") String name) {
    ClosingCases before =
        asked(life).letsWaive("GRADUATION_EVENT", "SUMMING_UP", "EXIT_INTERVIEW", "LENGTH");

    assertThat(missing(before.waived(name, OPERATOR))).isEqualTo(missing(before));
  }

  @Property(tries = 200)
  void findings_do_not_depend_on_the_order_in_which_things_became_known(
      @ForAll("lives") List<Event> life, @ForAll long seed) {
    ClosingCases question = asked(life);
    List<Activity> shuffled = new ArrayList<>(question.activities());
    Collections.shuffle(shuffled, new Random(seed));
    ClosingCases other = question.doing(shuffled);

    assertThat(missing(other)).isEqualTo(missing(question));
    assertThat(risks(other)).isEqualTo(risks(question));
  }

  @Property(tries = 200)
  void a_withdrawn_consent_always_shows(@ForAll("lives") List<Event> life) {
    ClosingCases question = asked(life).party(MENTEE, Position.MENTEE, Effect.DELAYS);

    assertThat(risks(question))
        .filteredOn(finding -> finding.code().equals("risk.party-not-eligible"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.ASKS_REVIEW));
  }

  @Property(tries = 500)
  void silence_is_what_counting_day_by_day_finds(
      @ForAll("lives") List<Event> life,
      @ForAll("periods") Period longest,
      @ForAll("pauses") List<Pause> pauses) {
    ClosingCases question = asked(List.of()).runsUnder(silences(longest));
    for (Pause pause : pauses) {
      question = question.paused(pause.from(), pause.until());
    }
    for (Event event : life) {
      question = event.to(question);
    }
    ClosingCases asked = question;
    List<String> codes = risks(asked).stream().map(Finding::code).toList();

    assertThat(codes.contains("risk.mentor-silent")).isEqualTo(mentorIsSilent(asked, longest));
    assertThat(codes.contains("risk.mentee-absent")).isEqualTo(menteeIsAbsent(asked, longest));
  }

  /**
   * Oracle: from the start and from each news the time has run out. Not only from the last: a month
   * from 30 January is shorter than one from 10 January, and news must make nobody silent.
   */
  private static boolean silent(ClosingCases question, List<LocalDate> news, Period longest) {
    return Stream.concat(Stream.of(START), news.stream())
        .filter(day -> !day.isAfter(question.asOf()) && !day.isBefore(START))
        .allMatch(day -> hasRunOut(question, day, longest));
  }

  /** Counts the days after a day, passing over those of pauses. */
  private static boolean hasRunOut(ClosingCases question, LocalDate since, Period longest) {
    int quiet = 0;
    for (LocalDate day = since.plusDays(1); !day.isAfter(question.asOf()); day = day.plusDays(1)) {
      LocalDate one = day;
      if (question.pauses().stream().noneMatch(pause -> pause.contains(one))) {
        quiet++;
      }
    }
    return quiet > ChronoUnit.DAYS.between(since, since.plus(longest));
  }

  private static boolean mentorIsSilent(ClosingCases question, Period longest) {
    List<LocalDate> news = new ArrayList<>();
    for (Activity activity : question.activities()) {
      Happened happened = activity.happened();
      if (happened instanceof Happened.MentorReport
          || happened instanceof Happened.MonthlyPlan
          || (happened instanceof Happened.Meeting meeting
              && Set.of(MeetingOutcome.HELD, MeetingOutcome.MISSED_BY_MENTEE)
                  .contains(meeting.outcome()))
          || (happened instanceof Happened.CheckIn contact
              && contact.with().contains(Code.of("MENTOR")))) {
        news.add(activity.on());
      }
    }
    return silent(question, news, longest);
  }

  private static boolean menteeIsAbsent(ClosingCases question, Period longest) {
    List<LocalDate> news = new ArrayList<>();
    for (Activity activity : question.activities()) {
      Happened happened = activity.happened();
      if ((happened instanceof Happened.Meeting meeting && meeting.outcome() == MeetingOutcome.HELD)
          || (happened instanceof Happened.EventHeld event && event.attended().contains(MENTEE))) {
        news.add(activity.on());
      }
    }
    return silent(question, news, longest);
  }

  @Provide
  Arbitrary<List<Event>> lives() {
    return events().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Event> events() {
    Arbitrary<Integer> day = Arbitraries.integers().between(-20, 260);
    Arbitrary<MeetingOutcome> outcome = Arbitraries.of(MeetingOutcome.class);
    Arbitrary<String> party = Arbitraries.of("MENTOR", "MENTEE", "GUARDIAN");
    return Arbitraries.oneOf(
        day.map(on -> new Event(on, ClosingCases::report)),
        day.map(on -> new Event(on, ClosingCases::plan)),
        Combinators.combine(day, outcome)
            .as((on, how) -> new Event(on, (question, date) -> question.meeting(how, date))),
        Combinators.combine(day, party)
            .as(
                (on, who) ->
                    new Event(on, (question, date) -> question.checkIn(on % 3 == 0, date, who))),
        Combinators.combine(day, party)
            .as((on, who) -> new Event(on, (question, date) -> part(question, who, date))),
        day.map(on -> new Event(on, (question, date) -> question.event(GRADUATION, date, MENTEE))),
        day.map(
            on ->
                new Event(
                    on, (question, date) -> question.event(GRADUATION, date, SIBLING, MENTOR))));
  }

  private static ClosingCases part(ClosingCases question, String who, LocalDate date) {
    return question.part(date.getDayOfMonth() % 2 == 0 ? SUMMING_UP : EXIT_INTERVIEW, who, date);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<Code> authorities() {
    return Arbitraries.of(OPERATOR, Code.of("COORDINATOR"));
  }

  @Provide
  Arbitrary<Period> periods() {
    return Arbitraries.of(
        Period.ofDays(1), Period.ofWeeks(3), Period.ofMonths(1), Period.of(0, 2, 3));
  }

  /** Up to three, one after the other; the last may still last. */
  @Provide
  Arbitrary<List<Pause>> pauses() {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 60);
    return Combinators.combine(days.list().ofMaxSize(6), Arbitraries.of(true, false))
        .as(
            (lengths, lasts) -> {
              List<Pause> pauses = new ArrayList<>();
              LocalDate at = START;
              for (int i = 0; i + 1 < lengths.size(); i += 2) {
                LocalDate from = at.plusDays(lengths.get(i));
                LocalDate until = from.plusDays(lengths.get(i + 1));
                boolean open = lasts && i + 3 >= lengths.size();
                pauses.add(
                    new Pause(
                        from,
                        open ? null : until,
                        "why",
                        ClosingCases.BY,
                        open ? null : "why",
                        open ? null : ClosingCases.BY));
                at = until.plusDays(1);
              }
              return pauses;
            });
  }

  private static ClosingCases asked(List<Event> life) {
    ClosingCases question =
        active()
            .asks(
                asking(
                    List.of(GRADUATION, Code.of("MEETING")),
                    List.of(Code.of("MENTEE"), PARENT, Code.of("MENTOR")),
                    List.of(Code.of("MENTOR")),
                    Period.ofMonths(9)));
    for (Event event : life) {
      question = event.to(question);
    }
    return question;
  }

  private static MentorshipTerms silences(Period longest) {
    return ClosingTerms.terms(
        null,
        List.of(
            new MentorshipTerms.Silence(Code.of("MENTOR"), longest, Cases.CITED),
            new MentorshipTerms.Silence(Code.of("MENTEE"), longest, Cases.CITED)),
        List.of());
  }

  private static List<Finding> missing(ClosingCases question) {
    return RULES.completion().missing(question.made());
  }

  private static List<Finding> risks(ClosingCases question) {
    return RULES.risks().risks(question.made());
  }

  private static Verdict verdict(ClosingCases question) {
    return Verdict.of(missing(question));
  }
}
