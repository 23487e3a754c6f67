package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/** Waivers in memory. Thread-safe. */
public final class InMemoryWaivers implements Waivers {
  private final SortedMap<WaiverId, Waiver> waivers = new TreeMap<>();

  /** An empty store. */
  public InMemoryWaivers() {}

  @Override
  public synchronized void save(Waiver waiver) {
    waivers.put(waiver.id(), waiver);
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
}
