package org.mentoring.memory;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Page;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/** Waivers in memory. Thread-safe. */
public final class InMemoryWaivers implements Waivers {
  private final NavigableMap<WaiverId, Waiver> waivers = new TreeMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryWaivers() {
    this(new UndoLog());
  }

  InMemoryWaivers(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void save(Waiver waiver) {
    Waiver before = waivers.put(waiver.id(), waiver);
    undo.note(() -> restore(waiver.id(), before));
  }

  private synchronized void restore(WaiverId id, @Nullable Waiver before) {
    if (before == null) {
      waivers.remove(id);
    } else {
      waivers.put(id, before);
    }
  }

  @Override
  public synchronized Optional<Waiver> find(WaiverId id) {
    return Optional.ofNullable(waivers.get(id));
  }

  @Override
  public synchronized List<Waiver> of(ParticipantId participant) {
    return waivers.values().stream()
        .filter(waiver -> participant.equals(waiver.participant()))
        .toList();
  }

  @Override
  public synchronized List<Waiver> of(MentorshipId mentorship) {
    return waivers.values().stream()
        .filter(waiver -> mentorship.equals(waiver.mentorship()))
        .toList();
  }

  @Override
  public synchronized Page<Waiver> list(@Nullable WaiverId after, int most) {
    return Pages.of(waivers, after, most, each -> each.id().value());
  }
}
