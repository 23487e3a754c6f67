package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.KeptObligations.at;
import static org.mentoring.KeptObligations.day;
import static org.mentoring.KeptObligations.told;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;

/** What a programme asks to be done with children is not done without them. */
class AttendedEventsTest {
  private static final Instant ALWAYS = at("2030-01-01");
  private static final Code WORKSHOP = Code.of("WORKSHOP");

  private final KeptObligations kept = new KeptObligations(forMinors());
  private final MentorshipId id = kept.mentorship("s-1", "m-1", "e-1", "2020-03-01");

  @Test
  void an_event_counts_where_a_minor_mentee_came() {
    born("e-1", "2006-05-17");
    born("m-1", "1980-01-01");
    event();
    event("m-1");
    assertThat(workshops()).startsWith("WORKSHOP 1 OVERDUE");

    event("e-1", "m-1");
    assertThat(workshops()).startsWith("WORKSHOP 1 MET");
  }

  @Test
  void a_child_that_is_no_mentee_and_a_mentee_who_is_grown_up_do_not_count() {
    kept.person("sister");
    born("sister", "2008-01-01");
    born("e-1", "2001-01-01");
    event("sister");
    event("e-1");

    assertThat(workshops()).startsWith("WORKSHOP 1 OVERDUE");
  }

  @Test
  void on_the_last_day_before_its_birthday_a_mentee_is_a_minor() {
    born("e-1", "2002-03-11");
    event("e-1");

    assertThat(workshops()).startsWith("WORKSHOP 1 MET");
  }

  @Test
  void whose_age_nobody_knows_is_not_counted_as_a_minor() {
    event("e-1");

    assertThat(workshops()).startsWith("WORKSHOP 1 OVERDUE");
  }

  private void born(String who, String on) {
    kept.mentoring
        .record(
            SmallProgramme.COORDINATOR,
            ParticipantId.of(who),
            new Fact.Birth(day(on)),
            Validity.from(day(on)))
        .orElseThrow();
  }

  private void event(String... attended) {
    TreeSet<ParticipantId> came = new TreeSet<>();
    Set.of(attended).forEach(each -> came.add(ParticipantId.of(each)));
    kept.activity(
        WORKSHOP,
        About.mentorship(id),
        "2020-03-10",
        "2020-03-10",
        new Happened.EventHeld(Fact.Mode.IN_PERSON, came, new TreeSet<>()));
  }

  private List<String> workshops() {
    return told(kept.mentoring.oversight().obligations(id, day("2020-04-15"), ALWAYS), WORKSHOP);
  }

  private static ProgrammeDefinition forMinors() {
    ProgrammeDefinition kept = KeptObligations.definition();
    Practice practice = kept.practices().get(0);
    Cadence monthly =
        Cadence.builder(WORKSHOP, Code.of("MENTORING_CENTRE"), Period.ofMonths(1), Citation.CHOICE)
            .attendedBy(Position.MENTEE)
            .belowAge(18)
            .build();
    Practice asking =
        new Practice(
            practice.id(),
            practice.title(),
            practice.format(),
            practice.arrangements(),
            false,
            false,
            practice.parties(),
            practice.matching(),
            practice.mentorship(),
            List.of(monthly),
            practice.completion(),
            Citation.CHOICE);
    return new ProgrammeDefinition(
        kept.id(),
        kept.version(),
        kept.title(),
        null,
        kept.zone(),
        List.of(),
        List.of(),
        kept.vocabulary(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(asking),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        kept.privacy());
  }
}
