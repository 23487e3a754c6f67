package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.DAY;
import static org.mentoring.rules.IncidentCases.DEADLINE;
import static org.mentoring.rules.IncidentCases.FIRST_STEP_BY;
import static org.mentoring.rules.IncidentCases.entrustedOn;
import static org.mentoring.rules.IncidentCases.pause;
import static org.mentoring.rules.IncidentCases.reported;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.Citation;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.IncidentCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class IncidentRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final List<LoadedRule> LOADED =
      LoadedRules.all().stream()
          .filter(rule -> rule.folder().equals("org.mentoring.rules.incident"))
          .toList();

  /**
   * One rule's two cases.
   *
   * @param code the rule's name
   * @param firing it finds something
   * @param silent it finds nothing
   */
  record Entry(String code, IncidentCase firing, IncidentCase silent) {
    @Override
    public String toString() {
      return code;
    }
  }

  static List<Entry> entries() {
    IncidentCases entrusted = entrustedOn(DAY);
    IncidentCases stepped = entrusted.took("talk-to-child", FIRST_STEP_BY);
    IncidentCases pausing = entrusted.demanding(IncidentProcedure.Effect.PAUSE);
    IncidentCases replacing = entrusted.demanding(IncidentProcedure.Effect.REPLACE);
    IncidentCases ending = entrusted.demanding(IncidentProcedure.Effect.END);
    LocalDate late = DEADLINE.plusDays(1);
    return List.of(
        new Entry("incident.overdue", entrusted.on(late), entrusted.on(DEADLINE)),
        new Entry(
            "incident.step-overdue", entrusted.on(FIRST_STEP_BY.plusDays(1)), stepped.on(late)),
        new Entry("incident.nobody-responsible", reported().on(DAY), entrusted.on(DAY)),
        new Entry("incident.escalation-due", stepped.on(late), stepped.told(late).on(late)),
        new Entry(
            "incident.all-told",
            stepped.told(DEADLINE).told(DEADLINE).on(late),
            stepped.told(DEADLINE).told(late).on(late)),
        new Entry(
            "incident.pause-open",
            pausing.about(MentorshipState.ACTIVE).on(DAY),
            pausing.about(MentorshipState.PAUSED, pause(DAY, null)).on(DAY)),
        new Entry(
            "incident.pause-impossible",
            pausing.about(MentorshipState.AGREED).on(DAY),
            pausing.about(MentorshipState.ENDED).on(DAY)),
        new Entry(
            "incident.resumed",
            pausing.about(MentorshipState.ACTIVE, pause(DAY, DAY.plusDays(1))).on(late),
            pausing.about(MentorshipState.ACTIVE, pause(DAY.minusDays(9), DAY)).on(late)),
        new Entry(
            "incident.replacement-open",
            replacing.about(MentorshipState.PAUSED).on(DAY),
            replacing.about(MentorshipState.CLOSED).on(DAY)),
        new Entry(
            "incident.ending-open",
            ending.about(MentorshipState.CLOSING).on(DAY),
            ending.about(MentorshipState.CLOSED).on(DAY)),
        new Entry(
            "incident.effect-nowhere",
            ending.on(DAY),
            ending.about(MentorshipState.ACTIVE).on(DAY)));
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void every_rule_of_incidents_has_a_firing_and_a_silent_case() {
    assertThat(entries().stream().map(Entry::code))
        .containsExactlyInAnyOrderElementsOf(LOADED.stream().map(LoadedRule::name).toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_fires_where_something_has_to_be_seen_to(Entry entry) {
    assertThat(codes(entry.firing())).contains(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_is_silent_where_there_is_nothing_to_see_to(Entry entry) {
    assertThat(codes(entry.silent())).doesNotContain(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_names_the_algorithm_and_its_source(Entry entry) {
    LoadedRule rule =
        LOADED.stream().filter(each -> each.name().equals(entry.code())).findFirst().orElseThrow();
    Finding finding = finding(entry);

    assertThat(finding.requirement()).isEqualTo("safeguarding");
    assertThat(finding.citation()).isEqualTo(Cases.CITED);
    assertThat(rule.code()).isEqualTo(rule.name());
    assertThat(rule.kind()).isEqualTo("incident@1");
    assertThat(Citation.of(rule.source()).source()).isEqualTo("S2-15");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_is_told_in_both_languages_and_never_tells_what_happened(Entry entry) {
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer.Line line =
            Renderer.of(
                    Cases.of(RuleCatalogue.ADULT, Cases.facts()).definition(), language, audience)
                .lines(List.of(finding(entry)))
                .get(0);

        assertThat(line.found())
            .isNotBlank()
            .doesNotContain(entry.code(), "{", "}", IncidentCases.CANARY);
        assertThat(line.remedy().isPresent())
            .isEqualTo(Set.of(Effect.DELAYS, Effect.ASKS_REVIEW).contains(line.finding().effect()));
        assertThat(finding(entry).toString()).doesNotContain(IncidentCases.CANARY);
      }
    }
  }

  @Test
  void no_message_is_left_without_a_rule() {
    Set<String> codes = new TreeSet<>(LOADED.stream().map(LoadedRule::name).toList());

    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys())
          .filteredOn(key -> key.startsWith("finding.incident."))
          // What stands in the place of all the others for whoever may not read them.
          .filteredOn(key -> !key.equals("finding.incident.attention"))
          .allMatch(key -> codes.contains(key.substring("finding.".length())));
    }
  }

  @Test
  void a_step_and_who_takes_it_are_for_staff_alone() {
    Finding finding =
        finding(
            entries().stream()
                .filter(each -> each.code().equals("incident.step-overdue"))
                .findFirst()
                .orElseThrow());

    assertThat(finding.parameters())
        .containsEntry("late", Parameter.count(1))
        .containsEntry("deadline", Parameter.day(FIRST_STEP_BY))
        .containsEntry("step", new Parameter.TermId("talk-to-child", Sensitivity.STAFF_ONLY));
    assertThat(finding.parameters().get("owner")).isNotNull();
    assertThat(finding.parameters().get("owner").sensitivity()).isEqualTo(Sensitivity.STAFF_ONLY);
  }

  @Test
  void nothing_is_found_before_the_report_and_from_the_day_of_the_closing_on() {
    IncidentCases late =
        reported().demanding(IncidentProcedure.Effect.END).about(MentorshipState.ACTIVE);

    assertThat(codes(late.on(DAY.minusDays(1)))).isEmpty();
    assertThat(codes(late.closed(DEADLINE.plusDays(5)).on(DEADLINE.plusDays(5)))).isEmpty();
    assertThat(codes(late.closed(DEADLINE.plusDays(5)).on(DEADLINE.plusDays(4))))
        .contains("incident.overdue", "incident.ending-open");
  }

  @Test
  void what_was_done_later_does_not_count_on_an_earlier_day() {
    IncidentCases done =
        entrustedOn(DAY.plusDays(5)).took("talk-to-child", DAY.plusDays(6)).told(DAY.plusDays(7));

    assertThat(codes(done.on(DAY.plusDays(4))))
        .containsExactlyInAnyOrder(
            "incident.nobody-responsible", "incident.step-overdue", "incident.escalation-due");
    assertThat(codes(done.on(DAY.plusDays(7)))).isEmpty();
  }

  @Test
  void each_deadline_that_passes_asks_for_one_more_to_be_told() {
    IncidentCases told = entrustedOn(DAY).told(FIRST_STEP_BY.plusDays(1));

    assertThat(codes(told.on(DEADLINE))).containsExactly("incident.step-overdue");
    assertThat(codes(told.on(DEADLINE.plusDays(1)))).contains("incident.escalation-due");
  }

  @Test
  void somebody_told_before_the_deadline_passed_is_told_again_when_it_has() {
    assertThat(codes(entrustedOn(DAY).told(FIRST_STEP_BY).on(FIRST_STEP_BY.plusDays(1))))
        .contains("incident.escalation-due");
  }

  @Test
  void where_nobody_is_to_be_told_an_overdue_incident_is_just_overdue() {
    assertThat(codes(entrustedOn(DAY).nobodyToTell().on(DEADLINE.plusDays(1))))
        .containsExactlyInAnyOrder("incident.overdue", "incident.step-overdue");
  }

  private static Finding finding(Entry entry) {
    return RULES.incidents().findings(entry.firing()).stream()
        .filter(each -> each.code().equals(entry.code()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(IncidentCase question) {
    return RULES.incidents().findings(question).stream().map(Finding::code).toList();
  }
}
