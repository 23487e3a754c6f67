package org.mentoring.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;

/** The participants and their histories. Thread-safe; every call is atomic. */
public interface Participants {
  /**
   * Adds a participant at whatever version it has.
   *
   * @throws org.mentoring.failure.MentoringException {@code participant.exists} if the id is taken,
   *     {@code reference.exists} if one of the references is
   */
  void add(Participant participant);

  /**
   * Replaces a participant by its next version.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void update(Participant participant);

  /** The participant with this id, if there is one. */
  Optional<Participant> find(ParticipantId id);

  /** The participant with this reference, if there is one. */
  Optional<Participant> find(ExternalReference reference);

  /** All ids, sorted. */
  List<ParticipantId> ids();

  /** The ids of all of a kind, sorted. To override where one question costs less than many. */
  default List<ParticipantId> ids(ParticipantKind kind) {
    return ids().stream()
        .filter(id -> find(id).filter(found -> found.kind() == kind).isPresent())
        .toList();
  }

  /**
   * Adds an entry to a participant's history.
   *
   * @throws org.mentoring.failure.MentoringException {@code participant.unknown} if there is no
   *     such participant, {@code fact.exists} if a recorded fact's id is taken
   */
  void append(FactEntry entry);

  /** The history of a participant in the order of its entries; empty if there is none. */
  List<FactEntry> history(ParticipantId id);

  /**
   * The histories of some people; who has none may be left out. To override where one question
   * costs less than many.
   *
   * @param people up to some hundreds
   */
  default Map<ParticipantId, List<FactEntry>> histories(Collection<ParticipantId> people) {
    return people.stream().distinct().collect(Collectors.toMap(each -> each, this::history));
  }

  /**
   * All, by id. To override where one question costs less than many.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  default Page<Participant> list(@Nullable ParticipantId after, int most) {
    Page<ParticipantId> page = ids(after, most);
    return new Page<>(
        page.items().stream().map(this::find).flatMap(Optional::stream).toList(), page.next());
  }

  /**
   * When the newest entry of all histories was recorded, of those that were recorded up to an
   * instant; empty if there is none.
   */
  default Optional<Instant> newest(Instant until) {
    Instant newest = null;
    for (ParticipantId id : ids()) {
      for (FactEntry entry : history(id)) {
        if (!entry.recordedAt().isAfter(until)
            && (newest == null || entry.recordedAt().isAfter(newest))) {
          newest = entry.recordedAt();
        }
      }
    }
    return Optional.ofNullable(newest);
  }

  /**
   * Whose history has an entry that was recorded later than an instant, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  default Page<ParticipantId> recordedAfter(
      Instant instant, @Nullable ParticipantId after, int most) {
    List<ParticipantId> found =
        ids().stream()
            .filter(id -> after == null || id.compareTo(after) > 0)
            .filter(
                id -> history(id).stream().anyMatch(entry -> entry.recordedAt().isAfter(instant)))
            .limit(most + 1L)
            .toList();
    return found.size() > most
        ? new Page<>(found.subList(0, most), found.get(most - 1).value())
        : new Page<>(found, null);
  }

  /** Whom a fact is about, if the fact is known. */
  Optional<ParticipantId> about(FactId fact);

  /**
   * Ids, sorted.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<ParticipantId> ids(@Nullable ParticipantId after, int most);

  /** Into whom a participant was merged, if it was; it need not be readable to some stores. */
  default Optional<ParticipantId> mergedInto(ParticipantId id) {
    return find(id).map(Participant::mergedInto);
  }

  /**
   * Who was merged into a participant directly, by id; they need not be readable to some stores.
   */
  default List<ParticipantId> duplicates(ParticipantId into) {
    return ids().stream().filter(id -> mergedInto(id).filter(into::equals).isPresent()).toList();
  }

  /** How many entries a history has; they need not be readable to some stores. */
  default long entries(ParticipantId id) {
    return history(id).size();
  }

  /**
   * Takes away what is known of a participant: references and history. The id stays, so that what
   * names it still makes sense. Nothing of it need be readable.
   *
   * @throws org.mentoring.failure.MentoringException {@code participant.unknown}
   */
  void erase(ParticipantId id);
}
