package org.mentoring.centre;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * A mentoring centre and the organisations that stand by it, on a day. Immutable.
 *
 * @param id the organisation that is the centre
 * @param since the first day on which it was one
 * @param municipality null if it is not known, or not the only one
 * @param partners local partners (S2-11)
 * @param neighbours neighbouring centres (S2-10)
 * @param hosts organisations that host it (S2-14)
 * @param agreements with whom it has agreed, by the matter (S1-01)
 */
public record Centre(
    ParticipantId id,
    LocalDate since,
    @Nullable String municipality,
    SortedSet<ParticipantId> partners,
    SortedSet<ParticipantId> neighbours,
    SortedSet<ParticipantId> hosts,
    SortedMap<Code, SortedSet<ParticipantId>> agreements) {
  /** Sorts and copies. */
  public Centre {
    Invariants.present("Centre", id, since);
    partners = Invariants.sorted(partners);
    neighbours = Invariants.sorted(neighbours);
    hosts = Invariants.sorted(hosts);
    SortedMap<Code, SortedSet<ParticipantId>> copy = new TreeMap<>();
    agreements.forEach((matter, with) -> copy.put(matter, Invariants.sorted(with)));
    agreements = Collections.unmodifiableSortedMap(copy);
  }
}
