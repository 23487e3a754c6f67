package org.mentoring.jdbc.harness;

import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoring.Progress;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Outcome;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.participant.Position;

/** Random proposals and choosing events. */
record RandomMatching(RandomWorld world) {
  Optional<Outcome<?>> match(Step step, LocalDate today) {
    if (step.command() == Step.Command.PROPOSE || world.proposals.isEmpty()) {
      return Optional.of(
          kept(world.mentoring.propose(COORDINATOR, PRACTICE, today, Progress.NONE)));
    }
    if (step.command() == Step.Command.PROPOSE_AGAIN) {
      PairKey current =
          new PairKey(
              RandomWorld.at(world.mentees, step.who()), RandomWorld.at(world.mentors, step.how()));
      return Optional.of(
          kept(
              world.mentoring.rematch(
                  COORDINATOR, PRACTICE, today, List.of(current), Progress.NONE)));
    }
    MatchProposal proposal =
        world
            .mentoring
            .proposal(RandomWorld.pick(world.proposals, step.which()).orElseThrow())
            .orElseThrow();
    PairKey pair =
        new PairKey(
            RandomWorld.at(world.mentees, step.who()), RandomWorld.at(world.mentors, step.how()));
    return Optional.of(
        kept(
            switch (step.command()) {
              case LOCK -> world.mentoring.lock(COORDINATOR, proposal, pair, "why");
              case REJECT -> world.mentoring.reject(COORDINATOR, proposal, pair, "why");
              case REPLACE ->
                  world.mentoring.replace(
                      COORDINATOR,
                      proposal,
                      pair,
                      RandomWorld.at(world.mentors, step.how() + 1),
                      "why");
              default -> world.mentoring.release(COORDINATOR, proposal, pair, "why");
            }));
  }

  private Outcome<MatchProposal> kept(Outcome<MatchProposal> outcome) {
    outcome
        .accepted()
        .filter(proposal -> !world.proposals.contains(proposal.id()))
        .ifPresent(proposal -> world.proposals.add(proposal.id()));
    return outcome;
  }

  Optional<Outcome<?>> choose(Step step, LocalDate today) {
    if (step.command() == Step.Command.PLAN_EVENTS) {
      return RandomWorld.pick(world.proposals, step.which())
          .flatMap(world.mentoring::proposal)
          .map(
              proposal -> {
                Outcome<EventSchedule> planned =
                    world.mentoring.planEvents(
                        HEAD, proposal, List.of(new EventDate("Ishim", today.plusDays(2))));
                planned
                    .accepted()
                    .ifPresent(
                        schedule ->
                            schedule.events().forEach(event -> world.events.add(event.id())));
                return planned;
              });
    }
    MentorSelectionEvent event =
        RandomWorld.pick(world.events, step.which())
            .flatMap(world.mentoring::selectionEvent)
            .orElse(null);
    if (event == null) {
      return Optional.empty();
    }
    boolean mentee = step.how() % 2 == 0;
    return Optional.of(
        switch (step.command()) {
          case RANK ->
              world.mentoring.recordRanking(
                  HEAD,
                  event,
                  new Ranking(
                      mentee
                          ? RandomWorld.at(world.mentees, step.who())
                          : RandomWorld.at(world.mentors, step.who()),
                      mentee ? Position.MENTEE : Position.MENTOR,
                      List.of(
                          List.of(
                              mentee
                                  ? RandomWorld.at(world.mentors, step.how())
                                  : RandomWorld.at(world.mentees, step.how())))));
          case CLOSE_EVENT -> world.mentoring.closeEvent(HEAD, event);
          default -> world.mentoring.callOffEvent(HEAD, event, "why");
        });
  }
}
