package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RetentionTerms;
import org.mentoring.programme.RetentionTerms.Ground;
import org.mentoring.programme.RetentionTerms.Rule;
import org.mentoring.spi.Page;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** Data is kept while something gives a ground to, and is due to be erased when nothing does. */
class RetentionTest {
  private static final Rule AFTER_MENTORSHIP =
      rule("after-mentorship", Ground.MENTORSHIP_OVER, Period.ofYears(3));
  private static final Rule AFTER_APPLICATION =
      rule("after-application", Ground.APPLICATION_OVER, Period.ofYears(1));
  private static final Rule AFTER_POSITION =
      rule("after-position", Ground.POSITION_LEFT, Period.ofMonths(6));
  private static final Rule AFTER_WITHDRAWAL =
      rule("after-withdrawal", Ground.CONSENT_WITHDRAWN, null);
  private static final List<Rule> ALL =
      List.of(AFTER_MENTORSHIP, AFTER_APPLICATION, AFTER_POSITION, AFTER_WITHDRAWAL);

  private SmallMentorships small = new SmallMentorships(definition(ALL));

  @Test
  void data_is_kept_after_the_last_mentorship_for_as_long_as_the_definition_says() {
    ParticipantId oak = small.mentor("oak");
    ParticipantId kid = small.mentee("kid");
    MentorshipId id = small.active(oak, kid);
    LocalDate end = small.today();
    small.until(end.plusYears(5));
    assertThat(due(small.today())).isEmpty();
    small.until(end);
    end(id);

    assertThat(due(end.plusYears(3).minusDays(1))).isEmpty();
    List<RetentionDue> due = due(end.plusYears(3));
    assertThat(due).extracting(RetentionDue::participant).containsExactly(kid, oak);
    RetentionDue ofKid = due.get(0);
    assertThat(ofKid.since()).isEqualTo(end.plusYears(3));
    assertThat(codes(ofKid)).containsExactly("retention.mentorship-over");
    assertThat(ofKid.findings().get(0).requirement()).isEqualTo("after-mentorship");
    for (Language language : Language.values()) {
      Renderer renderer = small.mentoring.renderer(language, Audience.COORDINATOR);
      assertThat(renderer.lines(ofKid.findings()).get(0).found())
          .contains(language == Language.EN ? "over on" : "завершилось");
    }
  }

  @Test
  void who_was_erased_is_not_due_any_more() {
    ParticipantId oak = small.mentor("oak");
    MentorshipId id = small.active(oak, small.mentee("kid"));
    end(id);
    small.until(small.today().plusYears(4));

    small
        .mentoring
        .erasure()
        .erase(COORDINATOR, oak, Code.of("RETENTION_ENDED"), small.today())
        .orElseThrow();

    assertThat(due(small.today()))
        .extracting(RetentionDue::participant)
        .containsExactly(ParticipantId.of("kid"));
  }

  @Test
  void a_refused_application_keeps_data_for_a_while_and_one_that_waits_for_ever() {
    ParticipantId waits = small.mentee("waits");
    ParticipantId refused = small.mentee("refused");
    small.programme.fact(
        refused,
        new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE));
    LocalDate day = SmallMentorships.TODAY.minusMonths(1);

    assertThat(due(day.plusYears(1).minusDays(1))).isEmpty();
    assertThat(due(day.plusYears(1)))
        .extracting(RetentionDue::participant)
        .containsExactly(refused);
    assertThat(due(day.plusYears(50))).extracting(RetentionDue::participant).doesNotContain(waits);
  }

  @Test
  void a_new_application_after_a_mentorship_keeps_data() {
    ParticipantId oak = small.mentor("oak");
    MentorshipId id = small.active(oak, small.mentee("kid"));
    end(id);
    small.days(10);
    small
        .mentoring
        .record(
            COORDINATOR,
            oak,
            new Fact.Application(Position.MENTOR, Fact.WayIn.SELF),
            Validity.from(small.today()))
        .orElseThrow();

    assertThat(due(small.today().plusYears(10)))
        .extracting(RetentionDue::participant)
        .containsExactly(ParticipantId.of("kid"));
  }

  @Test
  void a_position_that_is_held_keeps_data_and_one_that_was_left_for_a_while() {
    ParticipantId head = small.programme.person("head");
    small
        .mentoring
        .record(
            COORDINATOR,
            head,
            new Fact.PositionHeld(Position.COORDINATOR, null),
            Validity.between(small.today().minusYears(1), small.today().minusMonths(1)))
        .orElseThrow();

    assertThat(due(small.today().minusMonths(2))).isEmpty();
    assertThat(due(small.today().plusMonths(4))).isEmpty();
    assertThat(due(small.today().plusMonths(5)))
        .extracting(RetentionDue::participant)
        .containsExactly(head);
  }

  @Test
  void a_withdrawn_consent_makes_data_due_at_once_if_no_other_ground_stands() {
    ParticipantId kid = small.programme.mentee("kid", "Tyumen");
    FactId consent = small.consent(kid);
    MentorshipId id = small.active(small.mentor("oak"), kid);
    small.mentoring.withdrawConsent(COORDINATOR, consent, small.today()).orElseThrow();
    assertThat(due(small.today())).isEmpty();

    end(id);

    List<RetentionDue> due = due(small.today());
    assertThat(due).extracting(RetentionDue::participant).containsExactly(kid);
    assertThat(codes(due.get(0))).containsExactly("retention.consent-withdrawn");
    assertThat(due.get(0).since()).isEqualTo(small.today());
    assertThat(due.get(0).findings().get(0).facts()).hasSize(1);
  }

  @Test
  void a_consent_given_anew_keeps_data() {
    ParticipantId kid = small.programme.mentee("kid", "Tyumen");
    FactId consent = small.consent(kid);
    small.mentoring.withdrawConsent(COORDINATOR, consent, small.today().minusDays(1)).orElseThrow();
    assertThat(due(small.today())).hasSize(1);

    small.consent(kid);

    assertThat(due(small.today())).isEmpty();
  }

  @Test
  void a_ground_that_a_law_gives_outlasts_the_withdrawal() {
    Rule law =
        new Rule(
            "by-law",
            Ground.MENTORSHIP_OVER,
            new TreeSet<>(List.of(Position.MENTEE)),
            Period.ofYears(5),
            true,
            Citation.of("D2"));
    small = new SmallMentorships(definition(List.of(law, AFTER_WITHDRAWAL)));
    ParticipantId kid = small.programme.mentee("kid", "Tyumen");
    FactId consent = small.consent(kid);
    end(small.active(small.mentor("oak"), kid));
    small.mentoring.withdrawConsent(COORDINATOR, consent, small.today()).orElseThrow();

    assertThat(due(small.today().plusYears(5).minusDays(1))).isEmpty();
    assertThat(due(small.today().plusYears(5)))
        .extracting(RetentionDue::participant)
        .containsExactly(kid);
  }

  @Test
  void without_a_rule_nothing_is_ever_due() {
    SmallMentorships silent = new SmallMentorships();
    end(silent, silent.active(silent.mentor("oak"), silent.mentee("kid")));

    Page<RetentionDue> page =
        silent.mentoring.erasure().retentionDue(silent.today().plusYears(99), null, 10);

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isNull();
  }

  @Test
  void pages_hold_everybody_once() {
    for (int i = 0; i < 4; i++) {
      end(small.active(small.mentor("oak-" + i), small.mentee("kid-" + i)));
    }
    LocalDate day = small.today().plusYears(3);

    List<RetentionDue> found = new ArrayList<>();
    String after = null;
    do {
      Page<RetentionDue> page = small.mentoring.erasure().retentionDue(day, after, 3);
      found.addAll(page.items());
      after = page.next();
    } while (after != null);

    assertThat(found).hasSize(8).doesNotHaveDuplicates().isEqualTo(due(day));
  }

  @Test
  void terms_that_contradict_themselves_are_refused_with_all_that_is_wrong() {
    RetentionTerms broken =
        new RetentionTerms(
            new TreeSet<>(),
            List.of(
                AFTER_MENTORSHIP,
                rule("again", Ground.MENTORSHIP_OVER, null),
                new Rule(
                    "withdrawn",
                    Ground.CONSENT_WITHDRAWN,
                    new TreeSet<>(),
                    null,
                    true,
                    Citation.CHOICE)));

    assertThatThrownBy(() -> with(broken))
        .isInstanceOfSatisfying(
            InvalidDefinition.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code)
                    .containsExactlyInAnyOrder(
                        "retention.ground-twice",
                        "retention.consents-missing",
                        "retention.despite-itself"));
  }

  private List<RetentionDue> due(LocalDate day) {
    return small.mentoring.erasure().retentionDue(day, null, 1_000).items();
  }

  private static List<String> codes(RetentionDue due) {
    return due.findings().stream().map(Finding::code).toList();
  }

  private void end(MentorshipId id) {
    end(small, id);
  }

  private static void end(SmallMentorships small, MentorshipId id) {
    small
        .commands()
        .endEarly(COORDINATOR, id, SmallMentorships.UNWILLING, GUARDIAN, "moves", small.today())
        .orElseThrow();
  }

  private static Rule rule(String id, Ground ground, @Nullable Period kept) {
    return new Rule(id, ground, new TreeSet<>(), kept, false, Citation.CHOICE);
  }

  private static ProgrammeDefinition definition(List<Rule> rules) {
    return with(new RetentionTerms(new TreeSet<>(List.of(Code.of("PARTICIPATION"))), rules));
  }

  private static ProgrammeDefinition with(RetentionTerms terms) {
    ProgrammeDefinition small = SmallMentorships.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        small.source(),
        small.zone(),
        small.under(),
        small.phases(),
        small.vocabulary(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        small.practices(),
        small.centre(),
        small.targets(),
        small.records(),
        small.activities(),
        small.incidents(),
        small.calendars(),
        small.waivers(),
        terms,
        small.privacy());
  }
}
