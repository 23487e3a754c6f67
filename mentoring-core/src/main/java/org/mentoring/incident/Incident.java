package org.mentoring.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.StepTaken;

/**
 * An incident and what was done about it, as a store keeps it. Who may read what happened is said
 * by its procedure: commands and queries hand out no more than that.
 *
 * @param id its id
 * @param version 1, and one more with every command
 * @param kind its kind, as {@code SAFEGUARDING}
 * @param procedure the id of the documented algorithm that it follows
 * @param mentorship which it is about; null if none
 * @param concerns participants whom it is about
 * @param on the day when it happened
 * @param what what happened
 * @param by who reported it
 * @param recordedAt when it was reported
 * @param responsible who is responsible; null until somebody was named
 * @param deadline the last day to close it; null for none
 * @param steps of the algorithm, taken
 * @param escalations who was told when a deadline passed: the capacity's code as the step's id
 * @param closedOn null while it is open
 * @param outcome how it ended; null while it is open
 */
public record Incident(
    IncidentId id,
    long version,
    Code kind,
    String procedure,
    @Nullable MentorshipId mentorship,
    SortedSet<ParticipantId> concerns,
    LocalDate on,
    Note what,
    Actor by,
    Instant recordedAt,
    @Nullable Actor responsible,
    @Nullable LocalDate deadline,
    List<StepTaken> steps,
    List<StepTaken> escalations,
    @Nullable LocalDate closedOn,
    @Nullable Note outcome) {
  /** Sorts and copies. */
  public Incident {
    Invariants.present("Incident", id, kind, procedure, on, what, by, recordedAt);
    concerns = Invariants.sorted(concerns);
    steps = List.copyOf(steps);
    escalations = List.copyOf(escalations);
  }

  /** Whether it is not closed. */
  public boolean open() {
    return closedOn == null;
  }

  @Override
  public String toString() {
    return "Incident[" + id + ", " + kind + "]";
  }
}
