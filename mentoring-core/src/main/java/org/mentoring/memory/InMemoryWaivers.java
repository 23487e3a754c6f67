package org.mentoring.memory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.spi.Page;
import org.mentoring.spi.Waivers;
import org.mentoring.waiver.Waiver;

/** Waivers in memory. Thread-safe. */
public final class InMemoryWaivers implements Waivers {
  private final Kept<WaiverId, Waiver> waivers;
  private final Index<ParticipantId, WaiverId> ofParticipants;
  private final Index<MentorshipId, WaiverId> ofMentorships;
  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryWaivers() {
    this(new UndoLog());
  }

  InMemoryWaivers(UndoLog units) {
    this.units = units;
    this.waivers = Kept.sorted(units);
    this.ofParticipants = new Index<>(units);
    this.ofMentorships = new Index<>(units);
  }

  @Override
  public void save(Waiver waiver) {
    units.write(() -> saved(waiver));
  }

  private void saved(Waiver waiver) {
    waivers.put(waiver.id(), waiver);
    ParticipantId participant = waiver.participant();
    MentorshipId mentorship = waiver.mentorship();
    if (participant != null) {
      ofParticipants.add(participant, waiver.id());
    }
    if (mentorship != null) {
      ofMentorships.add(mentorship, waiver.id());
    }
  }

  @Override
  public Optional<Waiver> find(WaiverId id) {
    return Optional.ofNullable(waivers.get(id));
  }

  @Override
  public List<Waiver> of(ParticipantId participant) {
    return ofParticipants.of(participant).stream()
        .flatMap(id -> find(id).stream())
        .filter(waiver -> participant.equals(waiver.participant()))
        .toList();
  }

  @Override
  public List<Waiver> of(MentorshipId mentorship) {
    return ofMentorships.of(mentorship).stream()
        .flatMap(id -> find(id).stream())
        .filter(waiver -> mentorship.equals(waiver.mentorship()))
        .toList();
  }

  @Override
  public Page<Waiver> list(@Nullable WaiverId after, int most) {
    return Pages.of(waivers, after, most, each -> each.id().value());
  }
}
