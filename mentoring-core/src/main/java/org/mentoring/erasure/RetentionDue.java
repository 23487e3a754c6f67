package org.mentoring.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;

/**
 * A person whose data is to be erased, as nothing gives a ground to keep it any more.
 *
 * @param participant who; of merged registrations the kept one
 * @param registrations all registrations of the person
 * @param since the first day on which it was to be erased
 * @param findings why, by the rules of the definition: which ground ended and until when it held;
 *     at least one
 */
public record RetentionDue(
    ParticipantId participant,
    SortedSet<ParticipantId> registrations,
    LocalDate since,
    List<Finding> findings) {
  /** Refuses a person without a reason; sorts and copies. */
  public RetentionDue {
    Invariants.present("RetentionDue", participant, registrations, since);
    registrations = Invariants.sorted(registrations);
    findings = Invariants.notEmpty("findings", findings.stream().sorted().toList());
  }
}
