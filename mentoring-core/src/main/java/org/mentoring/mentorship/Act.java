package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;

/**
 * That something was done to a mentorship: when, by whom, on what it rests. Immutable.
 *
 * @param on the day; no command goes back before the last day on record
 * @param by who
 * @param decision digest of the decision it rests on; empty where a person's word is enough
 * @param recordedAt when it became known
 * @param steps ids of the definition's steps that are taken by it, in their order
 */
public record Act(LocalDate on, Actor by, String decision, Instant recordedAt, List<String> steps) {
  /** Copies. */
  public Act {
    Invariants.present("act", on, by, decision, recordedAt, steps);
    steps = List.copyOf(steps);
  }

  /** An act that rests on a person's word and takes no step of the definition. */
  public static Act of(LocalDate on, Actor by, Instant recordedAt) {
    return new Act(on, by, "", recordedAt, List.of());
  }
}
