package org.mentoring.choosing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;

/**
 * Who comes to one event.
 *
 * @param municipality where; empty if not known
 * @param mentees who
 * @param mentors who, each with the number of mentees that it can take there
 * @param proposed pairs of them that were proposed
 */
public record Invitation(
    String municipality,
    SortedSet<ParticipantId> mentees,
    SortedMap<ParticipantId, Integer> mentors,
    SortedSet<PairKey> proposed) {
  /** Copies. */
  public Invitation {
    mentees = Invariants.sorted(mentees);
    mentors = Collections.unmodifiableSortedMap(new TreeMap<>(mentors));
    proposed = Invariants.sorted(proposed);
  }
}
