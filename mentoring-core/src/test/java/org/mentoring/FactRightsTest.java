package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** What protects a child from somebody cannot be taken away by that one, nor by strangers. */
class FactRightsTest {
  private static final String NOT_YOURS = "command.fact-not-yours";
  private static final String NOT_OWN = "command.not-own-dossier";
  private static final String NO_MERGE = "command.not-yours-to-merge";

  private static final Actor OPERATOR = as("o-1", "REGIONAL_OPERATOR");

  private final SmallMentorships small = new SmallMentorships();
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId kid = small.mentee("kid");
  private final Validity since = Validity.from(small.today().minusDays(3));

  private static Actor as(String id, String capacity) {
    return new Actor(id, Code.of(capacity), "home");
  }

  private FactId told(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, since).orElseThrow();
  }

  private void kept(FactId fact, Fact other, Actor... actors) {
    for (Actor each : actors) {
      assertThat(codes(mentoring.retract(each, fact, "a mistake")))
          .as(each.toString())
          .containsExactly(NOT_YOURS);
      assertThat(codes(mentoring.correct(each, fact, other, since, "a mistake")))
          .as(each.toString())
          .containsExactly(NOT_YOURS);
    }
  }

  @Test
  void whom_a_child_excludes_does_not_take_the_exclusion_back_in_any_capacity() {
    ParticipantId elm = small.mentor("elm");
    FactId exclusion = told(COORDINATOR, kid, new Fact.Exclusion(oak));

    kept(
        exclusion,
        new Fact.Exclusion(elm),
        as("oak", "MENTOR"),
        as("oak", "GUARDIAN"),
        as("oak", "SELF"),
        as("oak", "COORDINATOR"),
        new Actor("oak", COORDINATOR.capacity(), COORDINATOR.organisation()),
        as("oak", "REGIONAL_OPERATOR"));
    assertThat(mentoring.retract(COORDINATOR, exclusion, "a mistake").accepted()).isPresent();
  }

  @Test
  void what_a_child_said_is_taken_back_by_the_child_or_by_staff() {
    FactId first = told(as("kid", "MENTEE"), kid, new Fact.Exclusion(oak));
    FactId second = told(as("kid", "CHILD"), kid, new Fact.Exclusion(small.mentor("elm")));

    kept(
        first,
        new Fact.Exclusion(ParticipantId.of("elm")),
        as("elm", "MENTOR"),
        as("g-1", "GUARDIAN"),
        as("p-1", "SCHOOL_PSYCHOLOGIST"));
    assertThat(mentoring.retract(as("kid", "SELF"), first, "we made up").accepted()).isPresent();
    assertThat(mentoring.retract(COORDINATOR, second, "the wrong one").accepted()).isPresent();
  }

  @Test
  void a_mentor_neither_tells_nor_corrects_when_and_where_a_child_was_born_and_lives() {
    LocalDate born = LocalDate.of(2006, 1, 1);
    FactId birth =
        mentoring.record(COORDINATOR, kid, new Fact.Birth(born), Validity.from(born)).orElseThrow();
    small.active(oak, kid);

    for (Fact each :
        List.of(
            new Fact.Birth(born.minusYears(4)),
            new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"),
            new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY")),
            new Fact.Interest("chess"))) {
      assertThat(codes(mentoring.record(as("oak", "MENTOR"), kid, each, since)))
          .containsExactly(NOT_OWN);
      assertThat(codes(mentoring.record(as("oak", "GUARDIAN"), kid, each, since)))
          .containsExactly(NOT_OWN);
    }
    kept(
        birth,
        new Fact.Birth(born.minusYears(4)),
        as("oak", "MENTOR"),
        new Actor("oak", HEAD.capacity(), HEAD.organisation()),
        as("kid", "MENTEE"));
    assertThat(
            mentoring
                .correct(
                    COORDINATOR,
                    birth,
                    new Fact.Birth(born.plusDays(1)),
                    Validity.from(born),
                    "a slip")
                .accepted())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CENTRE_HEAD", "COORDINATOR", "REGIONAL_OPERATOR"})
  void nobody_takes_back_in_an_office_what_bars_oneself(String capacity) {
    Fact barring = certificate(Fact.Outcome.NEGATIVE);
    FactId negative = told(COORDINATOR, oak, barring);
    Actor oneself = new Actor("oak", Code.of(capacity), COORDINATOR.organisation());
    assertThat(codes(mentoring.retract(oneself, negative, "a mistake")))
        .containsExactly("command.own-record-in-office");
    assertThat(
            codes(
                mentoring.correct(
                    oneself, negative, certificate(Fact.Outcome.POSITIVE), since, "a mistake")))
        .containsExactly("command.own-record-in-office");
    assertThat(
            mentoring
                .retract(
                    new Actor("o-1", Code.of(capacity), COORDINATOR.organisation()),
                    negative,
                    "of another")
                .accepted())
        .isPresent();
  }

  private Fact certificate(Fact.Outcome outcome) {
    return new Fact.ClearanceCertificate(
        Code.of("CRIMINAL_RECORD"), small.today().minusDays(3), outcome);
  }

  @Test
  void staff_of_another_centre_and_strangers_take_nothing_back() {
    FactId affiliation =
        told(COORDINATOR, oak, new Fact.Affiliation(Code.of("DEPARTMENTAL_INSTITUTION")));
    Fact other = new Fact.Affiliation(Code.of("INFORMAL_COMMUNITY"));

    kept(
        affiliation,
        other,
        as("oak", "MENTOR"),
        as("z", "COORDINATOR"),
        as("z", "CENTRE_HEAD"),
        as("p-1", "SCHOOL_PSYCHOLOGIST"),
        as("q", "PARTNER"));
    assertThat(mentoring.retract(as("o-1", "REGIONAL_OPERATOR"), affiliation, "wrong").accepted())
        .isPresent();
  }

  @Test
  void an_authority_takes_back_nothing_of_another_municipality() {
    Code commission = Code.of("JUVENILE_AFFAIRS_COMMISSION");
    for (String town : List.of("Ishim", "Tobolsk", "Tyumen")) {
      ParticipantId organisation = ParticipantId.of("commission-of-" + town);
      mentoring
          .register(COORDINATOR, organisation, ParticipantKind.ORGANISATION, List.of())
          .orElseThrow();
      told(OPERATOR, organisation, new Fact.Trait(Attribute.MUNICIPALITY, town));
    }
    Actor author = new Actor("k-1", commission, "commission-of-Ishim");
    FactId refusal =
        told(
            author,
            kid,
            new Fact.AuthorityDecision(
                commission, Code.of("PARTICIPATION"), Fact.Outcome.NEGATIVE));
    Fact other =
        new Fact.AuthorityDecision(commission, Code.of("PARTICIPATION"), Fact.Outcome.POSITIVE);
    FactId exclusion = told(as("kid", "MENTEE"), kid, new Fact.Exclusion(oak));

    kept(refusal, other, new Actor("k-2", commission, "commission-of-Tobolsk"));
    kept(
        exclusion,
        new Fact.Exclusion(small.mentor("elm")),
        Actor.coordinator("z", "commission-of-Tobolsk"));
    // The child lives there.
    assertThat(
            mentoring
                .retract(new Actor("k-3", commission, "commission-of-Tyumen"), refusal, "heard")
                .accepted())
        .isPresent();
  }

  @Test
  void the_centre_that_looks_after_a_child_corrects_what_the_one_before_recorded() {
    Actor before = as("z", "COORDINATOR");
    ParticipantId kid = small.programme.person("moved");
    FactId town = told(before, kid, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"));
    kept(town, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"), COORDINATOR);
    ParticipantId centre =
        mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    told(before, kid, new Fact.AttachedTo(centre, Code.of("CENTRE")));

    assertThat(
            mentoring
                .correct(
                    COORDINATOR,
                    town,
                    new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"),
                    since,
                    "moved")
                .accepted())
        .isPresent();
  }

  @Test
  void a_guardian_who_is_named_speaks_for_the_child_and_an_unknown_one_no_longer() {
    Fact interest = new Fact.Interest("chess");
    assertThat(mentoring.record(as("g-9", "GUARDIAN"), kid, interest, since).accepted())
        .isPresent();
    ParticipantId aunt = small.programme.person("aunt");
    told(COORDINATOR, kid, new Fact.Guardian(aunt));

    assertThat(codes(mentoring.record(as("g-9", "GUARDIAN"), kid, interest, since)))
        .containsExactly(NOT_OWN);
    FactId told = told(as("aunt", "GUARDIAN"), kid, interest);
    kept(told, new Fact.Interest("football"), as("g-9", "GUARDIAN"), as("aunt", "COORDINATOR"));
    assertThat(mentoring.retract(as("aunt", "GUARDIAN"), told, "no longer").accepted()).isPresent();
  }

  @Test
  void parties_and_strangers_to_both_merge_nobody() {
    ParticipantId again = small.mentee("again");
    for (Actor each :
        List.of(
            as("oak", "MENTOR"),
            as("kid", "MENTEE"),
            as("g-1", "GUARDIAN"),
            new Actor("kid", COORDINATOR.capacity(), COORDINATOR.organisation()))) {
      assertThat(codes(mentoring.merge(each, kid, again, "one child"))).containsExactly(NO_MERGE);
    }
    ParticipantId centre =
        mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    told(COORDINATOR, centre, new Fact.PositionHeld(Position.CENTRE, null));
    told(COORDINATOR, kid, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    assertThat(codes(mentoring.merge(Actor.coordinator("z", "centre-9"), kid, again, "one child")))
        .containsExactly(NO_MERGE);
    small.active(oak, kid);
    assertThat(
            codes(
                mentoring.merge(
                    new Actor("oak", HEAD.capacity(), HEAD.organisation()),
                    kid,
                    again,
                    "one child")))
        .containsExactly(NO_MERGE);
    assertThat(mentoring.merge(COORDINATOR, kid, again, "one child").accepted()).isPresent();
  }

  @Test
  void the_staff_of_one_centre_merge_nobody_whom_another_looks_after() {
    ParticipantId again = small.mentee("again");
    ParticipantId ishim =
        mentoring
            .register(
                COORDINATOR, ParticipantId.of("ishim"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    told(OPERATOR, ishim, new Fact.PositionHeld(Position.CENTRE, null));
    told(COORDINATOR, again, new Fact.AttachedTo(ishim, Code.of("CENTRE")));

    for (String each : List.of("abatsk", "ishim")) {
      assertThat(codes(mentoring.merge(Actor.coordinator("c-3", each), kid, again, "one child")))
          .as(each)
          .containsExactly(NO_MERGE);
    }
    told(COORDINATOR, kid, new Fact.AttachedTo(ishim, Code.of("CENTRE")));
    assertThat(
            mentoring.merge(Actor.coordinator("c-3", "ishim"), kid, again, "one child").accepted())
        .isPresent();
  }

  private ParticipantId organisation(String id) {
    return mentoring
        .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  @Test
  void no_organisation_attaches_itself_to_a_centre_whose_children_it_wants_to_decide_of() {
    ParticipantId centre = organisation("centre-1");
    ParticipantId elsewhere = organisation("elsewhere");
    told(COORDINATOR, kid, new Fact.AttachedTo(centre, Code.of("CENTRE")));
    Fact attached = new Fact.AttachedTo(centre, Code.of("CENTRE"));

    for (Actor each :
        List.of(
            Actor.coordinator("z", "elsewhere"),
            Actor.coordinator("y", "third"),
            new Actor("p", Code.of("SCHOOL_PSYCHOLOGIST"), "centre-1"))) {
      assertThat(codes(mentoring.record(each, elsewhere, attached, since)))
          .as(each.toString())
          .containsExactly("command.not-over-organisation");
    }
    assertThat(
            codes(
                mentoring.record(
                    new Actor("nobody", Code.of("GUARDIAN"), "centre-1"),
                    elsewhere,
                    attached,
                    since)))
        .containsExactly(NOT_OWN);
    Fact guardian = new Fact.Guardian(small.programme.person("friend"));
    assertThat(codes(mentoring.record(Actor.coordinator("z", "elsewhere"), kid, guardian, since)))
        .containsExactly("command.not-over-child");
    assertThat(mentoring.record(HEAD, elsewhere, attached, since).accepted()).isPresent();
    assertThat(
            mentoring.record(Actor.coordinator("z", "elsewhere"), kid, guardian, since).accepted())
        .isPresent();
  }

  @Test
  void where_an_organisation_is_at_home_and_that_it_is_a_centre_it_tells_itself_or_the_operator() {
    organisation("elsewhere");
    ParticipantId school = organisation("school-9");
    List<Fact> facts =
        List.of(
            new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"),
            new Fact.PositionHeld(Position.CENTRE, null),
            new Fact.Application(Position.CENTRE, Fact.WayIn.SELF));

    for (Fact each : facts) {
      for (Actor other :
          List.of(
              COORDINATOR,
              HEAD,
              Actor.coordinator("z", "elsewhere"),
              as("k-1", "JUVENILE_AFFAIRS_COMMISSION"),
              as("t-1", "TEACHER"),
              as("n-1", "NGO"))) {
        assertThat(codes(mentoring.record(other, school, each, since)))
            .as(other + " " + each.kind())
            .containsExactly("command.not-over-organisation");
      }
    }
    for (Fact each : facts) {
      told(new Actor("p-1", Code.of("SCHOOL_PSYCHOLOGIST"), "school-9"), school, each);
    }
    for (Fact each : facts) {
      told(OPERATOR, organisation("school-" + each.kind()), each);
    }
  }

  @Test
  void what_an_organisation_tells_of_its_town_gives_it_no_say_over_the_towns_children() {
    ParticipantId elsewhere = organisation("elsewhere");
    Actor staff = Actor.coordinator("z", "elsewhere");
    Fact guardian = new Fact.Guardian(small.programme.person("friend"));
    told(staff, elsewhere, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));

    assertThat(codes(mentoring.record(staff, kid, guardian, since)))
        .containsExactly("command.not-over-child");
    assertThat(mentoring.record(COORDINATOR, kid, guardian, since).accepted()).isPresent();
  }

  @Test
  void a_commission_neither_moves_itself_nor_takes_back_where_it_is_at_home() {
    Code commission = Code.of("JUVENILE_AFFAIRS_COMMISSION");
    ParticipantId tobolsk = organisation("commission-of-Tobolsk");
    Actor own = new Actor("k-1", commission, "commission-of-Tobolsk");
    FactId town = told(own, tobolsk, new Fact.Trait(Attribute.MUNICIPALITY, "Tobolsk"));
    Fact tyumen = new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen");

    for (Actor each : List.of(own, as("z", "COORDINATOR"))) {
      assertThat(codes(mentoring.record(each, tobolsk, tyumen, since)))
          .as(each.toString())
          .containsExactly("command.not-over-organisation");
    }
    assertThat(codes(mentoring.record(as("g", "GUARDIAN"), tobolsk, tyumen, since)))
        .containsExactly(NOT_OWN);
    kept(town, tyumen, own);
    Fact guardian = new Fact.Guardian(small.programme.person("friend"));
    told(as("o-1", "REGIONAL_OPERATOR"), tobolsk, tyumen);
    // Of two towns it is of neither.
    assertThat(codes(mentoring.record(own, kid, guardian, since)))
        .containsExactly("command.not-over-child");
  }
}
