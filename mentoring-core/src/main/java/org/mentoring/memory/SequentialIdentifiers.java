package org.mentoring.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.Identifiers;

/**
 * Ids that count up, so that the same commands give the same ids: for studies, tests and single
 * runs. Thread-safe.
 */
public final class SequentialIdentifiers implements Identifiers {
  private final AtomicLong participants = new AtomicLong();
  private final AtomicLong facts = new AtomicLong();
  private final AtomicLong proposals = new AtomicLong();
  private final AtomicLong selectionEvents = new AtomicLong();

  /** Starts at 1. */
  public SequentialIdentifiers() {}

  @Override
  public ParticipantId newParticipant() {
    return ParticipantId.of("participant-" + participants.incrementAndGet());
  }

  @Override
  public FactId newFact() {
    return FactId.of("fact-" + facts.incrementAndGet());
  }

  @Override
  public ProposalId newProposal() {
    return ProposalId.of("proposal-" + proposals.incrementAndGet());
  }

  @Override
  public SelectionEventId newSelectionEvent() {
    return SelectionEventId.of("selection-event-" + selectionEvents.incrementAndGet());
  }
}
