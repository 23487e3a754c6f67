package org.mentoring.memory;

import java.util.concurrent.atomic.AtomicLong;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
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
  private final AtomicLong mentorships = new AtomicLong();
  private final AtomicLong activities = new AtomicLong();
  private final AtomicLong incidents = new AtomicLong();
  private final AtomicLong waivers = new AtomicLong();

  private final AtomicLong commands = new AtomicLong();
  private final AtomicLong decisions = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong salts = new AtomicLong();

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

  @Override
  public MentorshipId newMentorship() {
    return MentorshipId.of("mentorship-" + mentorships.incrementAndGet());
  }

  @Override
  public ActivityId newActivity() {
    return ActivityId.of("activity-" + activities.incrementAndGet());
  }

  @Override
  public IncidentId newIncident() {
    return IncidentId.of("incident-" + incidents.incrementAndGet());
  }

  @Override
  public WaiverId newWaiver() {
    return WaiverId.of("waiver-" + waivers.incrementAndGet());
  }

  @Override
  public CommandId newCommand() {
    return CommandId.of("command-" + commands.incrementAndGet());
  }

  @Override
  public DecisionId newDecision() {
    return DecisionId.of("decision-" + decisions.incrementAndGet());
  }

  @Override
  public EventId newEvent() {
    return EventId.of("event-" + events.incrementAndGet());
  }

  /** Not for data of real people: this salt can be guessed. */
  @Override
  public String newSalt() {
    return CanonicalForm.sha256OfText("salt-" + salts.incrementAndGet()).substring(0, 32);
  }
}
