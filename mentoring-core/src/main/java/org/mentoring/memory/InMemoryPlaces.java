package org.mentoring.memory;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Places;

/**
 * Places in memory: units of work run one at a time, so there is nobody to lock out. Thread-safe.
 */
public final class InMemoryPlaces implements Places {
  private record Key(ParticipantId mentor, String scope, int number) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::mentor).thenComparing(Key::scope).thenComparing(Key::number);

  private final NavigableMap<Key, Place> places = new TreeMap<>(ORDER);
  private final UndoLog undo;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryPlaces() {
    this(new UndoLog());
  }

  InMemoryPlaces(UndoLog undo) {
    this.undo = undo;
  }

  @Override
  public void lock(SortedSet<ParticipantId> participants) {
    // The unit of work has the lock of the whole set.
  }

  @Override
  public synchronized boolean take(Place place) {
    Key key = new Key(place.mentor(), place.scope(), place.number());
    boolean free = places.putIfAbsent(key, place) == null;
    if (free) {
      undo.note(() -> takeBack(key));
    }
    return free;
  }

  private synchronized void takeBack(Key key) {
    places.remove(key);
  }

  @Override
  public synchronized void release(MentorshipId mentorship) {
    NavigableMap<Key, Place> given = new TreeMap<>(ORDER);
    places.forEach(
        (key, place) -> {
          if (place.mentorship().equals(mentorship)) {
            given.put(key, place);
          }
        });
    places.keySet().removeAll(given.keySet());
    undo.note(() -> restore(given));
  }

  private synchronized void restore(NavigableMap<Key, Place> given) {
    places.putAll(given);
  }

  @Override
  public synchronized List<Place> of(ParticipantId mentor) {
    return places.values().stream().filter(place -> place.mentor().equals(mentor)).toList();
  }
}
