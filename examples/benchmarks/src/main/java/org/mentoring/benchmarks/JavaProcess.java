package org.mentoring.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, of the same kind and with the same class path as this one. */
final class JavaProcess {
  private JavaProcess() {}

  static List<String> command(Class<?> main, List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** What it prints; fails where it ends with a fault. */
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("the process ended with code " + code);
    }
    return answer;
  }

  /**
   * What it printed before it ended or, after so many seconds, was ended.
   *
   * @return empty where it ended by itself with a fault
   */
  static Optional<List<String>> run(List<String> command, long seconds)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("mentoring-benchmark", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      boolean fault = ended && process.exitValue() != 0;
      return fault ? Optional.empty() : Optional.of(Files.readAllLines(output));
    } finally {
      Files.delete(output);
    }
  }
}
