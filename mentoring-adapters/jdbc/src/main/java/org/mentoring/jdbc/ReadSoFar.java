package org.mentoring.jdbc;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;

/**
 * What a unit of work has read: a command asks again and again for its parties and its mentorship,
 * and is to decide on one state of them. Whoever changes a participant or its history locks its row
 * first, so that what was read of locked ones stays true; all else is read again after a lock,
 * because the lock may have been waited for. A mentorship that another command changed meanwhile is
 * found by its version. For one thread.
 */
final class ReadSoFar {
  /** A command about everybody must not hold everybody in memory. */
  private static final int MOST = 256;

  private final Set<ParticipantId> locked = new HashSet<>();
  private final Map<ParticipantId, List<Participant>> participants = new Newest<>();
  private final Map<ParticipantId, List<FactEntry>> histories = new Newest<>();
  private final Map<MentorshipId, List<Particulars>> mentorships = new Newest<>();

  @SuppressWarnings("serial")
  private static final class Newest<K, V> extends LinkedHashMap<K, V> {
    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST;
    }
  }

  /**
   * From now on nobody else changes these.
   *
   * @param ids of rows that are there and locked
   */
  void lock(Collection<ParticipantId> ids) {
    if (!locked.containsAll(ids)) {
      participants.keySet().retainAll(locked);
      histories.keySet().retainAll(locked);
      mentorships.clear();
      locked.addAll(ids);
    }
  }

  /** The unit itself changes this one. */
  void changed(ParticipantId id) {
    participants.remove(id);
    histories.remove(id);
  }

  /** The unit itself has added to a history. */
  void appended(FactEntry entry) {
    histories.computeIfPresent(
        entry.about(), (same, before) -> Stream.concat(before.stream(), Stream.of(entry)).toList());
  }

  /** The unit itself changes this one. */
  void changed(MentorshipId id) {
    mentorships.remove(id);
  }

  /** The participant, if there is one. */
  List<Participant> participant(ParticipantId id, Supplier<List<Participant>> read) {
    return kept(participants, id, read);
  }

  List<FactEntry> history(ParticipantId id, Supplier<List<FactEntry>> read) {
    return kept(histories, id, read);
  }

  /** The mentorship, if there is one. */
  List<Particulars> mentorship(MentorshipId id, Supplier<List<Particulars>> read) {
    return kept(mentorships, id, read);
  }

  private static <K, V> List<V> kept(Map<K, List<V>> all, K id, Supplier<List<V>> read) {
    @Nullable List<V> there = all.get(id);
    if (there == null) {
      there = List.copyOf(read.get());
      all.put(id, there);
    }
    return there;
  }
}
