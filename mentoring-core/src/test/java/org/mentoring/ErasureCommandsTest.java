package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.HEAD;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.activity.About;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Verdict;
import org.mentoring.erasure.ErasedText;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.erasure.ErasureAct.Touched;
import org.mentoring.erasure.Reapplied;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.journal.Erasure;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.ProposedPair;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.ObligationState;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Whose data is erased is known no more, and everything else goes on. */
class ErasureCommandsTest {
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");
  private static final Code ON_DEMAND = Code.of("ON_DEMAND");
  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId kid = small.mentee("kid");

  @Test
  void a_person_of_an_open_mentorship_is_not_erased_and_all_that_needs_the_data_is_told() {
    small.places(oak, 2);
    MentorshipId id = small.active(oak, kid);
    MentorshipId second = small.agreed(oak, small.mentee("other"));

    Outcome<ErasureAct> outcome = erase(oak);

    assertThat(SmallProgramme.codes(outcome))
        .containsExactly("erasure.mentorship-open", "erasure.mentorship-open");
    assertThat(outcome.refused().orElseThrow().findings().toString())
        .contains(id.value(), second.value());
    assertThat(mentoring.dossier(oak, small.today()).facts()).isNotEmpty();
    assertThat(mentoring.erasure().erasures()).isEmpty();
  }

  @Test
  void a_follow_up_that_runs_needs_the_data_and_none_that_is_over() {
    MentorshipId id = small.closing(oak, kid);
    small.commands().complete(COORDINATOR, id, small.today()).orElseThrow();
    assertThat(small.now(id).state()).isEqualTo(MentorshipState.CLOSED);
    small.commands().beginFollowUp(COORDINATOR, id, small.today()).orElseThrow();

    assertThat(SmallProgramme.codes(erase(kid))).containsExactly("erasure.follow-up-open");

    small.days(31);
    small.followUpReport(id);
    small.commands().endFollowUp(COORDINATOR, id, small.today()).orElseThrow();
    assertThat(erase(kid).orElseThrow().registrations()).containsExactly(kid);
  }

  @Test
  void what_was_open_on_an_earlier_day_refuses_an_erasure_of_that_day() {
    MentorshipId id = small.active(oak, kid);
    small.days(3);
    end(id);

    assertThat(
            SmallProgramme.codes(
                mentoring.erasure().erase(COORDINATOR, kid, ON_DEMAND, small.today().minusDays(1))))
        .containsExactly("erasure.mentorship-open");
    assertThat(
            SmallProgramme.codes(
                mentoring.erasure().erase(COORDINATOR, kid, ON_DEMAND, small.today().plusDays(1))))
        .containsExactly("command.in-future");
    assertThat(erase(kid).accepted()).isPresent();
  }

  @Test
  void nobody_unknown_is_erased_and_no_party_erases() {
    assertThat(SmallProgramme.codes(erase(ParticipantId.of("nobody"))))
        .containsExactly("command.participant-unknown");
    assertThat(
            SmallProgramme.codes(
                mentoring.erasure().erase(SmallMentorships.MENTOR, kid, ON_DEMAND, small.today())))
        .containsExactly("erasure.by-party");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELF", "FAMILY", "CHILD", "ALUMNUS", "EMPLOYEE", "GUARDIAN"})
  void nobody_erases_or_reapplies_in_its_own_name(String as) {
    Actor by = new Actor("oak", Code.of(as), "home");

    assertThat(codes(by, oak)).containsExactly("erasure.by-party");
    assertThat(reapplied(by, oak).refused()).containsExactly(oak);
    assertThat(mentoring.erasure().erasures()).isEmpty();
  }

  @Test
  void an_office_erases_neither_itself_nor_its_mentee_nor_whom_it_does_not_stand_over() {
    end(small.active(oak, kid));
    Actor asHead = new Actor("oak", HEAD.capacity(), HEAD.organisation());
    Actor school = new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4");

    for (ParticipantId each : List.of(oak, kid)) {
      assertThat(codes(asHead, each)).containsExactly("erasure.not-over-person");
      assertThat(codes(school, each)).containsExactly("erasure.not-over-person");
      assertThat(reapplied(asHead, each).refused()).containsExactly(each);
    }
    assertThat(erase(kid).accepted()).isPresent();
  }

  @Test
  void a_child_is_erased_by_no_other_centre_while_it_is_attached_nor_between_two_pairs() {
    Actor elsewhere = Actor.coordinator("x", "elsewhere");
    ParticipantId centre = organisation(COORDINATOR.organisation());
    ParticipantId other = small.mentee("other");
    small.programme.fact(other, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    MentorshipId id =
        small.commands().assign(COORDINATOR, small.terms(oak, kid).at(centre)).orElseThrow().id();
    assertThat(reapplied(elsewhere, kid).refused()).containsExactly(kid);
    small.commands().withdraw(COORDINATOR, id, "moves", small.today()).orElseThrow();

    for (ParticipantId each : List.of(kid, other)) {
      assertThat(codes(elsewhere, each)).containsExactly("erasure.not-over-person");
      assertThat(reapplied(elsewhere, each).refused()).containsExactly(each);
      assertThat(erase(each).accepted()).isPresent();
    }
  }

  private List<String> codes(Actor by, ParticipantId id) {
    return SmallProgramme.codes(mentoring.erasure().erase(by, id, ON_DEMAND, small.today()));
  }

  private Reapplied reapplied(Actor by, ParticipantId id) {
    Erasure erasure = new Erasure(id, mentoring.now(), HEAD, ON_DEMAND);
    return mentoring.erasure().reapply(by, List.of(erasure));
  }

  @Test
  void a_second_erasure_with_nothing_left_answers_with_the_first_and_changes_nothing() {
    Erasure first = erase(kid).orElseThrow().erasure();
    small.days(1);

    ErasureAct second =
        mentoring
            .erasure()
            .erase(HEAD, kid, Code.of("RETENTION_ENDED"), small.today())
            .orElseThrow();

    assertThat(second.before()).isTrue();
    assertThat(second.erasure()).isEqualTo(first);
    assertThat(second.touched()).isEmpty();
    assertThat(mentoring.erasure().erasures()).containsExactly(first);
    assertThat(mentoring.erasure().find(kid)).contains(first);
  }

  @Test
  void staff_of_no_centre_is_not_erased_while_mentorships_of_no_centre_run() {
    ParticipantId clerk = small.programme.person("clerk");
    small.programme.fact(clerk, new Fact.PositionHeld(Position.COORDINATOR, null));
    ParticipantId other = small.programme.person("other");
    small.programme.fact(other, new Fact.PositionHeld(Position.COORDINATOR, null));
    ParticipantId centre = organisation("centre-9");
    small.programme.fact(kid, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    small
        .commands()
        .assign(Actor.coordinator("c-9", "centre-9"), small.terms(oak, kid).at(centre))
        .orElseThrow();
    assertThat(erase(other).accepted()).isPresent();

    small.active(small.mentor("elm"), small.mentee("bird"));

    assertThat(SmallProgramme.codes(erase(clerk))).containsExactly("erasure.operator-staff");
  }

  @Test
  void neither_a_centre_nor_its_staff_is_erased_while_mentorships_run_under_it() {
    ParticipantId centre = organisation("centre-1");
    ParticipantId clerk = small.programme.person("clerk");
    small.programme.fact(clerk, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    FactId held = small.programme.fact(clerk, new Fact.PositionHeld(Position.COORDINATOR, null));
    MentorshipId id =
        small.commands().assign(COORDINATOR, small.terms(oak, kid).at(centre)).orElseThrow().id();

    assertThat(SmallProgramme.codes(erase(centre))).containsExactly("erasure.centre-runs");
    assertThat(SmallProgramme.codes(erase(clerk))).containsExactly("erasure.position-held");

    mentoring.retract(COORDINATOR, held, "left").orElseThrow();
    assertThat(erase(clerk).accepted()).isPresent();
    small.commands().withdraw(COORDINATOR, id, "over", small.today()).orElseThrow();
    assertThat(erase(centre).accepted()).isPresent();
  }

  private ParticipantId organisation(String id) {
    ParticipantId centre =
        mentoring
            .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    mentoring
        .record(
            Actor.coordinator("c-1", id),
            centre,
            new Fact.PositionHeld(Position.CENTRE, null),
            Validity.from(small.today().minusMonths(1)))
        .orElseThrow();
    return centre;
  }

  @Test
  void a_command_on_what_was_read_before_an_erasure_comes_too_late() {
    ParticipantId other = small.mentee("other");
    MentorshipId id = small.active(oak, kid);
    small.commands().pause(COORDINATOR, id, "Kid is ill", small.today()).orElseThrow();
    end(id);
    Particulars read = small.now(id).particulars();
    MatchProposal shown = proposed();
    ProposedPair pair = shown.result().pairs().get(0);
    assertThat(pair.pair().mentee()).isEqualTo(other);

    erase(kid).orElseThrow();
    erase(other).orElseThrow();

    assertThat(small.now(id).version()).isEqualTo(read.version() + 1);
    stale(() -> small.stores.mentorships().save(next(read)));
    stale(() -> mentoring.lock(COORDINATOR, shown, pair.pair(), "they know each other"));
    assertThat(mentoring.proposal(shown.id()).orElseThrow().result().pairs())
        .allSatisfy(each -> assertThat(each.explanation().criteria()).isEmpty());
  }

  private static void stale(org.assertj.core.api.ThrowableAssert.ThrowingCallable late) {
    org.assertj.core.api.Assertions.assertThatThrownBy(late).isInstanceOf(StaleVersion.class);
  }

  /** What a command would write that had read this one. */
  private static Particulars next(Particulars read) {
    return new Particulars(
        read.id(),
        read.version() + 1,
        read.practice(),
        read.arrangement(),
        read.mentors(),
        read.mentees(),
        read.centre(),
        read.model(),
        read.continues(),
        read.agreements(),
        read.startedOn(),
        read.pauses(),
        read.rungs(),
        read.steps(),
        read.changes(),
        read.closure());
  }

  private MatchProposal proposed() {
    return mentoring
        .propose(COORDINATOR, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
        .orElseThrow();
  }

  @Test
  void an_erasure_given_again_takes_what_is_left_and_tells_of_it() {
    MatchProposal whole = proposed();
    Erasure first = erase(kid).orElseThrow().erasure();
    // As an earlier release left it, where a command ran beside the erasure.
    small.stores.proposals().restore(under("left-1", whole));

    ErasureAct again = erase(kid).orElseThrow();

    assertThat(again.before()).isTrue();
    assertThat(again.erasure()).isEqualTo(first);
    assertThat(again.touched()).containsOnlyKeys(Touched.PROPOSALS);
    assertThat(mentoring.proposal(ProposalId.of("left-1")).orElseThrow().result().pairs())
        .allSatisfy(each -> assertThat(each.explanation().criteria()).isEmpty());
    assertThat(erase(kid).orElseThrow().touched()).isEmpty();

    small.stores.proposals().restore(under("left-2", whole));
    Reapplied reapplied = mentoring.erasure().reapply(HEAD, List.of(first));
    assertThat(reapplied.erased()).containsExactly(kid);
    assertThat(reapplied.before()).isEmpty();
    assertThat(mentoring.erasure().reapply(HEAD, List.of(first)).before()).containsExactly(kid);
  }

  private static MatchProposal under(String id, MatchProposal whole) {
    return new MatchProposal(
        ProposalId.of(id),
        whole.version(),
        whole.practice(),
        whole.policy(),
        whole.asOf(),
        whole.knownAt(),
        whole.definitionHash(),
        whole.ruleSetHash(),
        whole.result(),
        whole.current(),
        whole.interventions(),
        whole.events(),
        whole.leftOut());
  }

  @Test
  void all_registrations_of_a_person_are_erased_whichever_was_named() {
    ExternalReference reference = new ExternalReference("portal", "17");
    ParticipantId again = ParticipantId.of("kid-2");
    mentoring
        .register(COORDINATOR, again, ParticipantKind.PERSON, List.of(reference))
        .orElseThrow();
    small.programme.fact(again, new Fact.Interest("chess"));
    mentoring.merge(COORDINATOR, kid, again, "one child").orElseThrow();

    ErasureAct act = erase(again).orElseThrow();

    assertThat(act.registrations()).containsExactly(kid, again);
    assertThat(act.touched().get(Touched.FACT_ENTRIES)).isGreaterThan(3);
    assertThat(mentoring.participant(reference)).isEmpty();
    assertThat(mentoring.dossier(kid, small.today()).facts()).isEmpty();
    assertThat(mentoring.dossier(again, small.today()).facts()).isEmpty();
    assertThat(mentoring.erasure().erasures())
        .extracting(Erasure::participant)
        .containsExactly(kid, again);
  }

  @Test
  void what_is_left_of_a_mentorship_is_a_record_that_could_have_come_about() {
    MentorshipId id = small.active(oak, kid);
    small.commands().escalate(COORDINATOR, id, "warning", "Oak shouts", small.today());
    small.commands().pause(COORDINATOR, id, "Kid is ill", small.today()).orElseThrow();
    small.commands().resume(COORDINATOR, id, "Kid is well", small.today()).orElseThrow();
    end(id);

    erase(kid).orElseThrow();

    Mentorship left = small.now(id);
    assertThat(left.particulars().pauses().get(0).reason()).isEqualTo(ErasedText.MARKER);
    assertThat(left.snapshot().toString()).doesNotContain("Kid is", "Oak shouts");
    assertThat(Mentorship.restore(left.snapshot(), mentoring.practice(SmallMentorships.PRACTICE)))
        .isEqualTo(left);
    assertThat(left.particulars().mentees()).containsExactly(kid);
  }

  @Test
  void commands_about_who_was_erased_are_refused() {
    ParticipantId other = small.mentee("other");
    FactId fact = small.programme.fact(kid, new Fact.Interest("chess"));
    erase(kid).orElseThrow();

    Outcome<FactId> recorded =
        mentoring.record(COORDINATOR, kid, new Fact.Interest("go"), Validity.from(small.today()));
    assertThat(SmallProgramme.codes(recorded)).containsExactly("command.participant-erased");
    assertThat(SmallProgramme.codes(mentoring.merge(COORDINATOR, other, kid, "one child")))
        .containsExactly("command.participant-erased");
    assertThat(SmallProgramme.codes(small.assign(oak, kid))).contains("command.participant-erased");
    assertThat(mentoring.register(COORDINATOR, kid, ParticipantKind.PERSON, List.of()).refused())
        .isPresent();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> mentoring.retract(COORDINATOR, fact, "wrong"))
        .hasMessageContaining("fact.unknown");
    assertThat(mentoring.dossier(kid, small.today()).facts()).isEmpty();
  }

  @Test
  void a_decision_about_who_was_erased_says_so_and_asks_for_nothing() {
    small.mentoring.decide(kid, SmallMentorships.PRACTICE, Position.MENTEE, small.today());
    erase(kid).orElseThrow();

    Decision decision =
        mentoring.decide(kid, SmallMentorships.PRACTICE, Position.MENTEE, small.today());

    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.findings()).extracting(Finding::code).containsExactly("party.erased");
    assertThat(mentoring.applicants(SmallMentorships.PRACTICE, Position.MENTEE, small.today()))
        .doesNotContain(kid);
  }

  @Test
  void queries_over_mentorships_with_erased_parties_answer() {
    MentorshipId id = small.active(oak, kid);
    end(id);
    erase(kid).orElseThrow();
    erase(oak).orElseThrow();

    assertQueriesAnswer(id);
  }

  @Test
  void an_old_backup_in_which_the_mentorship_still_runs_is_erased_once_somebody_has_ended_it() {
    MentorshipId id = small.active(oak, kid);
    small.commands().pause(COORDINATOR, id, "Kid is ill", small.today()).orElseThrow();
    Erasure kept = new Erasure(kid, mentoring.now(), HEAD, ON_DEMAND);

    Reapplied reapplied = mentoring.erasure().reapply(OPERATOR, List.of(kept));

    assertThat(reapplied.erased()).isEmpty();
    assertThat(reapplied.refused()).containsExactly(kid);
    assertThat(reapplied.openMentorships()).containsExactly(id);
    assertThat(mentoring.erasure().erasures()).isEmpty();
    assertThat(mentoring.dossier(kid, small.today()).facts()).isNotEmpty();

    end(id);
    reapplied = mentoring.erasure().reapply(OPERATOR, List.of(kept));
    assertThat(reapplied.erased()).containsExactly(kid);
    assertThat(reapplied.openMentorships()).isEmpty();
    assertThat(mentoring.erasure().erasures()).containsExactly(kept);
    assertThat(small.now(id).particulars().pauses().get(0).reason()).isEqualTo(ErasedText.MARKER);
    small.days(40);
    assertQueriesAnswer(id);
  }

  @Test
  void an_erasure_of_which_the_store_does_not_know_is_carried_out_by_the_operator_alone() {
    for (Actor each : List.of(COORDINATOR, HEAD)) {
      assertThat(reapplied(each, kid).refused()).containsExactly(kid);
    }
    assertThat(mentoring.erasure().erasures()).isEmpty();
    assertThat(reapplied(OPERATOR, kid).erased()).containsExactly(kid);
    assertThat(reapplied(HEAD, kid).before()).containsExactly(kid);
  }

  @Test
  void an_erasure_that_never_was_takes_no_open_incident_of_a_child_away() {
    SmallIncidents incidents = new SmallIncidents();
    IncidentId id = incidents.reported(COORDINATOR, SmallIncidents.CHILD, null);
    Erasure made = new Erasure(incidents.mentee, mentoring.now(), HEAD, ON_DEMAND);

    Reapplied reapplied =
        incidents.mentorships.mentoring.erasure().reapply(OPERATOR, List.of(made));

    assertThat(reapplied.refused()).containsExactly(incidents.mentee);
    assertThat(reapplied.openIncidents()).containsExactly(id);
  }

  @Test
  void who_has_no_centre_and_no_mentorship_is_erased_by_whom_it_came_to_and_by_its_town() {
    Actor elsewhere = Actor.coordinator("x", "elsewhere");
    ParticipantId empty = small.programme.person("empty");
    ParticipantId alone = small.programme.person("alone");
    mentoring
        .record(
            new Actor("alone", Code.of("SELF"), "home"),
            alone,
            new Fact.Interest("chess"),
            Validity.from(small.today()))
        .orElseThrow();

    for (ParticipantId each : List.of(kid, oak, alone, empty)) {
      assertThat(codes(elsewhere, each)).containsExactly("erasure.not-over-person");
    }
    organisation("elsewhere");
    assertThat(codes(elsewhere, kid)).containsExactly("erasure.not-over-person");
    assertThat(codes(elsewhere, alone)).containsExactly("erasure.not-over-person");
    assertThat(erase(kid).accepted()).isPresent();
    assertThat(mentoring.erasure().erase(OPERATOR, alone, ON_DEMAND, small.today()).accepted())
        .isPresent();
    mentoring
        .record(
            OPERATOR,
            ParticipantId.of("elsewhere"),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"),
            Validity.from(small.today()))
        .orElseThrow();
    assertThat(mentoring.erasure().erase(elsewhere, oak, ON_DEMAND, small.today()).accepted())
        .isPresent();
  }

  private void assertQueriesAnswer(MentorshipId id) {
    assertThat(mentoring.oversight().obligations(id, small.today())).isNotNull();
    assertThat(mentoring.oversight().completion(id, small.today())).isNotNull();
    assertThat(mentoring.oversight().risks(id, small.today())).isNotNull();
    assertThat(mentoring.oversight().atRisk(small.today(), null, 10).items()).isEmpty();
    assertThat(
            mentoring
                .oversight()
                .due(small.today(), EnumSet.allOf(ObligationState.class), null, 10))
        .isNotNull();
    assertThat(mentoring.oversight().obligationsOf(kid, small.today())).isNotNull();
    assertThat(mentoring.oversight().obligationsOf(oak, small.today())).isNotNull();
    assertThat(mentoring.reports().progress(small.today())).isEmpty();
    assertThat(mentoring.reports().analytic(null, small.today())).isNotNull();
    assertThat(mentoring.reports().publicReport(small.today())).isNotNull();
    assertThat(mentoring.activities().of(About.mentorship(id))).isNotNull();
    assertThat(mentoring.ties(small.today())).isNotNull();
    assertThat(
            mentoring
                .propose(COORDINATOR, SmallMentorships.PRACTICE, small.today(), Progress.NONE)
                .accepted())
        .isPresent();
  }

  private void end(MentorshipId id) {
    small
        .commands()
        .endEarly(COORDINATOR, id, SmallMentorships.UNWILLING, GUARDIAN, "Kid moves", small.today())
        .orElseThrow();
  }

  private Outcome<ErasureAct> erase(ParticipantId id) {
    return mentoring.erasure().erase(COORDINATOR, id, ON_DEMAND, small.today());
  }
}
