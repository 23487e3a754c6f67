package org.mentoring.jdbc.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentoring.jdbc.ProofDatabase;

/**
 * Counts, times and resumes what a harness does. Usually it does a few rounds, to be quick; with
 * the system property {@code release-checks} (profile {@code release-checks}) as many as a release
 * asks for. Then what is done stands in {@code target/release-checks}, and who is interrupted goes
 * on there with the same seeds, as long as the commit is the same; what is complete is written to
 * the results page.
 */
public final class Harness {
  /**
   * Of every class of tests that runs harnesses, or damages what databases hold: what they show
   * rests on the databases, so that a build on one more JDK can leave them out.
   */
  public static final String TAG = "harness";

  private static final long SAVED_EVERY_NANOS = 10_000_000_000L;

  private final String id;
  private final String title;
  private final int rounds;
  private final Setting setting;

  /** One round; the same number does the same. */
  public interface Round {
    /**
     * Runs it.
     *
     * @param number from 0; the seed of whatever is random
     */
    void run(int number) throws Exception;
  }

  /**
   * Where and how harnesses run.
   *
   * @param release whether as much as a release asks for
   * @param state the folder for what is done
   * @param page the results page
   * @param commit what is checked
   * @param machine on what, without names
   * @param server asks the PostgreSQL server for its version
   * @param most so many rounds at most: {@code -Dharness.rounds=3} while a harness is worked on
   */
  record Setting(
      boolean release,
      Path state,
      Path page,
      String commit,
      String machine,
      Supplier<String> server,
      int most) {
    static Setting ofThisRun() {
      Integer rounds = Integer.getInteger("harness.rounds");
      boolean release =
          !System.getProperty("release-checks", "false").toLowerCase(Locale.ROOT).equals("false");
      return in(
          Path.of(""),
          release,
          rounds != null || Integer.getInteger("harness.entries") != null,
          rounds == null ? Integer.MAX_VALUE : rounds,
          release ? commitOfFolder() : "",
          "%d cores, %d MB for Java %s, %s"
              .formatted(
                  Runtime.getRuntime().availableProcessors(),
                  Runtime.getRuntime().maxMemory() >> 20,
                  Runtime.version().feature(),
                  System.getProperty("os.name")),
          ProofDatabase::serverVersion);
    }

    /**
     * In the folder of a module.
     *
     * @param tried whether it is less than the whole: what that shows is no result to be committed,
     *     so that it stands apart, where no run of the whole comes upon it
     */
    static Setting in(
        Path module,
        boolean release,
        boolean tried,
        int most,
        String commit,
        String machine,
        Supplier<String> server) {
      Path whole = module.resolve("target").resolve("release-checks");
      Path state = tried ? whole.resolve("tried") : whole;
      return new Setting(
          release,
          state,
          (tried ? state : module).resolve("RESULTS.md"),
          commit,
          machine,
          server,
          most);
    }

    /** A tree with changes is no commit: its figures must not pass for one's. */
    private static String commitOfFolder() {
      String commit = told("git", "rev-parse", "--short=12", "HEAD");
      String changed =
          told("git", "status", "--porcelain", "--untracked-files=no", "--", ":/", ":!RESULTS.md");
      return changed.isEmpty() ? commit : commit + " with changes";
    }

    private static String told(String... command) {
      try {
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String text =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? text : "unknown";
      } catch (IOException e) {
        return "unknown";
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Harness(String id, String title, int rounds, Setting setting) {
    this.id = id;
    this.title = title;
    this.rounds = rounds;
    this.setting = setting;
  }

  /**
   * A harness.
   *
   * @param id as {@code G1-h2}; also the name of a file
   * @param title what a round is, as {@code random command sequences on H2}
   * @param usual how many rounds every build runs
   * @param release how many a release asks for
   */
  public static Harness of(String id, String title, int usual, int release) {
    return of(id, title, usual, release, Setting.ofThisRun());
  }

  static Harness of(String id, String title, int usual, int release, Setting setting) {
    int rounds = setting.release() ? release : usual;
    return new Harness(id, title, Math.min(rounds, setting.most()), setting);
  }

  /** Whether as much is to be done as a release asks for. */
  public static boolean release() {
    return Setting.ofThisRun().release();
  }

  /** How many rounds there are. */
  public int rounds() {
    return rounds;
  }

  /**
   * Runs the rounds that are not done yet. A failure names the round, and running it again does the
   * same.
   */
  public void run(Round round) {
    Properties done = setting.release() ? read() : new Properties();
    int from = Integer.parseInt(done.getProperty("done", "0"));
    long before = Long.parseLong(done.getProperty("millis", "0"));
    long began = System.nanoTime();
    long saved = began;
    for (int number = from; number < rounds; number++) {
      try {
        round.run(number);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(id + " failed in round " + number + ": " + e.getMessage(), e);
      }
      long now = System.nanoTime();
      if (setting.release() && (now - saved > SAVED_EVERY_NANOS || number == rounds - 1)) {
        saved = now;
        save(number + 1, before + (now - began) / 1_000_000, "");
      }
    }
    long millis = before + (System.nanoTime() - began) / 1_000_000;
    System.out.printf(Locale.ROOT, "%s: %,d %s in %.1f s%n", id, rounds, title, millis / 1_000.0);
    if (setting.release()) {
      write();
    }
  }

  /**
   * Puts a measured figure on the results page.
   *
   * @param figure as {@code 812 commands a second, 1.21 times the bare statements}
   */
  public void tell(String figure) {
    System.out.println(id + ": " + figure);
    if (setting.release()) {
      Properties done = read();
      save(rounds, Long.parseLong(done.getProperty("millis", "0")), figure);
      write();
    }
  }

  private Path file() {
    return setting.state().resolve(id + ".properties");
  }

  /** What was done of this commit. */
  private Properties read() {
    Properties done = load(file());
    return setting.commit().equals(done.getProperty("commit"))
            && Integer.toString(rounds).equals(done.getProperty("rounds"))
        ? done
        : new Properties();
  }

  private static Properties load(Path file) {
    Properties done = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        done.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return done;
  }

  private void save(int done, long millis, String figure) {
    Properties all = new Properties();
    all.setProperty("id", id);
    all.setProperty("title", title);
    all.setProperty("commit", setting.commit());
    boolean served =
        done == rounds && (id + " " + title).toLowerCase(Locale.ROOT).contains("postgresql");
    all.setProperty(
        "machine", setting.machine() + (served ? ", PostgreSQL " + setting.server().get() : ""));
    all.setProperty("rounds", Integer.toString(rounds));
    all.setProperty("done", Integer.toString(done));
    all.setProperty("millis", Long.toString(millis));
    all.setProperty("figure", figure);
    all.setProperty("day", Instant.now().atZone(ZoneOffset.UTC).toLocalDate().toString());
    try {
      Files.createDirectories(setting.state());
      // Moved into place, so that who is killed meanwhile still finds a whole file.
      Path next = setting.state().resolve(id + ".next");
      try (var out = Files.newBufferedWriter(next)) {
        all.store(out, null);
      }
      Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the page anew from all that is done; lines of harnesses that did not run now stay, and
   * so does what follows the table.
   */
  private void write() {
    SortedMap<String, String> rows = new TreeMap<>();
    List<String> following = new ArrayList<>();
    try {
      if (Files.exists(setting.page())) {
        List<String> before = Files.readAllLines(setting.page());
        before.stream().dropWhile(line -> !line.startsWith("## ")).forEach(following::add);
        before.stream()
            .filter(line -> line.startsWith("| G") || line.startsWith("| B"))
            .forEach(line -> rows.put(line.split("\\|")[1].strip(), line));
      }
      try (Stream<Path> files = Files.list(setting.state())) {
        files
            .filter(file -> file.toString().endsWith(".properties"))
            .map(Harness::load)
            .filter(done -> done.getProperty("done").equals(done.getProperty("rounds")))
            .forEach(done -> rows.put(done.getProperty("id"), row(done)));
      }
      List<String> lines = new ArrayList<>(HEAD);
      lines.addAll(rows.values());
      if (!following.isEmpty()) {
        lines.add("");
        lines.addAll(following);
      }
      Files.write(setting.page(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final List<String> HEAD =
      List.of(
          "# Results of the release checks",
          "",
          "Written by `mvn -Prelease-checks verify -pl mentoring-adapters/jdbc -am`; CONTRIBUTING.md says what each harness does. A line",
          "stands here only if every round of it passed, on the commit that it names.",
          "",
          "| Harness | Rounds | Of what | Seconds | Result | Commit | Day | Machine |",
          "|---|---:|---|---:|---|---|---|---|");

  private static String row(Properties done) {
    String figure = done.getProperty("figure");
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s | %,.0f | %s | %s | %s | %s |",
        done.getProperty("id"),
        Integer.parseInt(done.getProperty("rounds")),
        done.getProperty("title"),
        Long.parseLong(done.getProperty("millis")) / 1_000.0,
        figure.isEmpty() ? "all passed" : figure,
        done.getProperty("commit"),
        done.getProperty("day"),
        done.getProperty("machine"));
  }
}
