package org.mentoring.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.StepProgress;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.publication.PublicFigures;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

/** The Tyumen programme from intake to pairs, command by command: S2-01 to S2-06 and S2-17. */
class TyumenScenarioTest {
  private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code CENTRE = Code.of("MENTORING_CENTRE");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private static final Code PARTICIPATION = Code.of("PARTICIPATION");
  private static final Actor SECRETARY = new Actor("s-1", COMMISSION, "commission");
  private static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-ishim");
  private static final Actor TRAINER = new Actor("t-1", OPERATOR, "operator");

  private final Mentoring mentoring =
      Mentoring.of(BuiltInProgrammes.read("tyumen-2020"))
          .clock(Clock.fixed(Instant.parse("2020-10-01T12:00:00Z"), ZoneOffset.UTC))
          .identifiers(new SequentialIdentifiers())
          .build();

  @AfterEach
  void close() {
    mentoring.close();
  }

  private FactId record(Actor by, ParticipantId about, Fact fact, LocalDate from) {
    return mentoring.record(by, about, fact, Validity.from(from)).orElseThrow();
  }

  private ParticipantId person(String id) {
    return mentoring
        .register(HEAD, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
        .orElseThrow();
  }

  private Decision mentee(ParticipantId id, LocalDate day) {
    return mentoring.decide(id, "adolescents", Position.MENTEE, day);
  }

  private Decision mentor(ParticipantId id, LocalDate day) {
    return mentoring.decide(id, "adolescents", Position.MENTOR, day);
  }

  private static List<String> codes(Decision decision) {
    return decision.findings().stream().map(Finding::code).toList();
  }

  /** Everything that a mentee needs but the guardian's consent. */
  private ParticipantId childWithoutConsent(String id, String town) {
    ParticipantId child = person(id);
    LocalDate start = LocalDate.of(2020, 9, 1);
    record(SECRETARY, child, new Fact.Birth(LocalDate.of(2006, 5, 17)), LocalDate.of(2006, 5, 17));
    record(SECRETARY, child, new Fact.Referral(COMMISSION), start);
    record(SECRETARY, child, new Fact.PreventiveRegistration(Code.of("COMMISSION")), start);
    record(
        SECRETARY,
        child,
        new Fact.AuthorityDecision(COMMISSION, PARTICIPATION, Fact.Outcome.POSITIVE),
        start.plusDays(3));
    record(SECRETARY, child, new Fact.BackgroundProfile(COMMISSION), start.plusDays(3));
    record(HEAD, child, new Fact.FamilyMeeting(CENTRE), start.plusDays(10));
    record(HEAD, child, new Fact.Trait(Attribute.MUNICIPALITY, town), start);
    record(HEAD, child, new Fact.Interest("chess"), start);
    return child;
  }

  private FactId consent(ParticipantId child) {
    return record(
        HEAD,
        child,
        new Fact.Consent(Fact.ConsentGiver.GUARDIAN, null, CENTRE, PARTICIPATION),
        LocalDate.of(2020, 9, 11));
  }

  /** Everything that a mentor needs but the training and the standard. */
  private ParticipantId mentorBeforeTraining(String id, String town) {
    ParticipantId mentor = person(id);
    LocalDate start = LocalDate.of(2020, 9, 1);
    record(HEAD, mentor, new Fact.Birth(LocalDate.of(1990, 2, 3)), LocalDate.of(1990, 2, 3));
    record(HEAD, mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF), start);
    record(HEAD, mentor, new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")), start);
    record(HEAD, mentor, new Fact.DocumentHandedIn(Code.of("APPLICATION_FORM")), start);
    record(HEAD, mentor, new Fact.DocumentHandedIn(Code.of("PASSPORT")), start);
    record(
        HEAD,
        mentor,
        new Fact.ClearanceCertificate(
            Code.of("CRIMINAL_RECORD"), LocalDate.of(2019, 10, 2), Fact.Outcome.POSITIVE),
        LocalDate.of(2019, 10, 2));
    record(
        HEAD,
        mentor,
        new Fact.Interview(Code.of("CENTRE_HEAD"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE),
        start.plusDays(5));
    record(HEAD, mentor, new Fact.Trait(Attribute.MUNICIPALITY, town), start);
    record(HEAD, mentor, new Fact.Interest("chess"), start);
    return mentor;
  }

  private void training(ParticipantId mentor, int minutes, Code by) {
    record(
        TRAINER,
        mentor,
        new Fact.Training(Fact.TrainingKind.INITIAL, null, minutes, Fact.Mode.IN_PERSON, by),
        LocalDate.of(2020, 9, 20));
  }

  private void standard(ParticipantId mentor) {
    record(
        HEAD,
        mentor,
        new Fact.SelectionAssessment("mentor-selection", Fact.Outcome.POSITIVE),
        LocalDate.of(2020, 9, 25));
  }

  private ParticipantId trainedMentor(String id, String town) {
    ParticipantId mentor = mentorBeforeTraining(id, town);
    training(mentor, 480, OPERATOR);
    standard(mentor);
    return mentor;
  }

  @Test
  void S2_01_a_family_that_came_by_itself_must_have_its_child_on_a_register() {
    ParticipantId child = person("c");
    record(HEAD, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY), DAY);

    assertThat(codes(mentee(child, DAY))).contains("circumstance.none", "registration.missing");

    record(SECRETARY, child, new Fact.PreventiveRegistration(Code.of("SCHOOL")), DAY);

    assertThat(codes(mentee(child, DAY)))
        .doesNotContain("circumstance.none", "registration.missing");
  }

  @Test
  void S2_01_a_referred_child_is_at_risk_without_an_entry_of_its_own() {
    ParticipantId child = person("c");
    record(SECRETARY, child, new Fact.Referral(COMMISSION), DAY);

    assertThat(codes(mentee(child, DAY)))
        .doesNotContain("circumstance.none", "registration.missing", "intake.missing");
    assertThat(mentoring.applicants("adolescents", Position.MENTEE, DAY)).containsExactly(child);
  }

  @Test
  void S2_02_a_family_that_came_by_itself_still_needs_the_commissions_decision_and_profile() {
    ParticipantId child = person("c");
    record(HEAD, child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY), DAY);

    assertThat(codes(mentee(child, DAY))).contains("decision.missing", "profile.missing");

    record(
        SECRETARY,
        child,
        new Fact.AuthorityDecision(COMMISSION, PARTICIPATION, Fact.Outcome.NEGATIVE),
        DAY);

    assertThat(mentee(child, DAY).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(codes(mentee(child, DAY))).contains("decision.negative");
  }

  @Test
  void S2_03_meeting_and_consent_open_the_door_and_a_withdrawal_closes_it_on_its_day() {
    ParticipantId child = childWithoutConsent("c", "Город Ишим");
    assertThat(codes(mentee(child, DAY))).containsExactly("consent.missing");
    assertThat(mentee(child, DAY).path())
        .extracting(StepProgress::state)
        .containsExactly(
            StepProgress.State.DONE,
            StepProgress.State.DONE,
            StepProgress.State.DONE,
            StepProgress.State.OPEN,
            StepProgress.State.RECORDED_BY_PERSON);

    FactId consent = consent(child);
    assertThat(mentee(child, DAY).verdict()).isEqualTo(Verdict.ELIGIBLE);

    mentoring.withdrawConsent(HEAD, consent, DAY).orElseThrow();
    assertThat(mentee(child, DAY.minusDays(1)).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(codes(mentee(child, DAY))).containsExactly("consent.withdrawn");
  }

  @Test
  void S2_04_six_of_eight_hours_are_not_enough_and_hours_of_others_do_not_count() {
    ParticipantId mentor = mentorBeforeTraining("m", "Город Ишим");
    standard(mentor);
    training(mentor, 360, OPERATOR);
    training(mentor, 120, Code.of("PARTNER_ORGANISATION"));

    Decision decision = mentor(mentor, DAY);

    assertThat(decision.verdict()).isEqualTo(Verdict.NOT_YET);
    assertThat(codes(decision)).containsExactly("training.hours-short", "training.other-trainer");
    assertThat(decision.findings().get(0).citation()).isEqualTo(Citation.of("S2-04"));
    assertThat(mentoring.renderer(Language.RU, Audience.COORDINATOR).text(decision))
        .contains("6 часов")
        .contains("2 часа");

    training(mentor, 120, OPERATOR);
    assertThat(mentor(mentor, DAY).verdict()).isEqualTo(Verdict.ELIGIBLE);
  }

  @Test
  void S2_04_a_certificate_of_a_year_ends_on_its_anniversary() {
    ParticipantId mentor = trainedMentor("m", "Город Ишим");

    assertThat(mentor(mentor, LocalDate.of(2020, 10, 1)).verdict()).isEqualTo(Verdict.ELIGIBLE);
    assertThat(codes(mentor(mentor, LocalDate.of(2020, 10, 2))))
        .containsExactly("clearance.expired");
  }

  @Test
  void S2_05_who_comes_from_a_departmental_institution_is_refused_even_with_everything_else() {
    ParticipantId mentor = trainedMentor("m", "Город Ишим");
    record(HEAD, mentor, new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION")), DAY);

    assertThat(mentor(mentor, DAY).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(codes(mentor(mentor, DAY))).containsExactly("affiliation.barred");
  }

  @Test
  void S2_06_pairs_are_suggested_to_events_of_ten_places() {
    for (int i = 10; i < 22; i++) {
      consent(childWithoutConsent("c-" + i, "Город Ишим"));
      trainedMentor("m-" + i, "Город Ишим");
    }

    MatchProposal proposal =
        mentoring.propose(HEAD, "adolescents", DAY, Progress.NONE).orElseThrow();

    assertThat(proposal.policy()).isEqualTo(MatchingPlan.Policy.STABLE);
    assertThat(proposal.result().pairs()).hasSize(12);
    assertThat(proposal.events()).hasSize(2);
    assertThat(proposal.events())
        .allSatisfy(event -> assertThat(event.pairs()).hasSizeBetween(1, 10));
  }

  @Test
  void S2_06_children_and_mentors_meet_at_an_event_choose_each_other_and_who_is_left_comes_again() {
    for (int i = 10; i < 22; i++) {
      consent(childWithoutConsent("c-" + i, "Город Ишим"));
      trainedMentor("m-" + i, "Город Ишим");
    }
    MatchProposal proposal =
        mentoring.propose(HEAD, "adolescents", DAY, Progress.NONE).orElseThrow();
    EventDate date = new EventDate("Город Ишим", DAY);

    List<MentorSelectionEvent> events =
        mentoring.planEvents(HEAD, proposal, List.of(date, date)).orElseThrow().events();

    assertThat(events)
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.mentees()).hasSizeLessThanOrEqualTo(10))
        .allSatisfy(event -> assertThat(event.meetings().rounds()).hasSize(3));

    // Everybody wishes those whom it met, by id; only the first mentor wishes nobody.
    int pairs = 0;
    for (MentorSelectionEvent event : events) {
      ChoosingOutcome outcome =
          mentoring.closeEvent(HEAD, everybodyRanks(event)).orElseThrow().outcome().orElseThrow();
      assertThat(outcome.pairs())
          .allSatisfy(chosen -> assertThat(chosen.explanation().possible()).isTrue())
          .allSatisfy(chosen -> assertThat(event.meetings().pairs()).contains(chosen.pair()));
      assertThat(outcome.open())
          .extracting(ChoosingOutcome.StillOpen::reason)
          .contains(ChoosingOutcome.Reason.NAMED_NOBODY);
      pairs += outcome.pairs().size();
    }
    List<MentorSelectionEvent> next =
        mentoring.planEvents(HEAD, proposal, List.of(date)).orElseThrow().events();

    assertThat(pairs).isBetween(8, 10);
    assertThat(next).hasSize(1);
    assertThat(next.get(0).mentees()).hasSize(12 - pairs);
  }

  private MentorSelectionEvent everybodyRanks(MentorSelectionEvent event) {
    MentorSelectionEvent newest = event;
    for (ParticipantId child : event.mentees()) {
      List<ParticipantId> met =
          event.meetings().pairs().stream()
              .filter(pair -> pair.mentee().equals(child))
              .map(PairKey::mentor)
              .toList();
      newest = ranked(newest, Ranking.strict(child, Position.MENTEE, met));
    }
    for (ParticipantId mentor : event.mentors().keySet()) {
      List<ParticipantId> met =
          event.meetings().pairs().stream()
              .filter(pair -> pair.mentor().equals(mentor))
              .filter(pair -> !mentor.equals(event.mentors().firstKey()))
              .map(PairKey::mentee)
              .toList();
      newest = ranked(newest, Ranking.strict(mentor, Position.MENTOR, met));
    }
    return newest;
  }

  private MentorSelectionEvent ranked(MentorSelectionEvent event, Ranking ranking) {
    return mentoring.recordRanking(HEAD, event, ranking).orElseThrow();
  }

  @Test
  void S2_17_what_leaves_for_a_public_page_names_no_child() {
    List<String> ids = new ArrayList<>();
    for (int i = 10; i < 16; i++) {
      ids.add(childWithoutConsent("c-" + i, "Город Ишим").value());
      consent(ParticipantId.of("c-" + i));
      trainedMentor("m-" + i, "Город Ишим");
    }
    consent(childWithoutConsent("lone", "Абатский район"));
    trainedMentor("m-lone", "Абатский район");

    MatchProposal proposal =
        mentoring.propose(HEAD, "adolescents", DAY, Progress.NONE).orElseThrow();
    PublicFigures figures = mentoring.publicFigures(proposal);

    assertThat(proposal.result().pairs()).hasSize(7);
    assertThat(figures.toString()).doesNotContain(ids).doesNotContain("lone", "Абатский", "2006");
    assertThat(
            mentoring
                .renderer(Language.RU, Audience.PUBLIC)
                .text(mentee(ParticipantId.of("lone"), DAY)))
        .isEqualTo("ДОПУЩЕН");
  }
}
