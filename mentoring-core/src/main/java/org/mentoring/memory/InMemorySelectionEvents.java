package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.Page;
import org.mentoring.spi.SelectionEvents;

/** Mentor selection events in memory. Thread-safe. */
public final class InMemorySelectionEvents implements SelectionEvents {
  private final Kept<SelectionEventId, MentorSelectionEvent> newest;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemorySelectionEvents() {
    this(new UndoLog());
  }

  InMemorySelectionEvents(UndoLog units) {
    this.units = units;
    this.newest = Kept.sorted(units);
  }

  @Override
  public void save(List<MentorSelectionEvent> events) {
    units.write(() -> saved(events));
  }

  private void saved(List<MentorSelectionEvent> events) {
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
  public void restore(MentorSelectionEvent event) {
    units.write(() -> restored(event));
  }

  private void restored(MentorSelectionEvent event) {
    if (newest.get(event.id()) != null) {
      throw new MentoringException(
          "selection-event.exists",
          Map.of("selection-event", event.id().value()),
          "Import into empty stores.");
    }
    newest.put(event.id(), event);
  }

  @Override
  public Optional<MentorSelectionEvent> find(SelectionEventId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
    return newest.values(event -> event.proposal().equals(proposal));
  }

  @Override
  public List<MentorSelectionEvent> inviting(ParticipantId participant) {
    return newest.values(
        event -> event.mentees().contains(participant) || event.mentors().containsKey(participant));
  }

  @Override
  public Page<MentorSelectionEvent> list(@Nullable SelectionEventId after, int most) {
    return Pages.of(newest, after, most, each -> each.id().value());
  }

  @Override
  public void redact(MentorSelectionEvent redacted) {
    units.write(() -> replaced(redacted));
  }

  private void replaced(MentorSelectionEvent redacted) {
    MentorSelectionEvent before = newest.get(redacted.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != redacted.version() - 1) {
      throw new StaleVersion(
          "selection-event", redacted.id().value(), redacted.version() - 1, found);
    }
    newest.put(redacted.id(), redacted);
  }
}
