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
 * by its procedure: commands and queries hand out no more than that, as {@link IncidentView}.
 *
 * @param id its id
 * @param version 1, and one more with every command and every erasure
 * @param kind its kind, as {@code SAFEGUARDING}
 * @param procedure the id of the documented algorithm that it follows
 * @param mentorship which it is about; null if none
 * @param concerns participants whom it is about
 * @param on the day when it happened
 * @param what what happened
 * @param by who reported it
 * @param recordedAt when it was reported
 * @param entrusted who was made responsible, the last one being so now; empty until somebody was
 *     named
 * @param deadline the last day to close it; null for none
 * @param steps of the algorithm, taken
 * @param escalations who was told in turn
 * @param closure how it was closed; null while it is open
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
    List<Entrusted> entrusted,
    @Nullable LocalDate deadline,
    List<StepTaken> steps,
    List<Escalation> escalations,
    @Nullable IncidentClosure closure) {
  /** Sorts and copies. */
  public Incident {
    Invariants.present("Incident", id, kind, procedure, on, what, by, recordedAt);
    concerns = Invariants.sorted(concerns);
    entrusted = List.copyOf(entrusted);
    steps = List.copyOf(steps);
    escalations = List.copyOf(escalations);
  }

  /** Whether it is not closed. */
  public boolean open() {
    return closure == null;
  }

  /** Who is responsible now; null until somebody was named. */
  public @Nullable Actor responsible() {
    return entrusted.isEmpty() ? null : entrusted.get(entrusted.size() - 1).responsible();
  }

  /** The day on which it was closed; null while it is open. */
  public @Nullable LocalDate closedOn() {
    IncidentClosure closed = closure;
    return closed == null ? null : closed.on();
  }

  /** Whether the step was taken. */
  public boolean took(String step) {
    return steps.stream().anyMatch(taken -> taken.step().equals(step));
  }

  /**
   * What was known of it at an instant when it had been reported already. However it goes on later,
   * this stays the same: its version is 1, as it is none that a store keeps.
   */
  public Incident knownAt(Instant instant) {
    IncidentClosure closed = closure;
    return new Incident(
        id,
        1,
        kind,
        procedure,
        mentorship,
        concerns,
        on,
        what,
        by,
        recordedAt,
        entrusted.stream().filter(each -> !each.recordedAt().isAfter(instant)).toList(),
        deadline,
        steps.stream().filter(each -> !each.recordedAt().isAfter(instant)).toList(),
        escalations.stream().filter(each -> !each.recordedAt().isAfter(instant)).toList(),
        closed == null || closed.recordedAt().isAfter(instant) ? null : closed);
  }

  @Override
  public String toString() {
    return "Incident[" + id + "]";
  }
}
