package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;

/** The mentor selection events, each in all of its versions. Thread-safe. */
public interface SelectionEvents {
  /**
   * Keeps the next versions of events, all or none.
   *
   * @throws org.mentoring.failure.StaleVersion if of one the version before is not the newest
   */
  void save(List<MentorSelectionEvent> events);

  /**
   * Adds a selection event as it is, at the version that it has: for imports.
   *
   * @throws org.mentoring.failure.MentoringException {@code selection-event.exists} if the id is
   *     taken
   */
  void restore(MentorSelectionEvent event);

  /** The newest version, if there is one. */
  Optional<MentorSelectionEvent> find(SelectionEventId id);

  /** The newest versions of a proposal's events, by id. */
  List<MentorSelectionEvent> ofProposal(ProposalId proposal);

  /** The newest versions of those to which a participant is or was invited, by id. */
  List<MentorSelectionEvent> inviting(ParticipantId participant);

  /**
   * All, by id.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  Page<MentorSelectionEvent> list(@Nullable SelectionEventId after, int most);

  /**
   * Puts a redacted form in the place of the newest version: same id, next version, so that whoever
   * has read what is redacted here is too late to write it back.
   *
   * @throws org.mentoring.failure.StaleVersion if the version there is not the one before
   */
  void redact(MentorSelectionEvent redacted);
}
