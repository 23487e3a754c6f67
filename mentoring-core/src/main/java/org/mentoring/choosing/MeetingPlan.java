package org.mentoring.choosing;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.PairKey;

/**
 * Who meets whom at an event, round by round: in a round everybody has one meeting at most.
 *
 * @param rounds in their order, each by mentee
 */
public record MeetingPlan(List<List<PairKey>> rounds) {
  /** Refuses somebody who has two meetings in one round, and two who meet twice; copies. */
  public MeetingPlan {
    rounds = rounds.stream().map(round -> round.stream().sorted().toList()).toList();
    SortedSet<PairKey> all = new TreeSet<>();
    for (List<PairKey> round : rounds) {
      Invariants.holds(
          round.stream().map(PairKey::mentee).distinct().count() == round.size()
              && round.stream().map(PairKey::mentor).distinct().count() == round.size(),
          "meetings.round",
          "round",
          "everybody once");
      Invariants.holds(
          round.stream().allMatch(all::add), "meetings.twice", "meetings", "each pair once");
    }
  }

  /**
   * A plan in which every mentee meets as many as it should of those who are possible for it at the
   * event, and the mentor that was proposed for it in any case; the meetings are spread over the
   * mentors as evenly as may be, and between mentors who have equally many the better score goes
   * first.
   *
   * @param candidates who is possible for whom
   * @param invitation who is there
   * @param most how many mentors a mentee meets; null for all who are possible
   */
  public static MeetingPlan of(
      CandidateEdges candidates, Invitation invitation, @Nullable Integer most) {
    return new MeetingPlan(
        new MeetingRounds(candidates, invitation, most == null ? Integer.MAX_VALUE : most)
            .rounds());
  }

  /** All meetings. */
  public SortedSet<PairKey> pairs() {
    SortedSet<PairKey> pairs = new TreeSet<>();
    rounds.forEach(pairs::addAll);
    return Invariants.sorted(pairs);
  }
}
