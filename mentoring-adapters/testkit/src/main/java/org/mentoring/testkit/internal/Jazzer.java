package org.mentoring.testkit.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mentoring.testkit.Spent;

/**
 * Starts Jazzer, which looks for inputs that reach what others did not, where it is on the class
 * path: in profile {@code release-checks}. A million executions are done in rounds, each of which
 * begins with what those before it found; {@code -Djazzer.runs} gives a round fewer. What it finds
 * lies in {@code target/jazzer}. For tests of this project.
 */
public final class Jazzer {
  private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";

  private static final int ROUNDS = 10;

  private Jazzer() {}

  /** Whether it is on the class path of the target. */
  public static boolean isThere(Class<?> target) {
    return target.getClassLoader().getResource(MAIN.replace('.', '/') + ".class") != null;
  }

  /**
   * Runs it, a million executions in all.
   *
   * @param name of the folder in {@code target/jazzer}, and of the row of results
   * @param target what inputs are given to
   * @param property a system property of the target, as {@code fuzz.parser=VALUES}
   * @param valid inputs to begin with
   * @param module the folder of the module, seen from the root
   * @throws AssertionError if it finds an input that does harm
   */
  public static void search(
      String name, Class<?> target, String property, List<byte[]> valid, String module) {
    int executions = Integer.getInteger("jazzer.runs", 100_000);
    HarnessRounds.of(
            "J-" + name,
            String.format(
                Locale.ROOT,
                "%,d executions each of a search by Jazzer for an input that does harm",
                executions),
            ROUNDS,
            ROUNDS,
            module,
            null)
        .run(number -> round(name, target, property, valid, number, executions));
  }

  /**
   * Gives an input to a parser, which has to stay within its bounds. Where it does not, it gets the
   * same once more: the classes that nothing had needed before were loaded, and changed by Jazzer,
   * at the cost of the first.
   *
   * @param which names the input where it fails
   * @throws AssertionError if an input does harm
   */
  public static void given(String which, Runnable reading) {
    Spent first = Spent.of(reading);
    if (first.nanos() >= Spent.MOST_NANOS || first.bytes() >= Spent.MOST_BYTES) {
      Spent.bounded(which, reading);
    }
  }

  private static void round(
      String name, Class<?> target, String property, List<byte[]> valid, int number, int executions)
      throws IOException, InterruptedException {
    Path folder = Path.of("target", "jazzer", name);
    Path found = Files.createDirectories(folder.resolve("found"));
    Path given = Files.createDirectories(folder.resolve("given"));
    for (int i = 0; i < valid.size(); i++) {
      Files.write(given.resolve("valid-" + i), valid.get(i));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Dfile.encoding=UTF-8", "-D" + property, "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(MAIN);
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=org.mentoring.**");
    command.addAll(List.of("-runs=" + executions, "-seed=" + (number + 1), "-timeout=10"));
    command.add("-max_len=20000");
    command.add(found.toAbsolutePath().toString());
    command.add(given.toAbsolutePath().toString());
    Path log = folder.resolve("jazzer-" + number + ".log");
    int exit =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String told = Files.readString(log, StandardCharsets.ISO_8859_1);
    if (exit != 0 || !told.contains("Done " + executions + " runs")) {
      throw new AssertionError("Jazzer ended with " + exit + ", see " + log);
    }
  }
}
