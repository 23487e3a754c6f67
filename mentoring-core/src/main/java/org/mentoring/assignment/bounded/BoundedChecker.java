package org.mentoring.assignment.bounded;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mentoring.assignment.Edges;

/**
 * Checks answers to a {@link BoundedProblem} by themselves: it knows no engine and shares no code
 * with one. Thread-safe: it has no state.
 */
public final class BoundedChecker {
  private BoundedChecker() {}

  /**
   * The limits that some pairs break; none if they are an answer.
   *
   * @param chosen numbers of edges; those that are no edge are an error of the caller
   */
  public static List<Limit> broken(BoundedProblem problem, BitSet chosen) {
    Edges edges = problem.edges();
    int[] ofMentee = new int[edges.mentees()];
    int[] ofMentor = new int[edges.mentors()];
    count(edges, chosen, ofMentee, ofMentor);
    List<Limit> broken = new ArrayList<>();
    for (int mentee = 0; mentee < ofMentee.length; mentee++) {
      int had = ofMentee[mentee];
      if (had < problem.menteeLeast(mentee) || had > problem.menteeMost(mentee)) {
        check(problem.menteeBound(mentee), had, problem.menteeOrNone(mentee), broken);
      }
    }
    for (int mentor = 0; mentor < ofMentor.length; mentor++) {
      int had = ofMentor[mentor];
      if (had < problem.mentorLeast(mentor) || had > problem.mentorMost(mentor)) {
        check(problem.mentorBound(mentor), had, problem.mentorOrNone(mentor), broken);
      }
    }
    for (int number = 0; number < problem.quotas().size(); number++) {
      Quota quota = problem.quotas().get(number);
      int had = 0;
      for (int member : quota.members()) {
        had += quota.side() == Quota.Side.MENTEES ? ofMentee[member] : ofMentor[member];
      }
      check(problem.quotaBound(number), had, false, broken);
    }
    for (int share = 0; share < problem.shares().size(); share++) {
      BoundedProblem.Share of = problem.shares().get(share);
      if (of.mentees().stream().filter(mentee -> ofMentee[mentee] > 0).count() < of.least()) {
        broken.add(new Limit(problem.shareBound(share), Limit.End.LEAST));
      }
    }
    for (int set = 0; set < problem.together().size(); set++) {
      if (apart(edges, chosen, problem.together().get(set).mentees())) {
        broken.add(new Limit(problem.togetherBound(set), Limit.End.RULE));
      }
    }
    return broken;
  }

  private static void count(Edges edges, BitSet chosen, int[] ofMentee, int[] ofMentor) {
    for (int mentee = 0; mentee < ofMentee.length; mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        if (chosen.get(e)) {
          ofMentee[mentee]++;
          ofMentor[edges.mentorOf(e)]++;
        }
      }
    }
  }

  private static void check(Bound bound, int had, boolean orNone, List<Limit> broken) {
    if (had > bound.most()) {
      broken.add(new Limit(bound, Limit.End.MOST));
    }
    if (had < bound.least() && !(orNone && had == 0)) {
      broken.add(new Limit(bound, orNone ? Limit.End.RULE : Limit.End.LEAST));
    }
  }

  private static boolean apart(Edges edges, BitSet chosen, List<Integer> mentees) {
    BitSet ofFirst = mentorsOf(edges, chosen, mentees.get(0));
    return mentees.stream().anyMatch(each -> !mentorsOf(edges, chosen, each).equals(ofFirst));
  }

  private static BitSet mentorsOf(Edges edges, BitSet chosen, int mentee) {
    BitSet mentors = new BitSet();
    for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
      if (chosen.get(e)) {
        mentors.set(edges.mentorOf(e));
      }
    }
    return mentors;
  }

  /**
   * Whether prices prove that nothing is better: the pairs keep the bounds; each chosen pair is
   * worth what its bounds cost, or more, and each other pair no more; and what has a price is at
   * the end of its bound that the price asks for (complementary slackness). Bounds of the kinds "or
   * none", "share" and "together" make answers fewer, not better, so the proof holds with them too.
   */
  public static boolean proves(
      BoundedProblem problem, BoundedAssignment assignment, BoundedPrices prices) {
    Edges edges = problem.edges();
    BitSet chosen = assignment.chosen();
    if (chosen.length() > edges.size()
        || !broken(problem, chosen).isEmpty()
        || !fits(problem, prices)
        || !levelled(problem, prices)) {
      return false;
    }
    try {
      long[] atMentee = new long[edges.mentees()];
      long[] atMentor = new long[edges.mentors()];
      addUp(problem, prices, atMentee, atMentor);
      for (int mentee = 0; mentee < edges.mentees(); mentee++) {
        for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
          long costs = Math.addExact(atMentee[mentee], atMentor[edges.mentorOf(e)]);
          long margin = Math.subtractExact(worth(problem, prices, mentee, e), costs);
          if (chosen.get(e) ? margin < 0 : margin > 0) {
            return false;
          }
        }
      }
      return slack(problem, chosen, prices);
    } catch (ArithmeticException tooLarge) {
      // Sums that do not fit prove nothing.
      return false;
    }
  }

  private static boolean fits(BoundedProblem problem, BoundedPrices prices) {
    return prices.mentees() == problem.edges().mentees()
        && prices.mentors() == problem.edges().mentors()
        && prices.quotas() == problem.quotas().size();
  }

  private static boolean slack(BoundedProblem problem, BitSet chosen, BoundedPrices prices) {
    Edges edges = problem.edges();
    int[] ofMentee = new int[edges.mentees()];
    int[] ofMentor = new int[edges.mentors()];
    count(edges, chosen, ofMentee, ofMentor);
    for (int mentee = 0; mentee < ofMentee.length; mentee++) {
      int least = problem.menteeOrNone(mentee) ? 0 : problem.menteeLeast(mentee);
      int possible = edges.firstEdge(mentee + 1) - edges.firstEdge(mentee);
      int most = Math.min(problem.menteeMost(mentee), possible);
      long first = prices.worths().mentee();
      long had = earned(prices.mentee(mentee), ofMentee[mentee], first);
      if (had != mostEarned(prices.mentee(mentee), least, most, first)) {
        return false;
      }
    }
    for (int mentor = 0; mentor < ofMentor.length; mentor++) {
      int least = problem.mentorOrNone(mentor) ? 0 : problem.mentorLeast(mentor);
      if (!atItsEnd(prices.mentor(mentor), ofMentor[mentor], least, problem.mentorMost(mentor))) {
        return false;
      }
    }
    for (int number = 0; number < problem.quotas().size(); number++) {
      Quota quota = problem.quotas().get(number);
      int had = 0;
      for (int member : quota.members()) {
        had += quota.side() == Quota.Side.MENTEES ? ofMentee[member] : ofMentor[member];
      }
      if (!atItsEnd(prices.quota(number), had, quota.least(), quota.most())) {
        return false;
      }
    }
    return true;
  }

  /** What so many pairs of a mentee bring beside their margins. */
  private static long earned(long price, int pairs, long first) {
    return Math.addExact(Math.multiplyExact(price, (long) pairs), pairs > 0 ? first : 0);
  }

  /** The most that a mentee's pairs can bring: at one end of its bound, or with one pair. */
  private static long mostEarned(long price, int least, int most, long first) {
    long ends = Math.max(earned(price, least, first), earned(price, most, first));
    return least <= 1 && most >= 1 ? Math.max(ends, earned(price, 1, first)) : ends;
  }

  private static boolean atItsEnd(long price, int had, int least, int most) {
    return price == 0 || (price > 0 ? had == most : had == least);
  }

  /** Whether a pair outweighs everything below it, and a kept pair all scores. */
  private static boolean levelled(BoundedProblem problem, BoundedPrices prices) {
    Objective most = most(problem);
    BoundedWorths worths = prices.worths();
    // Where nobody may have several mentors, the pairs already count the mentees.
    long mentees = severalMentors(problem) ? most.mentees() : 0;
    long[] each = {worths.waited(), worths.kept(), worths.pair(), worths.mentee()};
    long[] counts = {most.waited(), most.kept(), most.pairs(), mentees};
    BigInteger below = BigInteger.valueOf(most.score());
    for (int level = 0; level < each.length; level++) {
      BigInteger one = BigInteger.valueOf(each[level]);
      if (one.signum() < 0 || (counts[level] > 0 && one.compareTo(below) <= 0)) {
        return false;
      }
      below = below.add(one.multiply(BigInteger.valueOf(counts[level])));
    }
    return worths.pair() > 0;
  }

  private static boolean severalMentors(BoundedProblem problem) {
    Edges edges = problem.edges();
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int possible = edges.firstEdge(mentee + 1) - edges.firstEdge(mentee);
      if (Math.min(problem.menteeMost(mentee), possible) > 1) {
        return true;
      }
    }
    return false;
  }

  /** More than any answer reaches, level by level. */
  private static Objective most(BoundedProblem problem) {
    Edges edges = problem.edges();
    int[] possible = new int[edges.mentors()];
    long ofMentees = 0;
    long scores = 0;
    long greatestOfAll = 0;
    long mentees = 0;
    long longest = 0;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      long greatest = 0;
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        possible[edges.mentorOf(e)]++;
        greatest = Math.max(greatest, edges.scoreOf(e));
      }
      int pairs =
          Math.min(
              problem.menteeMost(mentee), edges.firstEdge(mentee + 1) - edges.firstEdge(mentee));
      ofMentees += pairs;
      mentees += pairs > 0 ? 1 : 0;
      longest = Math.max(longest, problem.waiting(mentee));
      scores += greatest * pairs;
      greatestOfAll = Math.max(greatestOfAll, greatest);
    }
    long ofMentors = 0;
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      ofMentors += Math.min(problem.mentorMost(mentor), possible[mentor]);
    }
    long pairs = Math.min(ofMentees, ofMentors);
    return new Objective(
        Math.min(pairs, mentees),
        pairs,
        Math.min(pairs, problem.keptEdges()),
        Math.multiplyExact(pairs, longest),
        Math.min(scores, Math.multiplyExact(pairs, greatestOfAll)));
  }

  private static long worth(BoundedProblem problem, BoundedPrices prices, int mentee, int edge) {
    BoundedWorths worths = prices.worths();
    long kept = problem.kept(edge) ? worths.kept() : 0;
    long waited = Math.multiplyExact(worths.waited(), (long) problem.waiting(mentee));
    long besides = Math.addExact(Math.addExact(kept, waited), problem.edges().scoreOf(edge));
    return Math.addExact(worths.pair(), besides);
  }

  private static void addUp(
      BoundedProblem problem, BoundedPrices prices, long[] atMentee, long[] atMentor) {
    for (int mentee = 0; mentee < atMentee.length; mentee++) {
      atMentee[mentee] = prices.mentee(mentee);
    }
    for (int mentor = 0; mentor < atMentor.length; mentor++) {
      atMentor[mentor] = prices.mentor(mentor);
    }
    for (int number = 0; number < problem.quotas().size(); number++) {
      Quota quota = problem.quotas().get(number);
      long[] at = quota.side() == Quota.Side.MENTEES ? atMentee : atMentor;
      for (int member : quota.members()) {
        at[member] = Math.addExact(at[member], prices.quota(number));
      }
    }
  }

  /**
   * What any prices prove: no answer is better than this (weak duality). The prices of an optimum
   * prove the optimum itself; the worse they are, the less they prove, but never what is wrong.
   */
  public static Objective atMost(BoundedProblem problem, BoundedPrices prices) {
    Objective most = most(problem);
    if (!fits(problem, prices) || !levelled(problem, prices)) {
      return most;
    }
    try {
      Objective proved = levels(prices.worths(), Math.max(0, dual(problem, prices)));
      return capped(proved, most);
    } catch (ArithmeticException tooLarge) {
      // Sums that do not fit prove nothing.
      return most;
    }
  }

  /** Level by level what is proved, but nowhere more than any answer reaches. */
  private static Objective capped(Objective proved, Objective most) {
    long[] limits = {
      proved.mentees(), proved.pairs(), proved.kept(), proved.waited(), proved.score()
    };
    long[] reached = {most.mentees(), most.pairs(), most.kept(), most.waited(), most.score()};
    boolean open = false;
    for (int level = 0; level < limits.length; level++) {
      // Below a level that is not proved tight nothing is proved.
      open |= limits[level] > reached[level];
      limits[level] = open ? reached[level] : limits[level];
    }
    return new Objective(limits[0], limits[1], limits[2], limits[3], limits[4]);
  }

  /** The greatest objective of no more than this worth. */
  private static Objective levels(BoundedWorths worths, long worth) {
    long[] each = {worths.mentee(), worths.pair(), worths.kept(), worths.waited()};
    long[] counts = new long[each.length];
    long rest = worth;
    for (int level = 0; level < each.length; level++) {
      if (each[level] > 0) {
        counts[level] = rest / each[level];
        rest %= each[level];
      }
    }
    long mentees = worths.mentee() > 0 ? counts[0] : counts[1];
    return new Objective(mentees, counts[1], counts[2], counts[3], rest);
  }

  private static long dual(BoundedProblem problem, BoundedPrices prices) {
    Edges edges = problem.edges();
    long[] atMentee = new long[edges.mentees()];
    long[] atMentor = new long[edges.mentors()];
    addUp(problem, prices, atMentee, atMentor);
    int[] possible = new int[edges.mentors()];
    int[] ofMentee = new int[edges.mentees()];
    long sum = 0;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        ofMentee[mentee]++;
        possible[edges.mentorOf(e)]++;
        long costs = Math.addExact(atMentee[mentee], atMentor[edges.mentorOf(e)]);
        long margin = Math.subtractExact(worth(problem, prices, mentee, e), costs);
        sum = Math.addExact(sum, Math.max(0, margin));
      }
    }
    for (int mentee = 0; mentee < ofMentee.length; mentee++) {
      int least = problem.menteeOrNone(mentee) ? 0 : problem.menteeLeast(mentee);
      int most = Math.min(problem.menteeMost(mentee), ofMentee[mentee]);
      long first = prices.worths().mentee();
      sum = Math.addExact(sum, mostEarned(prices.mentee(mentee), least, most, first));
    }
    for (int mentor = 0; mentor < possible.length; mentor++) {
      int least = problem.mentorOrNone(mentor) ? 0 : problem.mentorLeast(mentor);
      int most = Math.min(problem.mentorMost(mentor), possible[mentor]);
      sum = Math.addExact(sum, costOf(prices.mentor(mentor), least, most));
    }
    for (int number = 0; number < problem.quotas().size(); number++) {
      Quota quota = problem.quotas().get(number);
      long pairs = 0;
      for (int member : quota.members()) {
        pairs += quota.side() == Quota.Side.MENTEES ? ofMentee[member] : possible[member];
      }
      long most = Math.min(quota.most(), pairs);
      sum = Math.addExact(sum, costOf(prices.quota(number), quota.least(), most));
    }
    return sum;
  }

  private static long costOf(long price, long least, long most) {
    return Math.multiplyExact(price, price > 0 ? most : least);
  }
}
