package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.Mentoring;
import org.mentoring.MentorshipCommands;
import org.mentoring.Progress;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;

/** People who are there for one try. */
final class Scene {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  final ProofProgramme programme;
  final Mentoring mentoring;
  final MentorshipCommands commands;
  final LocalDate today;
  final ParticipantId mentor;
  final ParticipantId mentee;

  Scene(ProofProgramme programme, int number) {
    this.programme = programme;
    mentoring = programme.mentoring;
    commands = mentoring.mentorships();
    today = programme.today();
    mentor = programme.mentor("mentor-" + number, 2);
    mentee = programme.mentee("mentee-" + number);
  }

  NewMentorship terms() {
    return NewMentorship.individual(PRACTICE, mentor, mentee, today);
  }

  /** One of two mentees, who may leave the other. */
  MentorshipId group() {
    ParticipantId other = programme.mentee(mentee + "-other");
    return commands
        .assign(
            COORDINATOR,
            new NewMentorship(
                PRACTICE,
                Arrangement.GROUP,
                new TreeSet<>(Set.of(mentor)),
                new TreeSet<>(Set.of(mentee, other)),
                null,
                null,
                null,
                today))
        .orElseThrow()
        .id();
  }

  MentorshipId proposed() {
    return commands.assign(COORDINATOR, terms()).orElseThrow().id();
  }

  MentorshipId agreed() {
    MentorshipId id = proposed();
    commands.agree(COORDINATOR, id, GUARDIAN, mentee, today).orElseThrow();
    commands.agree(COORDINATOR, id, MENTOR, mentor, today).orElseThrow();
    return id;
  }

  MentorshipId active() {
    MentorshipId id = agreed();
    commands.start(COORDINATOR, id, today).orElseThrow();
    return id;
  }

  MatchProposal proposal() {
    return mentoring.propose(COORDINATOR, PRACTICE, today, Progress.NONE).orElseThrow();
  }

  MentorSelectionEvent event() {
    return mentoring
        .planEvents(HEAD, proposal(), List.of(new EventDate("Ishim", today)))
        .orElseThrow()
        .events()
        .get(0);
  }

  FactId interest() {
    return mentoring
        .record(COORDINATOR, mentee, new Fact.Interest("chess"), programme.sinceYesterday())
        .orElseThrow();
  }

  ActivityId meeting() {
    return met(active());
  }

  ActivityId met(MentorshipId id) {
    return mentoring
        .activities()
        .record(
            COORDINATOR,
            Code.of("MEETING"),
            About.mentorship(id),
            today,
            Happened.Meeting.held(Fact.Mode.IN_PERSON, 60),
            null)
        .orElseThrow();
  }

  NewIncident incident(String kind) {
    return new NewIncident(
        Code.of(kind), active(), new TreeSet<>(Set.of(mentee)), today, Note.of("what"));
  }

  IncidentId entrusted() {
    IncidentId id =
        mentoring.incidents().report(COORDINATOR, incident("MENTOR_CRISIS")).orElseThrow();
    mentoring.incidents().entrust(COORDINATOR, id, HEAD, today).orElseThrow();
    return id;
  }

  WaiverId waiver() {
    return waived(mentoring).orElseThrow();
  }

  Outcome<WaiverId> waived(Mentoring by) {
    return by.waivers()
        .waive(OPERATOR, "mentor-initial-training", mentor, null, "why", today, today.plusDays(30));
  }

  /** With all that the completion asks for, a week after its start. */
  MentorshipId closing() {
    MentorshipId id = active();
    commands.recordStep(COORDINATOR, id, "support", today).orElseThrow();
    commands
        .recordStep(new Actor(mentor.value(), MENTOR, "centre-1"), id, "first-meeting", today)
        .orElseThrow();
    record(COORDINATOR, "EXIT_INTERVIEW", id, new Happened.PartGiven(MENTOR));
    programme.passes(Duration.ofDays(8));
    commands.beginClosing(COORDINATOR, id, programme.today()).orElseThrow();
    return id;
  }

  MentorshipId completed() {
    MentorshipId id = closing();
    commands.complete(COORDINATOR, id, programme.today()).orElseThrow();
    return id;
  }

  /** In a follow-up whose time has passed. */
  MentorshipId followedUp() {
    MentorshipId id = completed();
    commands.beginFollowUp(COORDINATOR, id, programme.today()).orElseThrow();
    programme.passes(Duration.ofDays(32));
    record(
        COORDINATOR,
        "FOLLOW_UP_REPORT",
        id,
        new Happened.MentorReport(Note.of("a note"), null, null));
    return id;
  }

  private void record(Actor by, String kind, MentorshipId about, Happened happened) {
    mentoring
        .activities()
        .record(by, Code.of(kind), About.mentorship(about), programme.today(), happened, null)
        .orElseThrow();
  }

  /** All have said whom they would like. */
  MentorSelectionEvent ranked() {
    MentorSelectionEvent event = event();
    ParticipantId by = event.mentees().first();
    ParticipantId wanted = event.mentors().firstKey();
    event =
        mentoring
            .recordRanking(HEAD, event, new Ranking(by, Position.MENTEE, List.of(List.of(wanted))))
            .orElseThrow();
    return mentoring
        .recordRanking(HEAD, event, new Ranking(wanted, Position.MENTOR, List.of(List.of(by))))
        .orElseThrow();
  }

  /** Somebody who was not welcomed yet. */
  ParticipantId newcomer() {
    ParticipantId newcomer = programme.person(mentor + "-new");
    programme.fact(newcomer, new Fact.Application(Position.MENTOR, Fact.WayIn.SELF));
    programme.fact(
        newcomer,
        new Fact.Training(
            Fact.TrainingKind.INITIAL,
            null,
            60,
            Fact.Mode.IN_PERSON,
            ProofProgramme.OPERATOR.capacity()));
    return newcomer;
  }

  PairKey pair() {
    return new PairKey(mentee, mentor);
  }
}
