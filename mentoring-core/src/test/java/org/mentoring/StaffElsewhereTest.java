package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.time.Validity;

/** Before, between and after its pairs a child is somebody's, and others decide nothing of it. */
class StaffElsewhereTest {
  private static final String NOT_OVER = "command.not-over-child";
  private static final Code CENTRE = Code.of("CENTRE");
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code METHODOLOGY = Code.of("METHODOLOGY_CENTRE");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");
  private static final Actor SCHOOL = new Actor("p-1", Code.of("SPECIALIST"), "school-4");

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId kid = small.mentee("kid");
  private final ParticipantId friend = small.programme.person("friend");

  private static Actor as(String id, String capacity) {
    return new Actor(id, Code.of(capacity), "home");
  }

  private Outcome<FactId> records(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(small.today()));
  }

  private ParticipantId organisation(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  private static Fact.Consent consent(ConsentGiver by) {
    return new Fact.Consent(by, null, SmallProgramme.CENTRE, Code.of("PARTICIPATION"));
  }

  private MentorshipId active() {
    MentorshipId id =
        small
            .commands()
            .assign(COORDINATOR, small.terms(oak, kid).at(organisation("centre-1")))
            .orElseThrow()
            .id();
    small.agree(id, SmallMentorships.AS_MENTOR, oak).orElseThrow();
    small.agree(id, SmallMentorships.MENTEE, kid).orElseThrow();
    small.agree(id, SmallMentorships.GUARDIAN, kid).orElseThrow();
    small.step(SmallMentorships.MENTOR, id, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, id, small.today()).orElseThrow();
    return id;
  }

  private void ended() {
    MentorshipId id = active();
    small
        .commands()
        .endEarly(
            COORDINATOR,
            id,
            SmallMentorships.UNWILLING,
            SmallMentorships.GUARDIAN,
            "They do not get on",
            small.today())
        .orElseThrow();
  }

  private void decidesNothing(Actor by) {
    for (Fact each :
        List.of(
            new Fact.Guardian(friend),
            consent(ConsentGiver.GUARDIAN),
            new Fact.AttachedTo(ParticipantId.of("elsewhere"), CENTRE),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))) {
      assertThat(codes(records(by, kid, each)))
          .as(by + " " + each.kind())
          .containsExactly(NOT_OVER);
    }
  }

  @Test
  void another_centre_assigns_no_pair_of_a_child_until_the_child_is_attached_to_it() {
    ParticipantId home = organisation("centre-1");
    ParticipantId elsewhere =
        mentoring
            .register(
                ELSEWHERE, ParticipantId.of("elsewhere"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    records(COORDINATOR, kid, new Fact.AttachedTo(home, CENTRE)).orElseThrow();

    assertThat(codes(small.commands().assign(ELSEWHERE, small.terms(oak, kid).at(elsewhere))))
        .contains("mentorship.looked-after-elsewhere");
    assertThat(codes(small.commands().assign(ELSEWHERE, small.terms(oak, kid))))
        .contains("mentorship.looked-after-elsewhere");

    records(COORDINATOR, kid, new Fact.AttachedTo(elsewhere, CENTRE)).orElseThrow();
    assertThat(small.commands().assign(ELSEWHERE, small.terms(oak, kid).at(elsewhere)).accepted())
        .isPresent();
  }

  @Test
  void a_child_that_waits_for_its_first_pair_is_assigned_by_whom_it_came_to() {
    organisation("centre-1");

    assertThat(codes(small.commands().assign(ELSEWHERE, small.terms(oak, kid))))
        .contains("mentorship.looked-after-elsewhere");
    assertThat(small.commands().assign(COORDINATOR, small.terms(oak, kid)).accepted()).isPresent();
  }

  @Test
  void between_two_pairs_and_after_the_last_a_child_is_of_the_centre_that_ran_it() {
    organisation("elsewhere");
    ended();

    decidesNothing(ELSEWHERE);
    small.days(400);
    decidesNothing(ELSEWHERE);
    FactId exclusion = records(as("kid", "MENTEE"), kid, new Fact.Exclusion(oak)).orElseThrow();
    assertThat(codes(mentoring.retract(ELSEWHERE, exclusion, "a mistake")))
        .containsExactly("command.fact-not-yours");
    assertThat(records(HEAD, kid, new Fact.Guardian(friend)).accepted()).isPresent();
  }

  @Test
  void in_follow_up_a_child_is_of_the_centre_that_ran_its_pair() {
    organisation("elsewhere");
    MentorshipId id = active();
    small.step(COORDINATOR, id, "support").orElseThrow();
    small.step(COORDINATOR, id, "monitoring").orElseThrow();
    small.commands().beginClosing(COORDINATOR, id, small.today()).orElseThrow();
    small.commands().complete(COORDINATOR, id, small.today()).orElseThrow();
    small.commands().beginFollowUp(HEAD, id, small.today()).orElseThrow();

    decidesNothing(ELSEWHERE);
  }

  @Test
  void who_goes_on_to_another_centre_is_handed_over_by_the_one_before_or_by_the_operator() {
    ParticipantId elsewhere = organisation("elsewhere");
    ended();
    Fact attached = new Fact.AttachedTo(elsewhere, CENTRE);

    FactId byHead = records(HEAD, kid, attached).orElseThrow();
    assertThat(records(ELSEWHERE, kid, new Fact.Guardian(friend)).accepted()).isPresent();
    mentoring.retract(HEAD, byHead, "not yet").orElseThrow();
    decidesNothing(ELSEWHERE);
    records(OPERATOR, kid, attached).orElseThrow();
    assertThat(records(ELSEWHERE, kid, new Fact.Guardian(friend)).accepted()).isPresent();
  }

  @Test
  void before_its_first_pair_a_child_is_of_the_centre_that_brought_it_in() {
    organisation("elsewhere");
    decidesNothing(ELSEWHERE);

    assertThat(records(HEAD, kid, new Fact.Guardian(friend)).accepted()).isPresent();
    assertThat(records(OPERATOR, kid, new Fact.Guardian(oak)).accepted()).isPresent();
    assertThat(codes(mentoring.merge(ELSEWHERE, kid, small.mentee("again"), "one child")))
        .containsExactly("command.not-yours-to-merge");
  }

  @Test
  void before_its_first_pair_a_child_is_also_of_the_centres_of_its_town() {
    for (String town : List.of("Tyumen", "Tobolsk")) {
      records(OPERATOR, organisation("c-" + town), new Fact.Trait(Attribute.MUNICIPALITY, town))
          .orElseThrow();
    }
    Fact guardian = new Fact.Guardian(friend);

    assertThat(codes(records(Actor.coordinator("y", "c-Tobolsk"), kid, guardian)))
        .containsExactly(NOT_OVER);
    assertThat(records(Actor.coordinator("x", "c-Tyumen"), kid, guardian).accepted()).isPresent();
  }

  @Test
  void a_commission_of_which_nobody_told_is_that_of_no_town() {
    Actor commission = new Actor("k-1", Code.of("JUVENILE_AFFAIRS_COMMISSION"), "commission");
    Fact guardian = new Fact.Guardian(friend);

    assertThat(codes(records(commission, kid, guardian))).containsExactly(NOT_OVER);
    ParticipantId registered = organisation("commission");
    assertThat(codes(records(commission, kid, guardian))).containsExactly(NOT_OVER);
    records(OPERATOR, registered, new Fact.Trait(Attribute.ORGANISATION, "Commission"))
        .orElseThrow();
    assertThat(records(commission, kid, guardian).accepted()).isPresent();
  }

  @Test
  void whom_only_the_family_has_told_of_is_for_the_centre_that_takes_it_up() {
    ParticipantId kid = small.programme.person("new-kid");
    records(as("g-1", "GUARDIAN"), kid, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY))
        .orElseThrow();

    assertThat(
            records(ELSEWHERE, kid, new Fact.AttachedTo(organisation("elsewhere"), CENTRE))
                .accepted())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GUARDIAN", "FAMILY", "MENTEE", "SELF", "CHILD"})
  void no_party_moves_a_child_to_another_centre_or_town(String capacity) {
    ParticipantId tobolsk = organisation("tobolsk");
    Actor by = as(capacity.equals("GUARDIAN") || capacity.equals("FAMILY") ? "z" : "kid", capacity);
    small.programme.fact(kid, new Fact.AttachedTo(organisation("centre-1"), CENTRE));

    assertThat(codes(records(by, kid, new Fact.AttachedTo(tobolsk, CENTRE))))
        .containsExactly(NOT_OVER);
    assertThat(codes(records(by, kid, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))))
        .containsExactly(NOT_OVER);
    assertThat(codes(records(Actor.coordinator("z", "tobolsk"), kid, new Fact.Guardian(friend))))
        .containsExactly(NOT_OVER);
    assertThat(records(by, kid, new Fact.Interest("chess")).accepted()).isPresent();
  }

  @Test
  void a_party_tells_once_where_it_lives_and_mends_its_own_slip() {
    ParticipantId pine = small.programme.person("pine");
    Actor self = as("pine", "SELF");
    Fact tyumen = new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen");
    Validity since = Validity.from(small.today());

    FactId town =
        records(self, pine, new Fact.Trait(Attribute.MUNICIPALITY, "Tumen")).orElseThrow();
    assertThat(codes(records(self, pine, tyumen))).containsExactly(NOT_OVER);
    assertThat(mentoring.correct(self, town, tyumen, since, "a slip").accepted()).isPresent();
    assertThat(records(COORDINATOR, pine, tyumen).accepted()).isPresent();
  }

  @Test
  void a_childs_consent_is_withdrawn_in_an_office_by_whom_it_concerns_and_by_no_other() {
    ParticipantId child = small.mentee("child");
    FactId given = small.consent(child);
    FactId told =
        records(
                SCHOOL,
                child,
                new Fact.Consent(
                    ConsentGiver.GUARDIAN, null, SCHOOL.capacity(), Code.of("PARTICIPATION")))
            .orElseThrow();

    for (Actor each : List.of(ELSEWHERE, SCHOOL)) {
      assertThat(codes(mentoring.withdrawConsent(each, given, small.today())))
          .as(each.toString())
          .containsExactly(NOT_OVER);
    }
    assertThat(codes(mentoring.withdrawConsent(ELSEWHERE, told, small.today())))
        .containsExactly(NOT_OVER);
    assertThat(mentoring.withdrawConsent(SCHOOL, told, small.today()).accepted()).isPresent();
    assertThat(mentoring.withdrawConsent(HEAD, given, small.today()).accepted()).isPresent();
  }

  @Test
  void whoever_recorded_a_consent_withdraws_it_though_the_child_has_gone_elsewhere() {
    FactId given = small.consent(kid);
    records(HEAD, kid, new Fact.AttachedTo(organisation("elsewhere"), CENTRE)).orElseThrow();

    assertThat(codes(records(HEAD, kid, new Fact.Guardian(friend)))).containsExactly(NOT_OVER);
    assertThat(mentoring.withdrawConsent(COORDINATOR, given, small.today()).accepted()).isPresent();
  }

  @Test
  void a_childs_own_consent_is_recorded_by_no_office_elsewhere() {
    for (Actor each : List.of(ELSEWHERE, SCHOOL)) {
      assertThat(codes(records(each, kid, consent(ConsentGiver.SELF))))
          .as(each.toString())
          .containsExactly(NOT_OVER);
    }
    assertThat(records(HEAD, kid, consent(ConsentGiver.SELF)).accepted()).isPresent();
    ParticipantId adult = small.programme.person("adult");
    LocalDate born = small.today().minusYears(30);
    mentoring.record(COORDINATOR, adult, new Fact.Birth(born), Validity.from(born)).orElseThrow();
    assertThat(records(SCHOOL, adult, consent(ConsentGiver.SELF)).accepted()).isPresent();
  }

  @Test
  void an_authority_waives_and_revokes_for_those_alone_whom_it_looks_after() {
    SmallMentorships small = new SmallMentorships(waivedByCoordinators());
    ParticipantId pine = small.programme.person("pine");
    small.programme.fact(pine, new Fact.Interest("chess"));
    ParticipantId centre =
        small
            .mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    ParticipantId attached = small.programme.person("attached");
    small.programme.fact(attached, new Fact.AttachedTo(centre, CENTRE));
    MentorshipId pair =
        small
            .commands()
            .assign(COORDINATOR, small.terms(small.mentor("oak"), small.mentee("kid")).at(centre))
            .orElseThrow()
            .id();

    for (ParticipantId each : List.of(pine, attached)) {
      assertThat(codes(waived(small, ELSEWHERE, "mentor-training", each, null)))
          .containsExactly("waiver.not-over-person");
      WaiverId id = waived(small, COORDINATOR, "mentor-training", each, null).orElseThrow();
      assertThat(codes(small.mentoring.waivers().revoke(ELSEWHERE, id, "why")))
          .containsExactly("waiver.not-over-person");
      assertThat(small.mentoring.waivers().revoke(COORDINATOR, id, "why").accepted()).isPresent();
    }
    assertThat(codes(waived(small, ELSEWHERE, "FOLLOW_UP_REPORT", null, pair)))
        .containsExactly("mentorship.other-centre");
    WaiverId id = waived(small, COORDINATOR, "FOLLOW_UP_REPORT", null, pair).orElseThrow();
    assertThat(codes(small.mentoring.waivers().revoke(ELSEWHERE, id, "why")))
        .containsExactly("mentorship.other-centre");
  }

  @Test
  void a_commission_waives_nothing_of_a_mentorship_in_another_town() {
    SmallMentorships small = new SmallMentorships(waivedByCoordinators());
    MentorshipId pair = small.active(small.mentor("oak"), small.mentee("kid"));
    for (String town : List.of("Tyumen", "Tobolsk")) {
      ParticipantId commission =
          small
              .mentoring
              .register(
                  OPERATOR,
                  ParticipantId.of("commission-of-" + town),
                  ParticipantKind.ORGANISATION,
                  List.of())
              .orElseThrow();
      small
          .mentoring
          .record(
              OPERATOR,
              commission,
              new Fact.Trait(Attribute.MUNICIPALITY, town),
              Validity.from(small.today()))
          .orElseThrow();
    }
    Actor tyumen = new Actor("k-1", COMMISSION, "commission-of-Tyumen");
    Actor tobolsk = new Actor("k-2", COMMISSION, "commission-of-Tobolsk");

    assertThat(codes(waived(small, tobolsk, "FOLLOW_UP_REPORT", null, pair)))
        .containsExactly("waiver.not-over-person");
    WaiverId id = waived(small, tyumen, "FOLLOW_UP_REPORT", null, pair).orElseThrow();
    assertThat(codes(small.mentoring.waivers().revoke(tobolsk, id, "why")))
        .containsExactly("waiver.not-over-person");
    assertThat(small.mentoring.waivers().revoke(tyumen, id, "why").accepted()).isPresent();
  }

  @Test
  void an_authority_over_the_region_waives_for_whom_a_centre_only_brought_in() {
    SmallMentorships small = new SmallMentorships(waivedByCoordinators());
    ParticipantId pine = small.programme.person("pine");
    small.programme.fact(pine, new Fact.Interest("chess"));

    assertThat(
            waived(
                    small,
                    new Actor("m", METHODOLOGY, "methodology-centre"),
                    "mentor-training",
                    pine,
                    null)
                .accepted())
        .isPresent();
  }

  private static Outcome<WaiverId> waived(
      SmallMentorships small,
      Actor by,
      String requirement,
      @Nullable ParticipantId participant,
      @Nullable MentorshipId mentorship) {
    return small
        .mentoring
        .waivers()
        .waive(
            by,
            requirement,
            participant,
            mentorship,
            "why",
            small.today(),
            small.today().plusDays(30));
  }

  private static ProgrammeDefinition waivedByCoordinators() {
    ProgrammeDefinition small = SmallMentorships.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
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
        new WaiverTerms(
            new TreeSet<>(Set.of(COORDINATOR.capacity(), COMMISSION, METHODOLOGY)),
            new TreeSet<>(Set.of("consent")),
            Period.ofMonths(6),
            Citation.CHOICE),
        small.privacy());
  }
}
