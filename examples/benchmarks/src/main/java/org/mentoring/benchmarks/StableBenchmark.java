package org.mentoring.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.assignment.StepListener;
import org.mentoring.benchmarks.AssignmentInstance.Scores;

/**
 * The stable engine at the sizes of the exact one. Strict rankings beside deferred acceptance as
 * the textbook has it, which finds the same; rankings with ties, where the size is what is hard,
 * beside the greatest number of pairs that any matching has. No answer may have a blocking pair.
 */
public final class StableBenchmark {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 7;
  private static final long SEED = 20_200_971;
  private static final int GRADES = 10;

  private StableBenchmark() {}

  /** Prints the figures; fails where a matching is not stable. */
  public static void main(String[] arguments) {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() {
    return new Measured(
        String.format(Locale.ROOT, "%d to %d; %d rounds", SEED, SEED + 4, ROUNDS),
        measure(1, WARM_UP, ROUNDS));
  }

  static List<Figure> measure(double size, int warmUp, int rounds) {
    int thousand = (int) (1_000 * size);
    List<Supplier<AssignmentInstance>> instances =
        List.of(
            () -> AssignmentInstance.dense(thousand, Scores.UNIFORM, SEED),
            () -> AssignmentInstance.dense(5 * thousand, Scores.UNIFORM, SEED + 1),
            () -> AssignmentInstance.roomy(10 * thousand, 10 * thousand, Scores.UNIFORM, SEED + 2),
            () ->
                AssignmentInstance.roomy(100 * thousand, 100 * thousand, Scores.UNIFORM, SEED + 3),
            () ->
                AssignmentInstance.sparse(100 * thousand, 52 * thousand, Scores.UNIFORM, SEED + 4));
    List<Figure> figures = new ArrayList<>();
    for (Supplier<AssignmentInstance> instance : instances) {
      AssignmentInstance made = instance.get();
      figures.addAll(strict(made, warmUp, rounds));
      figures.addAll(tied(made, warmUp, rounds));
    }
    return figures;
  }

  /** Everybody ranks by chance, no two alike. */
  private static List<Figure> strict(AssignmentInstance instance, int warmUp, int rounds) {
    int[] menteeRanks = shuffled(instance.mentorOf().length, instance.seed());
    int[] mentorRanks = shuffled(instance.mentorOf().length, instance.seed() + 1);
    Race race =
        Race.of(
            List.of(
                new StableContender(instance, menteeRanks, mentorRanks),
                new TextbookContender(instance, menteeRanks, mentorRanks)),
            warmUp,
            rounds);
    List<Figure> figures = new ArrayList<>();
    figures.add(head(instance, "strict", race, ""));
    figures.add(race.building(0).figure("stable engine, building", 1e6, "ms"));
    figures.add(race.solving(0).figure("stable engine, solving", 1e6, "ms"));
    figures.add(race.building(1).figure("textbook in plain Java, building", 1e6, "ms"));
    figures.add(race.solving(1).figure("textbook in plain Java, solving", 1e6, "ms"));
    figures.add(
        Figure.ratio(
            "stable engine to textbook, both parts",
            race.building(0).median() + race.solving(0).median(),
            race.building(1).median() + race.solving(1).median()));
    return figures;
  }

  /** Both sides rank by a score that is told in few grades. */
  private static List<Figure> tied(AssignmentInstance instance, int warmUp, int rounds) {
    int[] ranks =
        Arrays.stream(instance.scores())
            .map(score -> GRADES - score * GRADES / AssignmentInstance.MOST)
            .toArray();
    Race race = Race.of(List.of(new StableContender(instance, ranks, ranks)), warmUp, rounds);
    int most = ExactEngine.solve(instance.problem(), StepListener.NONE).pairs();
    return List.of(
        head(instance, "ties", race, String.format(Locale.ROOT, " of %,d possible", most)),
        race.solving(0).figure("stable engine, solving", 1e6, "ms"));
  }

  private static Figure head(AssignmentInstance instance, String rankings, Race race, String most) {
    return Figure.without(
        "**" + instance.name() + "; " + rankings + "**",
        String.format(Locale.ROOT, "%,d pairs%s, none blocking", race.answer().pairs(), most));
  }

  private static int[] shuffled(int size, long seed) {
    Random random = new Random(seed);
    int[] ranks = new int[size];
    for (int k = 0; k < size; k++) {
      int other = random.nextInt(k + 1);
      ranks[k] = ranks[other];
      ranks[other] = k;
    }
    return ranks;
  }
}
