package org.mentoring.matching;

import java.util.List;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;

/** A smallest change that would open a door for a mentee who stays without a mentor. */
public sealed interface Opening {
  /**
   * One more place with a possible mentor who is taken.
   *
   * @param mentor the possible mentor with the greatest score, then by id
   * @param score the pair's
   * @param pairMore whether there would surely be one pair more in all; not under {@code STABLE},
   *     bounds or forbidden circles
   */
  record OnePlaceMore(ParticipantId mentor, int score, boolean pairMore) implements Opening {}

  /**
   * One more mentor where the mentee is, as in its town, if this mentor meets the other conditions.
   *
   * @param attribute what a hard criterion wants to be the same
   * @param values the mentee's, sorted, at least one
   */
  record OneMentorMore(Attribute attribute, List<String> values) implements Opening {
    /** Refuses an empty list; copies. */
    public OneMentorMore {
      values = Invariants.notEmpty("opening.values", values);
    }

    /** Without the values: they are a mentee's. */
    @Override
    public String toString() {
      return "OneMentorMore[" + attribute + "]";
    }
  }

  /**
   * A mentor who has a place is possible but for one hard criterion.
   *
   * @param mentor of those that only this criterion keeps away the one that it keeps away least
   * @param criterion what was measured
   */
  record OneCriterion(ParticipantId mentor, CriterionScore criterion) implements Opening {}

  /**
   * A mentor who applied is possible but not yet eligible: were this settled, there would be a
   * place.
   *
   * @param mentor the one with the fewest findings, then the greatest score, then by id
   * @param missing what is open, at least one
   */
  record OneMentorReady(ParticipantId mentor, List<Finding> missing) implements Opening {
    /** Refuses an empty list; copies. */
    public OneMentorReady {
      missing = Invariants.notEmpty("opening.missing", missing);
    }
  }
}
