package org.mentoring.programme;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * How a practice brings mentees and mentors together.
 *
 * @param policy which answer is the best
 * @param proposing the side that proposes under {@link Policy#STABLE}; null if the definition does
 *     not say, see {@link #proposer()}
 * @param capacity how many mentees a mentor has
 * @param event the event at which pairs form; null if there is none
 * @param criteria by id
 * @param emphases what counts more for some mentees
 * @param rematch what an existing pair is worth; null: see {@link #disruptionPrice()}
 * @param waiting that who waited longest goes first; null if waiting does not count
 * @param group how many mentees form a group; null if the definition sets no size
 * @param team how many mentors lead one group; null if the definition sets no size
 * @param shares how many mentees with some value are matched at least
 * @param coordinatorLoad how much one coordinator looks after; null if it is not bounded
 * @param together which mentees go to the same mentor; null if each goes alone
 * @param citation where the policy comes from
 */
public record MatchingPlan(
    Policy policy,
    @OmittedIfAbsent Term.@Nullable Side proposing,
    CapacityTerms capacity,
    @Nullable EventTerms event,
    List<Criterion> criteria,
    List<Emphasis> emphases,
    @OmittedIfAbsent @Nullable RematchTerms rematch,
    @OmittedIfAbsent @Nullable WaitingTerms waiting,
    @OmittedIfAbsent @Nullable GroupTerms group,
    @OmittedIfAbsent @Nullable TeamTerms team,
    @OmittedIfAbsent List<Share> shares,
    @OmittedIfAbsent @Nullable CoordinatorLoad coordinatorLoad,
    @OmittedIfAbsent @Nullable TogetherTerms together,
    Citation citation) {
  /** Sorts the criteria and copies. */
  public MatchingPlan {
    criteria = criteria.stream().sorted().toList();
    emphases = List.copyOf(emphases);
    shares = List.copyOf(shares);
  }

  /** A plan of pairs that says nothing of rematch, waiting, groups, teams, shares and loads. */
  public MatchingPlan(
      Policy policy,
      CapacityTerms capacity,
      @Nullable EventTerms event,
      List<Criterion> criteria,
      List<Emphasis> emphases,
      Citation citation) {
    this(
        policy, null, capacity, event, criteria, emphases, null, null, null, null, List.of(), null,
        null, citation);
  }

  /** The same plan with other criteria. */
  MatchingPlan withCriteria(List<Criterion> others) {
    return new MatchingPlan(
        policy,
        proposing,
        capacity,
        event,
        others,
        emphases,
        rematch,
        waiting,
        group,
        team,
        shares,
        coordinatorLoad,
        together,
        citation);
  }

  /** The side that proposes under {@link Policy#STABLE}: mentees, unless it says otherwise. */
  public Term.Side proposer() {
    return proposing == null ? Term.Side.MENTEE : proposing;
  }

  /**
   * The points that a pair that exists is worth beyond its score; empty if existing pairs are kept
   * before score counts at all.
   */
  public OptionalInt disruptionPrice() {
    return rematch == null || rematch.disruptionPrice() == null
        ? OptionalInt.empty()
        : OptionalInt.of(rematch.disruptionPrice());
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
   * @param candidates how many possible mentors each mentee meets before both sides rank, 1 to 50;
   *     null: as many as there are
   * @param citation where it comes from
   */
  public record EventTerms(
      int pairs, @OmittedIfAbsent @Nullable Integer candidates, Citation citation) {
    /** Refuses numbers out of range. */
    public EventTerms {
      Invariants.range("event.pairs", pairs, 1, 10_000);
      if (candidates != null) {
        Invariants.range("event.candidates", candidates, 1, 50);
      }
    }

    /** An event at which each mentee meets every possible mentor. */
    public EventTerms(int pairs, Citation citation) {
      this(pairs, null, citation);
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

  /**
   * What happens to pairs that exist when matching runs again.
   *
   * @param disruptionPrice points that a pair that exists is worth beyond its score, 0 to
   *     1,000,000; null: existing pairs are kept before score counts
   * @param citation where it comes from
   */
  public record RematchTerms(@Nullable Integer disruptionPrice, Citation citation) {
    /** Refuses a number out of range. */
    public RematchTerms {
      if (disruptionPrice != null) {
        Invariants.range("rematch.disruptionPrice", disruptionPrice, 0, 1_000_000);
      }
    }
  }

  /**
   * Where places are scarce, who waited longest goes first. Waiting counts from the first
   * application.
   *
   * @param citation where it comes from
   */
  public record WaitingTerms(Citation citation) {}

  /**
   * How many mentees of one mentor form a group.
   *
   * @param least 1 to 1,000
   * @param most at least {@code least}, at most 1,000
   * @param orNone whether a mentor for whom there are not so many has none at all: the group is
   *     closed
   * @param citation where it comes from
   */
  public record GroupTerms(int least, int most, boolean orNone, Citation citation) {
    /** Refuses numbers out of range or crossed. */
    public GroupTerms {
      Invariants.range("group.least", least, 1, 1_000);
      Invariants.range("group.most", most, least, 1_000);
    }
  }

  /**
   * How many mentors lead one group.
   *
   * @param least 1 to 100
   * @param most at least {@code least}, at most 100
   * @param citation where it comes from
   */
  public record TeamTerms(int least, int most, Citation citation) {
    /** Refuses numbers out of range or crossed. */
    public TeamTerms {
      Invariants.range("team.least", least, 1, 100);
      Invariants.range("team.most", most, least, 100);
    }
  }

  /**
   * Of the mentees with a value, at least so many are matched.
   *
   * @param attribute of mentees
   * @param value one of its values, 1 to 200 characters
   * @param least mentees, 1 to 1,000,000
   * @param citation where it comes from
   */
  public record Share(Attribute attribute, String value, int least, Citation citation) {
    /** Refuses a blank or long value and a number out of range. */
    public Share {
      Invariants.text("share.value", value, 200);
      Invariants.range("share.least", least, 1, 1_000_000);
    }
  }

  /**
   * How many mentees the mentors of one coordinator have in all.
   *
   * @param most mentees, 1 to 1,000,000
   * @param attribute by which a mentor's coordinator is named, usually {@link
   *     Attribute#COORDINATOR}
   * @param citation where it comes from
   */
  public record CoordinatorLoad(int most, Attribute attribute, Citation citation) {
    /** Refuses a number out of range. */
    public CoordinatorLoad {
      Invariants.range("coordinatorLoad.most", most, 1, 1_000_000);
    }
  }

  /**
   * Mentees with the same value go to the same mentor or to none, as the children of one family.
   *
   * @param attribute of mentees
   * @param citation where it comes from
   */
  public record TogetherTerms(Attribute attribute, Citation citation) {}
}
