package org.mentoring.incident;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * What is reported of an incident.
 *
 * @param kind its kind, as {@code SAFEGUARDING}; one that a documented algorithm is for
 * @param mentorship which it is about; null if none, or if it is not known
 * @param concerns participants whom it is about; they never read what was reported of them
 * @param on the day when it happened
 * @param what what happened
 */
public record NewIncident(
    Code kind,
    @Nullable MentorshipId mentorship,
    SortedSet<ParticipantId> concerns,
    LocalDate on,
    Note what) {
  /** Refuses a missing value; sorts and copies. */
  public NewIncident {
    Invariants.present("NewIncident", kind, on, what);
    concerns = Invariants.sorted(concerns);
  }

  @Override
  public String toString() {
    return "NewIncident[…]";
  }
}
