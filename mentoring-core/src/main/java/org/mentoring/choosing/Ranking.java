package org.mentoring.choosing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Position;

/**
 * Whom a participant would like, from the best on. Who is not named is not acceptable; a ranking
 * that names nobody wishes none. It is not printed by {@link #toString()}: nobody but its owner and
 * the staff may read it.
 *
 * @param by whose it is
 * @param as as whom: {@link Position#MENTEE} or {@link Position#MENTOR}
 * @param order those who are liked alike stand together
 */
public record Ranking(ParticipantId by, Position as, List<List<ParticipantId>> order) {
  /** Refuses another position; copies, without empty places. */
  public Ranking {
    Invariants.holds(
        as == Position.MENTEE || as == Position.MENTOR,
        "ranking.position",
        "position",
        "MENTEE or MENTOR");
    order = order.stream().filter(alike -> !alike.isEmpty()).map(List::copyOf).toList();
  }

  /** A ranking without ties. */
  public static Ranking strict(ParticipantId by, Position as, List<ParticipantId> order) {
    return new Ranking(by, as, order.stream().map(List::of).toList());
  }

  /** All who are named, from the best on. */
  public List<ParticipantId> named() {
    List<ParticipantId> named = new ArrayList<>();
    order.forEach(named::addAll);
    return List.copyOf(named);
  }

  /** The rank of everybody who is named, 0 for the best. */
  Map<ParticipantId, Integer> ranks() {
    Map<ParticipantId, Integer> ranks = new LinkedHashMap<>();
    for (int rank = 0; rank < order.size(); rank++) {
      for (ParticipantId each : order.get(rank)) {
        ranks.putIfAbsent(each, rank);
      }
    }
    return ranks;
  }

  @Override
  public String toString() {
    return "Ranking[" + by + ", " + as + "]";
  }
}
