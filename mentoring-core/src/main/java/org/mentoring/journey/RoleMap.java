package org.mentoring.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;

/**
 * Who holds which position on a day and since when (S3-02): by what is on record of positions, and
 * as mentor or mentee by open mentorships. One person may hold several. For staff: it holds ids of
 * people. Immutable and thread-safe.
 *
 * @param asOf the day
 * @param holdings by participant, position and practice
 */
public record RoleMap(LocalDate asOf, List<Holding> holdings) {
  /** Copies. */
  public RoleMap {
    Invariants.present("RoleMap", asOf);
    holdings = List.copyOf(holdings);
  }

  /** Those of one participant. */
  public List<Holding> of(ParticipantId participant) {
    return holdings.stream().filter(each -> each.participant().equals(participant)).toList();
  }

  /**
   * A position that somebody holds.
   *
   * @param participant who
   * @param position which
   * @param practice the practice's id; null for the whole programme
   * @param since the first day of the stretch in which the day lies
   * @param mentorships open ones in which it is held
   */
  public record Holding(
      ParticipantId participant,
      Position position,
      @Nullable String practice,
      LocalDate since,
      SortedSet<MentorshipId> mentorships) {
    /** Sorts and copies. */
    public Holding {
      Invariants.present("Holding", participant, position, since);
      mentorships = Invariants.sorted(mentorships);
    }
  }
}
