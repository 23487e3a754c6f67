package org.mentoring.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;

/**
 * All pairs of 1,000 mentees and 1,000 mentors under twelve hard and twelve soft criteria: the
 * kernel against plain Java over objects, in the same run. Every pair has to come out alike. The
 * kernel's time includes reading the dossiers.
 */
public final class PairEvaluationBenchmark {
  private static final int SIZE = 1_000;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 9;
  private static final long SEED = 20_200_901;

  private PairEvaluationBenchmark() {}

  /** Prints a line for each engine and the ratio; fails where they disagree. */
  public static void main(String[] arguments) {
    var criteria = SyntheticPairs.criteria();
    MatchRequest request = SyntheticPairs.request(SEED, SIZE, SIZE, 1, criteria);
    Matcher matcher = new Matcher();
    ObjectPairs objects = new ObjectPairs(criteria);
    List<ObjectPairs.Person> mentees =
        request.mentees().stream()
            .map(mentee -> ObjectPairs.Person.of(mentee.dossier(), request.scales()))
            .toList();
    List<ObjectPairs.Person> mentors =
        request.mentors().stream()
            .map(mentor -> ObjectPairs.Person.of(mentor.dossier(), request.scales()))
            .toList();
    int possible = agreeing(matcher.candidates(request), objects, mentees, mentors);

    long[] kernel = new long[ROUNDS];
    long[] plain = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      // In turn, so that a slow spell of the machine meets both.
      long first = nanoseconds(() -> matcher.candidates(request).totalScore());
      long second = nanoseconds(() -> total(objects, mentees, mentors));
      if (round >= 0) {
        kernel[round] = first;
        plain[round] = second;
      }
    }
    double kernelPerPair = median(kernel) / ((double) SIZE * SIZE);
    double plainPerPair = median(plain) / ((double) SIZE * SIZE);
    say(
        "pairs %,d, possible %,d, criteria %d, rounds %d",
        SIZE * SIZE, possible, criteria.size(), ROUNDS);
    say("objects  %8.1f ns a pair (median)", plainPerPair);
    say("kernel   %8.1f ns a pair (median)", kernelPerPair);
    say("ratio    %8.3f (aim: at most 0.12)", kernelPerPair / plainPerPair);
  }

  private static int agreeing(
      CandidateEdges edges,
      ObjectPairs objects,
      List<ObjectPairs.Person> mentees,
      List<ObjectPairs.Person> mentors) {
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      int edge = edges.firstEdge(mentee);
      int end = edges.firstEdge(mentee + 1);
      for (int mentor = 0; mentor < mentors.size(); mentor++) {
        boolean found = edge < end && edges.mentorOf(edge) == mentor;
        int score = found ? edges.scoreOf(edge++) : -1;
        if (score != objects.evaluate(mentees.get(mentee), mentors.get(mentor))) {
          throw new IllegalStateException("the engines disagree on a pair of mentee " + mentee);
        }
      }
    }
    return edges.size();
  }

  private static long total(
      ObjectPairs objects, List<ObjectPairs.Person> mentees, List<ObjectPairs.Person> mentors) {
    long total = 0;
    for (ObjectPairs.Person mentee : mentees) {
      for (ObjectPairs.Person mentor : mentors) {
        total += Math.max(0, objects.evaluate(mentee, mentor));
      }
    }
    return total;
  }

  private static long nanoseconds(LongSupplier work) {
    long start = System.nanoTime();
    long result = work.getAsLong();
    long end = System.nanoTime();
    if (result < 0) {
      throw new IllegalStateException("a total below 0");
    }
    return end - start;
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String pattern, Object... values) {
    System.out.println(String.format(Locale.ROOT, pattern, values));
  }
}
