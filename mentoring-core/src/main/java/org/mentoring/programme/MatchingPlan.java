package org.mentoring.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * How a practice brings mentees and mentors together.
 *
 * @param policy which answer is the best
 * @param capacity how many mentees a mentor has at the same time
 * @param event the event at which pairs form; null if there is none
 * @param criteria by id
 * @param emphases what counts more for some mentees
 * @param citation where the policy comes from
 */
public record MatchingPlan(
    Policy policy,
    CapacityTerms capacity,
    @Nullable EventTerms event,
    List<Criterion> criteria,
    List<Emphasis> emphases,
    Citation citation) {
  /** Sorts the criteria and copies. */
  public MatchingPlan {
    criteria = criteria.stream().sorted().toList();
    emphases = List.copyOf(emphases);
  }

  /** Which answer is the best. */
  public enum Policy {
    /** As many mentees as possible, then the greatest total score. */
    OPTIMAL,
    /** Both sides rank; no pair would leave its partners for each other. */
    STABLE,
    /** The best worst score. */
    MAX_MIN
  }

  /**
   * How many mentees a mentor has.
   *
   * @param usual where the mentor said nothing, 1 to 1,000
   * @param most whatever the mentor said, at least {@code usual}
   * @param citation where it comes from
   */
  public record CapacityTerms(int usual, int most, Citation citation) {
    /** Refuses numbers out of range or crossed. */
    public CapacityTerms {
      Invariants.range("capacity.usual", usual, 1, 1_000);
      Invariants.range("capacity.most", most, usual, 1_000);
    }
  }

  /**
   * The event at which pairs form.
   *
   * @param pairs places for pairs, 1 to 10,000
   * @param citation where it comes from
   */
  public record EventTerms(int pairs, Citation citation) {
    /** Refuses a number out of range. */
    public EventTerms {
      Invariants.range("event.pairs", pairs, 1, 10_000);
    }
  }

  /**
   * For mentees in a circumstance a soft criterion weighs more.
   *
   * @param circumstance of the mentee
   * @param criterion the criterion's id
   * @param times the weight is multiplied by it, 2 to 100
   * @param citation where it comes from
   */
  public record Emphasis(Code circumstance, String criterion, int times, Citation citation) {
    /** Refuses a factor out of range. */
    public Emphasis {
      Invariants.range("emphasis.times", times, 2, 100);
    }
  }
}
