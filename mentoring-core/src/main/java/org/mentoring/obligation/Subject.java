package org.mentoring.obligation;

import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * For whom or what a series is kept.
 *
 * @param mentorship null where it is kept for a participant
 * @param participant null where it is kept for a mentorship
 * @param with the party with whom it is due; null: no matter with whom
 */
public record Subject(
    @Nullable MentorshipId mentorship, @Nullable ParticipantId participant, @Nullable Code with) {
  /** Refuses none of the two and both. */
  public Subject {
    Invariants.holds(
        (mentorship == null) != (participant == null),
        "obligation.subject",
        "mentorship, participant",
        "one of the two");
  }

  /** A mentorship. */
  public static Subject of(MentorshipId mentorship) {
    return new Subject(mentorship, null, null);
  }

  /** A mentor, mentee or centre. */
  public static Subject of(ParticipantId participant) {
    return new Subject(null, participant, null);
  }

  /** The same, with a party. */
  public Subject with(Code party) {
    return new Subject(mentorship, participant, party);
  }
}
