package org.mentoring;

import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.StoredDecision;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Mentorship;

/** By which id what came of a command is found again. */
final class CommandResult {
  private CommandResult() {}

  static @Nullable String id(Object value) {
    if (value instanceof ParticipantId id) {
      return id.value();
    }
    if (value instanceof FactId id) {
      return id.value();
    }
    if (value instanceof ActivityId id) {
      return id.value();
    }
    if (value instanceof IncidentId id) {
      return id.value();
    }
    if (value instanceof WaiverId id) {
      return id.value();
    }
    if (value instanceof ErasureAct act) {
      return act.erasure().participant().value();
    }
    if (value instanceof Mentorship mentorship) {
      return mentorship.particulars().id().value();
    }
    if (value instanceof StoredDecision decision) {
      return decision.id().value();
    }
    if (value instanceof MatchProposal proposal) {
      return proposal.id().value();
    }
    if (value instanceof MentorSelectionEvent event) {
      return event.id().value();
    }
    // Several things came of it: the journal names them by the command's id.
    return null;
  }
}
