package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.spi.Erasures;

/** Erasures in memory. Thread-safe. */
public final class InMemoryErasures implements Erasures {
  private final Kept<ParticipantId, Erasure> erasures;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryErasures() {
    this(new UndoLog());
  }

  InMemoryErasures(UndoLog units) {
    this.units = units;
    this.erasures = Kept.sorted(units);
  }

  @Override
  public void append(Erasure erasure) {
    units.write(
        () -> {
          if (erasures.get(erasure.participant()) == null) {
            erasures.put(erasure.participant(), erasure);
          }
        });
  }

  @Override
  public Optional<Erasure> find(ParticipantId participant) {
    return Optional.ofNullable(erasures.get(participant));
  }

  @Override
  public long count() {
    return erasures.keys().size();
  }

  @Override
  public List<Erasure> all() {
    return erasures.values(any -> true);
  }
}
