package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
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
