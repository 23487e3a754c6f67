package org.mentoring.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the figures were measured, and on what. Names no host and no folder.
 *
 * @param commit the hash, or "unknown" outside a working copy
 * @param changed whether the working copy differs from the commit, the results page aside
 * @param date of the commit, unless another was given
 * @param processor cores and model
 * @param memory of the machine
 * @param system operating system
 * @param java version and machine
 * @param load tasks that were running or waiting on average when the measuring began
 */
record Surroundings(
    String commit,
    boolean changed,
    String date,
    String processor,
    String memory,
    String system,
    String java,
    String load) {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  static Surroundings here(Optional<String> date, String resultsPage)
      throws IOException, InterruptedException {
    String commit = git("rev-parse", "HEAD").orElse("unknown");
    boolean changed =
        git("status", "--porcelain", "--", ":(top)", ":(exclude,top)" + resultsPage)
            .filter(changes -> !changes.isEmpty())
            .isPresent();
    String day = date.isPresent() ? date.get() : git("log", "-1", "--format=%cs").orElse("unknown");
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Surroundings(
        commit,
        changed,
        day,
        system.getAvailableProcessors() + " cores, " + model(),
        memory(system),
        system.getName() + " " + system.getArch(),
        System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name"),
        loadNow());
  }

  static String loadNow() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
  }

  private static String model() throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return "model unknown";
    }
    try (Stream<String> lines = Files.lines(PROCESSOR, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("model unknown");
    }
  }

  private static String memory(java.lang.management.OperatingSystemMXBean system) {
    return system instanceof com.sun.management.OperatingSystemMXBean known
        ? String.format(Locale.ROOT, "%.1f GiB", known.getTotalMemorySize() / (double) (1L << 30))
        : "unknown";
  }

  private static Optional<String> git(String... arguments) throws InterruptedException {
    try {
      Process git =
          new ProcessBuilder(
                  Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      // Without git there is no commit to be told, and the page says so.
      return Optional.empty();
    }
  }
}
