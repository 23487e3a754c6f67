package org.mentoring.matching;

import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;

/**
 * A mentee and a mentor, ordered by the mentee.
 *
 * @param mentee the mentee
 * @param mentor the mentor
 */
public record PairKey(ParticipantId mentee, ParticipantId mentor) implements Comparable<PairKey> {
  /** A pair of two. */
  public PairKey {
    Invariants.present("PairKey", mentee, mentor);
  }

  @Override
  public int compareTo(PairKey other) {
    int order = mentee.compareTo(other.mentee);
    return order != 0 ? order : mentor.compareTo(other.mentor);
  }
}
