package org.mentoring.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/** Mentorships in memory. Thread-safe. */
public final class InMemoryMentorships implements Mentorships {
  private final NavigableMap<MentorshipId, Particulars> newest = new TreeMap<>();

  /** Who is or was in which; looked up again when asked, as versions may differ. */
  private final Map<ParticipantId, SortedSet<MentorshipId>> involved = new HashMap<>();

  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryMentorships() {
    this(new UndoLog());
  }

  InMemoryMentorships(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public synchronized void save(Particulars mentorship) {
    Particulars before = newest.get(mentorship.id());
    long found = before == null ? 0 : before.version();
    if (found != mentorship.version() - 1) {
      throw new StaleVersion(
          "mentorship", mentorship.id().value(), mentorship.version() - 1, found);
    }
    newest.put(mentorship.id(), mentorship);
    Particulars all = mentorship.withAllParties();
    Stream.concat(all.mentors().stream(), all.mentees().stream())
        .forEach(
            each -> involved.computeIfAbsent(each, id -> new TreeSet<>()).add(mentorship.id()));
    undo.note(() -> restore(mentorship.id(), before));
  }

  private synchronized void restore(MentorshipId id, @Nullable Particulars before) {
    if (before == null) {
      newest.remove(id);
    } else {
      newest.put(id, before);
    }
  }

  @Override
  public synchronized Optional<Particulars> find(MentorshipId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<Particulars> of(ParticipantId participant) {
    return involved.getOrDefault(participant, Collections.emptySortedSet()).stream()
        .map(newest::get)
        .filter(Objects::nonNull)
        .filter(each -> each.involves(participant))
        .toList();
  }

  @Override
  public synchronized Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<Particulars> found = new ArrayList<>();
    for (Particulars each : (after == null ? newest : newest.tailMap(after, false)).values()) {
      if (which.fits(each)) {
        if (found.size() == most) {
          return new Page<>(found, found.get(most - 1).id().value());
        }
        found.add(each);
      }
    }
    return new Page<>(found, null);
  }
}
