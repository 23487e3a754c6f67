package org.mentoring.activity;

import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/** What an activity is about. */
public sealed interface About {
  /**
   * A mentorship.
   *
   * @param mentorship its id
   */
  record OfMentorship(MentorshipId mentorship) implements About {}

  /**
   * A participant: a person, or an organisation such as a centre.
   *
   * @param participant its id
   */
  record OfParticipant(ParticipantId participant) implements About {}

  /** The whole programme. */
  record OfProgramme() implements About {}

  /** About a mentorship. */
  static About mentorship(MentorshipId id) {
    return new OfMentorship(id);
  }

  /** About a participant. */
  static About participant(ParticipantId id) {
    return new OfParticipant(id);
  }

  /** About the whole programme. */
  static About programme() {
    return new OfProgramme();
  }
}
