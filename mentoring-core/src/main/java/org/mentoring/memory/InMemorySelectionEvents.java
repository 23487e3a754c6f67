package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.SelectionEvents;

/** Mentor selection events in memory. Thread-safe. */
public final class InMemorySelectionEvents implements SelectionEvents {
  private final SortedMap<SelectionEventId, MentorSelectionEvent> newest = new TreeMap<>();

  /** An empty store. */
  public InMemorySelectionEvents() {}

  @Override
  public synchronized void save(List<MentorSelectionEvent> events) {
    for (MentorSelectionEvent event : events) {
      MentorSelectionEvent before = newest.get(event.id());
      long found = before == null ? 0 : before.version();
      if (found != event.version() - 1) {
        throw new StaleVersion("selection-event", event.id().value(), event.version() - 1, found);
      }
    }
    events.forEach(event -> newest.put(event.id(), event));
  }

  @Override
  public synchronized Optional<MentorSelectionEvent> find(SelectionEventId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
    return newest.values().stream().filter(event -> event.proposal().equals(proposal)).toList();
  }
}
