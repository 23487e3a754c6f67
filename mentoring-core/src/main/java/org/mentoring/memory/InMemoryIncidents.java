package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Page;

/** Incidents in memory. Thread-safe. */
public final class InMemoryIncidents implements Incidents {
  private final Kept<IncidentId, Incident> newest;
  private final Index<MentorshipId, IncidentId> ofMentorships;
  private final Index<ParticipantId, IncidentId> ofParticipants;

  /** The only key is {@code true}: incidents that are open. */
  private final Index<Boolean, IncidentId> open;

  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryIncidents() {
    this(new UndoLog());
  }

  InMemoryIncidents(UndoLog units) {
    this.units = units;
    this.newest = Kept.sorted(units);
    this.ofMentorships = new Index<>(units);
    this.ofParticipants = new Index<>(units);
    this.open = new Index<>(units);
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
    kept(incident);
  }

  private void kept(Incident incident) {
    newest.put(incident.id(), incident);
    MentorshipId mentorship = incident.mentorship();
    if (mentorship != null) {
      ofMentorships.add(mentorship, incident.id());
    }
    incident.concerns().forEach(each -> ofParticipants.add(each, incident.id()));
    if (incident.open()) {
      open.add(true, incident.id());
    } else {
      open.remove(true, incident.id());
    }
  }

  private List<Incident> found(SortedSet<IncidentId> ids, Predicate<Incident> which) {
    return ids.stream().flatMap(id -> find(id).stream()).filter(which).toList();
  }

  @Override
  public void restore(Incident incident) {
    units.write(() -> restored(incident));
  }

  private void restored(Incident incident) {
    if (newest.get(incident.id()) != null) {
      throw new MentoringException(
          "incident.exists",
          Map.of("incident", incident.id().value()),
          "Import into empty stores.");
    }
    kept(incident);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public List<Incident> of(MentorshipId mentorship) {
    return found(
        ofMentorships.of(mentorship), incident -> mentorship.equals(incident.mentorship()));
  }

  @Override
  public List<Incident> open() {
    return found(open.of(true), Incident::open);
  }

  @Override
  public List<Incident> concerning(ParticipantId participant) {
    return found(
        ofParticipants.of(participant), incident -> incident.concerns().contains(participant));
  }

  @Override
  public Page<Incident> list(@Nullable IncidentId after, int most) {
    return Pages.of(newest, after, most, each -> each.id().value());
  }

  @Override
  public void redact(Incident redacted) {
    units.write(() -> replaced(redacted));
  }

  private void replaced(Incident redacted) {
    Incident before = newest.get(redacted.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != redacted.version() - 1) {
      throw new StaleVersion("incident", redacted.id().value(), redacted.version() - 1, found);
    }
    kept(redacted);
  }
}
