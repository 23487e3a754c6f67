package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
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
}
