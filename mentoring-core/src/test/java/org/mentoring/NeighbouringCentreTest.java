package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.IncidentView;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Two centres of one town: a child is of the one that took it in, or of both if neither has. */
class NeighbouringCentreTest {
  private static final Code CENTRE = Code.of("CENTRE");
  private static final Actor NEIGHBOUR = Actor.coordinator("y", "centre-2");
  private static final Actor OPERATOR = SmallTown.OPERATOR;

  private final SmallMentorships small = new SmallMentorships(SmallIncidents.definition());
  private final Mentoring mentoring = small.mentoring;
  private final ParticipantId oak = small.mentor("oak");
  private final ParticipantId friend = small.programme.person("friend");

  @BeforeEach
  void centres() {
    for (String each : List.of("centre-1", "centre-2")) {
      ParticipantId centre =
          mentoring
              .register(OPERATOR, ParticipantId.of(each), ParticipantKind.ORGANISATION, List.of())
              .orElseThrow();
      records(OPERATOR, centre, new Fact.PositionHeld(Position.CENTRE, null)).orElseThrow();
      records(OPERATOR, centre, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen")).orElseThrow();
    }
    small.programme.later();
  }

  private Outcome<FactId> records(Actor by, ParticipantId about, Fact fact) {
    return mentoring.record(by, about, fact, Validity.from(small.today()));
  }

  private Outcome<ErasureAct> erases(Actor by, ParticipantId about) {
    return mentoring.erasure().erase(by, about, Code.of("ON_DEMAND"), small.today());
  }

  private ParticipantId broughtByItsFamily() {
    ParticipantId child = small.programme.person("child");
    Actor mother = new Actor("mother", SmallMentorships.GUARDIAN, "home");
    for (Fact each :
        List.of(
            new Fact.Application(Position.MENTEE, Fact.WayIn.FAMILY),
            new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"))) {
      records(mother, child, each).orElseThrow();
    }
    small.programme.later();
    return child;
  }

  private static List<Fact> decided(ParticipantId guardian) {
    return List.of(
        new Fact.Guardian(guardian),
        SmallTown.consentOfGuardian(),
        new Fact.AttachedTo(ParticipantId.of("centre-2"), CENTRE));
  }

  @Test
  void whom_one_of_them_brought_in_the_other_neither_takes_nor_erases() {
    ParticipantId kid = small.mentee("kid");
    small.programme.later();

    for (Fact each : decided(friend)) {
      assertThat(codes(records(NEIGHBOUR, kid, each)))
          .as(each.kind())
          .containsExactly("command.not-over-child");
    }
    assertThat(codes(small.commands().assign(NEIGHBOUR, small.terms(oak, kid))))
        .contains("mentorship.looked-after-elsewhere");
    assertThat(codes(erases(NEIGHBOUR, kid))).containsExactly("erasure.not-over-person");

    records(COORDINATOR, kid, new Fact.Guardian(friend)).orElseThrow();
    records(COORDINATOR, kid, new Fact.AttachedTo(ParticipantId.of("centre-2"), CENTRE))
        .orElseThrow();
    assertThat(records(NEIGHBOUR, kid, new Fact.Guardian(friend)).accepted()).isPresent();
    assertThat(erases(NEIGHBOUR, kid).accepted()).isPresent();
  }

  @Test
  void an_incident_of_it_is_handled_by_both() {
    ParticipantId kid = small.mentee("kid");
    IncidentId id =
        mentoring
            .incidents()
            .report(
                COORDINATOR,
                new NewIncident(
                    SmallIncidents.CHILD,
                    null,
                    new TreeSet<>(Set.of(kid)),
                    small.today(),
                    Note.of("what happened")))
            .orElseThrow();

    for (String each : List.of("centre-1", "centre-2")) {
      Actor head = new Actor("h", SmallIncidents.CENTRE_HEAD, each);
      assertThat(mentoring.incidents().view(head, id)).isInstanceOf(IncidentView.Full.class);
    }
  }

  @Test
  void whom_its_family_brought_either_takes_in_and_then_the_other_no_more() {
    ParticipantId child = broughtByItsFamily();

    assertThat(records(NEIGHBOUR, child, new Fact.Guardian(friend)).accepted()).isPresent();
    small.programme.later();
    assertThat(codes(records(COORDINATOR, child, new Fact.Guardian(oak))))
        .containsExactly("command.not-over-child");
    assertThat(codes(erases(COORDINATOR, child))).containsExactly("erasure.not-over-person");
    assertThat(erases(NEIGHBOUR, child).accepted()).isPresent();
  }

  @Test
  void a_remark_of_one_of_them_takes_nobody_from_the_other() {
    ParticipantId child = broughtByItsFamily();
    records(NEIGHBOUR, child, new Fact.Interest("chess")).orElseThrow();
    records(NEIGHBOUR, child, new Fact.Exclusion(oak)).orElseThrow();
    small.programme.later();

    assertThat(records(COORDINATOR, child, new Fact.Guardian(friend)).accepted()).isPresent();
  }

  @Test
  void what_is_attested_elsewhere_of_whom_its_family_brought_keeps_no_centre_of_its_town_away() {
    SmallTown town = new SmallTown();
    Actor elsewhere = Actor.coordinator("z", "nowhere");
    town.records(elsewhere, town.familys, SmallTown.certificate()).orElseThrow();
    town.small.programme.later();

    assertThat(
            town.mentoring
                .activities()
                .record(
                    COORDINATOR,
                    SmallTown.ROUTE_STEP,
                    About.participant(town.familys),
                    town.small.today(),
                    new Happened.Entry(null, new TreeSet<>(), 1),
                    null)
                .accepted())
        .isPresent();
  }
}
