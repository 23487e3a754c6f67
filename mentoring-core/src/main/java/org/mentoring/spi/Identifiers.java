package org.mentoring.spi;

import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;

/** Gives new ids. No id is given twice. Thread-safe. */
public interface Identifiers {
  /** A new id for a participant. */
  ParticipantId newParticipant();

  /** A new id for a fact. */
  FactId newFact();

  /** A new id for a proposal. */
  ProposalId newProposal();

  /** A new id for a mentor selection event. */
  SelectionEventId newSelectionEvent();
}
