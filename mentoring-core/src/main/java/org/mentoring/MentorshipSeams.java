package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.Obligation;

/** What other parts answer, in one place until they are joined. */
final class MentorshipSeams {
  private MentorshipSeams() {}

  static Optional<Decision> centre(Workplace workplace, ParticipantId centre, LocalDate on) {
    return Optional.empty();
  }

  static Optional<Decision> completion(Workplace workplace, MentorshipId id, LocalDate on) {
    return Optional.empty();
  }

  static List<Obligation> obligations(Workplace workplace, MentorshipId id, LocalDate on) {
    return List.of();
  }

  static boolean agreed(Workplace workplace, ParticipantId centre, Code matter, LocalDate on) {
    return true;
  }
}
