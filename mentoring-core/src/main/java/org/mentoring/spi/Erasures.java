package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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
   * What names one of some ids and would not be found by it, as somebody changed what a store keeps
   * beside its records to search by: it cannot be read as it is. An erasure must not leave it.
   *
   * @param ids of participants and mentorships
   * @return none by default, as of stores that keep nothing beside their records
   */
  default List<UnreadableRecords.Row> misplaced(SortedSet<String> ids) {
    return List.of();
  }

  /**
   * Takes a record of state away that cannot be read, whole and with what tells whom it names: a
   * mentorship, an incident, an activity with all of its entries, a waiver, a proposal, a mentor
   * selection event, an erasure, or an entry of a history in which it does not belong. Nothing else
   * is asked of this.
   *
   * @return whether it is gone; false where these stores cannot do that, as by default
   */
  default boolean discard(UnreadableRecords.Row record) {
    return false;
  }
}
