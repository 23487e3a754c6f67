package org.mentoring.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.spi.SystemSources;

/**
 * Counts, times and resumes what a harness does. Usually it does a few rounds, to be quick; with
 * the system property {@code release-checks} (profile {@code release-checks}) as many as a release
 * asks for. Then what is done stands in {@code target/release-checks}, and who is interrupted goes
 * on there with the same seeds, as long as the commit is the same; what is complete is written to
 * the results page of the module. With {@code harness.rounds} there are no more than so many, and
 * the page stands apart, unless {@code harness.partly} asks for rows that say of how many. For
 * tests of this project. Each is for one thread; several may run at once.
 */
public final class HarnessRounds {
  private static final long SAVED_EVERY_NANOS = 10_000_000_000L;

  private final String id;
  private final String title;
  private final int rounds;
  private final int release;
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
   * @param module whose command wrote the page
   */
  record Setting(
      boolean release,
      Path state,
      Path page,
      String commit,
      String machine,
      @Nullable Supplier<String> server,
      int most,
      String module) {
    static Setting ofThisRun(String module, @Nullable Supplier<String> server) {
      Integer rounds = Integer.getInteger("harness.rounds");
      boolean tried =
          rounds != null
              || Integer.getInteger("harness.entries") != null
              || Integer.getInteger("jazzer.runs") != null;
      return in(
          Path.of(""),
          released(),
          !tried ? Extent.WHOLE : Boolean.getBoolean("harness.partly") ? Extent.PART : Extent.TRY,
          rounds == null ? Integer.MAX_VALUE : rounds,
          released() ? commitOfFolder() : "",
          String.format(
              Locale.ROOT,
              "%d cores, %d MB for Java %s, %s",
              Runtime.getRuntime().availableProcessors(),
              Runtime.getRuntime().maxMemory() >> 20,
              Runtime.version().feature(),
              System.getProperty("os.name")),
          server,
          module);
    }

    static Setting in(
        Path folder,
        boolean release,
        Extent extent,
        int most,
        String commit,
        String machine,
        @Nullable Supplier<String> server,
        String module) {
      Path whole = folder.resolve("target").resolve("release-checks");
      Path state = extent == Extent.WHOLE ? whole : whole.resolve(extent.folder());
      return new Setting(
          release,
          state,
          (extent == Extent.TRY ? state : folder).resolve("RESULTS.md"),
          commit,
          machine,
          server,
          most,
          module);
    }

    /** A tree with changes is no commit: its figures must not pass for one's. */
    private static String commitOfFolder() {
      String commit = told("git", "rev-parse", "--short=12", "HEAD");
      String changed =
          told(
              "git",
              "status",
              "--porcelain",
              "--untracked-files=no",
              "--",
              ":/",
              ":(top,exclude)*RESULTS.md");
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

  /** How much of what a release asks for is done. */
  enum Extent {
    WHOLE,
    /** What is told on the page as a part of the whole, where no whole is told. */
    PART,
    /** While a harness is worked on: what that shows stands apart. */
    TRY;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static boolean released() {
    return !System.getProperty("release-checks", "false").toLowerCase(Locale.ROOT).equals("false");
  }

  private HarnessRounds(String id, String title, int rounds, int release, Setting setting) {
    this.id = id;
    this.title = title;
    this.rounds = rounds;
    this.release = release;
    this.setting = setting;
  }

  /**
   * A harness.
   *
   * @param id as {@code G1-h2}; also the name of a file
   * @param title what a round is, as {@code random command sequences on H2}
   * @param usual how many rounds every build runs
   * @param release how many a release asks for
   * @param module the folder of the module, seen from the root: the page names its command
   * @param server tells the version of the PostgreSQL that harnesses run on whose title names it;
   *     null where none does
   */
  public static HarnessRounds of(
      String id,
      String title,
      int usual,
      int release,
      String module,
      @Nullable Supplier<String> server) {
    return of(id, title, usual, release, Setting.ofThisRun(module, server));
  }

  static HarnessRounds of(String id, String title, int usual, int release, Setting setting) {
    int rounds = setting.release() ? release : usual;
    return new HarnessRounds(id, title, Math.min(rounds, setting.most()), release, setting);
  }

  /** Whether as much is to be done as a release asks for. */
  public static boolean release() {
    return released();
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
    LongSupplier stopwatch = SystemSources.stopwatch();
    long began = stopwatch.getAsLong();
    long saved = began;
    for (int number = from; number < rounds; number++) {
      try {
        round.run(number);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(id + " failed in round " + number + ": " + e.getMessage(), e);
      }
      long now = stopwatch.getAsLong();
      if (setting.release() && (now - saved > SAVED_EVERY_NANOS || number == rounds - 1)) {
        saved = now;
        save(number + 1, before + (now - began) / 1_000_000, "");
      }
    }
    long millis = before + (stopwatch.getAsLong() - began) / 1_000_000;
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
    Supplier<String> server = setting.server();
    boolean served =
        done == rounds && (id + " " + title).toLowerCase(Locale.ROOT).contains("postgresql");
    all.setProperty(
        "machine",
        setting.machine() + (served && server != null ? ", PostgreSQL " + server.get() : ""));
    all.setProperty("rounds", Integer.toString(rounds));
    all.setProperty("of", Integer.toString(release));
    all.setProperty("done", Integer.toString(done));
    all.setProperty("millis", Long.toString(millis));
    all.setProperty("figure", figure);
    all.setProperty("day", LocalDate.now(SystemSources.clock()).toString());
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
    synchronized (HarnessRounds.class) {
      writePage();
    }
  }

  private void writePage() {
    SortedMap<String, String> rows = new TreeMap<>();
    List<String> following = new ArrayList<>();
    try {
      if (Files.exists(setting.page())) {
        List<String> before = Files.readAllLines(setting.page());
        before.stream().dropWhile(line -> !line.startsWith("## ")).forEach(following::add);
        before.stream()
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| ") && !line.equals(COLUMNS))
            .forEach(line -> rows.put(line.split("\\|", -1)[1].strip(), line));
      }
      try (Stream<Path> files = Files.list(setting.state())) {
        files
            .filter(file -> file.toString().endsWith(".properties"))
            .map(HarnessRounds::load)
            .filter(done -> done.getProperty("done").equals(done.getProperty("rounds")))
            .forEach(done -> put(rows, done));
      }
      List<String> lines = new ArrayList<>(head());
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

  private static final String COLUMNS =
      "| Harness | Rounds | Of what | Seconds | Result | Commit | Day | Machine |";

  private List<String> head() {
    return List.of(
        "# Results of the release checks",
        "",
        "Written by `mvn -Prelease-checks verify -pl "
            + setting.module()
            + " -am`; CONTRIBUTING.md says what each harness does. A line",
        "stands here only if every round of it passed, on the commit that it names. Where fewer"
            + " were run than a release asks for, it says of how many.",
        "",
        COLUMNS,
        "|---|---:|---|---:|---|---|---|---|");
  }

  /** What was done in part does not take the place of a whole. */
  private static void put(SortedMap<String, String> rows, Properties done) {
    String id = done.getProperty("id");
    String before = rows.get(id);
    if (!rounds(done).contains(OF) || before == null || before.split("\\|", -1)[2].contains(OF)) {
      rows.put(id, row(done));
    }
  }

  private static final String OF = " of ";

  private static String rounds(Properties done) {
    int rounds = Integer.parseInt(done.getProperty("rounds"));
    int release = Integer.parseInt(done.getProperty("of", "" + rounds));
    return rounds < release
        ? String.format(Locale.ROOT, "%,d%s%,d", rounds, OF, release)
        : String.format(Locale.ROOT, "%,d", rounds);
  }

  private static String row(Properties done) {
    String figure = done.getProperty("figure");
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,.0f | %s | %s | %s | %s |",
        done.getProperty("id"),
        rounds(done),
        done.getProperty("title"),
        Long.parseLong(done.getProperty("millis")) / 1_000.0,
        figure.isEmpty() ? "all passed" : figure,
        done.getProperty("commit"),
        done.getProperty("day"),
        done.getProperty("machine"));
  }
}
