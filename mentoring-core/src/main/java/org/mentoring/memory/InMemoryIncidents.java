package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;

/** Incidents in memory. Thread-safe. */
public final class InMemoryIncidents implements Incidents {
  private final SortedMap<IncidentId, Incident> newest = new TreeMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryIncidents() {
    this(new UndoLog());
  }

  InMemoryIncidents(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void save(Incident incident) {
    Incident before = newest.get(incident.id());
    long found = before == null ? 0 : before.version();
    if (found != incident.version() - 1) {
      throw new StaleVersion("incident", incident.id().value(), incident.version() - 1, found);
    }
    newest.put(incident.id(), incident);
    undo.note(() -> restore(incident.id(), before));
  }

  private synchronized void restore(IncidentId id, @Nullable Incident before) {
    if (before == null) {
      newest.remove(id);
    } else {
      newest.put(id, before);
    }
  }

  @Override
  public synchronized Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<Incident> of(MentorshipId mentorship) {
    return newest.values().stream()
        .filter(incident -> mentorship.equals(incident.mentorship()))
        .toList();
  }

  @Override
  public synchronized List<Incident> concerning(ParticipantId participant) {
    return newest.values().stream()
        .filter(incident -> incident.concerns().contains(participant))
        .toList();
  }

  @Override
  public synchronized List<Incident> open() {
    return newest.values().stream().filter(Incident::open).toList();
  }
}
