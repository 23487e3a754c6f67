package org.mentoring.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;

/**
 * What was read of the participants that a unit of work has locked. Whoever changes one of them or
 * its history locks its row first, so that only the unit itself can make it different: a command
 * asks again and again for what is known of its parties. For one thread.
 */
final class LockedParticipants {
  private final Map<ParticipantId, Known> locked = new HashMap<>();

  private static final class Known {
    @Nullable List<Participant> participant;
    @Nullable List<FactEntry> history;
  }

  /**
   * From now on nobody else changes these.
   *
   * @param ids of rows that are there and locked
   */
  void add(Collection<ParticipantId> ids) {
    ids.forEach(id -> locked.putIfAbsent(id, new Known()));
  }

  /** The unit itself changes this one. */
  void changed(ParticipantId id) {
    locked.computeIfPresent(id, (same, known) -> new Known());
  }

  /** The participant, if there is one. */
  List<Participant> participant(ParticipantId id, Supplier<List<Participant>> read) {
    Known known = locked.get(id);
    if (known == null) {
      return read.get();
    }
    List<Participant> there = known.participant;
    if (there == null) {
      there = List.copyOf(read.get());
      known.participant = there;
    }
    return there;
  }

  List<FactEntry> history(ParticipantId id, Supplier<List<FactEntry>> read) {
    Known known = locked.get(id);
    if (known == null) {
      return read.get();
    }
    List<FactEntry> there = known.history;
    if (there == null) {
      there = List.copyOf(read.get());
      known.history = there;
    }
    return there;
  }
}
