package org.mentoring.mutation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that runs tests over mutants; a new one where the last was stopped. For one thread. */
final class MutantProgram implements AutoCloseable {
  /** Every class of tests is loaded anew for each mutant, and some of them stay in caches. */
  private static final int MOST = 60;

  /** A mutant that survives has run all tests, where others run a few. */
  private static final int SURVIVOR = 15;

  private static final String END = "end of output";

  private final RulesModule module;
  private final boolean quick;
  private final int mostSeconds;
  private @Nullable Process process;
  private BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private int asked;

  /**
   * A program, which begins with the first mutant.
   *
   * @param quick whether to leave out the tests that try many cases
   * @param mostSeconds that one mutant may take
   */
  MutantProgram(RulesModule module, boolean quick, int mostSeconds) {
    this.module = module;
    this.quick = quick;
    this.mostSeconds = mostSeconds;
  }

  /** What became of a mutant, and by which test. */
  Result run(String id) throws IOException, InterruptedException {
    Process running = running();
    asked++;
    running.getOutputStream().write((id + "\n").getBytes(StandardCharsets.UTF_8));
    running.getOutputStream().flush();
    String answer = output.poll(mostSeconds, TimeUnit.SECONDS);
    if (answer == null || answer.equals(END)) {
      close();
      return new Result(id, Outcome.STOPPED, answer == null ? "went on" : "ate all memory");
    }
    String[] words = answer.split(" ", 2);
    Outcome outcome = Outcome.valueOf(words[0]);
    asked += outcome == Outcome.SURVIVED ? SURVIVOR - 1 : 0;
    return new Result(id, outcome, words.length == 1 ? "" : words[1]);
  }

  private Process running() throws IOException, InterruptedException {
    if (process == null || asked >= MOST) {
      close();
      process = started();
      asked = 0;
      String first = output.poll(mostSeconds, TimeUnit.SECONDS);
      if (!MutantRun.READY.equals(first)) {
        throw new IllegalStateException("the program did not begin: " + first);
      }
    }
    return process;
  }

  private Process started() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=200m",
                // Answers alone go to the output.
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx700m",
                "-XX:MaxMetaspaceSize=900m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                // Surefire starts this JVM with a jar that names the class path.
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MutantRun.class.getName(),
                module.folder().toString()));
    if (quick) {
      command.add("quick");
    }
    Process begun =
        new ProcessBuilder(command)
            .directory(module.folder().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    output = lines;
    Thread reader = new Thread(() -> read(begun, lines), "output of a program");
    reader.setDaemon(true);
    reader.start();
    return begun;
  }

  private static void read(Process process, BlockingQueue<String> lines) {
    try (BufferedReader all =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      all.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // It was ended while it wrote; what it had said is there.
      lines.add(END);
      return;
    }
    lines.add(END);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  /**
   * What became of a mutant.
   *
   * @param by the test that failed first, or how the rules were stopped
   */
  record Result(String id, Outcome outcome, String by) {}
}
