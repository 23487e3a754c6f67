package org.mentoring;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Stores;

/** What an erasure asks of stores in which not everything can be read. */
final class Unread {
  private Unread() {}

  /** All registrations of a person; where a history cannot be read, as the participants tell. */
  static SortedSet<ParticipantId> registrations(Workplace workplace, ParticipantId person) {
    try {
      return new MergedParties(workplace.mentoring(), workplace.now()).all(person);
    } catch (UnreadableRecords e) {
      return linked(workplace.stores().participants(), person);
    }
  }

  private static SortedSet<ParticipantId> linked(Participants participants, ParticipantId person) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    SortedSet<ParticipantId> open = new TreeSet<>(List.of(person));
    while (!open.isEmpty()) {
      ParticipantId each = open.first();
      open.remove(each);
      if (all.add(each)) {
        participants.mergedInto(each).ifPresent(open::add);
        open.addAll(participants.duplicates(each));
        open.removeAll(all);
      }
    }
    return all;
  }

  /** Whether references may be found by which somebody is known. */
  static boolean referred(Stores stores, ParticipantId id) {
    try {
      return stores
          .participants()
          .find(id)
          .filter(each -> !each.references().isEmpty())
          .isPresent();
    } catch (UnreadableRecords e) {
      return true;
    }
  }

  static List<Particulars> mentorships(Stores stores, Predicate<Particulars> wanted) {
    return TolerantReading.all(
        (after, most) ->
            stores
                .mentorships()
                .list(Mentorships.Which.all(), after == null ? null : MentorshipId.of(after), most),
        UnreadableRecords.Row::id,
        wanted);
  }

  static List<Incident> incidents(Stores stores, Predicate<Incident> wanted) {
    return TolerantReading.all(
        (after, most) -> stores.incidents().list(after == null ? null : IncidentId.of(after), most),
        UnreadableRecords.Row::id,
        wanted);
  }

  /** Incidents that concern somebody: of these ids are enough. */
  static SortedSet<IncidentId> concerning(Stores stores, ParticipantId person) {
    SortedSet<IncidentId> ids = new TreeSet<>();
    try {
      stores.incidents().concerning(person).forEach(each -> ids.add(each.id()));
    } catch (UnreadableRecords e) {
      e.rows().forEach(row -> ids.add(IncidentId.of(row.id())));
      incidents(stores, each -> each.concerns().contains(person))
          .forEach(each -> ids.add(each.id()));
    }
    return ids;
  }
}
