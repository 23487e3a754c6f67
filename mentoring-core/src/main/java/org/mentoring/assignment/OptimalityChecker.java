package org.mentoring.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether an answer is what its certificate proves: the best. It knows nothing of how answers are
 * found. Stateless and thread-safe.
 *
 * <p>Why the conditions suffice: let v be the value of an edge in its part, u and p the prices. Of
 * any answer, the sum of v is at most the sum of u + p over its pairs, hence at most the sum of all
 * u and of all p times places, as none is below 0. The answer that is checked reaches this bound:
 * its pairs are worth exactly u + p, who is unmatched costs 0, and a place left costs 0.
 */
public final class OptimalityChecker {
  private final AssignmentProblem problem;
  private final Edges edges;
  private final Assignment answer;
  private final Certificate certificate;
  private final List<Proof.Fault> faults = new ArrayList<>();
  private final long[] freePlaces;
  private final int[] mentorParts;

  private OptimalityChecker(AssignmentProblem problem, Assignment answer) {
    this.problem = problem;
    this.edges = problem.edges();
    this.answer = answer;
    this.certificate = answer.certificate();
    freePlaces = new long[edges.mentors()];
    Arrays.setAll(freePlaces, problem::places);
    mentorParts = new int[edges.mentors()];
    Arrays.fill(mentorParts, -1);
  }

  /** What is wrong with an answer to a problem; nothing, if the proof holds. */
  public static Proof check(AssignmentProblem problem, Assignment answer) {
    if (!problem.isWorstScoreFirst() || answer.pairs() == 0) {
      return new OptimalityChecker(problem.totalScoreOnly(), answer).check();
    }
    Optional<Certificate.WorstScoreProof> proof = answer.certificate().worstScore();
    if (proof.isEmpty() || proof.get().threshold() != answer.worstScore()) {
      return new Proof(List.of(new Proof.Fault(Proof.Code.WORST_SCORE_UNPROVED, -1)));
    }
    AssignmentProblem plain = problem.totalScoreOnly();
    List<Proof.Fault> faults = new ArrayList<>();
    faults.addAll(check(plain.fromScore(answer.worstScore()), answer).faults());
    faults.addAll(check(plain, proof.get().anyScore()).faults());
    faults.addAll(check(plain.fromScore(answer.worstScore() + 1L), proof.get().above()).faults());
    if (compare(answer, proof.get().anyScore()) != 0 || compare(answer, proof.get().above()) <= 0) {
      faults.add(new Proof.Fault(Proof.Code.WORST_SCORE_UNPROVED, -1));
    }
    return new Proof(faults);
  }

  private static int compare(Assignment left, Assignment right) {
    if (left.pairs() != right.pairs()) {
      return Integer.compare(left.pairs(), right.pairs());
    }
    return left.kept() != right.kept()
        ? Integer.compare(left.kept(), right.kept())
        : Long.compare(left.waited(), right.waited());
  }

  private Proof check() {
    if (checkChoice()) {
      checkPrices();
      new LevelsCheck(problem, certificate, mentorParts)
          .partsWithMixedLevels()
          .forEach(part -> fault(Proof.Code.LEVELS_MIXED, part));
    }
    return new Proof(faults);
  }

  private void fault(Proof.Code code, int where) {
    faults.add(new Proof.Fault(code, where));
  }

  /** Whether every chosen edge is one of its mentee, so that the rest can be judged at all. */
  private boolean checkChoice() {
    int pairs = 0;
    int kept = 0;
    long waited = 0;
    long total = 0;
    int worst = Integer.MAX_VALUE;
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int edge = answer.edgeOf(mentee);
      if (edge == -1) {
        continue;
      }
      if (edge < edges.firstEdge(mentee) || edge >= edges.firstEdge(mentee + 1)) {
        fault(Proof.Code.EDGE_OF_ANOTHER, mentee);
        return false;
      }
      if (edges.scoreOf(edge) < problem.leastScore()) {
        fault(Proof.Code.SCORE_TOO_LOW, mentee);
      }
      freePlaces[edges.mentorOf(edge)]--;
      pairs++;
      kept += problem.kept(edge) ? 1 : 0;
      waited += problem.waiting(mentee);
      total += edges.scoreOf(edge);
      worst = Math.min(worst, edges.scoreOf(edge));
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      if (freePlaces[mentor] < 0) {
        fault(Proof.Code.PLACES_EXCEEDED, mentor);
      }
    }
    if (pairs != answer.pairs()
        || kept != answer.kept()
        || waited != answer.waited()
        || total != answer.totalScore()
        || (pairs == 0 ? -1 : worst) != answer.worstScore()) {
      fault(Proof.Code.FIGURES_UNTRUE, -1);
    }
    return true;
  }

  private void checkPrices() {
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      long price = certificate.mentorPrice(mentor);
      if (price < 0) {
        fault(Proof.Code.MENTOR_PRICE_BELOW_ZERO, mentor);
      } else if (price > 0 && freePlaces[mentor] > 0) {
        fault(Proof.Code.FREE_PLACE_COSTS, mentor);
      }
    }
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      long price = certificate.menteePrice(mentee);
      if (price < 0) {
        fault(Proof.Code.MENTEE_PRICE_BELOW_ZERO, mentee);
      } else if (price > 0 && answer.edgeOf(mentee) < 0) {
        fault(Proof.Code.UNMATCHED_COSTS, mentee);
      }
      for (int edge = edges.firstEdge(mentee); edge < edges.firstEdge(mentee + 1); edge++) {
        if (problem.usable(edge)) {
          checkEdge(mentee, edge);
        }
      }
    }
  }

  private void checkEdge(int mentee, int edge) {
    int mentor = edges.mentorOf(edge);
    int part = certificate.partOf(mentee);
    if (part < 0
        || part >= certificate.parts()
        || (mentorParts[mentor] >= 0 && mentorParts[mentor] != part)) {
      fault(Proof.Code.PARTS_TOUCH, mentee);
      return;
    }
    mentorParts[mentor] = part;
    try {
      long value = Math.addExact(certificate.pairValue(part), edges.scoreOf(edge));
      if (problem.kept(edge)) {
        value = Math.addExact(value, certificate.keepValue(part));
      }
      value =
          Math.addExact(
              value,
              Math.multiplyExact(certificate.waitingValue(part), (long) problem.waiting(mentee)));
      long prices = Math.addExact(certificate.menteePrice(mentee), certificate.mentorPrice(mentor));
      if (prices < value) {
        fault(Proof.Code.PRICES_TOO_LOW, edge);
      } else if (prices > value && answer.edgeOf(mentee) == edge) {
        fault(Proof.Code.PRICES_TOO_HIGH, edge);
      }
    } catch (ArithmeticException tooLarge) {
      fault(Proof.Code.TOO_LARGE, edge);
    }
  }
}
