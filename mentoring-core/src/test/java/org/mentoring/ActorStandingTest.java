package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.MENTOR;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.BusyProgramme.report;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.OrganisationalModel;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/** Whoever is on record as a party stays one, in whichever capacity it acts. */
class ActorStandingTest {
  private final BusyProgramme busy = new BusyProgramme();
  private final ActivityCommands activities = busy.mentoring.activities();

  private static List<String> found(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_party_takes_back_only_what_it_recorded_itself() {
    ActivityId concern =
        busy.record("CHECK_IN", new Happened.CheckIn(codes("MENTOR"), codes(), true)).orElseThrow();
    ActivityId own =
        busy.record(MENTOR, "MENTOR_REPORT", About.mentorship(busy.pair), report()).orElseThrow();

    for (Actor party :
        List.of(
            MENTOR,
            new Actor("mentor", HEAD.capacity(), "centre-1"),
            new Actor("child", Code.of("MENTEE"), "home"),
            new Actor("g-1", Code.of("GUARDIAN"), "home"))) {
      assertThat(found(activities.retract(party, concern, "all lies")))
          .containsExactly("command.activity-not-yours");
    }
    assertThat(activities.retract(MENTOR, own, "of another month").accepted()).isPresent();
    assertThat(activities.retract(HEAD, concern, "of another pair").accepted()).isPresent();
  }

  @Test
  void a_record_is_taken_back_only_in_a_capacity_that_makes_such_records() {
    ActivityId plan =
        busy.record(
                MENTOR,
                "MONTHLY_PLAN",
                About.mentorship(busy.pair),
                new Happened.MonthlyPlan(
                    java.time.YearMonth.from(BusyProgramme.TODAY).plusMonths(1),
                    List.of(Code.of("WORKSHOP"))))
            .orElseThrow();

    assertThat(
            found(
                activities.retract(
                    new Actor("v-1", Code.of("VOLUNTEER"), "centre-1"), plan, "no reason")))
        .containsExactly("command.activity-not-yours");
  }

  @Test
  void a_mentor_touches_no_consent_but_its_own() {
    FactId withdrawal =
        busy.mentoring.withdrawConsent(HEAD, busy.consent, BusyProgramme.TODAY).orElseThrow();
    FactId further = busy.consent(busy.child);
    FactId own =
        busy.mentoring
            .record(
                MENTOR,
                busy.mentor,
                new Fact.Consent(
                    Fact.ConsentGiver.SELF,
                    null,
                    Code.of("MENTORING_CENTRE"),
                    Code.of("PUBLICATION")),
                Validity.from(BusyProgramme.TODAY))
            .orElseThrow();

    for (Actor party : List.of(MENTOR, new Actor("child", Code.of("MENTEE"), "home"))) {
      assertThat(found(busy.mentoring.retract(party, withdrawal, "all lies")))
          .containsExactly("command.not-yours-to-record");
      assertThat(
              found(
                  busy.mentoring.correct(
                      party,
                      withdrawal,
                      new Fact.ConsentWithdrawal(busy.consent),
                      Validity.from(BusyProgramme.TODAY),
                      "another day")))
          .containsExactly("command.not-yours-to-record");
      assertThat(found(busy.mentoring.withdrawConsent(party, further, BusyProgramme.TODAY)))
          .containsExactly("command.consent-of-another");
    }
    assertThat(busy.mentoring.withdrawConsent(MENTOR, own, BusyProgramme.TODAY).accepted())
        .isPresent();
    assertThat(busy.mentoring.retract(HEAD, withdrawal, "of another child").accepted()).isPresent();
  }

  @Test
  void a_party_agrees_only_for_itself() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId mentor = small.mentor("oak");
    ParticipantId child = small.mentee("kid");
    MentorshipId id = small.assign(mentor, child).orElseThrow().id();
    Actor oak = new Actor("oak", SmallMentorships.AS_MENTOR, "centre-1");

    assertThat(agrees(small, oak, id, SmallMentorships.GUARDIAN, child))
        .contains("mentorship.agrees-for-another");
    assertThat(
            agrees(
                small,
                new Actor("oak", SmallMentorships.GUARDIAN, "home"),
                id,
                SmallMentorships.GUARDIAN,
                child))
        .containsExactly("mentorship.agrees-for-another");
    assertThat(
            agrees(
                small,
                new Actor("oak", SmallMentorships.MENTEE, "home"),
                id,
                SmallMentorships.MENTEE,
                child))
        .containsExactly("mentorship.agrees-for-another");
    assertThat(
            agrees(
                small,
                new Actor("elm", SmallMentorships.AS_MENTOR, "centre-1"),
                id,
                SmallMentorships.AS_MENTOR,
                mentor))
        .containsExactly("mentorship.agrees-for-another");
    assertThat(
            small
                .commands()
                .agree(oak, id, SmallMentorships.AS_MENTOR, mentor, small.today())
                .accepted())
        .isPresent();
  }

  private static List<String> agrees(
      SmallMentorships small, Actor by, MentorshipId id, Code party, ParticipantId forWhom) {
    return found(small.commands().agree(by, id, party, forWhom, small.today()));
  }

  @Test
  void a_party_asks_for_an_early_ending_only_in_its_own_name() {
    SmallMentorships small = new SmallMentorships();
    MentorshipId id = small.active(small.mentor("oak"), small.mentee("kid"));

    for (Code capacity : List.of(SmallMentorships.AS_MENTOR, SmallMentorships.GUARDIAN)) {
      assertThat(
              found(
                  small
                      .commands()
                      .endEarly(
                          new Actor("oak", capacity, "centre-1"),
                          id,
                          SmallMentorships.UNWILLING,
                          SmallMentorships.GUARDIAN,
                          "they said so",
                          small.today())))
          .contains("mentorship.asks-for-another");
    }
    assertThat(
            small
                .commands()
                .endEarly(
                    SmallMentorships.COORDINATOR,
                    id,
                    SmallMentorships.UNWILLING,
                    SmallMentorships.GUARDIAN,
                    "they said so",
                    small.today())
                .accepted())
        .isPresent();
  }

  @Test
  void nobody_ends_a_mentorship_but_those_who_run_it_and_its_parties() {
    SmallMentorships small = new SmallMentorships();
    MentorshipId id = small.active(small.mentor("oak"), small.mentee("kid"));
    MentorshipId begins = small.assign(small.mentor("elm"), small.mentee("lad")).orElseThrow().id();
    Actor coordinator = SmallMentorships.COORDINATOR;

    for (Actor stranger :
        List.of(
            new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4"),
            new Actor("n-1", Code.of("PARTNER"), "chess-club"),
            new Actor("ash", SmallMentorships.AS_MENTOR, "centre-1"))) {
      assertThat(found(endEarly(small, stranger, id))).contains("mentorship.not-running");
    }
    assertThat(found(endEarly(small, new Actor("oak", coordinator.capacity(), "centre-1"), id)))
        .contains("mentorship.party-in-office");
    Actor stranger = new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-4");
    assertThat(found(small.commands().withdraw(stranger, begins, "why", small.today())))
        .containsExactly("mentorship.not-running");
    assertThat(
            small
                .commands()
                .withdraw(
                    new Actor("elm", SmallMentorships.AS_MENTOR, "centre-1"),
                    begins,
                    "why",
                    small.today())
                .accepted())
        .isPresent();
    Actor parent = new Actor("g-1", SmallMentorships.GUARDIAN, "family");
    assertThat(endEarly(small, parent, id).accepted()).isPresent();
  }

  @Test
  void who_decides_on_another_mentor_does_not_decide_on_itself() {
    SmallMentorships small = new SmallMentorships();
    MentorshipId id = small.active(small.mentor("oak"), small.mentee("kid"));

    assertThat(
            found(
                small
                    .commands()
                    .rematch(
                        new Actor("oak", HEAD.capacity(), "centre-1"),
                        id,
                        SmallMentorships.GUARDIAN,
                        null,
                        "they said so",
                        small.today())))
        .containsExactly("mentorship.party-in-office");
  }

  private static Outcome<Mentorship> endEarly(SmallMentorships small, Actor by, MentorshipId id) {
    return small
        .commands()
        .endEarly(
            by,
            id,
            SmallMentorships.UNWILLING,
            SmallMentorships.GUARDIAN,
            "they said so",
            small.today());
  }

  @Test
  void the_staff_of_one_centre_give_no_commands_on_what_another_one_runs() {
    ParticipantId other = busy.centre("tobolsk");
    Actor stranger = new Actor("h-9", HEAD.capacity(), "tobolsk");
    About centre = About.participant(busy.centre);

    assertThat(
            found(
                busy.record(
                    stranger,
                    "CHECK_IN",
                    About.mentorship(busy.pair),
                    new Happened.CheckIn(codes("MENTEE"), codes(), false))))
        .containsExactly("mentorship.other-centre");
    assertThat(found(busy.record(stranger, "WORKSHOP", centre, BusyProgramme.event())))
        .containsExactly("mentorship.other-centre");
    assertThat(
            busy.record(stranger, "WORKSHOP", About.participant(other), BusyProgramme.event())
                .accepted())
        .isPresent();
  }

  @Test
  void a_mentorship_is_run_by_the_staff_of_its_own_centre() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId ishim = centre(small, "ishim");
    centre(small, "tobolsk");
    ParticipantId mentor = small.mentor("oak");
    ParticipantId child = small.mentee("kid");
    small.programme.fact(child, new Fact.AttachedTo(ishim, Code.of("CENTRE")));
    NewMentorship terms =
        new NewMentorship(
            SmallMentorships.PRACTICE,
            Arrangement.INDIVIDUAL,
            new TreeSet<>(List.of(mentor)),
            new TreeSet<>(List.of(child)),
            ishim,
            null,
            null,
            small.today());
    Actor stranger = Actor.coordinator("c-9", "tobolsk");
    Actor own = Actor.coordinator("c-1", "ishim");

    assertThat(found(small.commands().assign(stranger, terms)))
        .containsExactly("mentorship.other-centre");
    MentorshipId id = small.commands().assign(own, terms).orElseThrow().id();
    for (String capacity : List.of("CHILDRENS_RESIDENTIAL_CENTRE", "SCHOOL_PSYCHOLOGIST")) {
      assertThat(
              found(
                  small
                      .commands()
                      .withdraw(
                          new Actor("x-1", Code.of(capacity), "tobolsk"),
                          id,
                          "not ours",
                          small.today())))
          .containsExactly("mentorship.other-centre");
    }
    assertThat(found(small.commands().withdraw(stranger, id, "not ours", small.today())))
        .containsExactly("mentorship.other-centre");
    assertThat(small.commands().withdraw(own, id, "moved", small.today()).accepted()).isPresent();
  }

  @Test
  void an_organisation_that_nobody_registered_is_not_the_centre_either() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId ishim = centre(small, "ishim");
    Actor own = Actor.coordinator("c-1", "ishim");
    ParticipantId child = small.mentee("kid");
    small.programme.fact(child, new Fact.AttachedTo(ishim, Code.of("CENTRE")));
    MentorshipId id =
        small
            .commands()
            .assign(own, small.terms(small.mentor("oak"), child).at(ishim))
            .orElseThrow()
            .id();
    MentorshipId without =
        small.assign(small.mentor("elm"), small.mentee("lad")).orElseThrow().id();

    for (String capacity : List.of("MENTORING_CENTRE", "CENTRE_HEAD", "COORDINATOR", "NGO")) {
      Actor stranger = new Actor("x-1", Code.of(capacity), "nowhere");
      assertThat(found(small.commands().withdraw(stranger, id, "not ours", small.today())))
          .containsExactly("mentorship.other-centre");
    }
    Actor head = new Actor("h-9", HEAD.capacity(), "nowhere");
    assertThat(found(small.commands().pause(head, id, "why", small.today())))
        .contains("mentorship.other-centre");
    assertThat(small.commands().withdraw(head, without, "moved", small.today()).accepted())
        .isPresent();
    assertThat(small.commands().withdraw(own, id, "moved", small.today()).accepted()).isPresent();
  }

  @Test
  void an_organisation_gives_commands_on_what_it_runs_by_the_agreement_of_the_model() {
    SmallMentorships small =
        new SmallMentorships(
            SmallMentorships.definition(
                false,
                SmallMentorships.mentorshipTerms(),
                new CentreTerms(
                    new TreeSet<>(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(model("own", null), model("outside", Code.of("POSITIONS"))),
                    List.of(),
                    Citation.of("S1-01"))));
    ParticipantId ishim = centre(small, "ishim");
    ParticipantId ngo =
        small
            .mentoring
            .register(
                SmallMentorships.COORDINATOR,
                ParticipantId.of("ngo"),
                ParticipantKind.ORGANISATION,
                List.of())
            .orElseThrow();
    Actor ofNgo = Actor.coordinator("c-2", "ngo");
    ParticipantId child = small.mentee("kid");
    small.programme.fact(child, new Fact.AttachedTo(ishim, Code.of("CENTRE")));
    NewMentorship terms = small.terms(small.mentor("oak"), child).at(ishim);
    small.programme.fact(ishim, new Fact.Agreement(ngo, Code.of("PARTICIPATION")));
    assertThat(found(small.commands().assign(ofNgo, terms.under("own"))))
        .containsExactly("mentorship.other-centre");
    assertThat(found(small.commands().assign(ofNgo, terms.under("outside"))))
        .contains("mentorship.other-centre");

    Fact positions = new Fact.Agreement(ngo, Code.of("POSITIONS"));
    assertThat(
            found(
                small.mentoring.record(
                    ofNgo, ishim, positions, Validity.from(small.today().minusDays(1)))))
        .containsExactly("command.not-over-organisation");
    Validity since = Validity.from(small.today().minusDays(1));
    Actor third = Actor.coordinator("c-3", "tobolsk");
    assertThat(found(small.mentoring.record(third, ishim, positions, since)))
        .containsExactly("command.not-over-organisation");
    assertThat(
            small
                .mentoring
                .record(
                    new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
                    ishim,
                    new Fact.Agreement(centre(small, "tobolsk"), Code.of("POSITIONS")),
                    since)
                .accepted())
        .isPresent();
    small
        .mentoring
        .record(Actor.coordinator("c-4", "ishim"), ishim, positions, since)
        .orElseThrow();

    assertThat(found(small.commands().assign(ofNgo, terms.under("own"))))
        .containsExactly("mentorship.other-centre");
    MentorshipId id =
        small.commands().assign(ofNgo, terms.under("outside")).orElseThrow().particulars().id();
    assertThat(small.commands().withdraw(ofNgo, id, "moved", small.today()).accepted()).isPresent();
  }

  private static OrganisationalModel model(String id, @Nullable Code agreement) {
    return new OrganisationalModel(
        id, new LocalizedText(id, id), agreement, new TreeSet<>(), Citation.of("S1-01"));
  }

  private static ParticipantId centre(SmallMentorships small, String id) {
    ParticipantId centre =
        small
            .mentoring
            .register(
                SmallMentorships.COORDINATOR,
                ParticipantId.of(id),
                ParticipantKind.ORGANISATION,
                List.of())
            .orElseThrow();
    small
        .mentoring
        .record(
            new Actor("o-1", Code.of("REGIONAL_OPERATOR"), "operator"),
            centre,
            new Fact.PositionHeld(Position.CENTRE, null),
            Validity.from(small.today().minusMonths(1)))
        .orElseThrow();
    return centre;
  }
}
