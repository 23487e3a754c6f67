package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.SmallMentorships.HEAD;
import static org.mentoring.SmallProgramme.COORDINATOR;
import static org.mentoring.SmallProgramme.codes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.time.Validity;

/** Whoever is or was a party, or acts as one, gets by no office what a party has not. */
class PartyBeforeOfficeTest {
  @Test
  void who_mentored_a_child_until_yesterday_tells_in_an_office_neither_whose_nor_where_it_is() {
    SmallMentorships small = new SmallMentorships();
    ParticipantId oak = small.mentor("oak");
    ParticipantId kid = small.mentee("kid");
    MentorshipId pair = small.active(oak, kid);
    small
        .commands()
        .endEarly(
            COORDINATOR,
            pair,
            SmallMentorships.UNWILLING,
            SmallMentorships.GUARDIAN,
            "over",
            small.today())
        .orElseThrow();
    small.days(1);
    Actor asHead = new Actor("oak", HEAD.capacity(), HEAD.organisation());
    ParticipantId centre =
        small
            .mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow();
    ParticipantId friend = small.programme.person("friend");

    assertThat(codes(tells(small, asHead, kid, new Fact.Guardian(friend))))
        .containsExactly("command.own-record-in-office");
    for (Fact each :
        List.of(
            new Fact.AttachedTo(centre, Code.of("CENTRE")),
            new Fact.Trait(Attribute.MUNICIPALITY, "Ishim"),
            new Fact.Birth(LocalDate.of(2008, 1, 1)))) {
      assertThat(codes(tells(small, asHead, kid, each)))
          .as(each.kind())
          .containsExactly("command.not-over-child");
      assertThat(tells(small, HEAD, kid, each).accepted()).as(each.kind()).isPresent();
    }
    assertThat(tells(small, HEAD, kid, new Fact.Guardian(friend)).accepted()).isPresent();
    assertThat(
            tells(small, asHead, oak, new Fact.Trait(Attribute.MUNICIPALITY, "Ishim")).accepted())
        .isPresent();
  }

  private static Outcome<FactId> tells(
      SmallMentorships small, Actor by, ParticipantId about, Fact fact) {
    return small.mentoring.record(by, about, fact, Validity.from(small.today()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMPLOYEE", "SELF"})
  void a_stranger_agrees_for_nobody_in_whatever_capacity_of_parties(String capacity) {
    SmallMentorships small = new SmallMentorships();
    ParticipantId kid = small.mentee("kid");
    Actor stranger = new Actor("x", Code.of(capacity), "department");
    MentorshipId pair = small.assign(small.mentor("oak"), kid).orElseThrow().id();

    assertThat(
            codes(
                small
                    .commands()
                    .agree(stranger, pair, SmallMentorships.MENTEE, kid, small.today())))
        .contains("mentorship.agrees-for-another");
  }

  @Test
  void an_employee_learns_of_no_incident_of_others() {
    SmallIncidents small = new SmallIncidents();
    IncidentId id = small.reported(SmallIncidents.GUARDIAN, SmallIncidents.CHILD, small.active());
    Actor employee = new Actor("x", Code.of("EMPLOYEE"), "department");

    assertThat(small.commands.open(employee)).isEmpty();
    assertThatThrownBy(() -> small.commands.view(employee, id))
        .isInstanceOf(MentoringException.class);
  }
}
