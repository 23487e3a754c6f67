package org.mentoring.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mentoring.criterion.Criterion;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;

/**
 * All pairs of as many mentees as mentors under criteria of every kind: the kernel against plain
 * Java over objects and against plain Java over primitive columns. Every pair has to come out
 * alike. The kernel reads dossiers each time; what that takes is measured by a request in which
 * nobody has a place, and told apart.
 */
public final class PairEvaluationBenchmark {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 7;
  private static final long SEED = 20_200_901;
  private static final double AIM_OF_OBJECTS = 0.12;
  private static final double AIM_NANOSECONDS = 50;

  private final MatchRequest request;
  private final MatchRequest withoutPlaces;
  private final Matcher matcher = new Matcher();
  private final ObjectPairs objects;
  private final ColumnPairs columns;
  private final List<ObjectPairs.Person> mentees;
  private final List<ObjectPairs.Person> mentors;

  private PairEvaluationBenchmark(int size) {
    List<Criterion> criteria = SyntheticPairs.criteria();
    request = SyntheticPairs.request(SEED, size, size, 1, criteria);
    withoutPlaces = SyntheticPairs.withoutPlaces(request);
    PairTables tables = new PairTables(request);
    objects = new ObjectPairs(criteria, tables);
    mentees = people(request.mentees());
    mentors = people(request.mentors());
    columns = new ColumnPairs(mentees, mentors, tables);
  }

  private List<ObjectPairs.Person> people(List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> ObjectPairs.Person.of(each.dossier(), request.yardsticks().scales()))
        .toList();
  }

  /** Prints the figures; fails where the engines disagree. */
  public static void main(String[] arguments) {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(measure(1_000, WARM_UP, ROUNDS));
    figures.addAll(measure(3_000, 1, ROUNDS));
    return new Measured(SEED + "; " + ROUNDS + " rounds", figures);
  }

  static List<Figure> measure(int size, int warmUp, int rounds) {
    return new PairEvaluationBenchmark(size).figures(warmUp, rounds);
  }

  private List<Figure> figures(int warmUp, int rounds) {
    int possible = agreeing();
    Timings[] taken =
        Timings.ofAll(
            warmUp,
            rounds,
            () -> matcher.candidates(request).totalScore(),
            () -> matcher.candidates(withoutPlaces).totalScore(),
            this::totalOfObjects,
            this::totalOfColumns);
    double pairs = (double) mentees.size() * mentors.size();
    double reading = taken[1].median();
    double evaluating = taken[0].median() - reading;
    return List.of(
        Figure.without(
            String.format(Locale.ROOT, "**%,d x %,d**", mentees.size(), mentors.size()),
            String.format(Locale.ROOT, "%,.0f pairs, %,d of them possible", pairs, possible)),
        taken[2].figure("plain Java over objects, a pair", pairs, "ns"),
        taken[3].figure("plain Java over columns, a pair", pairs, "ns"),
        taken[0].figure("kernel with reading the dossiers, a pair", pairs, "ns"),
        taken[1].figure("reading the dossiers alone, a pair", pairs, "ns"),
        Figure.of("kernel alone, a pair", evaluating / pairs, "ns").aimingAt(AIM_NANOSECONDS),
        Figure.ratio("kernel alone to plain Java over objects", evaluating, taken[2].median())
            .aimingAt(AIM_OF_OBJECTS),
        Figure.ratio("kernel alone to plain Java over columns", evaluating, taken[3].median()));
  }

  private int agreeing() {
    CandidateEdges edges = matcher.candidates(request);
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      int edge = edges.firstEdge(mentee);
      int end = edges.firstEdge(mentee + 1);
      for (int mentor = 0; mentor < mentors.size(); mentor++) {
        boolean found = edge < end && edges.mentorOf(edge) == mentor;
        int score = found ? edges.scoreOf(edge++) : -1;
        if (score != objects.evaluate(mentees.get(mentee), mentors.get(mentor))
            || score != columns.evaluate(mentee, mentor)) {
          throw new IllegalStateException("the engines disagree on a pair of mentee " + mentee);
        }
      }
    }
    return edges.size();
  }

  private long totalOfObjects() {
    long total = 0;
    for (ObjectPairs.Person mentee : mentees) {
      for (ObjectPairs.Person mentor : mentors) {
        total += Math.max(0, objects.evaluate(mentee, mentor));
      }
    }
    return total;
  }

  private long totalOfColumns() {
    long total = 0;
    for (int mentee = 0; mentee < mentees.size(); mentee++) {
      for (int mentor = 0; mentor < mentors.size(); mentor++) {
        total += Math.max(0, columns.evaluate(mentee, mentor));
      }
    }
    return total;
  }
}
