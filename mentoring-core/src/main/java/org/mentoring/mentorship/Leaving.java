package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * That one of several mentees or mentors left a mentorship which goes on for the others. Immutable.
 *
 * @param participant who left
 * @param asMentor whether as a mentor; else as a mentee
 * @param on the first day without the participant
 * @param reason the definition's reason for an early ending
 * @param askedBy the capacity of the party that asked for it; null where nobody had to ask
 * @param why in words, 1 to 500 characters
 * @param by who recorded it
 * @param decision digest of the decision it rests on
 * @param recordedAt when it became known
 * @param asCompleted true where it counts as completed for the mentee who left; else null
 */
public record Leaving(
    ParticipantId participant,
    boolean asMentor,
    LocalDate on,
    Code reason,
    @Nullable Code askedBy,
    String why,
    Actor by,
    String decision,
    Instant recordedAt,
    @OmittedIfAbsent @Nullable Boolean asCompleted) {
  /** Refuses a missing value and a text of a wrong length. */
  public Leaving {
    Invariants.present("leaving", participant, on, reason, by, decision, recordedAt);
    why = Invariants.text("leaving.why", why, 500);
    asCompleted = Boolean.TRUE.equals(asCompleted) ? asCompleted : null;
  }

  /** One that does not count as completed. */
  public Leaving(
      ParticipantId participant,
      boolean asMentor,
      LocalDate on,
      Code reason,
      @Nullable Code askedBy,
      String why,
      Actor by,
      String decision,
      Instant recordedAt) {
    this(participant, asMentor, on, reason, askedBy, why, by, decision, recordedAt, null);
  }

  /** Whether it counts as completed for the mentee who left. */
  public boolean countsAsCompleted() {
    return Boolean.TRUE.equals(asCompleted);
  }

  /** The same of another registration of who left. */
  public Leaving of(ParticipantId other) {
    return new Leaving(
        other, asMentor, on, reason, askedBy, why, by, decision, recordedAt, asCompleted);
  }

  @Override
  public String toString() {
    return "Leaving[" + on + "]";
  }
}
