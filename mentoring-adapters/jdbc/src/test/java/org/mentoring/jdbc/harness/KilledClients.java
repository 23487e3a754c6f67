package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Programs to be killed. While one works the next makes itself ready. For one thread. */
final class KilledClients implements AutoCloseable {
  private static final int MOST_COMMANDS = 40;
  private static final int MOST_NANOS = 20_000_000;

  private final Path definition;
  private Program next;

  /**
   * Programs.
   *
   * @param folder for what they need
   */
  KilledClients(Path folder) throws IOException {
    definition = folder.resolve("definition");
    ProofProgramme.writePrebuilt(definition);
    next = new Program(definition);
  }

  /**
   * Lets a program work and kills it somewhere in it.
   *
   * @param number the seed of when
   * @return all that it told
   */
  List<String> killed(KilledClient.Kind kind, String where, int number)
      throws IOException, InterruptedException {
    try (Program program = next) {
      next = new Program(definition);
      Random random = new Random(number);
      program.begin(kind + " r" + number + " " + where);
      program.done(random.nextInt(MOST_COMMANDS));
      soon(random);
      return program.killed();
    }
  }

  /** Some moment: not only when a command was just told. */
  static void soon(Random random) {
    LockSupport.parkNanos(random.nextInt(MOST_NANOS));
  }

  @Override
  public void close() {
    next.close();
  }

  private static final class Program implements AutoCloseable {
    private static final String END = "end of output";

    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();

    Program(Path definition) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:-BytecodeVerificationRemote",
                  "-D" + ProofProgramme.PREBUILT + "=" + definition,
                  "-cp",
                  // Surefire starts this JVM with a jar that names the class path.
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  KilledClient.class.getName())
              .redirectErrorStream(true)
              .start();
      Thread reader = new Thread(this::read, "output of a program");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        lines.lines().forEach(output::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        output.add(END);
      }
    }

    private String line() throws InterruptedException {
      String line = output.poll(2, TimeUnit.MINUTES);
      assertThat(line).as("the program goes on; it told %s", told).isNotNull();
      told.add(line);
      return line;
    }

    private void until(String begin, int times) throws InterruptedException {
      int seen = 0;
      while (seen < times) {
        String line = line();
        assertThat(line).as("the program goes on; it told %s", told).isNotEqualTo(END);
        seen += line.startsWith(begin) ? 1 : 0;
      }
    }

    void begin(String order) throws IOException, InterruptedException {
      until("ready", 1);
      process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    void done(int commands) throws InterruptedException {
      until("done ", commands);
    }

    List<String> killed() throws InterruptedException {
      // By its handle: otherwise its output would be closed with it.
      process.toHandle().destroyForcibly();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      // What it had told before it died.
      while (!line().equals(END)) {
        assertThat(told).isNotEmpty();
      }
      return told;
    }

    @Override
    public void close() {
      process.toHandle().destroyForcibly();
    }
  }
}
