package org.mentoring.assignment;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.mentoring.assignment.Certificate.WorstScoreProof;

/** A copy of an answer and its certificate, to be tampered with. */
final class Forgery {
  final int[] edgeOf;
  int pairs;
  int kept;
  long waited;
  int worst;
  long total;
  final long[] menteePrices;
  final long[] mentorPrices;
  final int[] partOf;
  final long[] pairValues;
  final long[] keepValues;
  final long[] waitingValues;
  Optional<WorstScoreProof> proof;

  Forgery(AssignmentProblem problem, Assignment answer) {
    int mentees = problem.edges().mentees();
    edgeOf = IntStream.range(0, mentees).map(answer::edgeOf).toArray();
    pairs = answer.pairs();
    kept = answer.kept();
    waited = answer.waited();
    worst = answer.worstScore();
    total = answer.totalScore();
    Certificate certificate = answer.certificate();
    menteePrices =
        LongStream.range(0, mentees).map(m -> certificate.menteePrice((int) m)).toArray();
    mentorPrices =
        LongStream.range(0, problem.edges().mentors())
            .map(m -> certificate.mentorPrice((int) m))
            .toArray();
    partOf = IntStream.range(0, mentees).map(certificate::partOf).toArray();
    int parts = certificate.parts();
    pairValues = LongStream.range(0, parts).map(p -> certificate.pairValue((int) p)).toArray();
    keepValues = LongStream.range(0, parts).map(p -> certificate.keepValue((int) p)).toArray();
    waitingValues =
        LongStream.range(0, parts).map(p -> certificate.waitingValue((int) p)).toArray();
    proof = certificate.worstScore();
  }

  /** Tells the true figures of the edges, so that only the proof can be wrong. */
  Forgery honest(AssignmentProblem problem) {
    pairs = 0;
    kept = 0;
    waited = 0;
    total = 0;
    worst = -1;
    for (int mentee = 0; mentee < edgeOf.length; mentee++) {
      int edge = edgeOf[mentee];
      if (edge >= 0) {
        int score = problem.edges().scoreOf(edge);
        worst = pairs == 0 ? score : Math.min(worst, score);
        pairs++;
        kept += problem.kept(edge) ? 1 : 0;
        waited += problem.waiting(mentee);
        total += score;
      }
    }
    return this;
  }

  Assignment made() {
    return new Assignment(
        edgeOf,
        pairs,
        kept,
        waited,
        worst,
        total,
        new Certificate(
            menteePrices, mentorPrices, partOf, pairValues, keepValues, waitingValues, proof));
  }
}
