package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

class FactCommandsTest {
  private final SmallProgramme small = new SmallProgramme();
  private final Mentoring mentoring = small.mentoring;

  private Decision decide(ParticipantId id) {
    return mentoring.decide(id, "adolescents", Position.MENTOR, TODAY);
  }

  @Test
  void a_mentor_with_six_of_eight_hours_is_not_yet_eligible_and_the_step_stays_open() {
    ParticipantId mentor = small.person("m-1");
    small.training(mentor, 360);

    Decision decision = decide(mentor);

    assertThat(decision.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(decision.findings())
        .extracting(Finding::code)
        .containsExactly("training.hours-short");
    assertThat(decision.path())
        .containsExactly(
            new StepProgress("initial-training", StepProgress.State.OPEN),
            new StepProgress("selection-event", StepProgress.State.RECORDED_BY_PERSON));
  }

  @Test
  void a_corrected_fact_changes_decisions_from_then_on_and_not_those_of_before() {
    ParticipantId mentor = small.person("m-1");
    FactId wrong = small.training(mentor, 480);
    Instant before = mentoring.now();
    small.later();
    Fact right =
        new Fact.Training(
            Fact.TrainingKind.INITIAL, null, 60, Fact.Mode.ONLINE, Code.of("REGIONAL_OPERATOR"));

    mentoring
        .correct(COORDINATOR, wrong, right, Validity.from(TODAY.minusDays(1)), "a slip of the pen")
        .orElseThrow();

    assertThat(decide(mentor).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY, before).verdict())
        .isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void a_retracted_fact_no_longer_counts_and_cannot_be_retracted_twice() {
    ParticipantId mentor = small.person("m-1");
    FactId wrong = small.training(mentor, 480);

    mentoring.retract(COORDINATOR, wrong, "another person's").orElseThrow();

    assertThat(decide(mentor).verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(SmallProgramme.codes(mentoring.retract(COORDINATOR, wrong, "again")))
        .containsExactly("command.fact-superseded");
    assertThat(
            SmallProgramme.codes(
                mentoring.correct(
                    COORDINATOR,
                    wrong,
                    new Fact.MentoringCapacity(1),
                    Validity.from(TODAY),
                    "again")))
        .containsExactly("command.fact-superseded");
  }

  @Test
  void a_misspelt_word_an_unknown_attribute_and_the_future_are_refused_and_nothing_is_recorded() {
    ParticipantId mentor = small.person("m-1");

    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    mentor,
                    new Fact.AuthorityDecision(
                        Code.of("JUVENILE_AFFAIRS_COMISSION"),
                        Code.of("PARTICIPATION"),
                        Fact.Outcome.POSITIVE),
                    Validity.from(TODAY.plusDays(1)))))
        .containsExactly("command.code-unknown", "command.in-future");
    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    mentor,
                    new Fact.Trait(Attribute.of("shoe-size"), "43"),
                    Validity.from(TODAY))))
        .containsExactly("command.attribute-unknown");
    assertThat(mentoring.dossier(mentor, TODAY).facts()).isEmpty();
  }

  @Test
  void a_fact_about_somebody_unknown_is_refused() {
    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    ParticipantId.of("nobody"),
                    new Fact.MentoringCapacity(1),
                    Validity.from(TODAY))))
        .containsExactly("command.participant-unknown");
  }

  @Test
  void the_same_reference_is_not_registered_twice_and_the_refusal_names_who_has_it() {
    ExternalReference school = new ExternalReference("school", "42");
    ParticipantId first =
        mentoring.register(COORDINATOR, ParticipantKind.PERSON, List.of(school)).orElseThrow();

    Decision refusal =
        mentoring
            .register(COORDINATOR, ParticipantKind.PERSON, List.of(school))
            .refused()
            .orElseThrow();

    assertThat(refusal.findings())
        .extracting(Finding::code)
        .containsExactly("command.reference-taken");
    assertThat(refusal.canonical()).contains(first.value()).doesNotContain("\"42\"");
    assertThat(mentoring.participant(school).orElseThrow().id()).isEqualTo(first);
  }

  @Test
  void a_merged_duplicate_brings_its_facts_and_vanishes_from_the_applicants() {
    ParticipantId kept = small.mentor("m-1", "Ишим");
    ParticipantId duplicate = small.mentee("m-2", "Ишим");
    Instant before = mentoring.now();
    small.later();

    mentoring.merge(COORDINATOR, kept, duplicate, "one person, two applications").orElseThrow();

    assertThat(mentoring.applicants("adolescents", Position.MENTEE, TODAY)).containsExactly(kept);
    assertThat(mentoring.dossier(duplicate, TODAY)).isEqualTo(mentoring.dossier(kept, TODAY));
    assertThat(mentoring.dossier(duplicate, TODAY, before).participant()).isEqualTo(duplicate);
    assertThat(SmallProgramme.codes(mentoring.merge(COORDINATOR, kept, duplicate, "again")))
        .containsExactly("command.merged-already");
  }

  @Test
  void facts_recorded_for_a_duplicate_belong_to_the_one_that_was_kept() {
    ParticipantId kept = small.mentor("m-1", "Ишим");
    ParticipantId duplicate = small.person("m-2");
    FactId early = small.training(duplicate, 30);
    mentoring.merge(COORDINATOR, kept, duplicate, "the same person").orElseThrow();

    FactId late = small.fact(duplicate, new Fact.MentoringCapacity(2));
    mentoring.retract(COORDINATOR, early, "never happened").orElseThrow();

    assertThat(mentoring.dossier(kept, TODAY).facts())
        .extracting(known -> known.id())
        .contains(late)
        .doesNotContain(early);
  }

  @Test
  void a_child_whom_the_commission_referred_seeks_a_mentor_without_an_application_of_its_own() {
    ParticipantId child = small.person("p-1");
    small.fact(child, new Fact.Referral(Code.of("JUVENILE_AFFAIRS_COMMISSION")));

    assertThat(mentoring.applicants("adolescents", Position.MENTEE, TODAY)).containsExactly(child);
    assertThat(mentoring.applicants("adolescents", Position.MENTOR, TODAY)).isEmpty();
  }

  @Test
  void only_a_consent_of_the_same_participant_can_be_withdrawn() {
    ParticipantId one = small.person("p-1");
    ParticipantId other = small.person("p-2");
    Fact consent =
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION"));
    FactId given = small.fact(one, consent);

    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR, other, new Fact.ConsentWithdrawal(given), Validity.from(TODAY))))
        .containsExactly("command.consent-unknown");
    assertThat(mentoring.withdrawConsent(COORDINATOR, given, TODAY).accepted()).isPresent();
  }

  @Test
  void what_is_asked_about_an_unknown_practice_names_those_there_are() {
    ParticipantId mentor = small.person("m-1");

    assertThatThrownBy(() -> mentoring.decide(mentor, "adults", Position.MENTOR, TODAY))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("practice.unknown")
        .hasMessageContaining("adolescents");
  }

  @Test
  void an_organisation_cannot_be_a_mentor_where_persons_are_asked_for() {
    ParticipantId school =
        mentoring.register(COORDINATOR, ParticipantKind.ORGANISATION, List.of()).orElseThrow();
    small.training(school, 480);

    assertThat(decide(school).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decide(school).findings()).extracting(Finding::code).containsExactly("party.kind");
  }

  @Test
  void a_validity_ends_before_its_last_day() {
    Validity validity = Validity.between(TODAY, TODAY.plusDays(1));

    assertThat(validity.contains(TODAY)).isTrue();
    assertThat(validity.contains(TODAY.plusDays(1))).isFalse();
    assertThatThrownBy(() -> Validity.between(TODAY, TODAY)).hasMessageContaining("validity.empty");
    assertThat(Validity.from(LocalDate.MIN).endedBy(LocalDate.MAX)).isFalse();
  }

  @Test
  void a_withdrawal_follows_its_consent_when_the_consent_is_corrected_and_finds_it_by_its_old_id() {
    ParticipantId child = small.person("p-1");
    Fact consent =
        new Fact.Consent(
            Fact.ConsentGiver.GUARDIAN, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION"));
    FactId given = small.fact(child, consent);
    mentoring.withdrawConsent(COORDINATOR, given, TODAY).orElseThrow();

    FactId corrected =
        mentoring
            .correct(COORDINATOR, given, consent, Validity.from(TODAY.minusDays(40)), "the day")
            .orElseThrow();

    assertThat(withdrawals(child)).containsExactly(corrected);
    assertThat(mentoring.withdrawConsent(COORDINATOR, given, TODAY).accepted()).isPresent();
    assertThat(withdrawals(child)).containsOnly(corrected);
  }

  private List<FactId> withdrawals(ParticipantId child) {
    return mentoring
        .dossier(child, TODAY)
        .current(Fact.ConsentWithdrawal.class)
        .map(Fact.ConsentWithdrawal::consent)
        .toList();
  }

  @Test
  void what_two_registrations_of_one_person_say_alike_counts_once() {
    ParticipantId one = small.person("m-1");
    ParticipantId two = small.person("m-2");
    small.training(one, 240);
    small.training(two, 240);

    mentoring.merge(COORDINATOR, one, two, "the same person").orElseThrow();

    assertThat(decide(one).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_clock_that_is_set_back_slips_no_fact_under_an_old_decision() {
    ParticipantId mentor = small.person("m-1");
    FactId training = small.training(mentor, 480);
    Instant known = mentoring.now();
    Decision before = mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY, known);
    small.later();
    mentoring.now();
    small.now.updateAndGet(instant -> instant.minusSeconds(7_200));

    mentoring.retract(COORDINATOR, training, "never happened").orElseThrow();

    assertThat(mentoring.decide(mentor, "adolescents", Position.MENTOR, TODAY, known))
        .isEqualTo(before);
    assertThat(decide(mentor).verdict()).isEqualTo(Verdict.NOT_YET);
  }

  @Test
  void a_fact_is_corrected_only_by_one_of_its_kind_and_a_judgement_has_no_end() {
    ParticipantId mentor = small.person("m-1");
    FactId training = small.training(mentor, 480);

    assertThat(
            SmallProgramme.codes(
                mentoring.correct(
                    COORDINATOR,
                    training,
                    new Fact.Interest("chess"),
                    Validity.from(TODAY.minusDays(1)),
                    "wrong")))
        .containsExactly("command.other-kind");
    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    mentor,
                    new Fact.Interview(
                        Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE),
                    Validity.between(TODAY.minusDays(2), TODAY.minusDays(1)))))
        .containsExactly("command.judgement-ends");
  }

  @Test
  void a_child_cannot_be_its_own_guardian() {
    ParticipantId child = small.person("p-1");

    assertThat(
            SmallProgramme.codes(
                mentoring.record(
                    COORDINATOR,
                    child,
                    new Fact.Consent(
                        Fact.ConsentGiver.GUARDIAN,
                        child,
                        SmallProgramme.CENTRE,
                        Code.of("PARTICIPATION")),
                    Validity.from(TODAY))))
        .containsExactly("command.giver-is-child");
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_missing_value_is_refused_where_it_enters() {
    ParticipantId mentor = small.person("m-1");

    assertThatThrownBy(() -> new Fact.Interview(Code.of("CENTRE_HEAD"), null, null))
        .hasMessageContaining("value.missing");
    assertThatThrownBy(() -> Validity.from(null)).hasMessageContaining("value.missing");
    assertThatThrownBy(() -> mentoring.register(COORDINATOR, null, List.of()))
        .hasMessageContaining("value.missing");
    assertThatThrownBy(
            () ->
                mentoring.record(null, mentor, new Fact.MentoringCapacity(1), Validity.from(TODAY)))
        .hasMessageContaining("value.missing");
  }

  @Test
  void a_known_fact_does_not_show_since_when_it_holds_because_a_birth_holds_from_the_birth_date() {
    ParticipantId child = small.person("p-1");
    LocalDate born = LocalDate.of(2006, 5, 17);
    mentoring.record(COORDINATOR, child, new Fact.Birth(born), Validity.from(born)).orElseThrow();

    assertThat(mentoring.dossier(child, TODAY).facts().toString()).doesNotContain("2006");
  }

  @Test
  void no_fact_shows_what_it_holds() {
    assertThat(
            List.of(
                new Fact.Interest("Иван Петров").toString(),
                new Fact.Offer("Иван Петров").toString(),
                new Fact.PersonName("Иван", "Петров").toString(),
                new Fact.Birth(LocalDate.of(1985, 5, 5)).toString(),
                new Fact.Interview(
                        Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE)
                    .toString()))
        .allSatisfy(
            text -> assertThat(text).doesNotContain("Петров", "1985", "NEGATIVE").endsWith("[…]"));
  }
}
