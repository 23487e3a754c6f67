package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;

/** Whose data was erased. Thread-safe; every call is atomic. */
public interface Erasures {
  /** Adds one; of the same participant the first stays. */
  void append(Erasure erasure);

  /** The erasure of a participant, if there was one. */
  Optional<Erasure> find(ParticipantId participant);

  /** How many there are: none is ever taken out. */
  long count();

  /** All, by participant. */
  List<Erasure> all();

  /**
   * Takes a record of state away that cannot be read, whole and with what tells whom it names: a
   * mentorship, an incident, an activity with all of its entries, a waiver, a proposal, a mentor
   * selection event or an erasure. Nothing else is asked of this.
   *
   * @return whether it is gone; false where these stores cannot do that, as by default
   */
  default boolean discard(UnreadableRecords.Row record) {
    return false;
  }
}
