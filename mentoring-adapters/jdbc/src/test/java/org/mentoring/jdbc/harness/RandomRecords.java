package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.HEAD;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Replayed;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;

/** Random erasures, names that stand for a person, and what is done with decisions and events. */
record RandomRecords(RandomWorld world, Consumer<String> told) {
  Optional<Outcome<?>> keep(Step step, LocalDate today) {
    ParticipantId person = world.person(step.who());
    return switch (step.command()) {
      case NAME ->
          Optional.of(
              world.mentoring.record(
                  COORDINATOR,
                  person,
                  step.which() % 4 == 0
                      ? new Fact.Birth(LocalDate.of(2006, 3, 1))
                      : new Fact.PersonName("Given " + step.how() % 3, "Family"),
                  world.programme.sinceYesterday()));
      case ERASE ->
          Optional.of(
              world
                  .mentoring
                  .erasure()
                  .erase(
                      RandomWorld.actor(step),
                      person,
                      Code.of("CONSENT_WITHDRAWN"),
                      today.minusDays(step.which() % 2)));
      case KEEP_DECISION ->
          Optional.of(
              world
                  .mentoring
                  .decisions()
                  .keep(
                      HEAD,
                      person,
                      PRACTICE,
                      step.which() % 2 == 0 ? Position.MENTEE : Position.MENTOR,
                      today));
      case KEEP_COMPLETION ->
          RandomWorld.pick(world.mentorships, step.which())
              .map(id -> world.mentoring.decisions().keepCompletion(HEAD, id, today));
      case REPLAY -> {
        Replayed.Some again = world.mentoring.decisions().replayAll(null, 1_000);
        assertThat(again.items()).allMatch(Replayed.Erased.class::isInstance);
        told.accept(CanonicalForm.of(again));
        yield Optional.empty();
      }
      case SEAL -> {
        told.accept("sealed " + world.mentoring.journal().seal(1 + step.which() % 50));
        yield Optional.empty();
      }
      default -> {
        List<String> events = new ArrayList<>();
        world
            .mentoring
            .journal()
            .deliver(
                1 + step.which() % 50,
                some -> some.forEach(event -> events.add(event.id().value())));
        told.accept("handed out " + events);
        yield Optional.empty();
      }
    };
  }
}
