package org.mentoring.benchmarks;

import com.google.ortools.Loader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mentoring.benchmarks.AssignmentInstance.Scores;

/**
 * The exact engine beside OR-Tools' native solvers and JGraphT, on made-up instances. All have to
 * find as many pairs and the same total score; ours has its certificate checked.
 */
public final class AssignmentBenchmark {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 7;
  private static final long SEED = 20_200_901;
  private static final int JGRAPHT_SECONDS = 60;

  /** A tenth more is noise. */
  private static final double NOT_SLOWER = 1.1;

  /** Beyond it OR-Tools' flow, slower than its linear assignment already, takes minutes. */
  private static final int LARGEST_DENSE_FLOW = 1_000;

  private AssignmentBenchmark() {}

  /**
   * One instance and who is in its race.
   *
   * @param aim our solving time should be at most so much of OR-Tools' best
   * @param jgrapht whether JGraphT tries it
   */
  private record Course(Supplier<AssignmentInstance> instance, double aim, boolean jgrapht) {}

  private static List<Course> courses(double size) {
    int thousand = (int) (1_000 * size);
    int fiveThousand = 5 * thousand;
    int tenThousand = 10 * thousand;
    int hundredThousand = 100 * thousand;
    int places = 52 * thousand;
    List<Course> courses = new ArrayList<>();
    for (Scores scores : Scores.values()) {
      boolean uniform = scores == Scores.UNIFORM;
      courses.add(
          new Course(
              () -> AssignmentInstance.dense(thousand, scores, SEED + 1), NOT_SLOWER, uniform));
      courses.add(
          new Course(
              () -> AssignmentInstance.dense(fiveThousand, scores, SEED + 2), NOT_SLOWER, uniform));
      courses.add(
          new Course(
              () -> AssignmentInstance.roomy(tenThousand, tenThousand, scores, SEED + 3),
              NOT_SLOWER,
              uniform));
      courses.add(
          new Course(
              () -> AssignmentInstance.roomy(hundredThousand, hundredThousand, scores, SEED + 4),
              0.1,
              uniform));
      courses.add(
          new Course(
              () -> AssignmentInstance.sparse(hundredThousand, places, scores, SEED + 5),
              0.25,
              false));
      courses.add(
          new Course(
              () -> AssignmentInstance.sparse(hundredThousand, hundredThousand, scores, SEED + 6),
              NOT_SLOWER,
              false));
    }
    courses.add(
        new Course(
            () -> AssignmentInstance.islands(thousand, hundredThousand, places, 30, SEED + 7),
            0.1,
            true));
    return courses;
  }

  /** Prints the figures; fails where the engines disagree. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() throws IOException, InterruptedException {
    Loader.loadNativeLibraries();
    List<Figure> figures = new ArrayList<>();
    List<Course> courses = courses(1);
    for (int number = 0; number < courses.size(); number++) {
      figures.addAll(figures(courses.get(number), number, WARM_UP, ROUNDS));
    }
    return new Measured(
        String.format(
            Locale.ROOT,
            "%d to %d; median of %d rounds, JGraphT's of those that fit into %d s",
            SEED + 1,
            SEED + 7,
            ROUNDS,
            JGRAPHT_SECONDS),
        figures);
  }

  /** Everything once with small numbers, JGraphT too. */
  static Measured measureSmall(double size) throws IOException, InterruptedException {
    Loader.loadNativeLibraries();
    List<Figure> figures = new ArrayList<>();
    for (Course course : courses(size)) {
      figures.addAll(figures(new Course(course.instance, course.aim, false), 0, 0, 1));
      AssignmentInstance instance = course.instance.get();
      Race.of(List.of(new ExactContender(instance), new JgraphtContender(instance)), 0, 1);
    }
    return new Measured("", figures);
  }

  /** The instance with a number, for a process of its own. */
  static AssignmentInstance instance(int number) {
    return courses(1).get(number).instance.get();
  }

  private static List<Figure> figures(Course course, int number, int warmUp, int rounds)
      throws IOException, InterruptedException {
    AssignmentInstance instance = course.instance.get();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new ExactContender(instance));
    if (instance.fullSquare()) {
      contenders.add(new LinearSumContender(instance));
    }
    if (!instance.fullSquare() || instance.mentees() <= LARGEST_DENSE_FLOW) {
      contenders.add(new FlowContender(instance));
    }
    Race race = Race.of(contenders, warmUp, rounds);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.without(
            "**" + instance.name() + "**",
            String.format(
                Locale.ROOT,
                "%,d edges, %,d pairs, score %,d",
                instance.mentorOf().length,
                race.answer().pairs(),
                race.answer().score())));
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < contenders.size(); k++) {
      String name = contenders.get(k).name();
      figures.add(race.building(k).figure(name + ", building", 1e6, "ms"));
      figures.add(race.solving(k).figure(name + ", solving", 1e6, "ms"));
      if (k > 0) {
        best = Math.min(best, race.solving(k).median());
      }
    }
    figures.add(
        Figure.ratio("exact engine to OR-Tools' best, solving", race.solving(0).median(), best)
            .aimingAt(course.aim));
    if (course.jgrapht) {
      figures.addAll(JgraphtRun.figures(number, JGRAPHT_SECONDS, race.answer()));
    }
    return figures;
  }
}
