package org.mentoring.obligation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Cadence;

/**
 * One period of a series of obligations, before the rules have judged it: all days are inclusive.
 *
 * @param cadence what it comes from
 * @param mentorship the mentorship it is kept for; null where it is kept for a participant
 * @param participant the mentor, mentee or centre it is kept for; null where it is kept for a
 *     mentorship
 * @param with the party with whom it is due; null: no matter with whom
 * @param number of the period in its series, from 1
 * @param opens the first day of the period
 * @param due the last day in time
 * @param deadline the last day of the grace; the day it is due where there is none
 * @param doneInTime how often it was done by the deadline, as far as is known
 * @param doneLate how often it was done after the deadline, as far as is known
 * @param doneOn the day on which it was done often enough; null if it was not
 * @param waived whether an authority waived it
 * @param over the day since which nothing more is due, as that of the closure; null while it goes
 *     on
 */
public record ObligationWindow(
    Cadence cadence,
    @Nullable MentorshipId mentorship,
    @Nullable ParticipantId participant,
    @Nullable Code with,
    int number,
    LocalDate opens,
    LocalDate due,
    LocalDate deadline,
    int doneInTime,
    int doneLate,
    @Nullable LocalDate doneOn,
    boolean waived,
    @Nullable LocalDate over) {
  /** A window of a series that goes on. */
  public ObligationWindow(
      Cadence cadence,
      @Nullable MentorshipId mentorship,
      @Nullable ParticipantId participant,
      @Nullable Code with,
      int number,
      LocalDate opens,
      LocalDate due,
      LocalDate deadline,
      int doneInTime,
      int doneLate,
      @Nullable LocalDate doneOn,
      boolean waived) {
    this(
        cadence,
        mentorship,
        participant,
        with,
        number,
        opens,
        due,
        deadline,
        doneInTime,
        doneLate,
        doneOn,
        waived,
        null);
  }
}
