package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.met;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.time.Validity;

/** Where mentoring runs in both directions, the adult may sit in the mentee's seat. */
class BothSidesWatchedTest {
  private static final Code PASSPORT = Code.of("PASSPORT");

  private static ProgrammeDefinition definition(boolean mutual) {
    ProgrammeDefinition busy = UnwaivableActivitiesTest.definition("documents");
    Practice practice = busy.practices().get(0);
    List<PartyTerms> parties = new ArrayList<>();
    for (PartyTerms party : practice.parties()) {
      List<Requirement> requirements = new ArrayList<>(party.requirements());
      if (party.position() == Position.MENTEE) {
        requirements.add(SmallPacks.documents("mentee-passport", PASSPORT.value()));
      }
      parties.add(
          new PartyTerms(
              party.position(), party.kinds(), requirements, party.path(), party.citation()));
    }
    Practice whole =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            mutual,
            practice.circlesForbidden(),
            parties,
            practice.matching(),
            practice.mentorship(),
            practice.cadences(),
            practice.completion(),
            practice.citation());
    return new ProgrammeDefinition(
        busy.id(),
        busy.version(),
        busy.title(),
        null,
        busy.zone(),
        busy.under(),
        busy.phases(),
        busy.vocabulary(),
        busy.scales(),
        busy.neighbours(),
        busy.places(),
        busy.attributes(),
        busy.standards(),
        List.of(whole),
        null,
        busy.targets(),
        busy.records(),
        busy.activities(),
        busy.incidents(),
        busy.calendars(),
        busy.waivers(),
        busy.privacy());
  }

  private static ParticipantId grandfather(SmallMentorships small, LocalDate until) {
    ParticipantId grandfather = small.programme.mentee("grandfather", "Tyumen");
    small.consent(grandfather);
    small
        .mentoring
        .record(
            COORDINATOR,
            grandfather,
            new Fact.DocumentHandedIn(PASSPORT),
            new Validity(small.today().minusMonths(1), until))
        .orElseThrow();
    return grandfather;
  }

  private static List<String> done(
      SmallMentorships small, String kind, About about, LocalDate on, Happened what) {
    Outcome<?> outcome =
        small.mentoring.activities().record(COORDINATOR, Code.of(kind), about, on, what, null);
    return outcome.accepted().isPresent()
        ? List.of()
        : outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private static About centre(SmallMentorships small) {
    return About.participant(
        small
            .mentoring
            .register(
                COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
            .orElseThrow());
  }

  @Test
  void a_mentee_who_no_longer_meets_what_nobody_may_waive_does_nothing_with_the_mentor() {
    SmallMentorships small = new SmallMentorships(definition(true));
    LocalDate last = small.today().plusDays(9);
    ParticipantId child = small.mentor("child");
    ParticipantId grandfather = grandfather(small, last.plusDays(1));
    About pair = About.mentorship(small.active(child, grandfather));
    About centre = centre(small);
    small.days(20);
    LocalDate after = last.plusDays(1);

    assertThat(done(small, "MEETING", pair, after, met()))
        .containsExactly("command.activity-party-barred");
    assertThat(done(small, "WORKSHOP", centre, after, event(child, grandfather)))
        .containsExactly("command.activity-party-barred");
    assertThat(done(small, "WORKSHOP", centre, after, event(grandfather))).isEmpty();
    assertThat(done(small, "MEETING", pair, last, met())).isEmpty();
  }

  @Test
  void where_mentoring_runs_in_one_direction_the_mentee_is_not_asked_again() {
    SmallMentorships small = new SmallMentorships(definition(false));
    ParticipantId mentee = grandfather(small, small.today().plusDays(5));
    About pair = About.mentorship(small.active(small.mentor("mentor"), mentee));
    small.days(20);

    assertThat(done(small, "MEETING", pair, small.today(), met())).isEmpty();
  }

  @Test
  void an_adult_whom_an_incident_names_is_with_no_other_child_in_either_seat() {
    SmallMentorships small = new SmallMentorships(definition(true));
    ParticipantId grandfather = grandfather(small, small.today().plusYears(1));
    small.programme.fact(grandfather, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    small.programme.training(grandfather, 480);
    ParticipantId child = small.mentee("child-1");
    small.programme.fact(child, new Fact.DocumentHandedIn(PASSPORT));
    MentorshipId first = small.active(grandfather, child);
    ParticipantId other = small.mentor("child-2");
    About second = About.mentorship(small.active(other, grandfather));
    About centre = centre(small);
    small
        .mentoring
        .incidents()
        .report(
            COORDINATOR,
            new NewIncident(
                SmallIncidents.CHILD,
                first,
                new TreeSet<>(Set.of(grandfather, child)),
                small.today(),
                Note.of("hurt")))
        .orElseThrow();
    small.days(2);

    assertThat(done(small, "MEETING", second, small.today(), met()))
        .containsExactly("command.activity-mentor-in-incident");
    assertThat(done(small, "WORKSHOP", centre, small.today(), event(other, grandfather)))
        .containsExactly("command.activity-mentor-in-incident");
    assertThat(done(small, "WORKSHOP", centre, small.today(), event(grandfather))).isEmpty();
  }
}
