package org.mentoring;

import java.time.LocalDate;
import java.util.Optional;
import org.mentoring.decision.Decision;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/** What other parts answer, in one place until they are joined. */
final class MentorshipSeams {
  private MentorshipSeams() {}

  static Optional<Decision> centre(Workplace workplace, ParticipantId centre, LocalDate on) {
    return Optional.of(workplace.mentoring().decideCentre(centre, on, workplace.now()));
  }

  static boolean agreed(Workplace workplace, ParticipantId centre, Code matter, LocalDate on) {
    return workplace.mentoring().agreed(centre, matter, on, workplace.now());
  }
}
