package org.mentoring.memory;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Places;

/** Places in memory; units of work run one at a time, so nobody has to be kept out. Thread-safe. */
public final class InMemoryPlaces implements Places {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::scope).thenComparing(Place::number);

  private final Kept<ParticipantId, List<Place>> places;
  private final Kept<MentorshipId, SortedSet<ParticipantId>> givers;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryPlaces() {
    this(new UndoLog());
  }

  InMemoryPlaces(UndoLog units) {
    this.units = units;
    this.places = Kept.asAdded(units);
    this.givers = Kept.asAdded(units);
  }

  @Override
  public void lock(SortedSet<ParticipantId> participants) {
    // The running unit has the lock of the whole set.
  }

  @Override
  public boolean take(Place place) {
    return units.run(() -> taken(place));
  }

  private boolean taken(Place place) {
    List<Place> given = of(place.mentor());
    for (Place each : given) {
      if (each.scope().equals(place.scope()) && each.number() == place.number()) {
        return false;
      }
    }
    SortedSet<ParticipantId> mentors = new TreeSet<>(mentors(place.mentorship()));
    mentors.add(place.mentor());
    givers.put(place.mentorship(), mentors);
    places.put(
        place.mentor(), Stream.concat(given.stream(), Stream.of(place)).sorted(ORDER).toList());
    return true;
  }

  private SortedSet<ParticipantId> mentors(MentorshipId mentorship) {
    SortedSet<ParticipantId> known = givers.get(mentorship);
    return known == null ? new TreeSet<>() : known;
  }

  @Override
  public void release(MentorshipId mentorship) {
    units.write(() -> released(mentorship));
  }

  private void released(MentorshipId mentorship) {
    for (ParticipantId mentor : mentors(mentorship)) {
      places.put(
          mentor,
          of(mentor).stream().filter(each -> !each.mentorship().equals(mentorship)).toList());
    }
    givers.remove(mentorship);
  }

  @Override
  public List<Place> of(ParticipantId mentor) {
    List<Place> given = places.get(mentor);
    return given == null ? List.of() : given;
  }
}
