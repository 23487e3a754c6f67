package org.mentoring.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.StaleVersion;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.Page;
import org.mentoring.spi.SelectionEvents;

/** Mentor selection events. */
final class JdbcSelectionEvents implements SelectionEvents {
  private final Sessions sessions;
  private final VersionedTable<MentorSelectionEvent> events;
  private final NamedParticipants invited;

  JdbcSelectionEvents(Sessions sessions, Tables tables) {
    this.sessions = sessions;
    invited = new NamedParticipants(tables, "selection_event_invitation", "selection_event");
    events =
        new VersionedTable<>(
            tables,
            new VersionedTable.Kind<>(
                "selection_event",
                "selection-event",
                MentorSelectionEvent.class,
                each -> each.id().value(),
                MentorSelectionEvent::version,
                List.of(
                    Column.text("proposal", MentorSelectionEvent::proposal),
                    Column.text("practice", MentorSelectionEvent::practice),
                    Column.day("held_on", MentorSelectionEvent::day),
                    Column.text("state", JdbcSelectionEvents::state)),
                JdbcSelectionEvents::names,
                invited));
  }

  private static String state(MentorSelectionEvent event) {
    if (event.open()) {
      return "OPEN";
    }
    return event.outcome().isPresent() ? "CLOSED" : "CALLED_OFF";
  }

  @Override
  public void save(List<MentorSelectionEvent> all) {
    // In the order of their ids, so that two commands with the same events do not block each other.
    List<MentorSelectionEvent> sorted =
        all.stream().sorted(Comparator.comparing(MentorSelectionEvent::id)).toList();
    sessions.together(
        handle -> {
          // What can be refused comes first, so that a refusal leaves nothing behind.
          sorted.stream().filter(each -> each.version() > 1).forEach(each -> lock(handle, each));
          add(handle, sorted.stream().filter(each -> each.version() == 1).toList());
          sorted.stream()
              .filter(each -> each.version() > 1)
              .forEach(each -> events.save(handle, each));
          sorted.forEach(each -> invite(handle, each, each.version() == 1));
          return sorted.size();
        });
  }

  private void lock(Handle handle, MentorSelectionEvent event) {
    events.lock(handle, event, event.version() - 1);
  }

  private void add(Handle handle, List<MentorSelectionEvent> fresh) {
    List<MentorSelectionEvent> added = new ArrayList<>();
    try {
      for (MentorSelectionEvent each : fresh) {
        events.save(handle, each);
        added.add(each);
      }
    } catch (StaleVersion e) {
      added.forEach(each -> events.remove(handle, each));
      throw e;
    }
  }

  @Override
  public void restore(MentorSelectionEvent event) {
    sessions.together(
        handle -> {
          events.restore(handle, event);
          return invite(handle, event, true);
        });
  }

  @Override
  public void redact(MentorSelectionEvent redacted) {
    sessions.together(
        handle -> {
          events.redact(handle, redacted);
          return invite(handle, redacted, false);
        });
  }

  private boolean invite(Handle handle, MentorSelectionEvent event, boolean fresh) {
    return invited.replace(handle, event.id().value(), fresh, names(event));
  }

  private static SortedSet<ParticipantId> names(MentorSelectionEvent event) {
    SortedSet<ParticipantId> names = new TreeSet<>(event.mentees());
    names.addAll(event.mentors().keySet());
    return names;
  }

  @Override
  public Optional<MentorSelectionEvent> find(SelectionEventId id) {
    return sessions.on(handle -> events.find(handle, id.value()));
  }

  @Override
  public List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
    return sessions.on(handle -> events.where(handle, "proposal = :key", proposal.value()));
  }

  @Override
  public List<MentorSelectionEvent> inviting(ParticipantId participant) {
    return sessions.on(handle -> events.naming(handle, participant));
  }

  @Override
  public Page<MentorSelectionEvent> list(@Nullable SelectionEventId after, int most) {
    return sessions.on(handle -> events.page(handle, after == null ? null : after.value(), most));
  }

  List<UnreadableRecords.Row> misplaced(Handle handle, Collection<String> ids) {
    return events.misplaced(handle, ids);
  }
}
