package org.mentoring.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoring.mutation.MutantProgram.Result;

/**
 * Nobody changes a rule without a test that notices. Every build tries some mutants of the rules,
 * of a seed that it prints ({@code -Dmutants.seed=}), or those whose names a regular expression
 * finds ({@code -Dmutants.only=}); profile {@code release-checks} all of them, going on where it
 * was interrupted, and writes the page.
 */
@Tag("harness")
class DrlMutantsTest {
  private static final int USUAL = 20;

  /**
   * Some of its mutants are killed by tests alone that try many cases, and that a build leaves out.
   */
  private static final String KILLED_LATE = "eligibility/order";

  private static final RulesModule MODULE = RulesModule.besides();
  private static final Path PAGE = MODULE.folder().resolve("RESULTS.md");

  @Test
  void a_rule_that_is_changed_is_noticed_by_a_test() throws Exception {
    List<Mutant> mutants = MODULE.mutants();
    Map<String, String> equivalents = Equivalents.read();
    String only = System.getProperty("mutants.only");
    if (only != null) {
      those(mutants, Pattern.compile(only), equivalents);
    } else if (Boolean.parseBoolean(System.getProperty("release-checks", "false"))) {
      all(mutants, equivalents);
    } else {
      some(mutants, equivalents);
    }
  }

  @Test
  void what_is_called_equivalent_is_a_mutant_of_today() throws IOException {
    Set<String> ids = MODULE.mutants().stream().map(Mutant::id).collect(Collectors.toSet());

    assertThat(ids).containsAll(Equivalents.read().keySet());
  }

  /**
   * The harness itself: it must not call dead what was never changed, nor alive what nobody tests.
   */
  @Test
  void a_rule_that_is_compiled_as_it_is_survives_and_one_that_is_dropped_does_not()
      throws Exception {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    String dropped = dropped("consent.missing");
    Mutants.run(
        MODULE,
        List.of(MutantRun.UNCHANGED + "consent.missing", dropped),
        true,
        result -> outcomes.put(result.id(), result.outcome()));

    assertThat(outcomes)
        .containsEntry(MutantRun.UNCHANGED + "consent.missing", Outcome.SURVIVED)
        .containsEntry(dropped, Outcome.KILLED);
  }

  private static String dropped(String rule) throws IOException {
    return MODULE.mutants().stream()
        .filter(each -> each.rule().equals(rule) && each.kind() == Mutant.Kind.RULE_DROPPED)
        .map(Mutant::id)
        .findFirst()
        .orElseThrow();
  }

  private static void some(List<Mutant> mutants, Map<String, String> equivalents)
      throws IOException, InterruptedException, ExecutionException {
    int seed = Integer.getInteger("mutants.seed", new SecureRandom().nextInt(1_000_000));
    System.out.println("mutants of the rules: -Dmutants.seed=" + seed);
    Set<String> known = MutantPage.known(PAGE);
    List<String> ids =
        new ArrayList<>(
            mutants.stream()
                .filter(each -> !each.group().equals(KILLED_LATE))
                .map(Mutant::id)
                .filter(id -> !equivalents.containsKey(id) && !known.contains(id))
                .toList());
    Collections.shuffle(ids, new Random(seed));
    List<String> survived = new ArrayList<>();
    Mutants.run(
        MODULE,
        ids.subList(0, USUAL),
        false,
        result -> {
          if (result.outcome() == Outcome.SURVIVED) {
            survived.add(result.id());
          }
        });

    assertThat(survived).as("of seed %s", seed).isEmpty();
  }

  /** For whoever writes tests: each is told, the known survivors too. */
  private static void those(List<Mutant> mutants, Pattern only, Map<String, String> equivalents)
      throws InterruptedException, ExecutionException {
    List<String> ids =
        mutants.stream().map(Mutant::id).filter(id -> only.matcher(id).find()).toList();
    assertThat(ids).as("mutants of names with %s", only).isNotEmpty();
    List<String> survived = new ArrayList<>();
    Mutants.run(
        MODULE,
        ids,
        true,
        result -> {
          System.out.println(result.outcome() + " " + result.id() + " " + result.by());
          if (result.outcome() == Outcome.SURVIVED && !equivalents.containsKey(result.id())) {
            survived.add(result.id());
          }
        });

    assertThat(survived).isEmpty();
  }

  private static void all(List<Mutant> mutants, Map<String, String> equivalents)
      throws IOException, InterruptedException, ExecutionException {
    allTestsPassOverWhatIsUnchanged();
    Path state = Path.of("target", "release-checks", "mutants.txt");
    Map<String, Result> results = read(state);
    List<String> waiting =
        mutants.stream().map(Mutant::id).filter(id -> !results.containsKey(id)).toList();
    Mutants.run(
        MODULE,
        waiting,
        false,
        result -> {
          results.put(result.id(), result);
          append(state, String.join("\t", result.id(), result.outcome().name(), result.by()));
        });
    MutantPage page = new MutantPage(mutants, results, equivalents);
    Files.write(PAGE, page.lines(commit(), LocalDate.now(ZoneOffset.UTC).toString(), machine()));

    assertThat(page.all().hundredths()).isGreaterThanOrEqualTo(MutantPage.LEAST);
    Map<String, MutantPage.Count> groups = page.by(Mutant::group);
    MutantPage.WATCHED.forEach(
        each ->
            assertThat(groups.getOrDefault(each, new MutantPage.Count(0, 0, 0)).survived())
                .as(each)
                .isZero());
  }

  /** Else whatever fails for another reason, as for want of a library, would kill each mutant. */
  private static void allTestsPassOverWhatIsUnchanged()
      throws InterruptedException, ExecutionException {
    List<Result> results = new ArrayList<>();
    Mutants.run(MODULE, List.of(MutantRun.UNCHANGED + "consent.missing"), false, results::add);
    assertThat(results)
        .singleElement()
        .matches(result -> result.outcome() == Outcome.SURVIVED, "survived");
  }

  /** What was done of this commit. */
  private static Map<String, Result> read(Path state) throws IOException {
    Files.createDirectories(state.getParent());
    String head = "# " + commit();
    List<String> lines = Files.exists(state) ? Files.readAllLines(state) : List.of();
    Map<String, Result> results = new LinkedHashMap<>();
    if (lines.isEmpty() || !lines.get(0).equals(head)) {
      Files.write(state, List.of(head));
      return results;
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 3) {
        results.put(cells[0], new Result(cells[0], Outcome.valueOf(cells[1]), cells[2]));
      }
    }
    return results;
  }

  private static void append(Path state, String line) {
    try {
      Files.writeString(state, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A tree with changes is no commit: its figures must not pass for one's. */
  private static String commit() throws IOException {
    String commit = told("git", "rev-parse", "--short=12", "HEAD");
    String changed =
        told("git", "status", "--porcelain", "--untracked-files=no", "--", ":/", ":!*RESULTS.md");
    return changed.isEmpty() ? commit : commit + " with changes";
  }

  private static String told(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String machine() {
    return String.join(
        ", ",
        Runtime.getRuntime().availableProcessors() + " cores",
        "Java " + Runtime.version().feature(),
        System.getProperty("os.name").toLowerCase(Locale.ROOT));
  }
}
