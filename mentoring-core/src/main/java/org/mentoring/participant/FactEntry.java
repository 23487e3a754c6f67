package org.mentoring.participant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.time.Validity;

/** An entry of a participant's history. Entries are only ever added. */
public sealed interface FactEntry {
  /** Whom the entry is about. */
  ParticipantId about();

  /** When it was made. */
  Instant recordedAt();

  /** By whom. */
  Actor by();

  /**
   * A fact became known.
   *
   * @param id the fact's id
   * @param about whom it is about
   * @param fact what holds
   * @param validity when it holds
   * @param recordedAt when it became known
   * @param by who recorded it
   * @param corrects the fact that this one replaces; null if none
   * @param reason why a fact was corrected; null if it corrects none
   */
  record Recorded(
      FactId id,
      ParticipantId about,
      Fact fact,
      Validity validity,
      Instant recordedAt,
      Actor by,
      @Nullable FactId corrects,
      @Nullable String reason)
      implements FactEntry {
    /** Refuses a missing value. */
    public Recorded {
      Invariants.present("FactEntry.Recorded", id, about, fact, validity, recordedAt, by);
    }

    @Override
    public String toString() {
      return "Recorded[" + id + ", " + fact.kind() + "]";
    }
  }

  /**
   * A fact turned out to be wrong and nothing stands in its place.
   *
   * @param fact the wrong fact
   * @param about whom it was about
   * @param recordedAt when this became known
   * @param by who retracted it
   * @param reason why
   */
  record Retracted(FactId fact, ParticipantId about, Instant recordedAt, Actor by, String reason)
      implements FactEntry {
    /** Refuses a missing value. */
    public Retracted {
      Invariants.present("FactEntry.Retracted", fact, about, recordedAt, by, reason);
    }

    @Override
    public String toString() {
      return "Retracted[" + fact + "]";
    }
  }

  /**
   * Another participant turned out to be the same one; from now on its facts count here too.
   *
   * @param about who is kept
   * @param duplicate the other one
   * @param recordedAt when this became known
   * @param by who merged them
   * @param reason why
   */
  record Merged(
      ParticipantId about, ParticipantId duplicate, Instant recordedAt, Actor by, String reason)
      implements FactEntry {
    /** Refuses a missing value. */
    public Merged {
      Invariants.present("FactEntry.Merged", about, duplicate, recordedAt, by, reason);
    }

    @Override
    public String toString() {
      return "Merged[" + duplicate + " into " + about + "]";
    }
  }
}
