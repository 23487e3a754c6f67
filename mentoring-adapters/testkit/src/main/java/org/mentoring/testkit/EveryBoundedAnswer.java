package org.mentoring.testkit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Objective;
import org.mentoring.assignment.bounded.Quota;

/**
 * The best of all answers, found by trying every set of possible pairs. It shares no code with what
 * it judges.
 */
final class EveryBoundedAnswer {
  private EveryBoundedAnswer() {}

  /** The best objective; empty where no set of pairs keeps the bounds. */
  static Optional<Objective> best(BoundedProblem problem) {
    Edges edges = problem.edges();
    int[] menteeOf = new int[edges.size()];
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      for (int e = edges.firstEdge(mentee); e < edges.firstEdge(mentee + 1); e++) {
        menteeOf[e] = mentee;
      }
    }
    Objective best = null;
    for (int set = 0; set < 1 << edges.size(); set++) {
      if (keeps(problem, menteeOf, set)) {
        Objective found = objective(problem, menteeOf, set);
        if (best == null || found.compareTo(best) > 0) {
          best = found;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Objective objective(BoundedProblem problem, int[] menteeOf, int set) {
    BitSet mentees = new BitSet();
    long waited = 0;
    long kept = 0;
    long score = 0;
    for (int e = 0; e < problem.edges().size(); e++) {
      if ((set >> e & 1) == 1) {
        mentees.set(menteeOf[e]);
        waited += problem.waiting(menteeOf[e]);
        kept += problem.kept(e) ? 1 : 0;
        score += problem.edges().scoreOf(e);
      }
    }
    return new Objective(mentees.cardinality(), Integer.bitCount(set), kept, waited, score);
  }

  private static boolean keeps(BoundedProblem problem, int[] menteeOf, int set) {
    Edges edges = problem.edges();
    int[] ofMentee = new int[edges.mentees()];
    int[] ofMentor = new int[edges.mentors()];
    for (int e = 0; e < edges.size(); e++) {
      if ((set >> e & 1) == 1) {
        ofMentee[menteeOf[e]]++;
        ofMentor[edges.mentorOf(e)]++;
      }
    }
    for (int mentee = 0; mentee < ofMentee.length; mentee++) {
      int had = ofMentee[mentee];
      boolean closed = had == 0 && problem.menteeOrNone(mentee);
      if (had > problem.menteeMost(mentee) || (had < problem.menteeLeast(mentee) && !closed)) {
        return false;
      }
    }
    for (int mentor = 0; mentor < ofMentor.length; mentor++) {
      int had = ofMentor[mentor];
      boolean closed = had == 0 && problem.mentorOrNone(mentor);
      if (had > problem.mentorMost(mentor) || (had < problem.mentorLeast(mentor) && !closed)) {
        return false;
      }
    }
    for (Quota quota : problem.quotas()) {
      int had = 0;
      for (int e = 0; e < edges.size(); e++) {
        int member = quota.side() == Quota.Side.MENTEES ? menteeOf[e] : edges.mentorOf(e);
        had += (set >> e & 1) == 1 && quota.contains(member) ? 1 : 0;
      }
      if (had < quota.least() || had > quota.most()) {
        return false;
      }
    }
    for (BoundedProblem.Share share : problem.shares()) {
      if (share.mentees().stream().filter(mentee -> ofMentee[mentee] > 0).count() < share.least()) {
        return false;
      }
    }
    for (BoundedProblem.Together together : problem.together()) {
      BitSet[] mentors = new BitSet[edges.mentees()];
      Arrays.setAll(mentors, k -> new BitSet());
      for (int e = 0; e < edges.size(); e++) {
        if ((set >> e & 1) == 1) {
          mentors[menteeOf[e]].set(edges.mentorOf(e));
        }
      }
      for (int mentee : together.mentees()) {
        if (!mentors[mentee].equals(mentors[together.mentees().get(0)])) {
          return false;
        }
      }
    }
    return true;
  }
}
