package org.mentoring.spi;

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

  /** A new id for a mentorship. */
  MentorshipId newMentorship();

  /** A new id for a recorded activity. */
  ActivityId newActivity();

  /** A new id for an incident. */
  IncidentId newIncident();

  /** A new id for a waiver. */
  WaiverId newWaiver();

  /** A new id for a command that was given without one. */
  CommandId newCommand();

  /** A new id for a stored decision. */
  DecisionId newDecision();

  /** A new id for an event. */
  EventId newEvent();

  /** A salt that nobody can guess: 32 hexadecimal digits. */
  String newSalt();
}
