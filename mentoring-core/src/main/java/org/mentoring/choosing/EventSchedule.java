package org.mentoring.choosing;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;

/**
 * Events that were planned in one go.
 *
 * @param events by municipality and day
 * @param unusedDates days that were offered and not needed
 * @param menteesWithoutEvent who are neither paired nor invited: nobody who is possible for them
 *     has a place
 */
public record EventSchedule(
    List<MentorSelectionEvent> events,
    List<EventDate> unusedDates,
    SortedSet<ParticipantId> menteesWithoutEvent) {
  /** Copies. */
  public EventSchedule {
    events = List.copyOf(events);
    unusedDates = List.copyOf(unusedDates);
    menteesWithoutEvent = Invariants.sorted(menteesWithoutEvent);
  }
}
