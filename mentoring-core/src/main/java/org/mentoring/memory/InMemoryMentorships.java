package org.mentoring.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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

  /** An empty store. */
  public InMemoryMentorships() {}

  @Override
  public synchronized void save(Particulars mentorship) {
    Particulars before = newest.get(mentorship.id());
    long found = before == null ? 0 : before.version();
    if (found != mentorship.version() - 1) {
      throw new StaleVersion(
          "mentorship", mentorship.id().value(), mentorship.version() - 1, found);
    }
    newest.put(mentorship.id(), mentorship);
  }

  @Override
  public synchronized Optional<Particulars> find(MentorshipId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<Particulars> of(ParticipantId participant) {
    return newest.values().stream().filter(each -> each.involves(participant)).toList();
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
