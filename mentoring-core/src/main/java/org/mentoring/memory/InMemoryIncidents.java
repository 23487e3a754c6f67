package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;

/** Incidents in memory. Thread-safe. */
public final class InMemoryIncidents implements Incidents {
  private final SortedMap<IncidentId, Incident> newest = new TreeMap<>();

  /** An empty store. */
  public InMemoryIncidents() {}

  @Override
  public synchronized void save(Incident incident) {
    Incident before = newest.get(incident.id());
    long found = before == null ? 0 : before.version();
    if (found != incident.version() - 1) {
      throw new StaleVersion("incident", incident.id().value(), incident.version() - 1, found);
    }
    newest.put(incident.id(), incident);
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
  public synchronized List<Incident> open() {
    return newest.values().stream().filter(Incident::open).toList();
  }
}
