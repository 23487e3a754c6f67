package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;

/**
 * How long data of people is kept. A ground of which no rule speaks keeps the data without an end,
 * so that nothing is erased that nobody spoke of.
 *
 * @param consents purposes of consents that the data rests on: who takes such a consent back takes
 *     that ground away
 * @param rules when a ground to keep data ends
 */
public record RetentionTerms(SortedSet<Code> consents, List<Rule> rules) {
  /** Refuses terms without a rule; sorts and copies. */
  public RetentionTerms {
    consents = Invariants.sorted(consents);
    rules = Invariants.notEmpty("retention.rules", rules);
  }

  /** What gives a ground to keep data, once it is over. */
  public enum Ground {
    /** The last mentorship and its follow-up have ended. */
    MENTORSHIP_OVER,
    /** An application or a referral was refused or has ended without a mentorship. */
    APPLICATION_OVER,
    /** A position is not held any more. */
    POSITION_LEFT,
    /** A consent that the data rests on was taken back. */
    CONSENT_WITHDRAWN
  }

  /**
   * For how long a ground keeps data after it is over.
   *
   * @param id lower case with hyphens
   * @param ground which
   * @param positions of whom; empty: of all of whom no other rule speaks
   * @param kept for how long; null: not at all
   * @param despiteWithdrawal whether it keeps the data also when the consent was taken back, as
   *     where a law demands it
   * @param citation where it comes from
   */
  public record Rule(
      String id,
      Ground ground,
      SortedSet<Position> positions,
      @Nullable Period kept,
      boolean despiteWithdrawal,
      Citation citation) {
    /** Refuses a period that is not positive; sorts and copies. */
    public Rule {
      Invariants.present("retention.rule", id, ground, positions, citation);
      Invariants.positive("kept", kept);
      positions = Invariants.sorted(positions);
    }
  }

  /** The rule for a ground and a position, if there is one; one that names the position first. */
  public Optional<Rule> rule(Ground ground, Position position) {
    return rules.stream()
        .filter(rule -> rule.ground() == ground)
        .filter(rule -> rule.positions().isEmpty() || rule.positions().contains(position))
        .reduce((one, other) -> one.positions().isEmpty() ? other : one);
  }
}
