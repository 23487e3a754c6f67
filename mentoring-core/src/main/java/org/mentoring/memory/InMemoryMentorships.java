package org.mentoring.memory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/** Mentorships in memory. Thread-safe. */
public final class InMemoryMentorships implements Mentorships {
  private final Kept<MentorshipId, Particulars> newest;

  /** Who is or was in which; looked up again when asked, as versions may differ. */
  private final Kept<ParticipantId, SortedSet<MentorshipId>> involved;

  private final UndoLog units;

  /** An empty store that stands alone: no unit of work takes back what is written to it. */
  public InMemoryMentorships() {
    this(new UndoLog());
  }

  InMemoryMentorships(UndoLog units) {
    this.units = units;
    this.newest = Kept.sorted(units);
    this.involved = Kept.asAdded(units);
  }

  @Override
  public void save(Particulars mentorship) {
    units.write(() -> saved(mentorship));
  }

  private void saved(Particulars mentorship) {
    Particulars before = newest.get(mentorship.id());
    long found = before == null ? 0 : before.version();
    if (found != mentorship.version() - 1) {
      throw new StaleVersion(
          "mentorship", mentorship.id().value(), mentorship.version() - 1, found);
    }
    kept(mentorship);
  }

  private void kept(Particulars mentorship) {
    newest.put(mentorship.id(), mentorship);
    Particulars all = mentorship.withAllParties();
    Stream.concat(all.mentors().stream(), all.mentees().stream())
        .forEach(each -> involve(each, mentorship.id()));
  }

  private void involve(ParticipantId participant, MentorshipId id) {
    SortedSet<MentorshipId> known = involved.get(participant);
    if (known == null || !known.contains(id)) {
      SortedSet<MentorshipId> more = known == null ? new TreeSet<>() : new TreeSet<>(known);
      more.add(id);
      involved.put(participant, more);
    }
  }

  @Override
  public void restore(Particulars mentorship) {
    units.write(() -> restored(mentorship));
  }

  private void restored(Particulars mentorship) {
    if (newest.get(mentorship.id()) != null) {
      throw new MentoringException(
          "mentorship.exists",
          Map.of("mentorship", mentorship.id().value()),
          "Import into empty stores.");
    }
    kept(mentorship);
  }

  @Override
  public Optional<Particulars> find(MentorshipId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public List<Particulars> of(ParticipantId participant) {
    SortedSet<MentorshipId> known = involved.get(participant);
    return (known == null ? Stream.<MentorshipId>empty() : known.stream())
        .flatMap(id -> find(id).stream())
        .filter(each -> each.involves(participant))
        .toList();
  }

  @Override
  public Page<Particulars> list(Which which, @Nullable MentorshipId after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<Particulars> found = newest.values(after, which::fits, most + 1);
    return found.size() > most
        ? new Page<>(found.subList(0, most), found.get(most - 1).id().value())
        : new Page<>(found, null);
  }

  @Override
  public void redact(Particulars redacted) {
    units.write(() -> replaced(redacted));
  }

  private void replaced(Particulars redacted) {
    Particulars before = newest.get(redacted.id());
    long found = before == null ? 0 : before.version();
    if (before == null || found != redacted.version() - 1) {
      throw new StaleVersion("mentorship", redacted.id().value(), redacted.version() - 1, found);
    }
    newest.put(redacted.id(), redacted);
  }
}
