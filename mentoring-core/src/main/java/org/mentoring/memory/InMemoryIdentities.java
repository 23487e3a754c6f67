package org.mentoring.memory;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Identities;

/** Keyed hashes of identities in memory. Thread-safe. */
public final class InMemoryIdentities implements Identities {
  private final Kept<String, ParticipantId> holders;
  private final Kept<ParticipantId, SortedSet<String>> claims;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryIdentities() {
    this(new UndoLog());
  }

  InMemoryIdentities(UndoLog units) {
    this.units = units;
    this.holders = Kept.asAdded(units);
    this.claims = Kept.asAdded(units);
  }

  @Override
  public Optional<ParticipantId> claim(String hash, ParticipantId participant) {
    return units.run(() -> claimed(hash, participant));
  }

  private Optional<ParticipantId> claimed(String hash, ParticipantId participant) {
    ParticipantId holder = holders.get(hash);
    if (holder == null) {
      holders.put(hash, participant);
      SortedSet<String> more = new TreeSet<>(claims(participant));
      more.add(hash);
      claims.put(participant, more);
    }
    return Optional.ofNullable(holder).filter(other -> !other.equals(participant));
  }

  private SortedSet<String> claims(ParticipantId participant) {
    SortedSet<String> known = claims.get(participant);
    return known == null ? new TreeSet<>() : known;
  }

  @Override
  public void release(ParticipantId participant) {
    units.write(
        () -> {
          claims(participant).forEach(holders::remove);
          claims.remove(participant);
        });
  }

  @Override
  public SortedSet<String> of(ParticipantId participant) {
    return Collections.unmodifiableSortedSet(claims(participant));
  }
}
