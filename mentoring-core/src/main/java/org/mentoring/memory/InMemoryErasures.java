package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.spi.Erasures;

/** Erasures in memory. Thread-safe. */
public final class InMemoryErasures implements Erasures {
  private final SortedMap<ParticipantId, Erasure> erasures = new TreeMap<>();
  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryErasures() {
    this(new UndoLog());
  }

  InMemoryErasures(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void append(Erasure erasure) {
    if (erasures.putIfAbsent(erasure.participant(), erasure) == null) {
      undo.note(() -> takeBack(erasure.participant()));
    }
  }

  private synchronized void takeBack(ParticipantId participant) {
    erasures.remove(participant);
  }

  @Override
  public synchronized Optional<Erasure> find(ParticipantId participant) {
    return Optional.ofNullable(erasures.get(participant));
  }

  @Override
  public synchronized List<Erasure> all() {
    return List.copyOf(erasures.values());
  }
}
