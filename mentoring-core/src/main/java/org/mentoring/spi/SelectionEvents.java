package org.mentoring.spi;

import java.util.List;
import java.util.Optional;
import org.mentoring.choosing.MentorSelectionEvent;
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

  /** The newest version, if there is one. */
  Optional<MentorSelectionEvent> find(SelectionEventId id);

  /** The newest versions of a proposal's events, by id. */
  List<MentorSelectionEvent> ofProposal(ProposalId proposal);
}
