package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.ClosingCases.BY;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.ID;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.NOW;
import static org.mentoring.rules.ClosingCases.active;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.mentorship.Closure;
import org.mentoring.programme.IncidentProcedure.Effect;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.Stores;

/** What open incidents put at risk, without a word of what happened. */
class IncidentsAtRiskTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Instant LATER = NOW.plusSeconds(86_400);

  private final Stores stores = InMemoryStores.create();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void an_open_incident_of_a_party_puts_the_pair_at_risk_though_it_names_no_pair() {
    Mentoring mentoring = OversightTest.running(active(), stores, RULES);
    stores.incidents().save(concerning(MENTEE, 1, null));

    assertThat(told(mentoring, DAY)).containsExactly("risk.incident-open");
    assertThat(mentoring.oversight().atRisk(DAY, null, 10).items())
        .extracting(AtRisk::mentorship)
        .containsExactly(ID);
    assertThat(mentoring.oversight().completion(ID, DAY).findings())
        .extracting(Finding::code)
        .contains("completion.incident-open");
  }

  @Test
  void an_incident_of_somebody_else_puts_no_pair_at_risk() {
    Mentoring mentoring = OversightTest.running(active(), stores, RULES);
    stores.incidents().save(concerning(ParticipantId.of("mentee-9"), 1, null));

    assertThat(told(mentoring, DAY)).isEmpty();
    assertThat(mentoring.oversight().completion(ID, DAY).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_decision_of_the_days_when_it_was_open_stays_as_it_was_after_it_was_closed() {
    Mentoring mentoring = OversightTest.running(active(), stores, RULES);
    stores.incidents().save(concerning(MENTEE, 1, null));
    String before = mentoring.oversight().completion(ID, DAY, NOW).canonical();
    stores.incidents().save(concerning(MENTEE, 2, DAY.plusDays(1)));

    assertThat(mentoring.oversight().completion(ID, DAY, NOW).canonical()).isEqualTo(before);
    assertThat(told(mentoring, DAY.plusDays(1), NOW)).containsExactly("risk.incident-open");
    assertThat(told(mentoring, DAY, LATER)).containsExactly("risk.incident-open");
    assertThat(told(mentoring, DAY.plusDays(1), LATER)).isEmpty();
  }

  @Test
  void missed_steps_and_demands_that_wait_are_told_without_naming_them() {
    CompletionCase waiting =
        active().handled(Effect.REPLACE).incident(DAY.plusDays(9), null).on(DAY.plusDays(3)).made();

    assertThat(RULES.risks().risks(waiting))
        .extracting(Finding::code)
        .containsExactly(
            "risk.incident-demand-open", "risk.incident-open", "risk.incident-step-overdue");
    assertThat(RULES.risks().risks(waiting).toString())
        .doesNotContain("SAFEGUARDING", "children", "talk-to-child", "SPECIALIST", "REPLACE");
  }

  @Test
  void days_to_come_do_not_tell_the_deadline_of_a_step() {
    Mentoring mentoring = OversightTest.running(active().handled(Effect.PAUSE), stores, RULES);
    stores.incidents().save(concerning(MENTEE, 1, null));

    assertThat(told(mentoring, DAY.plusDays(20)))
        .containsExactly("risk.incident-demand-open", "risk.incident-open");
  }

  @Test
  void a_demand_is_open_until_it_is_carried_out() {
    assertThat(demanded(active(), Effect.PAUSE)).isTrue();
    assertThat(demanded(active().paused(DAY, null), Effect.PAUSE)).isFalse();
    assertThat(demanded(active().paused(DAY.minusDays(2), DAY), Effect.PAUSE)).isTrue();
    assertThat(demanded(active().notStarted(), Effect.PAUSE)).isFalse();
    assertThat(demanded(active().paused(DAY, null), Effect.REPLACE)).isTrue();
    assertThat(demanded(active().notStarted(), Effect.END)).isTrue();
    assertThat(demanded(ended(), Effect.END)).isFalse();
    assertThat(demanded(active(), null)).isFalse();
  }

  private static ClosingCases ended() {
    return active().closed(Closure.Kind.EARLY, false, DAY);
  }

  private static boolean demanded(ClosingCases cases, @Nullable Effect effect) {
    return RULES.risks().risks(cases.handled(effect).incident(null, null).made()).stream()
        .anyMatch(finding -> finding.code().equals("risk.incident-demand-open"));
  }

  private static List<String> told(Mentoring mentoring, LocalDate day) {
    return told(mentoring, day, NOW);
  }

  private static List<String> told(Mentoring mentoring, LocalDate day, Instant knownAt) {
    return mentoring.oversight().risks(ID, day, knownAt).stream()
        .map(Finding::code)
        .filter(code -> code.startsWith("risk.incident"))
        .toList();
  }

  private static Incident concerning(
      ParticipantId who, long version, @Nullable LocalDate closedOn) {
    return new Incident(
        IncidentId.of("i-1"),
        version,
        Code.of("SAFEGUARDING"),
        "children",
        null,
        new TreeSet<>(List.of(who)),
        DAY.minusDays(1),
        Note.of("what happened"),
        BY,
        NOW,
        List.of(),
        null,
        List.of(),
        List.of(),
        closedOn == null
            ? null
            : new IncidentClosure(Resolution.of(Note.of("settled")), closedOn, BY, LATER));
  }
}
