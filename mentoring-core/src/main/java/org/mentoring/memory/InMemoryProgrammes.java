package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Programmes;

/** Definitions in memory. Thread-safe. */
public final class InMemoryProgrammes implements Programmes {
  private final Kept<String, ProgrammeDefinition> definitions;
  private final Kept<Integer, InForce> takenUp;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryProgrammes() {
    this(new UndoLog());
  }

  InMemoryProgrammes(UndoLog units) {
    this.units = units;
    this.definitions = Kept.sorted(units);
    this.takenUp = Kept.sorted(units);
  }

  /** Units of work run one at a time. */
  @Override
  public void lock() {}

  @Override
  public boolean keep(ProgrammeDefinition definition) {
    String hash = definition.hash();
    return units.run(
        () -> {
          boolean added = definitions.get(hash) == null;
          if (added) {
            definitions.put(hash, definition);
          }
          return added;
        });
  }

  @Override
  public boolean holds(String hash) {
    return definitions.get(hash) != null;
  }

  @Override
  public Optional<ProgrammeDefinition> find(String hash) {
    return Optional.ofNullable(definitions.get(hash));
  }

  @Override
  public List<String> hashes() {
    return definitions.keys();
  }

  @Override
  public void takeUp(InForce next) {
    units.write(
        () -> {
          if (!holds(next.hash())) {
            throw new MentoringException(
                "definition.unknown", Map.of("hash", next.hash()), "Keep the definition first.");
          }
          takenUp.put(takenUp.keys().size(), next);
        });
  }

  @Override
  public Optional<InForce> inForce() {
    List<InForce> all = takenUp();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public List<InForce> takenUp() {
    return takenUp.values(any -> true);
  }
}
