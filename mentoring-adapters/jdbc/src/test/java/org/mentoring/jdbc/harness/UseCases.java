package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.OPERATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.mentoring.identity.Code;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Fact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.ProgrammeDefinition;

/** One of each kind of command: each prepares a scene and gives the command that is to be given. */
final class UseCases {
  private static final Code MENTOR = Code.of("MENTOR");
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  /** Known beside the one that runs. */
  static final ProgrammeDefinition EARLIER = ProofProgramme.definition("0.9.0");

  /** Gives a command. */
  interface UseCase {
    /**
     * Prepares.
     *
     * @return carries the command out on another running programme over the same tables
     */
    Function<Mentoring, Outcome<?>> on(Scene scene);
  }

  private UseCases() {}

  static Map<String, UseCase> all() {
    Map<String, UseCase> all = new LinkedHashMap<>();
    people(all);
    matching(all);
    life(all);
    care(all);
    RecordUseCases.decisions(all);
    return all;
  }

  private static void people(Map<String, UseCase> all) {
    all.put("register", scene -> on -> on.register(COORDINATOR, ParticipantKind.PERSON, List.of()));
    all.put(
        "register-under-id",
        scene ->
            on ->
                on.register(
                    COORDINATOR,
                    ParticipantId.of(scene.mentee + "-new"),
                    ParticipantKind.PERSON,
                    List.of()));
    all.put(
        "refused",
        scene -> on -> on.register(COORDINATOR, scene.mentee, ParticipantKind.PERSON, List.of()));
    all.put(
        "record",
        scene ->
            on ->
                on.record(
                    COORDINATOR,
                    scene.mentee,
                    new Fact.Interest("chess"),
                    scene.programme.sinceYesterday()));
    all.put(
        "correct",
        scene -> {
          FactId wrong = scene.interest();
          return on ->
              on.correct(
                  COORDINATOR,
                  wrong,
                  new Fact.Interest("go"),
                  scene.programme.sinceYesterday(),
                  "a slip");
        });
    all.put(
        "retract",
        scene -> {
          FactId wrong = scene.interest();
          return on -> on.retract(COORDINATOR, wrong, "a slip");
        });
    all.put(
        "withdraw-consent",
        scene -> {
          FactId consent =
              scene
                  .mentoring
                  .record(
                      COORDINATOR,
                      scene.mentee,
                      ProofProgramme.consent(),
                      scene.programme.sinceYesterday())
                  .orElseThrow();
          return on -> on.withdrawConsent(COORDINATOR, consent, scene.today);
        });
    all.put(
        "path-step",
        scene -> {
          ParticipantId newcomer = scene.newcomer();
          return on ->
              on.recordStep(HEAD, newcomer, PRACTICE, Position.MENTOR, "welcome", scene.today);
        });
    all.put(
        "merge",
        scene -> {
          ParticipantId duplicate = scene.programme.person(scene.mentee + "-again");
          return on -> on.merge(COORDINATOR, scene.mentee, duplicate, "the same person");
        });
  }

  private static void matching(Map<String, UseCase> all) {
    all.put(
        "propose", scene -> on -> on.propose(COORDINATOR, PRACTICE, scene.today, Progress.NONE));
    all.put(
        "propose-again",
        scene ->
            on ->
                on.rematch(
                    COORDINATOR, PRACTICE, scene.today, List.of(scene.pair()), Progress.NONE));
    all.put(
        "lock",
        scene -> {
          MatchProposal proposal = scene.proposal();
          return on -> on.lock(COORDINATOR, proposal, scene.pair(), "why");
        });
    all.put(
        "reject",
        scene -> {
          MatchProposal proposal = scene.proposal();
          return on -> on.reject(COORDINATOR, proposal, scene.pair(), "why");
        });
    all.put(
        "replace",
        scene -> {
          ParticipantId other = scene.programme.mentor(scene.mentor + "-other", 1);
          MatchProposal proposal = scene.proposal();
          PairKey proposed = proposal.result().pairs().get(0).pair();
          ParticipantId instead = proposed.mentor().equals(other) ? scene.mentor : other;
          return on -> on.replace(COORDINATOR, proposal, proposed, instead, "why");
        });
    all.put(
        "release",
        scene -> {
          MatchProposal locked =
              scene
                  .mentoring
                  .lock(COORDINATOR, scene.proposal(), scene.pair(), "why")
                  .orElseThrow();
          return on -> on.release(COORDINATOR, locked, scene.pair(), "why");
        });
    all.put(
        "plan-events",
        scene -> {
          MatchProposal proposal = scene.proposal();
          return on -> on.planEvents(HEAD, proposal, List.of(new EventDate("Ishim", scene.today)));
        });
    all.put(
        "rank",
        scene -> {
          MentorSelectionEvent event = scene.event();
          ParticipantId by = event.mentees().first();
          Ranking ranking =
              new Ranking(by, Position.MENTEE, List.of(List.of(event.mentors().firstKey())));
          return on -> on.recordRanking(HEAD, event, ranking);
        });
    all.put(
        "close-event",
        scene -> {
          MentorSelectionEvent event = scene.ranked();
          return on -> on.closeEvent(HEAD, event);
        });
    all.put(
        "call-off-event",
        scene -> {
          MentorSelectionEvent event = scene.event();
          return on -> on.callOffEvent(HEAD, event, "why");
        });
    all.put(
        "assign-pairs",
        scene -> {
          MatchProposal proposal = scene.proposal();
          return on ->
              on.mentorships()
                  .assignPairs(
                      COORDINATOR, proposal.id(), Arrangement.INDIVIDUAL, null, null, scene.today);
        });
    all.put(
        "assign-chosen-pairs",
        scene -> {
          MentorSelectionEvent event =
              scene.mentoring.closeEvent(HEAD, scene.ranked()).orElseThrow();
          return on ->
              on.mentorships()
                  .assignPairs(
                      COORDINATOR, event.id(), Arrangement.INDIVIDUAL, null, null, scene.today);
        });
  }

  private static void life(Map<String, UseCase> all) {
    all.put("assign", scene -> on -> on.mentorships().assign(COORDINATOR, scene.terms()));
    of(
        all,
        "agree",
        Scene::proposed,
        (on, id, scene) -> on.agree(COORDINATOR, id, GUARDIAN, scene.mentee, scene.today));
    of(all, "start", Scene::agreed, (on, id, scene) -> on.start(COORDINATOR, id, scene.today));
    of(
        all,
        "step",
        Scene::active,
        (on, id, scene) -> on.recordStep(COORDINATOR, id, "support", scene.today));
    of(
        all,
        "pause",
        Scene::active,
        (on, id, scene) -> on.pause(COORDINATOR, id, "why", scene.today));
    of(
        all,
        "resume",
        scene -> {
          MentorshipId id = scene.active();
          scene.commands.pause(COORDINATOR, id, "why", scene.today).orElseThrow();
          return id;
        },
        (on, id, scene) -> on.resume(COORDINATOR, id, "why", scene.today));
    of(
        all,
        "escalate",
        Scene::active,
        (on, id, scene) -> on.escalate(COORDINATOR, id, "warning", "why", scene.today));
    of(
        all,
        "rematch",
        Scene::active,
        (on, id, scene) -> on.rematch(HEAD, id, GUARDIAN, null, "why", scene.today));
    of(
        all,
        "leave",
        Scene::group,
        (on, id, scene) ->
            on.leave(
                HEAD,
                id,
                scene.mentee,
                Code.of("UNWILLING_PARTY"),
                Code.of("MENTEE"),
                "why",
                scene.today));
    of(
        all,
        "withdraw",
        Scene::agreed,
        (on, id, scene) -> on.withdraw(HEAD, id, "why", scene.today));
    of(
        all,
        "end-early",
        Scene::active,
        (on, id, scene) ->
            on.endEarly(HEAD, id, Code.of("UNWILLING_PARTY"), MENTOR, "why", scene.today));
    of(
        all,
        "begin-closing",
        Scene::active,
        (on, id, scene) -> on.beginClosing(COORDINATOR, id, scene.today));
    of(
        all,
        "complete",
        Scene::closing,
        (on, id, scene) -> on.complete(COORDINATOR, id, scene.programme.today()));
    of(
        all,
        "begin-follow-up",
        Scene::completed,
        (on, id, scene) -> on.beginFollowUp(COORDINATOR, id, scene.programme.today()));
    of(
        all,
        "end-follow-up",
        Scene::followedUp,
        (on, id, scene) -> on.endFollowUp(COORDINATOR, id, scene.programme.today()));
    of(
        all,
        "move-to-version",
        Scene::active,
        (on, id, scene) -> on.moveTo(COORDINATOR, id, EARLIER.version(), "why", scene.today));
    all.put(
        "activity",
        scene -> {
          MentorshipId id = scene.active();
          return on ->
              on.activities()
                  .record(
                      COORDINATOR,
                      Code.of("MEETING"),
                      About.mentorship(id),
                      scene.today,
                      Happened.Meeting.held(Fact.Mode.ONLINE, 30),
                      Note.of("a note"));
        });
    all.put(
        "retract-activity",
        scene -> {
          ActivityId meeting = scene.meeting();
          return on -> on.activities().retract(COORDINATOR, meeting, "a slip");
        });
  }

  private interface Life {
    Outcome<?> command(MentorshipCommands on, MentorshipId id, Scene scene);
  }

  private static void of(
      Map<String, UseCase> all, String name, Function<Scene, MentorshipId> before, Life life) {
    all.put(
        name,
        scene -> {
          MentorshipId id = before.apply(scene);
          return on -> life.command(on.mentorships(), id, scene);
        });
  }

  private static void care(Map<String, UseCase> all) {
    all.put(
        "report-incident",
        scene -> {
          // It pauses the mentorship, all in one.
          NewIncident incident = scene.incident("CHILD_CRISIS");
          return on -> on.incidents().report(COORDINATOR, incident);
        });
    all.put(
        "entrust",
        scene -> {
          IncidentId id =
              scene
                  .mentoring
                  .incidents()
                  .report(COORDINATOR, scene.incident("MENTOR_CRISIS"))
                  .orElseThrow();
          return on -> on.incidents().entrust(COORDINATOR, id, HEAD, scene.today);
        });
    all.put(
        "incident-step",
        scene -> {
          IncidentId id = scene.entrusted();
          return on -> on.incidents().takeStep(HEAD, id, "mentor-heard", scene.today);
        });
    all.put(
        "escalate-incident",
        scene -> {
          IncidentId id = scene.entrusted();
          // Until then it is not due.
          scene.programme.passes(Duration.ofDays(5));
          return on -> on.incidents().escalate(HEAD, id, scene.programme.today());
        });
    all.put(
        "escalate-incident-for-reason",
        scene -> {
          IncidentId id = scene.entrusted();
          return on -> on.incidents().escalate(HEAD, id, Note.of("why"), scene.today);
        });
    all.put(
        "close-incident-with-outcome",
        scene -> {
          IncidentId id = scene.entrusted();
          scene.mentoring.incidents().takeStep(HEAD, id, "mentor-heard", scene.today).orElseThrow();
          return on -> on.incidents().close(HEAD, id, Note.of("outcome"), scene.today);
        });
    all.put(
        "close-incident",
        scene -> {
          IncidentId id = scene.entrusted();
          Resolution resolution =
              Resolution.of(Note.of("outcome")).leavingOut("mentor-heard", Note.of("not needed"));
          return on -> on.incidents().close(HEAD, id, resolution, scene.today);
        });
    all.put(
        "erase",
        scene -> {
          MentorshipId id = scene.agreed();
          scene.commands.withdraw(HEAD, id, "why", scene.today).orElseThrow();
          return on ->
              on.erasure()
                  .erase(COORDINATOR, scene.mentee, Code.of("CONSENT_WITHDRAWN"), scene.today);
        });
    all.put(
        "erase-with-unreadable",
        scene ->
            on ->
                on.erasure()
                    .eraseWithUnreadable(
                        COORDINATOR, scene.mentee, Code.of("CONSENT_WITHDRAWN"), scene.today));
    all.put("waive", scene -> scene::waived);
    all.put(
        "revoke-waiver",
        scene -> {
          WaiverId id = scene.waiver();
          return on -> on.waivers().revoke(OPERATOR, id, "no longer");
        });
  }

  /** What a supplier is for, where a command's value does not matter. */
  static <T> Supplier<Outcome<T>> untyped(Supplier<Outcome<?>> command) {
    return () -> {
      @SuppressWarnings("unchecked")
      Outcome<T> outcome = (Outcome<T>) command.get();
      return outcome;
    };
  }
}
