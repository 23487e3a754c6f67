package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.programme.CompletionTerms.SUMMING_UP;
import static org.mentoring.rules.ClosingCases.CENTRE;
import static org.mentoring.rules.ClosingCases.DAY;
import static org.mentoring.rules.ClosingCases.GRADUATION;
import static org.mentoring.rules.ClosingCases.ID;
import static org.mentoring.rules.ClosingCases.MENTEE;
import static org.mentoring.rules.ClosingCases.NOW;
import static org.mentoring.rules.ClosingCases.OPERATOR;
import static org.mentoring.rules.ClosingCases.START;
import static org.mentoring.rules.ClosingCases.active;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/** Completion and risk as a coordinator asks for them, over stores. */
class OversightTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final Actor AUTHORITY = new Actor("o-1", OPERATOR, "operator-1");

  private final Stores stores = InMemoryStores.create();

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void a_decision_about_completion_tells_what_it_is_about_and_what_it_rests_on() {
    Mentoring mentoring = running(active().asks(ClosingCatalogue.TOGETHER));

    Decision decision = mentoring.oversight().completion(ID, DAY, LATER);

    assertThat(decision.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(decision.question().matter()).isEqualTo(Code.of("COMPLETION"));
    assertThat(decision.question().participant()).isEqualTo(ParticipantId.of(ID.value()));
    assertThat(decision.question().practice()).isEqualTo("main");
    assertThat(decision.question().asOf()).isEqualTo(DAY);
    assertThat(decision.basis().ruleSetHash()).isEqualTo(mentoring.ruleSetHash());
    assertThat(decision.basis().kinds()).containsExactly("closing@2", "completion@1");
    assertThat(decision.basis().dossierDigest()).matches("[0-9a-f]{64}");
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).canonical())
        .isEqualTo(decision.canonical());
  }

  @Test
  void what_became_known_later_is_left_out() {
    Mentoring mentoring = running(active().asksFor(GRADUATION));
    Decision before = mentoring.oversight().completion(ID, DAY, NOW);
    graduation("a-1", CENTRE, DAY, LATER);

    assertThat(mentoring.oversight().completion(ID, DAY, NOW)).isEqualTo(before);
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).basis().dossierDigest())
        .isNotEqualTo(before.basis().dossierDigest());
    assertThat(mentoring.oversight().completion(ID, DAY.minusDays(1), LATER).verdict())
        .isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void what_was_taken_back_does_not_count_from_then_on() {
    Mentoring mentoring = running(active().asksFor(GRADUATION));
    graduation("a-1", CENTRE, DAY, NOW);
    stores
        .activities()
        .append(
            new ActivityEntry.Retracted(
                ActivityId.of("a-1"),
                About.participant(CENTRE),
                LATER,
                ClosingCases.BY,
                "another child"));

    assertThat(mentoring.oversight().completion(ID, DAY, NOW).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).verdict())
        .isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void the_graduation_of_another_centre_does_not_count_unless_held_together() {
    Mentoring mentoring = running(active().asksFor(GRADUATION));
    ParticipantId neighbour = ParticipantId.of("centre-2");
    graduation("a-1", neighbour, DAY, NOW);

    assertThat(mentoring.oversight().completion(ID, DAY, LATER).verdict())
        .isEqualTo(Verdict.NOT_YET);

    graduation("a-2", neighbour, DAY, NOW, CENTRE);
    assertThat(mentoring.oversight().completion(ID, DAY, LATER).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_waiver_given_by_command_informs_the_decision_about_completion() {
    Mentoring mentoring =
        running(
            active()
                .letsWaive()
                .asks(ClosingCatalogue.TOGETHER)
                .part(SUMMING_UP, "MENTEE", DAY)
                .part(SUMMING_UP, "MENTOR", DAY));

    mentoring
        .waivers()
        .waive(AUTHORITY, "SUMMING_UP.GUARDIAN", null, ID, "abroad", DAY, DAY.plusDays(9))
        .orElseThrow();
    Decision decision = mentoring.oversight().completion(ID, DAY, LATER);

    assertThat(decision.verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(decision.findings()).extracting(Finding::code).containsExactly("waiver.applied");
    assertThat(mentoring.oversight().completion(ID, DAY.plusDays(9), LATER).verdict())
        .isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_decision_about_completion_is_told_in_both_languages() {
    Mentoring mentoring = running(active().asks(ClosingCatalogue.TOGETHER).letsWaive());
    mentoring
        .waivers()
        .waive(AUTHORITY, "SUMMING_UP.GUARDIAN", null, ID, "abroad", DAY, DAY.plusDays(9))
        .orElseThrow();
    Decision decision = mentoring.oversight().completion(ID, DAY, LATER);

    assertThat(
            Renderer.of(mentoring.definition(), Language.EN, Audience.COORDINATOR).text(decision))
        .startsWith("NOT YET COMPLETE  m-1")
        .contains(
            "completion.part-missing  One party has not given its part of the joint summing-up: mentor.",
            "Waived until 2020-09-10 by: regional operator; requirement: summing-up (guardian).",
            "next: ");
    assertThat(Renderer.of(mentoring.definition(), Language.RU, Audience.PARTY).text(decision))
        .startsWith("ЕЩЁ НЕ ЗАВЕРШЕНО  m-1")
        .doesNotContain("{", "}");
    assertThat(Renderer.of(mentoring.definition(), Language.RU, Audience.PUBLIC).text(decision))
        .isEqualTo("ЕЩЁ НЕ ЗАВЕРШЕНО");
  }

  @Test
  void a_mentorship_that_nobody_knew_then_is_unknown() {
    Mentoring mentoring = running(active());

    assertThatThrownBy(() -> mentoring.oversight().completion(MentorshipId.of("m-none"), DAY))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("mentorship.unknown");
    assertThatThrownBy(() -> mentoring.oversight().risks(ID, DAY, NOW.minusSeconds(1)))
        .hasMessageContaining("mentorship.unknown");
    assertThatThrownBy(() -> mentoring.oversight().risks(ID, START.minusDays(30)))
        .hasMessageContaining("mentorship.unknown");
  }

  @Test
  void reports_that_are_overdue_put_a_mentorship_at_risk() {
    Mentoring mentoring = running(active());

    assertThat(mentoring.oversight().risks(ID, DAY, LATER))
        .extracting(Finding::code)
        .containsExactly("risk.obligations-overdue");
    assertThat(mentoring.oversight().risks(ID, START.plusDays(5), LATER)).isEmpty();
  }

  @Test
  void what_is_due_after_the_completion_is_watched_for_its_time() {
    LocalDate end = DAY;
    Mentoring mentoring = running(active().closed(Closure.Kind.COMPLETED, true, end));

    assertThat(mentoring.oversight().risks(ID, end.plusMonths(5), LATER)).isEmpty();
    assertThat(mentoring.oversight().risks(ID, end.plusMonths(7), LATER))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("risk.follow-up-overdue");
              assertThat(finding.requirement()).isEqualTo("FOLLOW_UP_REPORT");
            });
    assertThat(mentoring.oversight().risks(ID, end.plusYears(5), LATER))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.parameters().get("count"))
                    .hasFieldOrPropertyWithValue("value", 2L));
  }

  @Test
  void those_at_risk_are_told_page_by_page() {
    Mentoring mentoring = running(active().silence("MENTOR", Period.ofWeeks(3)));
    Particulars one = stores.mentorships().find(ID).orElseThrow();
    for (int i = 2; i <= 5; i++) {
      stores.mentorships().save(copied(one, MentorshipId.of("m-" + i)));
    }

    Page<AtRisk> first = mentoring.oversight().atRisk(DAY, null, 2);
    Page<AtRisk> second = mentoring.oversight().atRisk(DAY, first.next(), 2);
    Page<AtRisk> third = mentoring.oversight().atRisk(DAY, second.next(), 2);

    assertThat(List.of(first, second, third))
        .flatExtracting(Page::items)
        .extracting(each -> each.mentorship().value())
        .containsExactly("m-1", "m-2", "m-3", "m-4", "m-5");
    assertThat(first.items().get(0).findings()).isEqualTo(mentoring.oversight().risks(ID, DAY));
    assertThat(third.next()).isNull();
    assertThat(mentoring.oversight().atRisk(START.plusDays(3), null, 10).items()).isEmpty();
    assertThat(mentoring.oversight().atRisk(START.minusDays(60), null, 10).items()).isEmpty();
    assertThatThrownBy(() -> mentoring.oversight().atRisk(DAY, null, 0))
        .isInstanceOf(MentoringException.class);
  }

  @Test
  void what_only_informs_puts_nobody_on_the_list() {
    Mentoring mentoring = running(active().refers());

    assertThat(mentoring.oversight().risks(ID, START.plusDays(1)))
        .extracting(Finding::code)
        .containsExactly("risk.no-service-referral");
    assertThat(mentoring.oversight().atRisk(START.plusDays(1), null, 10).items()).isEmpty();
  }

  /** A programme whose stores hold what a case says. */
  private Mentoring running(ClosingCases cases) {
    return running(cases, stores, RULES);
  }

  static Mentoring running(ClosingCases cases, Stores stores, DroolsRules rules) {
    CompletionCase question = cases.made();
    stores.mentorships().save(question.mentorship());
    question
        .activities()
        .forEach(each -> stores.activities().append(new ActivityEntry.Recorded(each)));
    for (ParticipantId id : List.of(MENTEE, ClosingCases.MENTOR)) {
      stores.participants().add(Participant.of(id, ParticipantKind.PERSON, List.of()));
    }
    return Mentoring.of(question.definition())
        .stores(stores)
        .rules(rules)
        .identifiers(new SequentialIdentifiers())
        .clock(Clock.fixed(LATER, ZoneOffset.UTC))
        .build();
  }

  private void graduation(
      String id, ParticipantId centre, LocalDate on, Instant recorded, ParticipantId... with) {
    stores
        .activities()
        .append(
            new ActivityEntry.Recorded(
                new Activity(
                    ActivityId.of(id),
                    GRADUATION,
                    About.participant(centre),
                    on,
                    new Happened.EventHeld(
                        Fact.Mode.IN_PERSON,
                        new TreeSet<>(Set.of(MENTEE)),
                        new TreeSet<>(Set.of(with))),
                    null,
                    ClosingCases.BY,
                    recorded)));
  }

  private static Particulars copied(Particulars other, MentorshipId id) {
    return new Particulars(
        id,
        1,
        other.practice(),
        other.arrangement(),
        other.mentors(),
        other.mentees(),
        other.centre(),
        other.model(),
        other.continues(),
        other.agreements(),
        other.startedOn(),
        other.pauses(),
        other.rungs(),
        other.steps(),
        other.changes(),
        other.closure());
  }
}
