package org.mentoring.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Jazzer, which looks for inputs that reach what others did not, where it is on the class
 * path: in profile {@code release-checks}, with {@code -Djazzer.runs} executions, a million unless
 * it is said. What it finds lies in {@code target/jazzer}. For tests of this project.
 */
public final class Jazzer {
  private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";

  private Jazzer() {}

  /** Whether it is on the class path of the target. */
  public static boolean isThere(Class<?> target) {
    return target.getClassLoader().getResource(MAIN.replace('.', '/') + ".class") != null;
  }

  /** How many inputs it tries. */
  public static int executions() {
    return Integer.getInteger("jazzer.runs", 1_000_000);
  }

  /**
   * Runs it in a program of its own.
   *
   * @param name of the folder in {@code target/jazzer}
   * @param target what inputs are given to
   * @param property a system property of the target, as {@code fuzz.parser=VALUES}
   * @param valid inputs to begin with
   * @throws AssertionError if it finds an input that does harm
   */
  public static void run(String name, Class<?> target, String property, List<byte[]> valid)
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
    command.addAll(List.of("-runs=" + executions(), "-timeout=10", "-max_len=100000"));
    command.add(found.toAbsolutePath().toString());
    command.add(given.toAbsolutePath().toString());
    int exit =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("jazzer.log").toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new AssertionError("Jazzer ended with " + exit + ", see " + folder);
    }
  }
}
