package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** An office of another town, another centre or the same profession decides nothing alone. */
class OfficesElsewhereTest {
  private static final String NOT_OVER = "command.not-over-child";
  private static final String NOT_NEAR = "command.not-near-to-attest";
  private static final String NOT_YOURS = "command.fact-not-yours";
  private static final Code COMMISSION = Code.of("JUVENILE_AFFAIRS_COMMISSION");
  private static final Code PSYCHOLOGIST = Code.of("PSYCHOLOGIST");
  private static final Attribute SCHOOL = Attribute.ORGANISATION;
  private static final Code AS_CENTRE = Code.of("CENTRE");
  private static final Code ON_DEMAND = Code.of("ON_DEMAND");
  private static final Actor ELSEWHERE = Actor.coordinator("z", "elsewhere");
  private static final Actor OPERATOR =
      new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator-1");

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId kid = small.mentee("kid");
  private final ParticipantId friend = small.programme.person("friend");

  private Outcome<FactId> records(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(small.today()));
  }

  private ParticipantId organisation(Actor by, String id) {
    return mentoring
        .register(by, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  private ParticipantId centre(String id) {
    ParticipantId centre = organisation(OPERATOR, id);
    records(OPERATOR, centre, new Fact.PositionHeld(Position.CENTRE, null)).orElseThrow();
    return centre;
  }

  private static Actor commission(String of) {
    return new Actor("k-" + of, COMMISSION, "commission-of-" + of);
  }

  private Actor registeredCommission(String of) {
    Actor commission = commission(of);
    ParticipantId id = organisation(OPERATOR, commission.organisation());
    records(OPERATOR, id, new Fact.Trait(Attribute.MUNICIPALITY, of)).orElseThrow();
    return commission;
  }

  private static Fact certificate(Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(
        Code.of("CRIMINAL_RECORD"), SmallProgramme.TODAY.minusDays(3), outcome);
  }

  private static Fact decision(Fact.Outcome outcome) {
    return new Fact.AuthorityDecision(COMMISSION, Code.of("PARTICIPATION"), outcome);
  }

  @Test
  void a_commission_does_not_become_one_of_all_towns_by_registering_itself() {
    records(COORDINATOR, kid, new Fact.AttachedTo(centre("centre-1"), AS_CENTRE)).orElseThrow();
    Actor tobolsk = commission("Tobolsk");

    assertThat(
            codes(
                mentoring.register(
                    tobolsk,
                    ParticipantId.of(tobolsk.organisation()),
                    ParticipantKind.ORGANISATION,
                    List.of())))
        .containsExactly("command.own-commission");
    assertThat(codes(records(tobolsk, kid, new Fact.Guardian(friend)))).containsExactly(NOT_OVER);
    organisation(new Actor("k", Code.of("SPECIALIST"), "town-office"), tobolsk.organisation());
    assertThat(codes(records(tobolsk, kid, new Fact.Guardian(friend)))).containsExactly(NOT_OVER);
    assertThat(
            mentoring
                .register(
                    tobolsk, ParticipantId.of("school-3"), ParticipantKind.ORGANISATION, List.of())
                .accepted())
        .isPresent();
  }

  @Test
  void somebody_of_the_same_profession_takes_back_nothing_of_another_office() {
    Actor clinic = new Actor("p-1", PSYCHOLOGIST, "clinic-1");
    ParticipantId home = centre("centre-1");
    for (ParticipantId each : List.of(oak, kid)) {
      records(COORDINATOR, each, new Fact.AttachedTo(home, AS_CENTRE)).orElseThrow();
    }
    List<FactId> barring =
        List.of(
            records(clinic, oak, certificate(Fact.Outcome.NEGATIVE)).orElseThrow(),
            records(
                    clinic,
                    oak,
                    new Fact.Interview(PSYCHOLOGIST, Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE))
                .orElseThrow(),
            records(clinic, kid, new Fact.Exclusion(oak)).orElseThrow());

    for (FactId each : barring) {
      assertThat(codes(mentoring.retract(new Actor("p-2", PSYCHOLOGIST, "school-9"), each, "no")))
          .containsExactly(NOT_YOURS);
    }
    for (FactId each : barring) {
      assertThat(
              mentoring
                  .retract(new Actor("p-3", PSYCHOLOGIST, "clinic-1"), each, "a slip")
                  .accepted())
          .isPresent();
    }
  }

  @Test
  void what_a_commission_refused_no_commission_of_another_town_grants() {
    Actor tyumen = registeredCommission("Tyumen");
    Actor tobolsk = registeredCommission("Tobolsk");
    records(tyumen, kid, decision(Fact.Outcome.NEGATIVE)).orElseThrow();
    Fact grants = decision(Fact.Outcome.POSITIVE);

    for (Actor each : List.of(tobolsk, commission("Nowhere"))) {
      assertThat(codes(records(each, kid, grants))).as(each.toString()).containsExactly(NOT_NEAR);
    }
    assertThat(records(tyumen, kid, grants).accepted()).isPresent();
  }

  @Test
  void a_commission_that_nobody_registered_may_still_change_its_own_mind() {
    Actor commission = commission("Nowhere");
    records(commission, kid, decision(Fact.Outcome.NEGATIVE)).orElseThrow();

    assertThat(records(commission, kid, decision(Fact.Outcome.POSITIVE)).accepted()).isPresent();
  }

  @Test
  void another_certificate_that_was_bad_keeps_nobody_from_telling_of_this_one() {
    records(
            COORDINATOR,
            oak,
            new Fact.ClearanceCertificate(
                Code.of("HEALTH"), SmallProgramme.TODAY.minusDays(3), Fact.Outcome.NEGATIVE))
        .orElseThrow();

    assertThat(
            records(
                    new Actor("p-1", PSYCHOLOGIST, "clinic-1"),
                    oak,
                    certificate(Fact.Outcome.POSITIVE))
                .accepted())
        .isPresent();
  }

  @Test
  void nor_does_the_staff_of_another_centre_attest_what_admits_whom_a_centre_brought_in() {
    organisation(ELSEWHERE, "elsewhere");
    Actor head = new Actor("z", HEAD.capacity(), "elsewhere");
    for (Fact each :
        List.of(
            certificate(Fact.Outcome.POSITIVE),
            new Fact.Interview(HEAD.capacity(), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE))) {
      assertThat(codes(records(ELSEWHERE, oak, each))).containsExactly(NOT_NEAR);
      assertThat(codes(records(head, oak, each))).containsExactly(NOT_NEAR);
      assertThat(records(HEAD, oak, each).accepted()).isPresent();
    }
    Fact interview = new Fact.Interview(Code.of("NGO"), Fact.Mode.IN_PERSON, Fact.Outcome.POSITIVE);
    assertThat(records(new Actor("n", Code.of("NGO"), "school"), oak, interview).accepted())
        .isPresent();
  }

  @Test
  void a_centre_that_once_ran_a_pair_of_somebody_erases_nothing_after_another_one_did() {
    ParticipantId elsewhere = organisation(ELSEWHERE, "elsewhere");
    ParticipantId home = organisation(COORDINATOR, "centre-1");
    for (ParticipantId centre : List.of(elsewhere, home)) {
      Actor staff = Actor.coordinator("of-" + centre, centre.value());
      for (ParticipantId each : List.of(oak, kid)) {
        mentoring
            .record(
                OPERATOR,
                each,
                new Fact.AttachedTo(centre, AS_CENTRE),
                Validity.between(small.today(), small.today().plusDays(1)))
            .orElseThrow();
      }
      MentorshipId pair =
          small.commands().assign(staff, small.terms(oak, kid).at(centre)).orElseThrow().id();
      small.commands().withdraw(staff, pair, "why", small.today()).orElseThrow();
      small.days(2);
    }
    records(COORDINATOR, oak, certificate(Fact.Outcome.NEGATIVE)).orElseThrow();

    assertThat(codes(mentoring.erasure().erase(ELSEWHERE, oak, ON_DEMAND, small.today())))
        .containsExactly("erasure.not-over-person");
    assertThat(mentoring.erasure().erase(COORDINATOR, oak, ON_DEMAND, small.today()).accepted())
        .isPresent();
  }

  @Test
  void a_remark_of_another_centre_keeps_nobody_from_attesting() {
    ParticipantId ash = small.programme.person("ash");
    records(ELSEWHERE, ash, new Fact.Interest("chess")).orElseThrow();
    small.programme.later();

    assertThat(records(COORDINATOR, ash, certificate(Fact.Outcome.POSITIVE)).accepted())
        .isPresent();
    small.programme.later();
    Fact attached = new Fact.AttachedTo(centre("centre-1"), AS_CENTRE);
    assertThat(codes(records(ELSEWHERE, ash, attached))).containsExactly(NOT_OVER);
    assertThat(records(COORDINATOR, ash, attached).accepted()).isPresent();
  }

  @Test
  void between_two_pairs_a_commission_of_another_town_takes_back_no_refusal_either() {
    ParticipantId home = centre("centre-1");
    records(OPERATOR, home, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    Actor tyumen = registeredCommission("Tyumen");
    Actor tobolsk = registeredCommission("Tobolsk");
    ParticipantId child = small.programme.person("child");
    small.programme.fact(child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    FactId town = small.programme.fact(child, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));
    small.consent(child);
    MentorshipId pair =
        small.commands().assign(COORDINATOR, small.terms(oak, child).at(home)).orElseThrow().id();
    small.commands().withdraw(COORDINATOR, pair, "why", small.today()).orElseThrow();
    mentoring.retract(COORDINATOR, town, "it moves").orElseThrow();
    FactId refusal = records(tyumen, child, decision(Fact.Outcome.NEGATIVE)).orElseThrow();

    assertThat(codes(mentoring.retract(tobolsk, refusal, "heard"))).containsExactly(NOT_YOURS);
    assertThat(mentoring.retract(tyumen, refusal, "heard").accepted()).isPresent();
  }

  @Test
  void no_office_tells_where_another_organisation_is_at_home() {
    ParticipantId methodology = organisation(OPERATOR, "methodology");
    Fact town = new Fact.Trait(Attribute.MUNICIPALITY, "Ishim");

    assertThat(codes(records(new Actor("t", Code.of("TEACHER"), "school-9"), methodology, town)))
        .containsExactly("command.not-over-organisation");
    assertThat(
            records(new Actor("m", Code.of("METHODOLOGY_CENTRE"), "methodology"), methodology, town)
                .accepted())
        .isPresent();
  }

  @Test
  void somebody_with_two_jobs_does_not_vouch_in_the_one_for_the_other() {
    ParticipantId elsewhere = organisation(ELSEWHERE, "elsewhere");
    Fact town = new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen");
    assertThat(codes(records(Actor.coordinator("z", "centre-9"), elsewhere, town)))
        .containsExactly("command.not-over-organisation");
    records(Actor.coordinator("y", "elsewhere"), elsewhere, town).orElseThrow();

    assertThat(codes(records(ELSEWHERE, kid, new Fact.Guardian(friend)))).containsExactly(NOT_OVER);
    assertThat(codes(mentoring.erasure().erase(ELSEWHERE, kid, ON_DEMAND, small.today())))
        .containsExactly("erasure.not-over-person");
  }

  @Test
  void when_a_child_was_born_no_commission_elsewhere_tells_once_a_centre_looks_after_it() {
    ParticipantId child = small.programme.person("child");
    small.programme.fact(child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    Fact born = new Fact.Birth(small.today().minusYears(30));
    records(COORDINATOR, child, new Fact.AttachedTo(centre("centre-1"), AS_CENTRE)).orElseThrow();

    assertThat(codes(records(commission("Nowhere"), child, born))).containsExactly(NOT_OVER);
    assertThat(records(COORDINATOR, child, born).accepted()).isPresent();
  }

  @Test
  void nor_does_a_commission_that_nobody_registered_once_the_childs_town_is_on_record() {
    ParticipantId child = small.programme.person("child");
    small.programme.fact(child, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    small.programme.fact(child, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));
    Fact born = new Fact.Birth(small.today().minusYears(30));

    assertThat(codes(records(commission("Nowhere"), child, born))).containsExactly(NOT_OVER);
    assertThat(records(registeredCommission("Tyumen"), child, born).accepted()).isPresent();
    assertThat(records(commission("Nowhere"), small.programme.person("new"), born).accepted())
        .isPresent();
  }

  @Test
  void nor_is_anything_done_told_of_whom_a_centre_only_brought_in_by_another_centre() {
    BusyProgramme busy = new BusyProgramme();
    busy.centre("tobolsk");
    ParticipantId lad = busy.person("lad");
    busy.fact(lad, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY));
    Happened step = new Happened.Entry("window", new TreeSet<>(), 0);

    assertThat(
            codes(
                busy.record(
                    Actor.coordinator("z", "tobolsk"), "ROUTE_STEP", About.participant(lad), step)))
        .containsExactly("mentorship.other-centre");
    assertThat(
            busy.record(BusyProgramme.COORDINATOR, "ROUTE_STEP", About.participant(lad), step)
                .accepted())
        .isPresent();
  }

  @Test
  void nor_is_a_step_of_the_way_of_whom_a_centre_only_brought_in_taken_by_another_centre() {
    SmallProgramme plain = new SmallProgramme();
    ParticipantId elm = plain.mentor("elm", "Tyumen");

    assertThat(codes(takesStep(plain, ELSEWHERE, elm))).containsExactly("mentorship.other-centre");
    assertThat(takesStep(plain, COORDINATOR, elm).accepted()).isPresent();
  }

  private static Outcome<FactId> takesStep(SmallProgramme plain, Actor by, ParticipantId who) {
    return plain.mentoring.recordStep(
        by, who, "adolescents", Position.MENTOR, "selection-event", SmallProgramme.TODAY);
  }

  @Test
  void an_office_of_its_town_attaches_nobody_whom_a_centre_brought_in() {
    ParticipantId school = organisation(OPERATOR, "school-4");
    records(OPERATOR, school, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    Actor office = new Actor("s", Code.of("SPECIALIST"), "school-4");
    Actor mother = new Actor("m", Code.of("GUARDIAN"), "home");
    Fact attached = new Fact.AttachedTo(centre("elsewhere"), AS_CENTRE);
    ParticipantId fresh = small.programme.person("fresh");
    records(mother, fresh, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY)).orElseThrow();
    records(mother, fresh, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();

    assertThat(codes(records(office, kid, attached))).containsExactly(NOT_OVER);
    assertThat(records(office, fresh, attached).accepted()).isPresent();
  }

  @Test
  void no_organisation_is_a_centre_by_the_word_of_another_one() {
    BusyProgramme busy = new BusyProgramme();
    ParticipantId ngo =
        busy.mentoring
            .register(
                BusyProgramme.COORDINATOR,
                ParticipantId.of("ngo-1"),
                ParticipantKind.ORGANISATION,
                List.of())
            .orElseThrow();
    busy.fact(ngo, new Fact.AttachedTo(busy.centre, AS_CENTRE));
    for (ParticipantId each : List.of(ngo, busy.organisation("methodology"))) {
      assertThat(
              codes(
                  busy.mentoring.record(
                      ELSEWHERE,
                      each,
                      new Fact.Application(Position.CENTRE, Fact.WayIn.SELF),
                      Validity.from(BusyProgramme.TODAY.minusDays(1)))))
          .containsExactly("command.not-over-organisation");
    }
    Actor outside = new Actor("n-1", Code.of("NGO"), "ngo-1");

    assertThat(
            codes(
                busy.record(
                    new Actor("n-2", Code.of("NGO"), "ngo-2"),
                    "CHECK_IN",
                    About.mentorship(busy.pair),
                    checkIn())))
        .containsExactly("mentorship.other-centre");
    assertThat(busy.record(outside, "CHECK_IN", About.mentorship(busy.pair), checkIn()).accepted())
        .isPresent();
    Actor methodology = new Actor("m-1", Code.of("METHODOLOGY_CENTRE"), "methodology");
    Happened step = new Happened.Entry("window", new TreeSet<>(), 0);
    assertThat(
            busy.record(methodology, "ROUTE_STEP", About.participant(busy.child), step).accepted())
        .isPresent();
  }

  private static Happened checkIn() {
    return new Happened.CheckIn(BusyProgramme.codes("MENTEE"), BusyProgramme.codes(), false);
  }

  @Test
  void what_is_told_of_somebody_is_told_and_taken_back_by_no_other_centre() {
    BusyProgramme busy = new BusyProgramme();
    busy.centre("tobolsk");
    Actor tobolsk = Actor.coordinator("z", "tobolsk");
    About child = About.participant(busy.child);
    Happened step = new Happened.Entry("window", new TreeSet<>(), 0);

    assertThat(codes(busy.record(tobolsk, "ROUTE_STEP", child, step)))
        .containsExactly("mentorship.other-centre");
    ActivityId asked = busy.record(BusyProgramme.HEAD, "ROUTE_STEP", child, step).orElseThrow();
    assertThat(codes(busy.mentoring.activities().retract(tobolsk, asked, "no")))
        .containsExactly("mentorship.other-centre");
    assertThat(
            busy.mentoring.activities().retract(BusyProgramme.COORDINATOR, asked, "no").accepted())
        .isPresent();
  }

  private void isHome(ParticipantId centre, String town) {
    records(OPERATOR, centre, new Fact.Trait(Attribute.MUNICIPALITY, town)).orElseThrow();
    small.programme.later();
  }

  private void refusesToErase(Actor by, ParticipantId about) {
    assertThat(codes(mentoring.erasure().erase(by, about, ON_DEMAND, small.today())))
        .as(by.toString())
        .containsExactly("erasure.not-over-person");
  }

  @Test
  void whom_its_family_brought_nobody_from_elsewhere_erases_after_some_remarks() {
    isHome(centre("centre-1"), "Tyumen");
    Actor mother = new Actor("m", Code.of("GUARDIAN"), "home");
    ParticipantId fresh = small.programme.person("fresh");
    records(mother, fresh, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY)).orElseThrow();
    records(mother, fresh, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    Actor tyumen = registeredCommission("Tyumen");
    records(tyumen, fresh, decision(Fact.Outcome.NEGATIVE)).orElseThrow();
    records(tyumen, fresh, new Fact.Exclusion(oak)).orElseThrow();
    small.programme.later();
    records(ELSEWHERE, fresh, new Fact.Interest("chess")).orElseThrow();
    refusesToErase(ELSEWHERE, fresh);
    small.programme.later();
    records(ELSEWHERE, fresh, new Fact.Exclusion(friend)).orElseThrow();
    refusesToErase(ELSEWHERE, fresh);
    small.programme.later();
    records(ELSEWHERE, fresh, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY))
        .orElseThrow();
    refusesToErase(ELSEWHERE, fresh);

    assertThat(mentoring.erasure().erase(COORDINATOR, fresh, ON_DEMAND, small.today()).accepted())
        .isPresent();
  }

  @Test
  void an_exclusion_told_elsewhere_does_not_overtake_the_remark_of_a_centre() {
    ParticipantId fresh = small.programme.person("fresh");
    records(COORDINATOR, fresh, new Fact.Interest("chess")).orElseThrow();
    small.programme.later();
    records(ELSEWHERE, fresh, new Fact.Exclusion(oak)).orElseThrow();
    small.programme.later();

    refusesToErase(ELSEWHERE, fresh);
    assertThat(codes(records(ELSEWHERE, fresh, new Fact.Guardian(friend))))
        .containsExactly(NOT_OVER);
    assertThat(records(COORDINATOR, fresh, new Fact.Guardian(friend)).accepted()).isPresent();
  }

  @Test
  void what_the_operator_told_first_nobody_takes_away_by_an_exclusion() {
    ParticipantId fresh = small.programme.person("fresh");
    FactId told = records(OPERATOR, fresh, new Fact.Trait(SCHOOL, "4")).orElseThrow();
    small.programme.later();
    records(ELSEWHERE, fresh, new Fact.Exclusion(oak)).orElseThrow();

    refusesToErase(ELSEWHERE, fresh);
    assertThat(codes(mentoring.retract(ELSEWHERE, told, "no"))).containsExactly(NOT_YOURS);
    assertThat(mentoring.retract(OPERATOR, told, "a slip").accepted()).isPresent();
  }

  @Test
  void what_bars_a_volunteer_told_elsewhere_keeps_its_centre_from_nothing() {
    Actor itself = new Actor("ash", Code.of("MENTOR"), "home");
    ParticipantId ash = small.programme.person("ash");
    records(itself, ash, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF)).orElseThrow();
    small.programme.later();
    records(
            ELSEWHERE,
            ash,
            new Fact.Interview(COORDINATOR.capacity(), Fact.Mode.IN_PERSON, Fact.Outcome.NEGATIVE))
        .orElseThrow();
    small.programme.later();

    assertThat(records(COORDINATOR, ash, certificate(Fact.Outcome.POSITIVE)).accepted())
        .isPresent();
  }

  @Test
  void who_told_nothing_but_a_remark_of_whom_nobody_else_knows_erases_it() {
    ParticipantId fresh = small.programme.person("fresh");
    records(COORDINATOR, fresh, new Fact.Interest("chess")).orElseThrow();

    assertThat(mentoring.erasure().erase(COORDINATOR, fresh, ON_DEMAND, small.today()).accepted())
        .isPresent();
  }

  @Test
  void no_commission_of_another_town_decides_of_whom_a_centre_brought_in_without_its_town() {
    isHome(centre("centre-1"), "Tyumen");
    ParticipantId fresh = small.programme.person("fresh");
    records(COORDINATOR, fresh, new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY))
        .orElseThrow();
    small.programme.later();

    for (Actor each : List.of(registeredCommission("Tobolsk"), commission("nowhere"))) {
      for (Fact fact :
          List.of(
              new Fact.Guardian(friend),
              new Fact.Birth(small.today().minusYears(30)),
              new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"))) {
        assertThat(codes(records(each, fresh, fact))).containsExactly(NOT_OVER);
      }
    }
    assertThat(records(registeredCommission("Tyumen"), fresh, new Fact.Guardian(friend)).accepted())
        .isPresent();
  }

  @Test
  void a_commission_is_of_the_whole_region_by_the_operators_word_alone() {
    Actor tobolsk = commission("Tobolsk");
    ParticipantId id = organisation(COORDINATOR, tobolsk.organisation());
    Fact guardian = new Fact.Guardian(friend);
    records(COORDINATOR, id, new Fact.Trait(Attribute.ORGANISATION, "Commission")).orElseThrow();
    records(new Actor("y", Code.of("TEACHER"), "school-3"), id, new Fact.Interest("x"))
        .orElseThrow();
    assertThat(codes(records(tobolsk, kid, guardian))).containsExactly(NOT_OVER);
    small.programme.later();
    FactId told =
        records(OPERATOR, id, new Fact.Trait(Attribute.ORGANISATION, "Commission")).orElseThrow();
    small.programme.later();
    mentoring.retract(OPERATOR, told, "a slip").orElseThrow();
    small.programme.later();
    assertThat(codes(records(tobolsk, kid, guardian))).containsExactly(NOT_OVER);
    records(tobolsk, id, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    assertThat(codes(records(tobolsk, kid, guardian))).containsExactly(NOT_OVER);
    records(OPERATOR, id, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    assertThat(records(tobolsk, kid, guardian).accepted()).isPresent();
  }

  @Test
  void who_was_once_its_mentor_undoes_in_no_office_what_protects_a_child() {
    SmallTown town = new SmallTown();
    Actor oaks = Actor.coordinator("oak", COORDINATOR.organisation());
    town.refuses(town.over);

    assertThat(codes(town.records(oaks, town.over, SmallTown.consentOfGuardian())))
        .containsExactly(NOT_OVER);
    assertThat(
            codes(
                town.mentoring.withdrawConsent(oaks, town.consent(town.over), town.small.today())))
        .containsExactly(NOT_OVER);
    assertThat(codes(town.records(oaks, town.over, SmallTown.certificate())))
        .containsExactly(NOT_NEAR);
    assertThat(codes(town.records(oaks, town.over, decision(Fact.Outcome.POSITIVE))))
        .containsExactly(NOT_NEAR);
    assertThat(codes(town.small.commands().assign(oaks, town.small.terms(town.fir, town.over))))
        .contains("mentorship.party-in-office");
    assertThat(
            codes(
                town.mentoring
                    .waivers()
                    .waive(
                        oaks,
                        "mentor-training",
                        town.over,
                        null,
                        "why",
                        town.small.today(),
                        town.small.today().plusDays(30))))
        .containsExactly("waiver.for-oneself");
    assertThat(town.records(COORDINATOR, town.over, SmallTown.certificate()).accepted())
        .isPresent();
  }
}
