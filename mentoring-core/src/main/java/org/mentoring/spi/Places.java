package org.mentoring.spi;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/**
 * The places of mentors: what two commands at once must not both take. It guards twice, and each
 * guard suffices alone: a lock on the mentor until the unit of work ends, and the place's own key.
 * Thread-safe; every call is atomic.
 */
public interface Places {
  /** Keeps other units of work from changing what these have, until the running one ends. */
  void lock(SortedSet<ParticipantId> participants);

  /**
   * Takes a place.
   *
   * @return whether it was free
   */
  boolean take(Place place);

  /** Gives the places of a mentorship back. */
  void release(MentorshipId mentorship);

  /** The places that a mentor has given away, by scope and number. */
  List<Place> of(ParticipantId mentor);

  /**
   * One place of a mentor; there is one of each mentor, scope and number.
   *
   * @param mentor whose
   * @param scope what the number counts within: a practice's id, or {@code *} over all practices
   * @param number from 1
   * @param mentorship which has it
   * @param mentee who has it
   */
  record Place(
      ParticipantId mentor,
      String scope,
      int number,
      MentorshipId mentorship,
      ParticipantId mentee) {}
}
