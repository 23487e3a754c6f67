package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.programme.CompletionTerms.EXIT_INTERVIEW;
import static org.mentoring.programme.CompletionTerms.SUMMING_UP;
import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.MENTOR;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.REPORTS;
import static org.mentoring.rules.ClosingCases.SIBLING;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;
import static org.mentoring.rules.ClosingCases.asking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Sensitivity;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Position;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.CompletionCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class ClosingRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Pattern CODE =
      Pattern.compile("^- `((?:completion|risk|waiver)\\.[a-z-]+)` ([A-Z_]+)");
  private static final List<LoadedRule> LOADED =
      LoadedRules.all().stream()
          .filter(rule -> rule.folder().equals("org.mentoring.rules.completion"))
          .toList();

  static List<ClosingCatalogue.Entry> entries() {
    return ClosingCatalogue.entries();
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void every_rule_has_a_firing_and_a_silent_case() {
    assertThat(entries().stream().map(ClosingCatalogue.Entry::code))
        .containsExactlyInAnyOrderElementsOf(LOADED.stream().map(LoadedRule::name).toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_fires_on_its_violation_and_cites_the_term(ClosingCatalogue.Entry entry) {
    LoadedRule rule =
        LOADED.stream().filter(each -> each.name().equals(entry.code())).findFirst().orElseThrow();

    assertThat(found(entry.firing()))
        .filteredOn(finding -> finding.code().equals(entry.code()))
        .hasSize(1)
        .allSatisfy(finding -> assertThat(finding.citation()).isEqualTo(CITED));
    assertThat(rule.code()).isEqualTo(rule.name());
    assertThat(rule.kind()).matches("(completion|waiver|risk)@1");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_is_silent_where_there_is_no_violation(ClosingCatalogue.Entry entry) {
    assertThat(codes(found(entry.silent()))).doesNotContain(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_is_told_in_both_languages_to_staff_and_party(ClosingCatalogue.Entry entry) {
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer renderer = Renderer.of(entry.firing().definition(), language, audience);
        Renderer.Line line =
            renderer.lines(found(entry.firing())).stream()
                .filter(each -> each.finding().code().equals(entry.code()))
                .findFirst()
                .orElseThrow();

        assertThat(line.found()).isNotBlank().doesNotContain(entry.code(), "{", "}");
        assertThat(line.remedy().isPresent())
            .as("a remedy is told where something can be done")
            .isEqualTo(Set.of(Effect.DELAYS, Effect.ASKS_REVIEW).contains(line.finding().effect()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_party_reads_nothing_of_what_is_known_of_another(ClosingCatalogue.Entry entry) {
    Renderer renderer = Renderer.of(entry.firing().definition(), Language.EN, Audience.PARTY);

    for (Renderer.Line line : renderer.lines(found(entry.firing()))) {
      assertThat(line.finding().facts()).isEmpty();
      if (line.finding().code().startsWith("risk.")
          && !line.finding().code().equals("risk.pause-long")) {
        assertThat(line.finding().parameters().values())
            .allMatch(parameter -> parameter.sensitivity() == Sensitivity.TERMS);
      }
    }
  }

  @Test
  void no_message_is_left_without_a_rule() {
    Set<String> codes = new TreeSet<>(LOADED.stream().map(LoadedRule::name).toList());
    codes.add("completion.no-terms");

    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys())
          .filteredOn(key -> key.matches("finding\\.(completion|risk)\\..*"))
          .allMatch(key -> codes.contains(key.substring("finding.".length())));
    }
  }

  /** What stands in the README has to be what is loaded. */
  @Test
  void the_readme_lists_the_codes_that_are_loaded() throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher code = CODE.matcher(line);
      if (code.find()) {
        told.put(code.group(1), code.group(2));
      }
    }
    Map<String, String> loaded = new TreeMap<>();
    for (ClosingCatalogue.Entry entry : entries()) {
      found(entry.firing()).stream()
          .filter(finding -> finding.code().equals(entry.code()))
          .forEach(finding -> loaded.put(entry.code(), finding.effect().name()));
    }

    assertThat(told).isEqualTo(loaded);
  }

  @Test
  void nothing_is_asked_beyond_the_terms() {
    assertThat(missing(active())).isEmpty();
    assertThat(risks(active())).isEmpty();
  }

  @Test
  void a_definition_without_terms_of_completion_leaves_it_to_a_person() {
    List<Finding> findings = missing(active().asks(null));

    assertThat(codes(findings)).containsExactly("completion.no-terms");
    assertThat(Verdict.of(findings)).isEqualTo(Verdict.NEEDS_REVIEW);
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    ClosingCases nothing =
        active()
            .asks(
                asking(
                    List.of(GRADUATION, SUMMING_UP),
                    List.of(Code.of("MENTEE"), Code.of("MENTOR")),
                    List.of(Code.of("MENTOR")),
                    Period.ofYears(1)))
            .incident(null, null)
            .paused(DAY.minusDays(3), null);

    List<Finding> findings = missing(nothing);

    assertThat(codes(findings))
        .containsExactlyInAnyOrder(
            "completion.activity-missing",
            "completion.activity-missing",
            "completion.part-missing",
            "completion.part-missing",
            "completion.exit-interview-missing",
            "completion.too-short",
            "completion.incident-open",
            "completion.paused");
    assertThat(Verdict.of(findings)).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void the_three_parties_of_a_summing_up_are_named_one_by_one() {
    ClosingCases together = active().asks(ClosingCatalogue.TOGETHER);

    assertThat(missing(together))
        .extracting(Finding::requirement)
        .containsExactly("SUMMING_UP.GUARDIAN", "SUMMING_UP.MENTEE", "SUMMING_UP.MENTOR");
    assertThat(missing(together.part(SUMMING_UP, "GUARDIAN", DAY)))
        .extracting(Finding::requirement)
        .containsExactly("SUMMING_UP.MENTEE", "SUMMING_UP.MENTOR");
  }

  @Test
  void an_exit_interview_is_no_part_of_the_summing_up() {
    ClosingCases both =
        active()
            .asks(asking(List.of(), List.of(Code.of("MENTOR")), List.of(Code.of("MENTOR")), null));

    assertThat(codes(missing(both.part(EXIT_INTERVIEW, "MENTOR", DAY))))
        .containsExactly("completion.part-missing");
    assertThat(codes(missing(both.part(SUMMING_UP, "MENTOR", DAY))))
        .containsExactly("completion.exit-interview-missing");
  }

  @Test
  void a_graduation_counts_for_those_mentees_alone_who_came() {
    ClosingCases two = active().sibling().asksFor(GRADUATION);

    assertThat(codes(missing(two.event(GRADUATION, DAY, MENTEE))))
        .containsExactly("completion.activity-missing");
    assertThat(missing(two.event(GRADUATION, DAY, MENTEE).event(GRADUATION, DAY, SIBLING)))
        .isEmpty();
    assertThat(missing(two.event(GRADUATION, DAY, MENTEE, SIBLING))).isEmpty();
  }

  @Test
  void what_happened_after_the_day_does_not_count() {
    ClosingCases graduation = active().asksFor(GRADUATION);

    assertThat(codes(missing(graduation.event(GRADUATION, DAY.plusDays(1), MENTEE))))
        .containsExactly("completion.activity-missing");
  }

  @Test
  void a_meeting_that_nobody_held_is_no_meeting() {
    ClosingCases meeting = active().asksFor(Code.of("MEETING"));

    assertThat(codes(missing(meeting.meeting(MeetingOutcome.CALLED_OFF, DAY))))
        .containsExactly("completion.activity-missing");
    assertThat(missing(meeting.meeting(MeetingOutcome.HELD, DAY))).isEmpty();
  }

  @Test
  void days_of_a_pause_do_not_count_as_time_that_it_ran() {
    ClosingCases paused =
        active().asks(ClosingCatalogue.LONG).paused(START.plusDays(10), START.plusDays(20));
    LocalDate nominal = START.plusMonths(8);

    assertThat(missing(paused.on(nominal.plusDays(10)))).isEmpty();
    assertThat(missing(paused.on(nominal.plusDays(9))))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry("required", Parameter.count(244))
                    .containsEntry(
                        "earliest",
                        Parameter.day(nominal.plusDays(10)).as(Sensitivity.ABOUT_PARTY)));
  }

  @Test
  void a_mentorship_that_was_closed_is_judged_on_the_day_of_its_closure() {
    ClosingCases closed =
        active()
            .asksFor(GRADUATION)
            .event(GRADUATION, DAY.minusDays(10), MENTEE)
            .closed(Closure.Kind.COMPLETED, true, DAY.minusDays(5));

    assertThat(missing(closed.on(DAY.plusYears(1)))).isEmpty();
    assertThat(codes(missing(closed.on(DAY.minusDays(11)))))
        .containsExactly("completion.activity-missing");
  }

  @Test
  void what_ended_early_is_asked_for_nothing_more() {
    ClosingCases asked = active().asksFor(GRADUATION).incident(null, null);

    assertThat(missing(asked.closed(Closure.Kind.EARLY, false, DAY)))
        .extracting(Finding::effect)
        .containsExactly(Effect.REFUSES);
    assertThat(Verdict.of(missing(asked.closed(Closure.Kind.EARLY, true, DAY))))
        .isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_waiver_frees_from_one_thing_from_a_kind_or_from_a_partys_share() {
    ClosingCases asked =
        active()
            .letsWaive()
            .asks(
                asking(
                    List.of(),
                    List.of(Code.of("MENTEE"), ClosingCatalogue.PARENT),
                    List.of(ClosingCatalogue.PARENT),
                    null));

    assertThat(codes(missing(asked.waived("SUMMING_UP.GUARDIAN", OPERATOR))))
        .containsExactly(
            "completion.exit-interview-missing", "completion.part-missing", "waiver.applied");
    assertThat(codes(missing(asked.waived("SUMMING_UP", OPERATOR))))
        .containsExactly("completion.exit-interview-missing", "waiver.applied", "waiver.applied");
    assertThat(codes(missing(asked.waived("GUARDIAN", OPERATOR))))
        .containsExactly("completion.part-missing", "waiver.applied", "waiver.applied");
  }

  @Test
  void a_waiver_that_is_not_needed_is_not_told() {
    ClosingCases done = active().letsWaive().asksFor(GRADUATION).event(GRADUATION, DAY, MENTEE);

    assertThat(missing(done.waived("GRADUATION_EVENT", OPERATOR))).isEmpty();
  }

  @Test
  void the_time_that_it_must_run_can_be_waived() {
    ClosingCases brief = active().letsWaive().asks(ClosingCatalogue.LONG).on(START.plusMonths(1));

    assertThat(codes(missing(brief))).containsExactly("completion.too-short");
    assertThat(codes(missing(brief.waived("LENGTH", OPERATOR)))).containsExactly("waiver.applied");
    assertThat(missing(brief.waived("LENGTH", OPERATOR).on(START.plusMonths(9)))).isEmpty();
  }

  @Test
  void a_waiver_that_lies_in_a_store_against_the_definition_is_passed_over() {
    ClosingCases asked = active().asksFor(GRADUATION);

    assertThat(codes(missing(asked.waived("GRADUATION_EVENT", OPERATOR))))
        .containsExactly("completion.activity-missing");
    assertThat(codes(missing(asked.letsWaive().waived("GRADUATION_EVENT", Code.of("COORDINATOR")))))
        .containsExactly("completion.activity-missing");
    ClosingCases together = active().asks(ClosingCatalogue.TOGETHER).letsWaive("SUMMING_UP");
    assertThat(codes(missing(together.waived("GUARDIAN", OPERATOR))))
        .containsOnly("completion.part-missing");
  }

  @Test
  void the_start_counts_as_news_of_everybody() {
    ClosingCases fresh = active().silence("MENTOR", Period.ofWeeks(3));

    assertThat(risks(fresh.on(START.plusDays(21)))).isEmpty();
    assertThat(risks(fresh.on(START.plusDays(22))))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry("since", Parameter.day(START).as(Sensitivity.STAFF_ONLY)));
  }

  @ParameterizedTest
  @EnumSource(MeetingOutcome.class)
  void a_meeting_tells_of_those_who_were_there(MeetingOutcome outcome) {
    Set<MeetingOutcome> mentorCame = Set.of(MeetingOutcome.HELD, MeetingOutcome.MISSED_BY_MENTEE);
    ClosingCases mentor = active().silence("MENTOR", Period.ofWeeks(3));
    ClosingCases mentee = active().silence("MENTEE", Period.ofWeeks(4));

    assertThat(risks(mentor.meeting(outcome, DAY)).isEmpty())
        .isEqualTo(mentorCame.contains(outcome));
    assertThat(risks(mentee.meeting(outcome, DAY)).isEmpty())
        .isEqualTo(outcome == MeetingOutcome.HELD);
  }

  @Test
  void plans_and_contacts_tell_of_the_mentor_and_events_of_the_mentee() {
    ClosingCases mentor = active().silence("MENTOR", Period.ofWeeks(3));
    ClosingCases mentee = active().silence("MENTEE", Period.ofWeeks(4));

    assertThat(risks(mentor.plan(DAY))).isEmpty();
    assertThat(risks(mentor.checkIn(false, DAY, "MENTOR"))).isEmpty();
    assertThat(codes(risks(mentor.checkIn(false, DAY, "MENTEE"))))
        .containsExactly("risk.mentor-silent");
    assertThat(risks(mentee.event(GRADUATION, DAY, MENTEE))).isEmpty();
    assertThat(codes(risks(mentee.event(GRADUATION, DAY, SIBLING))))
        .containsExactly("risk.mentee-absent");
    assertThat(codes(risks(mentee.checkIn(false, DAY, "MENTEE"))))
        .containsExactly("risk.mentee-absent");
  }

  @Test
  void each_mentee_of_a_group_is_missed() {
    ClosingCases group =
        active().sibling().silence("MENTEE", Period.ofWeeks(4)).event(GRADUATION, DAY, MENTEE);

    assertThat(codes(risks(group))).containsExactly("risk.mentee-absent");
    assertThat(risks(group.event(GRADUATION, DAY, SIBLING))).isEmpty();
  }

  @Test
  void nobody_is_missed_before_the_start_and_after_the_end() {
    ClosingCases silent = active().silence("MENTOR", Period.ofWeeks(3));

    assertThat(risks(silent.notStarted())).isEmpty();
    assertThat(risks(silent.closed(Closure.Kind.COMPLETED, true, DAY.minusDays(1)))).isEmpty();
    assertThat(codes(risks(silent.with(MentorshipState.CLOSING, DAY.minusDays(1)))))
        .containsExactly("risk.mentor-silent");
  }

  @Test
  void what_is_overdue_is_counted_and_dated() {
    assertThat(risks(active().overdue(REPORTS, DAY.minusDays(6), DAY.minusDays(20))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.requirement()).isEqualTo("MENTOR_REPORT");
              assertThat(finding.parameters())
                  .containsEntry("count", Parameter.count(2).as(Sensitivity.STAFF_ONLY))
                  .containsEntry(
                      "oldest", Parameter.day(DAY.minusDays(20)).as(Sensitivity.STAFF_ONLY));
            });
  }

  @Test
  void a_meeting_after_a_rung_answers_it() {
    ClosingCases probation =
        active().runsUnder(ClosingCatalogue.LADDER).rung("probation", DAY.minusDays(15));

    assertThat(risks(probation.meeting(MeetingOutcome.HELD, DAY.minusDays(14)))).isEmpty();
    assertThat(codes(risks(probation.meeting(MeetingOutcome.HELD, DAY.minusDays(15)))))
        .containsExactly("risk.rung-over");
  }

  @Test
  void who_may_no_longer_take_part_is_told_before_the_start_too() {
    ClosingCases barred = active().notStarted().party(MENTEE, Position.MENTEE, Effect.DELAYS);

    assertThat(risks(barred))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters())
                    .containsEntry(
                        "position", Parameter.code(Position.MENTEE).as(Sensitivity.STAFF_ONLY))
                    .containsEntry(
                        "finding", Parameter.term("consent.withdrawn").as(Sensitivity.STAFF_ONLY)));
    assertThat(barred.party(MENTOR, Position.MENTOR, Effect.REFUSES).made())
        .satisfies(question -> assertThat(RULES.risks().risks(question)).hasSize(2));
  }

  private static List<Finding> found(CompletionCase question) {
    return Stream.concat(
            RULES.completion().missing(question).stream(), RULES.risks().risks(question).stream())
        .toList();
  }

  private static List<Finding> missing(ClosingCases question) {
    return RULES.completion().missing(question.made());
  }

  private static List<Finding> risks(ClosingCases question) {
    return RULES.risks().risks(question.made());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
