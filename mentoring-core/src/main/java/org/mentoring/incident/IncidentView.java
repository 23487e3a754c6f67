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
import org.mentoring.programme.IncidentProcedure;

/**
 * An incident as far as somebody may read it. The forms differ by type and not by empty values, so
 * that nobody shows by mistake what was kept back.
 *
 * <p>What every form tells is what a coordinator without the right to read must know to keep
 * children safe: that there is an incident about this mentorship, whether it is open, and whether
 * somebody is responsible. Not the kind and not the algorithm: that a report is about violence in a
 * family, and not about a broken arm, is the secret itself. Nor what is demanded of the mentorship
 * and by when, for each algorithm has its own: whoever has to carry it out is told by those who may
 * read. Not the day when it happened, nor whom it concerns, nor who reported it: the three together
 * name the person who spoke. Not the steps, their owners and who was told: a step "tell the police"
 * gives the kind away.
 */
public sealed interface IncidentView {
  /** Its id. */
  IncidentId id();

  /** Which mentorship it is about; null if none. */
  @Nullable MentorshipId mentorship();

  /** The day on which it was reported, in the programme's zone. */
  LocalDate reportedOn();

  /** Whether it is not closed. */
  boolean open();

  /** Whether somebody was made responsible. */
  boolean entrusted();

  /**
   * Everything, for the responsible person and those whom the algorithm lets read.
   *
   * @param id its id
   * @param version counts up with every command
   * @param kind its kind
   * @param procedure the id of the algorithm
   * @param mentorship which it is about; null if none
   * @param concerns whom it is about
   * @param on the day when it happened
   * @param what what happened
   * @param by who reported it
   * @param reportedOn the day on which it was reported
   * @param recordedAt when it became known
   * @param responsible who was made responsible, the last one being so now
   * @param deadline the earliest last day of what is still to be done; null if there is none
   * @param deadlines all of them, kept or not
   * @param steps taken
   * @param escalations who was told
   * @param effect what it demands of the mentorship; null for nothing
   * @param closure how it was closed; null while it is open
   */
  record Full(
      IncidentId id,
      long version,
      Code kind,
      String procedure,
      @Nullable MentorshipId mentorship,
      SortedSet<ParticipantId> concerns,
      LocalDate on,
      Note what,
      Actor by,
      LocalDate reportedOn,
      Instant recordedAt,
      List<Entrusted> responsible,
      @Nullable LocalDate deadline,
      List<IncidentDeadline> deadlines,
      List<StepTaken> steps,
      List<Escalation> escalations,
      IncidentProcedure.@Nullable Effect effect,
      @Nullable IncidentClosure closure)
      implements IncidentView {
    /** Sorts and copies. */
    public Full {
      concerns = Invariants.sorted(concerns);
      responsible = List.copyOf(responsible);
      deadlines = List.copyOf(deadlines);
      steps = List.copyOf(steps);
      escalations = List.copyOf(escalations);
    }

    @Override
    public boolean open() {
      return closure == null;
    }

    @Override
    public boolean entrusted() {
      return !responsible.isEmpty();
    }

    @Override
    public String toString() {
      return "Full[" + id + "]";
    }
  }

  /**
   * What somebody reported, for the reporter alone: the own words, and how it stands. What came of
   * it may tell more of a family than the reporter knew, so the outcome is left out.
   *
   * @param id its id
   * @param kind its kind, as reported
   * @param mentorship which it is about; null if none
   * @param concerns whom it is about, as reported
   * @param on the day when it happened, as reported
   * @param what what happened, as reported
   * @param reportedOn the day on which it was reported
   * @param open whether it is not closed
   * @param deadline the earliest last day of what is still to be done; null if there is none
   * @param effect what it demands of the mentorship; null for nothing
   * @param entrusted whether somebody was made responsible
   */
  record Own(
      IncidentId id,
      Code kind,
      @Nullable MentorshipId mentorship,
      SortedSet<ParticipantId> concerns,
      LocalDate on,
      Note what,
      LocalDate reportedOn,
      boolean open,
      @Nullable LocalDate deadline,
      IncidentProcedure.@Nullable Effect effect,
      boolean entrusted)
      implements IncidentView {
    /** Sorts and copies. */
    public Own {
      concerns = Invariants.sorted(concerns);
    }

    @Override
    public String toString() {
      return "Own[" + id + "]";
    }
  }

  /**
   * That there is an incident, and what has to be known of it to act; for everybody else who may
   * know so much.
   *
   * @param id its id
   * @param mentorship which it is about; null if none
   * @param reportedOn the day on which it was reported
   * @param open whether it is not closed
   * @param entrusted whether somebody was made responsible
   */
  record Restricted(
      IncidentId id,
      @Nullable MentorshipId mentorship,
      LocalDate reportedOn,
      boolean open,
      boolean entrusted)
      implements IncidentView {
    @Override
    public String toString() {
      return "Restricted[" + id + "]";
    }
  }
}
