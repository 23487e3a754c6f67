package org.mentoring.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JGraphT in a process of its own, which is ended after a while: some instances would take it
 * hours, and it cannot be stopped.
 */
public final class JgraphtRun {
  private static final int MOST_ROUNDS = 7;
  private static final String NAME = "JGraphT min-cost flow";

  private JgraphtRun() {}

  /**
   * Prints what each round took and found.
   *
   * @param arguments the number of the instance
   */
  public static void main(String[] arguments) {
    AssignmentInstance instance = AssignmentBenchmark.instance(Integer.parseInt(arguments[0]));
    JgraphtContender contender = new JgraphtContender(instance);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Stopwatch building = Stopwatch.start();
      contender.build();
      building.stop();
      Stopwatch solving = Stopwatch.start();
      Contender.Answer found = contender.solve();
      solving.stop();
      contender.drop();
      System.out.println(
          String.join(
              " ",
              building.told(),
              solving.told(),
              Integer.toString(found.pairs()),
              Long.toString(found.score())));
    }
  }

  /** What it took, as far as it got. */
  static List<Figure> figures(int number, int seconds, Contender.Answer expected)
      throws IOException, InterruptedException {
    Optional<List<String>> lines =
        JavaProcess.run(
            JavaProcess.command(JgraphtRun.class, List.of(), Integer.toString(number)), seconds);
    if (lines.isEmpty()) {
      return List.of(Figure.without(NAME, "not run: out of memory"));
    }
    if (lines.get().isEmpty()) {
      return List.of(Figure.without(NAME, "not run: no answer within " + seconds + " s"));
    }
    List<long[]> columns = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      columns.add(new long[lines.get().size()]);
    }
    for (int round = 0; round < lines.get().size(); round++) {
      String[] cells = lines.get().get(round).split(" ", -1);
      for (int column = 0; column < 4; column++) {
        columns.get(column)[round] = Long.parseLong(cells[column]);
      }
      if (Integer.parseInt(cells[4]) != expected.pairs()
          || Long.parseLong(cells[5]) != expected.score()) {
        throw new IllegalStateException("JGraphT disagrees on instance " + number);
      }
    }
    String rounds = lines.get().size() < MOST_ROUNDS ? ", rounds: " + lines.get().size() : "";
    return List.of(
        new Timings(columns.get(0), columns.get(1)).figure(NAME + ", building" + rounds, 1e6, "ms"),
        new Timings(columns.get(2), columns.get(3)).figure(NAME + ", solving" + rounds, 1e6, "ms"));
  }
}
