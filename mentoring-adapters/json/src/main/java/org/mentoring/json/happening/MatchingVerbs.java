package org.mentoring.json.happening;

import static org.mentoring.json.happening.Field.may;
import static org.mentoring.json.happening.Field.need;
import static org.mentoring.json.happening.Field.needOneOf;
import static org.mentoring.json.happening.Field.needOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentoring.Mentoring;
import org.mentoring.Progress;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.json.happening.Field.Form;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Position;

/** How pairs are found: proposals, and the events where mentors are chosen. */
final class MatchingVerbs {
  private static final Field PROPOSAL = need("proposal", Thing.PROPOSAL);
  private static final Field EVENTS = need("events", Thing.EVENTS);
  private static final Field MENTEE = need("mentee", Thing.PARTICIPANT);
  private static final Field MENTOR = need("mentor", Thing.PARTICIPANT);
  private static final Field REASON = need("reason", Form.REASON);

  private MatchingVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.naming(
            Thing.PROPOSAL, "propose", MatchingVerbs::propose, need("practice", Form.PRACTICE)),
        Verb.of(
            "lock-pair",
            given ->
                changed(given.mentoring().lock(given.by(), of(given), pair(given), why(given))),
            PROPOSAL,
            MENTEE,
            MENTOR,
            REASON),
        Verb.of(
            "reject-pair",
            given ->
                changed(given.mentoring().reject(given.by(), of(given), pair(given), why(given))),
            PROPOSAL,
            MENTEE,
            MENTOR,
            REASON),
        Verb.of(
            "replace-pair",
            given ->
                changed(
                    given
                        .mentoring()
                        .replace(
                            given.by(),
                            of(given),
                            pair(given),
                            given.participant("instead"),
                            why(given))),
            PROPOSAL,
            MENTEE,
            MENTOR,
            need("instead", Thing.PARTICIPANT),
            REASON),
        Verb.of(
            "release-pair",
            given ->
                changed(given.mentoring().release(given.by(), of(given), pair(given), why(given))),
            PROPOSAL,
            MENTEE,
            MENTOR,
            REASON),
        Verb.naming(
            Thing.EVENTS,
            "plan-events",
            MatchingVerbs::plan,
            PROPOSAL,
            need("dates", Form.EVENT_DATES)),
        Verb.of(
            "rank",
            MatchingVerbs::rank,
            EVENTS,
            need("who", Thing.PARTICIPANT),
            needOneOf("position", Position.MENTEE, Position.MENTOR),
            needOrder("order", Thing.PARTICIPANT)),
        Verb.of("close-events", MatchingVerbs::close, EVENTS, may("municipality", Form.NAME)),
        Verb.of(
            "call-off-events",
            MatchingVerbs::callOff,
            EVENTS,
            may("municipality", Form.NAME),
            REASON));
  }

  private static Answer propose(Given given) {
    Outcome<MatchProposal> proposed =
        given.mentoring().propose(given.by(), given.text("practice"), given.on(), Progress.NONE);
    return proposed
        .accepted()
        .map(proposal -> Answer.of(proposed, proposal.id()))
        .orElseGet(() -> Answer.of(proposed));
  }

  private static Answer changed(Outcome<MatchProposal> outcome) {
    return outcome
        .accepted()
        .map(proposal -> Answer.of(outcome, proposal.id()))
        .orElseGet(() -> Answer.of(outcome));
  }

  private static MatchProposal of(Given given) {
    return given.mentoring().proposal(given.id("proposal", ProposalId.class)).orElseThrow();
  }

  private static PairKey pair(Given given) {
    return new PairKey(given.participant("mentee"), given.participant("mentor"));
  }

  private static String why(Given given) {
    return given.text("reason");
  }

  /** The handle names all events of the schedule; who ranks is found among those invited. */
  private static Answer plan(Given given) {
    List<EventDate> dates = new ArrayList<>();
    given.elements("dates").forEach(each -> dates.add((EventDate) each));
    Outcome<EventSchedule> planned = given.mentoring().planEvents(given.by(), of(given), dates);
    return planned
        .accepted()
        .<Answer>map(
            schedule ->
                new Answer.Done(schedule.events().stream().map(MentorSelectionEvent::id).toList()))
        .orElseGet(() -> Answer.of(planned));
  }

  private static Answer rank(Given given) {
    ParticipantId who = given.participant("who");
    Position as = given.constant("position", Position.class);
    List<MentorSelectionEvent> events = events(given);
    // Whoever is invited nowhere is refused by the command itself, at the first event.
    MentorSelectionEvent event =
        events.stream()
            .filter(each -> each.open() && each.invites(who, as))
            .findFirst()
            .orElse(events.get(0));
    Outcome<MentorSelectionEvent> ranked =
        given
            .mentoring()
            .recordRanking(given.by(), event, new Ranking(who, as, given.order("order")));
    return Answer.of(ranked, event.id());
  }

  private static Answer close(Given given) {
    return each(given, event -> given.mentoring().closeEvent(given.by(), event));
  }

  private static Answer callOff(Given given) {
    return each(
        given, event -> given.mentoring().callOffEvent(given.by(), event, given.text("reason")));
  }

  /** One command for each open event up to this day, as long as none is refused. */
  private static Answer each(
      Given given,
      java.util.function.Function<MentorSelectionEvent, Outcome<MentorSelectionEvent>> command) {
    String municipality = given.find("municipality", String.class);
    List<SelectionEventId> done = new ArrayList<>();
    for (MentorSelectionEvent event : events(given)) {
      if (event.open()
          && !event.day().isAfter(given.on())
          && (municipality == null || event.municipality().equals(municipality))) {
        Outcome<MentorSelectionEvent> outcome = command.apply(event);
        if (outcome.refused().isPresent()) {
          return Answer.of(outcome);
        }
        done.add(event.id());
      }
    }
    return new Answer.Done(done);
  }

  private static List<MentorSelectionEvent> events(Given given) {
    Mentoring mentoring = given.mentoring();
    List<?> ids = given.id("events", List.class);
    return ids.stream()
        .map(id -> mentoring.selectionEvent((SelectionEventId) id))
        .flatMap(Optional::stream)
        .toList();
  }
}
