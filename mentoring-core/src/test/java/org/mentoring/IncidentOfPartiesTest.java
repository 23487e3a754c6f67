package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.BusyProgramme.event;
import static org.mentoring.BusyProgramme.met;
import static org.mentoring.SmallIncidents.CHILD;
import static org.mentoring.SmallMentorships.AS_MENTOR;
import static org.mentoring.SmallMentorships.COORDINATOR;
import static org.mentoring.SmallMentorships.GUARDIAN;
import static org.mentoring.SmallMentorships.MENTEE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;

/** An incident holds whomever it concerned on its day, in every mentorship that they have. */
class IncidentOfPartiesTest {
  private static final ParticipantId CENTRE = ParticipantId.of("centre-1");

  private final SmallMentorships small =
      new SmallMentorships(
          definition(),
          InMemoryStores.create(),
          builder -> builder.rules(new OpenIncidents(SmallProgramme.rules())));
  private final ParticipantId mentor = small.mentor("mentor-1");
  private final ParticipantId child = small.mentee("mentee-1");
  private final ParticipantId other = small.mentee("mentee-2");

  @Test
  void a_group_rests_for_its_incident_also_after_the_child_left_that_it_concerns() {
    MentorshipId group = group();
    small.days(1);
    IncidentId incident = reported(null, child);
    leave(group, child);

    assertThat(codes(small.commands().resume(COORDINATOR, group, "go on", small.today())))
        .containsExactly("mentorship.incident-open");
    small.days(1);
    assertThat(codes(small.commands().resume(COORDINATOR, group, "go on", small.today())))
        .containsExactly("mentorship.incident-open");
    assertThat(risks(group)).containsExactly("risk.incident-open");
    assertThat(
            small.mentoring.oversight().completion(group, small.today()).findings().stream()
                .map(Finding::code))
        .contains("completion.incident-open");

    settled(incident);
    small.commands().resume(COORDINATOR, group, "go on", small.today()).orElseThrow();
    assertThat(risks(group)).isEmpty();
  }

  @Test
  void a_party_does_not_hear_of_an_incident_that_it_may_not_read() {
    MentorshipId group = group();
    small.days(1);
    reported(null, child);

    List<Finding> all = new ArrayList<>();
    all.addAll(small.mentoring.oversight().risks(group, small.today()));
    all.addAll(small.mentoring.oversight().completion(group, small.today()).findings());
    all.addAll(
        small
            .commands()
            .resume(COORDINATOR, group, "go on", small.today())
            .refused()
            .orElseThrow()
            .findings());
    assertThat(all)
        .extracting(Finding::code)
        .contains("risk.incident-open", "completion.incident-open", "mentorship.incident-open");
    Renderer mentorReads = Renderer.of(small.mentoring.definition(), Language.EN, Audience.PARTY);
    List<Renderer.Line> told = mentorReads.lines(all);
    assertThat(told.toString().toLowerCase(Locale.ROOT))
        .contains("the centre has to decide first")
        .doesNotContain("incident", "happened");
    assertThat(told.stream().filter(line -> line.finding().code().equals("party.centre-decides")))
        .hasSize(1);
    assertThat(small.mentoring.mentorships().find(group).orElseThrow().particulars().pauses())
        .allSatisfy(
            pause ->
                assertThat(pause.by() + " " + pause.reason())
                    .doesNotContainIgnoringCase("incident"));
    assertThat(
            Renderer.of(small.mentoring.definition(), Language.EN, Audience.COORDINATOR)
                .lines(all.subList(all.size() - 1, all.size()))
                .toString())
        .contains("incident is open");
  }

  @Test
  void what_happens_to_a_child_after_it_left_holds_no_group() {
    MentorshipId group = group();
    small.days(1);
    leave(group, child);
    small.days(1);
    reported(null, child);

    assertThat(small.now(group).state()).isEqualTo(MentorshipState.ACTIVE);
    assertThat(risks(group)).isEmpty();
  }

  @Test
  void a_mentor_whom_an_incident_names_is_with_no_other_child_while_it_is_open() {
    small.places(mentor, 2);
    MentorshipId pair = small.active(mentor, child);
    MentorshipId second = small.active(mentor, other);
    small
        .mentoring
        .register(COORDINATOR, CENTRE, ParticipantKind.ORGANISATION, List.of())
        .orElseThrow();
    About centre = About.participant(CENTRE);
    LocalDate day = small.today();
    IncidentId incident = reported(pair, mentor, child);

    assertThat(risks(second)).containsExactly("risk.incident-open");
    small.days(2);
    assertThat(codes(done("MEETING", About.mentorship(second), small.today(), met())))
        .containsExactly("command.activity-mentor-in-incident");
    assertThat(codes(done("WORKSHOP", centre, small.today(), event(mentor, other))))
        .containsExactly("command.activity-mentor-in-incident");
    assertThat(done("WORKSHOP", centre, small.today(), event(mentor)).accepted()).isPresent();
    assertThat(done("WORKSHOP", centre, small.today(), event(other)).accepted()).isPresent();
    assertThat(done("MEETING", About.mentorship(second), day, met()).accepted()).isPresent();

    settled(incident);
    assertThat(risks(second)).isEmpty();
    assertThat(done("MEETING", About.mentorship(second), small.today(), met()).accepted())
        .isPresent();
  }

  @Test
  void an_incident_that_names_the_child_alone_stops_no_other_child_of_the_mentor() {
    small.places(mentor, 2);
    MentorshipId pair = small.active(mentor, child);
    MentorshipId second = small.active(mentor, other);
    reported(pair, child);
    small.days(2);

    assertThat(risks(second)).containsExactly("risk.incident-open");
    assertThat(done("MEETING", About.mentorship(second), small.today(), met()).accepted())
        .isPresent();
  }

  private Outcome<ActivityId> done(String kind, About about, LocalDate on, Happened what) {
    return small.mentoring.activities().record(COORDINATOR, Code.of(kind), about, on, what, null);
  }

  private MentorshipId group() {
    small.places(mentor, 2);
    small.programme.fact(
        mentor,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            Code.of("GROUP_MENTORING"),
            60,
            Fact.Mode.IN_PERSON,
            Code.of("NGO")));
    MentorshipId group =
        small
            .commands()
            .assign(
                COORDINATOR,
                new NewMentorship(
                    SmallMentorships.PRACTICE,
                    Arrangement.GROUP,
                    new TreeSet<>(Set.of(mentor)),
                    new TreeSet<>(Set.of(child, other)),
                    null,
                    null,
                    null,
                    small.today()))
            .orElseThrow()
            .id();
    small.agree(group, AS_MENTOR, mentor).orElseThrow();
    for (ParticipantId each : List.of(child, other)) {
      small.agree(group, MENTEE, each).orElseThrow();
      small.agree(group, GUARDIAN, each).orElseThrow();
    }
    small.step(SmallMentorships.MENTOR, group, "first-meeting").orElseThrow();
    small.commands().start(COORDINATOR, group, small.today()).orElseThrow();
    return group;
  }

  private void leave(MentorshipId group, ParticipantId who) {
    small
        .commands()
        .leave(
            COORDINATOR, group, who, SmallMentorships.MOVED, GUARDIAN, "for safety", small.today())
        .orElseThrow();
  }

  private IncidentId reported(@Nullable MentorshipId of, ParticipantId... concerns) {
    IncidentId id =
        small
            .mentoring
            .incidents()
            .report(
                COORDINATOR,
                new NewIncident(
                    CHILD, of, new TreeSet<>(Set.of(concerns)), small.today(), Note.of("hurt")))
            .orElseThrow();
    small
        .mentoring
        .incidents()
        .entrust(COORDINATOR, id, SmallIncidents.HEAD, small.today())
        .orElseThrow();
    return id;
  }

  private void settled(IncidentId incident) {
    small
        .mentoring
        .incidents()
        .close(
            SmallIncidents.HEAD,
            incident,
            Resolution.of(Note.of("settled"))
                .leavingOut("child-safe", Note.of("x"))
                .leavingOut("talked", Note.of("x"))
                .leavingOut("written-up", Note.of("x")),
            small.today())
        .orElseThrow();
  }

  private List<String> risks(MentorshipId id) {
    return small.mentoring.oversight().risks(id, small.today()).stream()
        .map(Finding::code)
        .toList();
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private static ProgrammeDefinition definition() {
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
        null,
        small.privacy());
  }

  /** Rules that name the open incidents they are asked about. */
  private record OpenIncidents(RulesProvider given) implements RulesProvider {
    private static List<Finding> found(String code, List<Incident> incidents) {
      return incidents.stream()
          .filter(Incident::open)
          .map(incident -> Finding.of(code, "INCIDENT", Citation.CHOICE, Effect.ASKS_REVIEW))
          .toList();
    }

    @Override
    public org.mentoring.spi.CompletionRules completion() {
      return question -> found("completion.incident-open", question.incidents());
    }

    @Override
    public org.mentoring.spi.RiskRules risks() {
      return question -> found("risk.incident-open", question.incidents());
    }

    @Override
    public org.mentoring.spi.EligibilityRules eligibility() {
      return given.eligibility();
    }

    @Override
    public org.mentoring.spi.MatchingRules matching() {
      return given.matching();
    }

    @Override
    public org.mentoring.spi.ObligationRules obligations() {
      return given.obligations();
    }

    @Override
    public org.mentoring.spi.IncidentRules incidents() {
      return given.incidents();
    }

    @Override
    public String hash() {
      return given.hash();
    }

    @Override
    public java.util.SortedSet<String> kinds() {
      return given.kinds();
    }

    @Override
    public void close() {
      given.close();
    }
  }
}
