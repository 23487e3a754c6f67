package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;

/** Incidents in memory. Thread-safe. */
public final class InMemoryIncidents implements Incidents {
  private final Kept<IncidentId, Incident> newest;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryIncidents() {
    this(new UndoLog());
  }

  InMemoryIncidents(UndoLog units) {
    this.units = units;
    this.newest = Kept.sorted(units);
  }

  @Override
  public void save(Incident incident) {
    units.write(() -> saved(incident));
  }

  private void saved(Incident incident) {
    Incident before = newest.get(incident.id());
    long found = before == null ? 0 : before.version();
    if (found != incident.version() - 1) {
      throw new StaleVersion("incident", incident.id().value(), incident.version() - 1, found);
    }
    newest.put(incident.id(), incident);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public List<Incident> of(MentorshipId mentorship) {
    return newest.values(incident -> mentorship.equals(incident.mentorship()));
  }

  @Override
  public List<Incident> open() {
    return newest.values(Incident::open);
  }

  @Override
  public List<Incident> concerning(ParticipantId participant) {
    return newest.values(incident -> incident.concerns().contains(participant));
  }
}
