package org.mentoring.journal;

import java.time.Instant;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * That a person's data was erased. Exported and kept elsewhere, erasures are carried out again
 * after an old backup was restored.
 *
 * @param participant whose
 * @param at when
 * @param by who had it done
 * @param reason as {@code CONSENT_WITHDRAWN} or {@code RETENTION_ENDED}
 */
public record Erasure(ParticipantId participant, Instant at, Actor by, Code reason) {
  /** Refuses nulls. */
  public Erasure {
    Invariants.present("Erasure", participant, at, by, reason);
  }
}
