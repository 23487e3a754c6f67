package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mentoring.identity.ParticipantId;

/**
 * Why a mentee stays without a mentor.
 *
 * @param mentee who
 * @param reason the one that comes first
 * @param mentors how many mentors with places there were
 * @param possible to how many of them the mentee could go
 * @param rejected how many of those a person rejected
 * @param closedBy the hard criteria that closed the door, by id
 * @param taken the possible mentors who took others, those with the greatest scores first, at most
 *     {@value #NAMED}
 * @param openings smallest changes that would open a door
 */
public record Unmatched(
    ParticipantId mentee,
    Reason reason,
    int mentors,
    int possible,
    int rejected,
    List<ClosedDoor> closedBy,
    List<ParticipantId> taken,
    List<Opening> openings) {
  /** How many taken mentors are named. */
  public static final int NAMED = 10;

  /** Copies. */
  public Unmatched {
    closedBy = List.copyOf(closedBy);
    taken = List.copyOf(taken);
    openings = List.copyOf(openings);
  }

  /** The same with a further opening. */
  public Unmatched with(Opening opening) {
    List<Opening> all = new ArrayList<>(openings);
    all.add(opening);
    return new Unmatched(mentee, reason, mentors, possible, rejected, closedBy, taken, all);
  }

  /** Why. */
  public enum Reason {
    /** No mentor has a place. */
    NO_MENTOR,
    /** No mentor meets every hard criterion. */
    NO_CANDIDATE,
    /** A person rejected all that were possible. */
    ALL_REJECTED,
    /** All possible mentors are taken by others. */
    ALL_TAKEN,
    /** The possible mentors who are still free would close a circle of mentoring. */
    CIRCLE,
    /**
     * The possible mentors who are still free are kept so by a bound on groups, shares or loads.
     */
    BOUND
  }

  /**
   * A hard criterion and to how many of the other side it closed the door.
   *
   * @param criterion its id
   * @param mentors how many mentors, or mentees where a mentor is told of, do not meet it
   * @param alone for how many of them it is the only hindrance
   */
  public record ClosedDoor(String criterion, int mentors, int alone) {
    /** What alone closes most first. */
    static final Comparator<ClosedDoor> WIDEST_FIRST =
        Comparator.comparing(ClosedDoor::alone)
            .thenComparing(ClosedDoor::mentors)
            .reversed()
            .thenComparing(ClosedDoor::criterion);
  }
}
