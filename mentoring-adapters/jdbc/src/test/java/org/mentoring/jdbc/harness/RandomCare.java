package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COMMISSION;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Arrangement;

/** Random groups, events, incidents and waivers. */
record RandomCare(RandomWorld world) {
  /** Two mentees; the same twice is one. */
  NewMentorship group(Step step, LocalDate today) {
    return new NewMentorship(
        ProofProgramme.PRACTICE,
        Arrangement.GROUP,
        new TreeSet<>(Set.of(RandomWorld.at(world.mentors, step.which()))),
        new TreeSet<>(
            List.of(
                RandomWorld.at(world.mentees, step.who()),
                RandomWorld.at(world.mentees, step.who() + 1))),
        null,
        null,
        null,
        today);
  }

  /** One of those in it; of some nobody else is left. */
  Outcome<?> leave(Particulars mentorship, Step step, LocalDate today) {
    ParticipantId who =
        step.which() % 5 == 0 ? mentorship.mentors().first() : mentorship.mentees().last();
    return world
        .mentoring
        .mentorships()
        .leave(
            HEAD,
            mentorship.id(),
            who,
            Code.of(step.how() % 3 == 0 ? "MOVED" : "UNWILLING_PARTY"),
            Code.of("MENTEE"),
            "why",
            today);
  }

  Optional<Outcome<?>> happen(Step step, LocalDate today) {
    return switch (step.command()) {
      case JOINT_EVENT ->
          Optional.of(
              world.recorded(
                  HEAD,
                  "JOINT_EVENT",
                  About.participant(world.person(step.who())),
                  new Happened.EventHeld(
                      Fact.Mode.IN_PERSON,
                      new TreeSet<>(Set.of(world.person(step.which()))),
                      new TreeSet<>(Set.of(world.person(step.how()))))));
      case VIDEOS ->
          Optional.of(
              world.recorded(
                  COORDINATOR,
                  "STORY_VIDEOS",
                  About.programme(),
                  new Happened.Entry(null, new TreeSet<>(), 1 + step.how() % 5)));
      default ->
          RandomWorld.pick(world.activities, step.which())
              .map(
                  activity ->
                      world
                          .mentoring
                          .activities()
                          .retract(step.how() % 2 == 0 ? COORDINATOR : HEAD, activity, "a slip"));
    };
  }

  Optional<Outcome<?>> care(Step step, LocalDate today) {
    if (step.command() == Step.Command.INCIDENT) {
      Outcome<IncidentId> reported =
          world
              .mentoring
              .incidents()
              .report(
                  COORDINATOR,
                  new NewIncident(
                      Code.of(step.how() % 2 == 0 ? "CHILD_CRISIS" : "MENTOR_CRISIS"),
                      step.how() % 3 == 0
                          ? null
                          : RandomWorld.pick(world.mentorships, step.which()).orElse(null),
                      new TreeSet<>(Set.of(world.person(step.who()))),
                      today,
                      Note.of("what " + step.how())));
      reported.accepted().ifPresent(world.incidents::add);
      return Optional.of(reported);
    }
    return RandomWorld.pick(world.incidents, step.which())
        .map(
            id ->
                switch (step.command()) {
                  case ENTRUST -> world.mentoring.incidents().entrust(COORDINATOR, id, HEAD, today);
                  case INCIDENT_STEP ->
                      world
                          .mentoring
                          .incidents()
                          .takeStep(
                              HEAD, id, step.how() % 2 == 0 ? "child-safe" : "mentor-heard", today);
                  case ESCALATE_INCIDENT ->
                      world
                          .mentoring
                          .incidents()
                          .escalate(step.how() % 2 == 0 ? HEAD : COMMISSION, id, today);
                  default ->
                      world
                          .mentoring
                          .incidents()
                          .close(
                              HEAD,
                              id,
                              Resolution.of(Note.of("outcome"))
                                  .leavingOutEffect(Note.of("not needed")),
                              today);
                });
  }

  Optional<Outcome<?>> waive(Step step, LocalDate today) {
    if (step.command() == Step.Command.REVOKE) {
      return RandomWorld.pick(world.waivers, step.which())
          .map(id -> world.mentoring.waivers().revoke(OPERATOR, id, "no longer"));
    }
    MentorshipId mentorship =
        step.how() % 2 == 0 ? RandomWorld.pick(world.mentorships, step.which()).orElse(null) : null;
    Outcome<WaiverId> waived =
        world
            .mentoring
            .waivers()
            .waive(
                step.how() % 5 == 0 ? COORDINATOR : OPERATOR,
                mentorship == null ? "mentor-initial-training" : "EXIT_INTERVIEW",
                mentorship == null ? world.person(step.who()) : null,
                mentorship,
                "why",
                today,
                today.plusDays(30));
    waived.accepted().ifPresent(world.waivers::add);
    return Optional.of(waived);
  }
}
