package org.mentoring.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Identities;

/** Keyed hashes of identities in memory. Thread-safe. */
public final class InMemoryIdentities implements Identities {
  private final Map<String, ParticipantId> holders = new HashMap<>();
  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryIdentities() {
    this(new UndoLog());
  }

  InMemoryIdentities(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized Optional<ParticipantId> claim(String hash, ParticipantId participant) {
    ParticipantId holder = holders.putIfAbsent(hash, participant);
    if (holder == null) {
      undo.note(() -> takeBack(hash));
    }
    return Optional.ofNullable(holder).filter(other -> !other.equals(participant));
  }

  private synchronized void takeBack(String hash) {
    holders.remove(hash);
  }

  @Override
  public synchronized void release(ParticipantId participant) {
    Map<String, ParticipantId> before = new HashMap<>(holders);
    holders.values().removeIf(participant::equals);
    undo.note(() -> restore(before));
  }

  private synchronized void restore(Map<String, ParticipantId> before) {
    before.forEach(holders::putIfAbsent);
  }
}
