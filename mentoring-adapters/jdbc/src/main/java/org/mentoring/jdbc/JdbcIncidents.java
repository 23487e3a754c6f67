package org.mentoring.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Page;

/** Incidents. */
final class JdbcIncidents implements Incidents {
  private final Sessions sessions;
  private final VersionedTable<Incident> incidents;
  private final NamedParticipants concerned;

  JdbcIncidents(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    concerned = new NamedParticipants(tables, "incident_participant", "incident");
    incidents =
        new VersionedTable<>(
            tables,
            new VersionedTable.Kind<>(
                "incident",
                "incident",
                Incident.class,
                each -> each.id().value(),
                Incident::version,
                List.of(
                    Column.text("kind", each -> each.kind().value()),
                    Column.text("mentorship", Incident::mentorship),
                    Column.flag("open", Incident::open),
                    Column.day("happened_on", Incident::on),
                    Column.day("deadline", Incident::deadline)),
                Incident::concerns,
                concerned));
  }

  @Override
  public void save(Incident incident) {
    sessions.together(
        handle -> {
          incidents.save(handle, incident);
          return concern(handle, incident, incident.version() == 1);
        });
  }

  @Override
  public void restore(Incident incident) {
    sessions.together(
        handle -> {
          incidents.restore(handle, incident);
          return concern(handle, incident, true);
        });
  }

  @Override
  public void redact(Incident redacted) {
    sessions.together(
        handle -> {
          incidents.redact(handle, redacted);
          return concern(handle, redacted, false);
        });
  }

  private boolean concern(Handle handle, Incident incident, boolean fresh) {
    return concerned.replace(handle, incident.id().value(), fresh, incident.concerns());
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return sessions.on(handle -> incidents.find(handle, id.value()));
  }

  @Override
  public List<Incident> of(MentorshipId mentorship) {
    return sessions.on(handle -> incidents.where(handle, "mentorship = :key", mentorship.value()));
  }

  @Override
  public List<Incident> open() {
    return sessions.on(handle -> incidents.where(handle, "open = :key", true));
  }

  @Override
  public List<Incident> concerning(ParticipantId participant) {
    return sessions.on(handle -> incidents.naming(handle, participant));
  }

  @Override
  public Page<Incident> list(@Nullable IncidentId after, int most) {
    return sessions.on(
        handle -> incidents.page(handle, after == null ? null : after.value(), most));
  }

  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    return incidents.misplaced(handle, ids);
  }
}
