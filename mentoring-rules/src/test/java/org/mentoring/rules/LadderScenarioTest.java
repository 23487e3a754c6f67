package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoring.Mentoring;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.RematchTerms;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.programme.MentorshipTerms.Silence;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * A mentor falls silent: found by rule, warned, on probation, parted with the head's approval; the
 * mentee waits for the buffer and gets another mentor. All of it through the public API.
 */
class LadderScenarioTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final LocalDate START = LocalDate.of(2020, 9, 1);
  private static final Code AS_MENTOR = Code.of("MENTOR");
  private static final Code REPORT = Code.of("MENTOR_REPORT");
  private static final Actor COORDINATOR = Actor.coordinator("c-1", "centre-1");
  private static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  private static final Actor MENTOR = new Actor("mentor-1", AS_MENTOR, "centre-1");
  private static final LocalizedText TITLE = new LocalizedText("Title", "Название");
  private static final Citation CITE = Citation.of("iMentor");

  private final AtomicReference<Instant> now = new AtomicReference<>(at(START));
  private final Mentoring mentoring =
      Mentoring.of(definition())
          .rules(RULES)
          .identifiers(new SequentialIdentifiers())
          .clock(new SetClock(now))
          .build();
  private final ParticipantId silent = person("mentor-1", Position.MENTOR);
  private final ParticipantId other = person("mentor-2", Position.MENTOR);
  private final ParticipantId mentee = person("mentee-1", Position.MENTEE);

  @AfterEach
  void closeProgramme() {
    mentoring.close();
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void a_silent_mentor_is_warned_put_on_probation_and_replaced() {
    MentorshipId id = started(NewMentorship.individual("main", silent, mentee, START));
    reportOn(id, START.plusDays(10));
    assertThat(risksOn(id, START.plusDays(31))).isEmpty();

    LocalDate noticed = START.plusDays(32);
    assertThat(risksOn(id, noticed)).containsExactly("risk.mentor-silent", "risk.rung-due warning");
    assertThat(codes(escalate(COORDINATOR, id, "probation"))).contains("mentorship.rung-order");
    escalate(COORDINATOR, id, "warning").orElseThrow();
    assertThat(risksOn(id, noticed.plusDays(3)))
        .containsExactly("risk.mentor-silent", "risk.rung-due probation");
    escalate(COORDINATOR, id, "probation").orElseThrow();

    LocalDate probation = noticed.plusDays(3);
    assertThat(risksOn(id, probation.plusDays(13))).containsExactly("risk.mentor-silent");
    assertThat(codes(escalate(HEAD, id, "parted"))).containsExactly("mentorship.rung-lasts");
    assertThat(risksOn(id, probation.plusDays(14)))
        .containsExactly("risk.mentor-silent", "risk.rung-due parted");
    assertThat(codes(escalate(COORDINATOR, id, "parted")))
        .containsExactly("mentorship.not-approved-by");
    Mentorship parted = escalate(HEAD, id, "parted").orElseThrow();

    assertThat(parted.state()).isEqualTo(MentorshipState.ENDED);
    assertThat(parted.particulars().rungs())
        .extracting(RungTaken::rung)
        .containsExactly("warning", "probation", "parted");
    LocalDate ended = probation.plusDays(14);
    assertThat(risksOn(id, ended)).isEmpty();

    today(ended.plusDays(13));
    assertThat(codes(assign(NewMentorship.individual("main", other, mentee, ended.plusDays(13)))))
        .containsExactly("mentorship.buffer");
    today(ended.plusDays(14));
    NewMentorship again =
        NewMentorship.individual("main", other, mentee, ended.plusDays(14)).continuing(id);
    assertThat(assign(again).orElseThrow().particulars().continues()).isEqualTo(id);
  }

  @Test
  void a_mentor_who_comes_to_order_begins_at_the_bottom_when_silent_again() {
    MentorshipId id = started(NewMentorship.individual("main", silent, mentee, START));
    LocalDate noticed = START.plusDays(22);
    assertThat(risksOn(id, noticed)).contains("risk.rung-due warning");
    escalate(COORDINATOR, id, "warning").orElseThrow();
    reportOn(id, noticed.plusDays(5));

    assertThat(risksOn(id, noticed.plusDays(6))).isEmpty();
    assertThat(risksOn(id, noticed.plusDays(27)))
        .containsExactly("risk.mentor-silent", "risk.rung-due warning");
    assertThat(escalate(COORDINATOR, id, "warning").accepted()).isPresent();
  }

  private MentorshipId started(NewMentorship terms) {
    MentorshipId id = assign(terms).orElseThrow().id();
    mentoring
        .mentorships()
        .agree(COORDINATOR, id, AS_MENTOR, terms.mentors().first(), terms.on())
        .orElseThrow();
    return mentoring.mentorships().start(COORDINATOR, id, terms.on()).orElseThrow().id();
  }

  private Outcome<Mentorship> assign(NewMentorship terms) {
    return mentoring.mentorships().assign(COORDINATOR, terms);
  }

  private Outcome<Mentorship> escalate(Actor by, MentorshipId id, String rung) {
    LocalDate today = LocalDate.ofInstant(now.get(), ZoneId.of("Asia/Yekaterinburg"));
    return mentoring.mentorships().escalate(by, id, rung, "silent", today);
  }

  private void reportOn(MentorshipId id, LocalDate day) {
    today(day);
    mentoring
        .activities()
        .record(
            MENTOR,
            REPORT,
            About.mentorship(id),
            day,
            new Happened.MentorReport(Note.of("we met"), null, null),
            null)
        .orElseThrow();
  }

  /** The codes found on a day, which becomes today; with the rung where one is due. */
  private List<String> risksOn(MentorshipId id, LocalDate day) {
    today(day);
    return mentoring.oversight().risks(id, day).stream()
        .map(
            finding ->
                finding.code().equals("risk.rung-due")
                    ? finding.code() + " " + finding.requirement()
                    : finding.code())
        .sorted()
        .toList();
  }

  private void today(LocalDate day) {
    now.set(at(day));
  }

  private static Instant at(LocalDate day) {
    return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
  }

  private static List<String> codes(Outcome<Mentorship> outcome) {
    return outcome.refused().orElseThrow().findings().stream().map(Finding::code).toList();
  }

  private ParticipantId person(String id, Position position) {
    ParticipantId person =
        mentoring
            .register(COORDINATOR, ParticipantId.of(id), ParticipantKind.PERSON, List.of())
            .orElseThrow();
    mentoring
        .record(
            COORDINATOR,
            person,
            new Fact.Application(
                position, position == Position.MENTOR ? Fact.WayIn.SELF : Fact.WayIn.FAMILY),
            Validity.from(START.minusMonths(1)))
        .orElseThrow();
    return person;
  }

  private static ProgrammeDefinition definition() {
    Code coordinator = COORDINATOR.capacity();
    MentorshipTerms terms =
        new MentorshipTerms(
            List.of(
                step("assignment", Stage.ASSIGNMENT, coordinator),
                step("agreement", Stage.AGREEMENT, coordinator, "assignment"),
                step("start", Stage.START, coordinator, "agreement")),
            new TreeSet<>(Set.of(AS_MENTOR)),
            null,
            List.of(new Silence(AS_MENTOR, Period.ofWeeks(3), CITE)),
            List.of(
                new Rung("warning", null, null, false, TITLE, CITE),
                new Rung("probation", Period.ofWeeks(2), null, false, TITLE, CITE),
                new Rung("parted", null, HEAD.capacity(), true, TITLE, CITE)),
            new RematchTerms(new TreeSet<>(Set.of(AS_MENTOR)), null, null, Period.ofWeeks(2), CITE),
            CITE);
    MatchingPlan plan =
        new MatchingPlan(
            MatchingPlan.Policy.OPTIMAL,
            new MatchingPlan.CapacityTerms(1, 1, CITE),
            null,
            List.of(),
            List.of(),
            CITE);
    Practice practice =
        new Practice(
            "main",
            TITLE,
            MentoringFormat.TRADITIONAL,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL)),
            false,
            false,
            List.of(party(Position.MENTEE), party(Position.MENTOR)),
            plan,
            terms,
            List.of(),
            null,
            CITE);
    ActivityTerms report =
        new ActivityTerms(
            REPORT,
            ActivityTerms.Shape.REPORT,
            ActivityTerms.About.MENTORSHIP,
            new TreeSet<>(),
            null,
            null,
            null,
            false,
            TITLE,
            CITE);
    return new ProgrammeDefinition(
        "ladder",
        new Version(1, 0, 0),
        TITLE,
        null,
        ZoneId.of("Asia/Yekaterinburg"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        List.of(report),
        List.of(),
        List.of(),
        null,
        new Privacy(new TreeSet<>(Set.of(Position.MENTEE)), 3, CITE));
  }

  private static MentorshipStep step(String id, Stage stage, Code owner, String... after) {
    return new MentorshipStep(id, stage, new TreeSet<>(List.of(after)), owner, TITLE, CITE);
  }

  private static PartyTerms party(Position position) {
    return new PartyTerms(
        position, new TreeSet<>(Set.of(ParticipantKind.PERSON)), List.of(), List.of(), CITE);
  }

  private static final class SetClock extends Clock {
    private final AtomicReference<Instant> now;

    SetClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
