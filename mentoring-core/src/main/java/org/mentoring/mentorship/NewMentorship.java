package org.mentoring.mentorship;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Arrangement;

/**
 * Who is to be assigned to whom.
 *
 * @param practice the practice's id
 * @param arrangement individual, group or team
 * @param mentors at least one
 * @param mentees at least one
 * @param centre the centre that runs it; null if it runs without one
 * @param model the organisational model's id; null if the definition tells none apart
 * @param continues the mentorship that it takes over from; null if none
 * @param on the day
 * @param reason why two who were parted before are paired again, 1 to 500 characters; null where
 *     nothing has to be explained
 */
public record NewMentorship(
    String practice,
    Arrangement arrangement,
    SortedSet<ParticipantId> mentors,
    SortedSet<ParticipantId> mentees,
    @Nullable ParticipantId centre,
    @Nullable String model,
    @Nullable MentorshipId continues,
    LocalDate on,
    @Nullable String reason) {
  /** Refuses a mentorship without a side; sorts and copies. */
  public NewMentorship {
    Invariants.present("mentorship", practice, arrangement, mentors, mentees, on);
    mentors = Invariants.sortedNotEmpty("mentors", mentors);
    mentees = Invariants.sortedNotEmpty("mentees", mentees);
    if (reason != null) {
      reason = Invariants.text("reason", reason, 500);
    }
  }

  /** Without a reason: the parties were not parted before. */
  public NewMentorship(
      String practice,
      Arrangement arrangement,
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      @Nullable ParticipantId centre,
      @Nullable String model,
      @Nullable MentorshipId continues,
      LocalDate on) {
    this(practice, arrangement, mentors, mentees, centre, model, continues, on, null);
  }

  /** One mentor and one mentee, without a centre, an organisational model or a predecessor. */
  public static NewMentorship individual(
      String practice, ParticipantId mentor, ParticipantId mentee, LocalDate on) {
    return new NewMentorship(
        practice,
        Arrangement.INDIVIDUAL,
        Invariants.sorted(java.util.List.of(mentor)),
        Invariants.sorted(java.util.List.of(mentee)),
        null,
        null,
        null,
        on);
  }

  /** The same, run by a centre. */
  public NewMentorship at(ParticipantId runningCentre) {
    return new NewMentorship(
        practice, arrangement, mentors, mentees, runningCentre, model, continues, on, reason);
  }

  /** The same under an organisational model. */
  public NewMentorship under(String organisationalModel) {
    return new NewMentorship(
        practice,
        arrangement,
        mentors,
        mentees,
        centre,
        organisationalModel,
        continues,
        on,
        reason);
  }

  /** The same as the successor of a mentorship that has ended or that its mentee left. */
  public NewMentorship continuing(MentorshipId predecessor) {
    return new NewMentorship(
        practice, arrangement, mentors, mentees, centre, model, predecessor, on, reason);
  }

  /**
   * The same, though a mentor and a mentee of it were parted before.
   *
   * @param why whoever looked at it says why they may be together again, 1 to 500 characters
   */
  public NewMentorship because(String why) {
    return new NewMentorship(
        practice, arrangement, mentors, mentees, centre, model, continues, on, why);
  }

  @Override
  public String toString() {
    return "NewMentorship[" + practice + ", " + arrangement + ", " + on + "]";
  }
}
