package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.codes;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.met;
import static org.mentoring.SmallMentorships.COORDINATOR;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.NewIncident;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.time.Validity;

class UnwaivableActivitiesTest {
  private static final List<String> BARRED = List.of("command.activity-party-barred");

  private final SmallMentorships small = new SmallMentorships(definition("training"));
  private final LocalDate last = small.today().plusDays(9);
  private final ParticipantId mentor = mentor(small, last.plusDays(1));
  private final ParticipantId mentee = small.mentee("mentee-1");
  private final MentorshipId pair = small.active(mentor, mentee);

  /** A mentor whose training counts until a day. */
  private static ParticipantId mentor(SmallMentorships small, LocalDate until) {
    ParticipantId mentor = small.programme.person("mentor-1");
    small.programme.fact(mentor, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    small.programme.fact(mentor, new Fact.Trait(Attribute.MUNICIPALITY, "Tyumen"));
    small
        .mentoring
        .record(
            COORDINATOR,
            mentor,
            new Fact.Training(
                Fact.TrainingKind.INITIAL,
                null,
                480,
                Fact.Mode.IN_PERSON,
                Code.of("REGIONAL_OPERATOR")),
            new Validity(small.today().minusMonths(1), until))
        .orElseThrow();
    return mentor;
  }

  static ProgrammeDefinition definition(String never) {
    ProgrammeDefinition small = SmallIncidents.definition();
    ProgrammeDefinition busy = BusyProgramme.definition();
    return new ProgrammeDefinition(
        small.id(),
        small.version(),
        small.title(),
        null,
        small.zone(),
        small.under(),
        small.phases(),
        Stream.concat(small.vocabulary().stream(), busy.vocabulary().stream()).toList(),
        small.scales(),
        small.neighbours(),
        small.places(),
        small.attributes(),
        small.standards(),
        small.practices(),
        null,
        small.targets(),
        busy.records(),
        busy.activities(),
        small.incidents(),
        small.calendars(),
        new WaiverTerms(
            codes("REGIONAL_OPERATOR"), new TreeSet<>(Set.of(never)), null, Citation.CHOICE),
        small.privacy());
  }

  private Outcome<ActivityId> done(String kind, About about, LocalDate on, Happened what) {
    return small.mentoring.activities().record(COORDINATOR, Code.of(kind), about, on, what, null);
  }

  private List<String> refused(Outcome<?> outcome) {
    for (Language language : Language.values()) {
      assertThat(
              Renderer.of(small.mentoring.definition(), language, Audience.COORDINATOR)
                  .text(outcome.refused().orElseThrow()))
          .doesNotContain("finding.", "remedy.", "{");
    }
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private ParticipantId centre() {
    return small
        .mentoring
        .register(
            COORDINATOR, ParticipantId.of("centre-1"), ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
  }

  @Test
  void a_mentor_who_no_longer_meets_what_nobody_may_waive_does_nothing_with_the_mentee() {
    small.days(20);
    LocalDate after = last.plusDays(1);
    About centre = About.participant(centre());
    Happened plan =
        new Happened.MonthlyPlan(YearMonth.from(after.plusMonths(1)), List.of(Code.of("WORKSHOP")));
    About together = About.mentorship(pair);

    assertThat(refused(done("MEETING", together, after, met()))).isEqualTo(BARRED);
    assertThat(refused(done("GRADUATION_EVENT", together, after, event()))).isEqualTo(BARRED);
    assertThat(refused(done("WORKSHOP", centre, after, event(mentor, mentee)))).isEqualTo(BARRED);
    assertThat(
            refused(
                small
                    .mentoring
                    .activities()
                    .record(
                        SmallMentorships.HEAD,
                        Code.of("MONTHLY_PLAN"),
                        together,
                        after,
                        plan,
                        null)))
        .isEqualTo(BARRED);
    Finding finding =
        done("MEETING", together, after, met()).refused().orElseThrow().findings().get(0);
    assertThat(finding.requirement()).isEqualTo("mentor-training");
    assertThat(finding.facts()).isEmpty();
  }

  @Test
  void what_was_done_before_and_what_the_two_do_apart_is_recorded() {
    small.days(20);
    LocalDate after = last.plusDays(1);
    About centre = About.participant(centre());
    Happened talked = new Happened.CheckIn(codes("MENTEE"), codes(), true);

    assertThat(done("MEETING", About.mentorship(pair), last, met()).accepted()).isPresent();
    assertThat(done("WORKSHOP", centre, after, event(mentee)).accepted()).isPresent();
    assertThat(done("WORKSHOP", centre, after, event(mentor)).accepted()).isPresent();
    assertThat(done("CHECK_IN", About.mentorship(pair), after, talked).accepted()).isPresent();
  }

  @Test
  void what_may_be_waived_stops_no_meeting() {
    SmallMentorships lenient = new SmallMentorships(definition("consent"));
    ParticipantId trainee = mentor(lenient, lenient.today().plusDays(5));
    MentorshipId running = lenient.active(trainee, lenient.mentee("mentee-1"));
    lenient.days(20);

    assertThat(
            lenient
                .mentoring
                .activities()
                .record(
                    COORDINATOR,
                    Code.of("MEETING"),
                    About.mentorship(running),
                    lenient.today(),
                    met(),
                    null)
                .accepted())
        .isPresent();
  }

  @Test
  void a_pair_that_an_incident_paused_is_not_at_one_event() {
    About centre = About.participant(centre());
    small.days(2);
    LocalDate day = small.today();
    small
        .mentoring
        .incidents()
        .report(
            COORDINATOR,
            new NewIncident(
                SmallIncidents.CHILD, pair, new TreeSet<>(Set.of(mentee)), day, Note.of("hurt")))
        .orElseThrow();
    small.days(2);

    assertThat(refused(done("WORKSHOP", centre, small.today(), event(mentor, mentee))))
        .containsExactly("command.activity-paused-pair");
    assertThat(done("WORKSHOP", centre, small.today(), event(mentee)).accepted()).isPresent();
    assertThat(done("WORKSHOP", centre, day, event(mentor, mentee)).accepted()).isPresent();
  }

  @Test
  void an_incident_of_a_child_that_names_no_pair_keeps_the_pair_from_events_too() {
    About centre = About.participant(centre());
    incident(SmallIncidents.CHILD, null, mentee);
    small.days(2);

    assertThat(refused(done("WORKSHOP", centre, small.today(), event(mentor, mentee))))
        .containsExactly("command.activity-paused-pair");
  }

  @Test
  void a_pair_that_rested_before_its_incident_is_not_at_one_event_either() {
    About centre = About.participant(centre());
    small.commands().pause(COORDINATOR, pair, "ill", small.today()).orElseThrow();
    small.days(2);
    incident(SmallIncidents.CHILD, pair, mentee);
    small.days(2);

    assertThat(refused(done("WORKSHOP", centre, small.today(), event(mentor, mentee))))
        .containsExactly("command.activity-paused-pair");
    assertThat(
            done("WORKSHOP", centre, small.today().minusDays(2), event(mentor, mentee)).accepted())
        .isPresent();
  }

  private void incident(Code kind, @Nullable MentorshipId of, ParticipantId... concerns) {
    small
        .mentoring
        .incidents()
        .report(
            COORDINATOR,
            new NewIncident(
                kind, of, new TreeSet<>(Set.of(concerns)), small.today(), Note.of("hurt")))
        .orElseThrow();
  }

  @Test
  void a_pair_that_rests_for_another_reason_comes_to_events() {
    About centre = About.participant(centre());
    small.days(2);
    small.commands().pause(COORDINATOR, pair, "exams", small.today()).orElseThrow();
    small.days(2);

    assertThat(done("WORKSHOP", centre, small.today(), event(mentor, mentee)).accepted())
        .isPresent();
  }
}
