package org.mentoring.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;

/** The stored decisions and what was known of whom. Thread-safe; every call is atomic. */
public interface Decisions {
  /**
   * Adds a decision.
   *
   * @throws org.mentoring.failure.MentoringException {@code decision.exists} if the id is taken,
   *     {@code part.unknown} if one of its parts is not there
   */
  void append(StoredDecision decision);

  /** The decision with this id, if there is one. */
  Optional<StoredDecision> find(DecisionId id);

  /** Those that rest on a person's part, by id. */
  List<StoredDecision> restingOn(ParticipantId person);

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<StoredDecision> list(@Nullable DecisionId after, int most);

  /**
   * Adds a part; where there is one of as many entries already, that one stays.
   *
   * @return the part that is kept
   */
  DossierPart keep(DossierPart part);

  /** The parts of a person, by their number of entries. */
  List<DossierPart> parts(ParticipantId person);

  /**
   * The parts of some people, as {@link #parts(ParticipantId)} gives them; who has none may be left
   * out. To override where one question costs less than many.
   *
   * @param people up to some hundreds
   */
  default Map<ParticipantId, List<DossierPart>> parts(Collection<ParticipantId> people) {
    return people.stream().distinct().collect(Collectors.toMap(each -> each, this::parts));
  }

  /**
   * Those that rest on a person's part, for its erasure: as {@link #restingOn}, but where a list
   * beside the decisions has lost some, found all the same. May look at all that there are.
   */
  default List<StoredDecision> naming(ParticipantId person) {
    return restingOn(person);
  }

  /**
   * Those of some decisions that {@link #restingOn} does not find for each person on whose part
   * they rest, though it should. Stores that look into the decisions themselves have none, as by
   * default.
   *
   * @param some as they were read, up to some hundreds
   */
  default SortedSet<DecisionId> unlisted(Collection<StoredDecision> some) {
    return new TreeSet<>();
  }

  /**
   * Puts a redacted form in the place of a decision with the same id: its shell.
   *
   * @throws org.mentoring.failure.MentoringException {@code decision.unknown}
   */
  void redact(StoredDecision shell);

  /**
   * Makes a shell of a decision that cannot be read, of what is kept beside it.
   *
   * @throws org.mentoring.failure.UnreadableRecords where these stores cannot do that, as by
   *     default
   */
  default void empty(DecisionId id) {
    find(id).ifPresent(found -> redact(found.shell()));
  }

  /** Takes the salts of all of a person's parts away. */
  void forget(ParticipantId person);
}
