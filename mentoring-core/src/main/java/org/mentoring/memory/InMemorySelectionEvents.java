package org.mentoring.memory;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.Page;
import org.mentoring.spi.SelectionEvents;

/** Mentor selection events in memory. Thread-safe. */
public final class InMemorySelectionEvents implements SelectionEvents {
  private final NavigableMap<SelectionEventId, MentorSelectionEvent> newest = new TreeMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemorySelectionEvents() {
    this(new UndoLog());
  }

  InMemorySelectionEvents(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void save(List<MentorSelectionEvent> events) {
    for (MentorSelectionEvent event : events) {
      MentorSelectionEvent before = newest.get(event.id());
      long found = before == null ? 0 : before.version();
      if (found != event.version() - 1) {
        throw new StaleVersion("selection-event", event.id().value(), event.version() - 1, found);
      }
    }
    for (MentorSelectionEvent event : events) {
      MentorSelectionEvent before = newest.put(event.id(), event);
      undo.note(() -> restore(event.id(), before));
    }
  }

  private synchronized void restore(SelectionEventId id, @Nullable MentorSelectionEvent before) {
    if (before == null) {
      newest.remove(id);
    } else {
      newest.put(id, before);
    }
  }

  @Override
  public synchronized Optional<MentorSelectionEvent> find(SelectionEventId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
    return newest.values().stream().filter(event -> event.proposal().equals(proposal)).toList();
  }

  @Override
  public synchronized List<MentorSelectionEvent> inviting(ParticipantId participant) {
    return newest.values().stream()
        .filter(
            event ->
                event.mentees().contains(participant) || event.mentors().containsKey(participant))
        .toList();
  }

  @Override
  public synchronized Page<MentorSelectionEvent> list(@Nullable SelectionEventId after, int most) {
    return Pages.of(newest, after, most, each -> each.id().value());
  }

  @Override
  public synchronized void redact(MentorSelectionEvent redacted) {
    MentorSelectionEvent before = newest.get(redacted.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != redacted.version()) {
      throw new StaleVersion("selection-event", redacted.id().value(), redacted.version(), found);
    }
    newest.put(redacted.id(), redacted);
    undo.note(() -> restore(redacted.id(), before));
  }
}
