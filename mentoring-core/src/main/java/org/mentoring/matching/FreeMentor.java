package org.mentoring.matching;

import java.util.List;
import org.mentoring.identity.ParticipantId;

/**
 * Why a mentor keeps free places.
 *
 * @param mentor who
 * @param places how many are free
 * @param reason the one that comes first
 * @param mentees how many mentees there were
 * @param possible how many of them could have gone to this mentor
 * @param rejected for how many of those a person rejected the pair
 * @param closedBy the hard criteria that closed the door, by id, each to how many mentees
 */
public record FreeMentor(
    ParticipantId mentor,
    int places,
    Reason reason,
    int mentees,
    int possible,
    int rejected,
    List<Unmatched.ClosedDoor> closedBy) {
  /** Copies. */
  public FreeMentor {
    closedBy = List.copyOf(closedBy);
  }

  /** Why. */
  public enum Reason {
    /** No mentee looks for a mentor. */
    NO_MENTEE,
    /** No mentee meets every hard criterion. */
    NO_CANDIDATE,
    /** A person rejected all that were possible. */
    ALL_REJECTED,
    /** All possible mentees have a mentor, this one or another. */
    ALL_MATCHED,
    /** A further pair would close a circle of mentoring. */
    CIRCLE,
    /** A bound on groups, shares or loads allows no further pair. */
    BOUND
  }
}
