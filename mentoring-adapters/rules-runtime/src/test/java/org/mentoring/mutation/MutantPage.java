package org.mentoring.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.mutation.MutantProgram.Result;

/** What became of all mutants, as a page to be committed. */
final class MutantPage {
  /** Of these nothing may survive. */
  static final List<String> WATCHED = List.of("consent", "clearance", "training", "capacity");

  /** Of all together this much has to be killed, in hundredths. */
  static final int LEAST = 95;

  private static final String SURVIVOR = "- ``";

  private final List<Mutant> mutants;
  private final Map<String, Result> results;
  private final Map<String, String> equivalents;

  private final int notRun;

  /** Of mutants, some of which may not have been run yet: those count for nothing. */
  MutantPage(List<Mutant> mutants, Map<String, Result> results, Map<String, String> equivalents) {
    this.mutants = mutants.stream().filter(each -> results.containsKey(each.id())).toList();
    this.results = results;
    this.equivalents = equivalents;
    this.notRun = mutants.size() - this.mutants.size();
  }

  /**
   * How many there are.
   *
   * @param compiled those that are rules
   * @param equivalent that survived, with a reason
   */
  record Count(int compiled, int killed, int equivalent) {
    int survived() {
      return compiled - killed - equivalent;
    }

    /** Of those that could be killed. */
    double hundredths() {
      return compiled == equivalent ? 100 : 100.0 * killed / (compiled - equivalent);
    }

    private String row(String name) {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %d | %d | %d | %s |",
          name,
          compiled,
          killed,
          equivalent,
          survived(),
          compiled == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", hundredths()));
    }
  }

  Count all() {
    return count(mutants);
  }

  Map<String, Count> by(Function<Mutant, String> key) {
    Map<String, List<Mutant>> grouped = new TreeMap<>();
    mutants.forEach(
        each -> grouped.computeIfAbsent(key.apply(each), name -> new ArrayList<>()).add(each));
    Map<String, Count> counts = new LinkedHashMap<>();
    grouped.forEach((name, some) -> counts.put(name, count(some)));
    return counts;
  }

  private Count count(List<Mutant> some) {
    int compiled = 0;
    int killed = 0;
    int equivalent = 0;
    for (Mutant mutant : some) {
      Outcome outcome = results.get(mutant.id()).outcome();
      compiled += outcome == Outcome.NOT_COMPILED ? 0 : 1;
      killed += outcome == Outcome.KILLED || outcome == Outcome.STOPPED ? 1 : 0;
      equivalent += outcome == Outcome.SURVIVED && equivalents.containsKey(mutant.id()) ? 1 : 0;
    }
    return new Count(compiled, killed, equivalent);
  }

  /** Those that survived without a reason. */
  List<String> survivors() {
    return mutants.stream()
        .map(Mutant::id)
        .filter(id -> results.get(id).outcome() == Outcome.SURVIVED)
        .filter(id -> !equivalents.containsKey(id))
        .toList();
  }

  List<String> lines(String commit, String day, String machine) {
    List<String> lines = new ArrayList<>(HEAD);
    lines.add("");
    lines.add("Commit " + commit + ", " + day + ", " + machine + ".");
    if (notRun > 0) {
      lines.add("");
      lines.add(
          "**Not complete**: "
              + notRun
              + " further mutants were not run yet, and count for nothing here.");
    }
    lines.add("");
    table(lines, "All", Map.of("all", all()));
    Map<String, Count> groups = new LinkedHashMap<>();
    WATCHED.forEach(each -> groups.put("**" + each + "**", new Count(0, 0, 0)));
    by(Mutant::group)
        .forEach(
            (name, count) -> groups.put(WATCHED.contains(name) ? "**" + name + "**" : name, count));
    table(lines, "About", groups);
    table(lines, "Kind", by(mutant -> mutant.kind().told()));
    Map<String, Integer> killers = new TreeMap<>();
    results.values().stream()
        .filter(each -> each.outcome() == Outcome.KILLED)
        .forEach(each -> killers.merge(each.by().split(" ", 2)[0], 1, Integer::sum));
    lines.add("Killed first by: " + told(killers) + ".");
    lines.add("");
    long stopped = number(Outcome.STOPPED);
    lines.add(
        "Of the killed "
            + stopped
            + " went on for ever or ate all memory. "
            + number(Outcome.NOT_COMPILED)
            + " further changes are refused by the compiler, and count for nothing.");
    lines.add("");
    lines.add("## Survivors");
    lines.add("");
    survivors().forEach(id -> lines.add(SURVIVOR + id + "``"));
    lines.add(survivors().isEmpty() ? "None." : "");
    lines.add("");
    lines.add("## Equivalent");
    lines.add("");
    Set<String> reasons = new TreeSet<>();
    mutants.stream()
        .map(Mutant::id)
        .filter(id -> results.get(id).outcome() == Outcome.SURVIVED)
        .filter(equivalents::containsKey)
        .forEach(id -> reasons.add(equivalents.get(id)));
    for (String reason : reasons) {
      lines.add(reason);
      lines.add("");
      mutants.stream()
          .map(Mutant::id)
          .filter(id -> results.get(id).outcome() == Outcome.SURVIVED)
          .filter(id -> reason.equals(equivalents.get(id)))
          .forEach(id -> lines.add(SURVIVOR + id + "``"));
      lines.add("");
    }
    while (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** The survivors that a committed page names. */
  static Set<String> known(Path page) throws IOException {
    Set<String> known = new TreeSet<>();
    if (Files.exists(page)) {
      Files.readAllLines(page).stream()
          .filter(line -> line.startsWith(SURVIVOR))
          .forEach(line -> known.add(line.substring(SURVIVOR.length(), line.length() - 2)));
    }
    return known;
  }

  private static String told(Map<String, Integer> killers) {
    List<String> parts = new ArrayList<>();
    killers.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(each -> parts.add(each.getKey() + " " + each.getValue()));
    return String.join(", ", parts);
  }

  private long number(Outcome outcome) {
    return results.values().stream().filter(each -> each.outcome() == outcome).count();
  }

  private static void table(List<String> lines, String title, Map<String, Count> counts) {
    lines.add(
        "| "
            + title
            + " | Mutants | Killed | Equivalent | Survived | Killed of those that could be |");
    lines.add("|---|---:|---:|---:|---:|---:|");
    counts.forEach((name, count) -> lines.add(count.row(name)));
    lines.add("");
  }

  private static final List<String> HEAD =
      List.of(
          "# Do the tests notice a changed rule?",
          "",
          "Written by `mvn -Prelease-checks verify -pl mentoring-adapters/rules-runtime -am -Dtest=DrlMutantsTest",
          "-Dsurefire.failIfNoSpecifiedTests=false`. Each mutant is one change of one rule in the DRL files of this module, compiled",
          "and put in the place of the rule; it is killed if a test of this module fails. Tests that only read texts, lists and",
          "the build (`org.mentoring.rules.internal`) are not asked. No rule in DRL tells of capacity: places are kept by the core,",
          "so that there is nothing of it to be changed here.");
}
