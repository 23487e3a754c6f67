package org.mentoring.benchmarks;

import java.util.List;
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

  /** Prints the figures; fails where the engines disagree. */
  public static void main(String[] arguments) {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() {
    return new Measured(SEED + "; " + ROUNDS + " rounds", measure(SIZE, WARM_UP, ROUNDS));
  }

  static List<Figure> measure(int size, int warmUp, int rounds) {
    var criteria = SyntheticPairs.criteria();
    MatchRequest request = SyntheticPairs.request(SEED, size, size, 1, criteria);
    Matcher matcher = new Matcher();
    ObjectPairs objects = new ObjectPairs(criteria);
    List<ObjectPairs.Person> mentees =
        request.mentees().stream()
            .map(mentee -> ObjectPairs.Person.of(mentee.dossier(), request.yardsticks().scales()))
            .toList();
    List<ObjectPairs.Person> mentors =
        request.mentors().stream()
            .map(mentor -> ObjectPairs.Person.of(mentor.dossier(), request.yardsticks().scales()))
            .toList();
    int possible = agreeing(matcher.candidates(request), objects, mentees, mentors);

    Timings[] taken =
        Timings.ofAll(
            warmUp,
            rounds,
            () -> matcher.candidates(request).totalScore(),
            () -> total(objects, mentees, mentors));
    double pairs = (double) size * size;
    return List.of(
        Figure.of("pairs", pairs, "pairs"),
        Figure.of("of them possible", possible, "pairs"),
        taken[1].figure("plain Java over objects, a pair", pairs, "ns"),
        taken[0].figure("kernel, a pair", pairs, "ns"),
        Figure.ratio("kernel to plain Java", taken[0].median(), taken[1].median()).aimingAt(0.12));
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
}
