package org.mentoring.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The module whose rules are changed: its sources, its classes and its tests.
 *
 * @param folder of the module
 */
record RulesModule(Path folder) {
  private static final String RULES = "src/main/resources/org/mentoring/rules";

  /** These read texts, lists and figures of the build, and judge nobody. */
  private static final String NO_RULES_RUN = "org/mentoring/rules/internal/";

  /** As it lies beside the module that this is a test of. */
  static RulesModule besides() {
    return new RulesModule(
        Path.of("").toAbsolutePath().resolve("../../mentoring-rules").normalize());
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  Path tests() {
    return folder.resolve("target/test-classes");
  }

  List<DrlFile> files() throws IOException {
    Path rules = folder.resolve(RULES);
    List<DrlFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(rules)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".drl")).sorted().toList()) {
        files.add(
            DrlFile.of(
                rules.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
      }
    }
    return files;
  }

  List<Mutant> mutants() throws IOException {
    return files().stream().flatMap(file -> Mutations.of(file).stream()).toList();
  }

  /** The names of the compiled models of rules, a line each, and of the engine. */
  String models() throws IOException {
    return Files.readString(classes().resolve(MutatedClasses.MODELS));
  }

  /**
   * The classes of tests, those first that name a rule, and of the others those last that try many
   * cases.
   */
  List<String> tests(String rule) throws IOException {
    Path sources = folder.resolve("src/test/java");
    List<Tests> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path source : all.filter(each -> each.toString().endsWith("Test.java")).toList()) {
        String path = sources.relativize(source).toString().replace('\\', '/');
        if (!path.startsWith(NO_RULES_RUN)) {
          found.add(of(path, Files.readString(source), rule));
        }
      }
    }
    found.sort(Comparator.comparingInt(Tests::cost).thenComparing(Tests::name));
    return found.stream().map(Tests::name).toList();
  }

  private static Tests of(String path, String text, String rule) {
    String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
    int cost = text.contains("@Property") ? 2 : 1;
    if (cost == 1 && (text.contains('"' + rule + '"') || namesAll(name, rule))) {
      cost = 0;
    } else if (name.startsWith("org.mentoring.corpus.")) {
      cost = 3;
    }
    return new Tests(name, cost);
  }

  /** Their cases stand in catalogues beside them. */
  private static boolean namesAll(String name, String rule) {
    List<String> catalogues =
        switch (rule.substring(0, rule.indexOf('.'))) {
          case "completion", "risk", "waiver" ->
              List.of("ClosingRulesTest", "SmallClosingCasesTest");
          case "incident" -> List.of("SmallIncidentCasesTest");
          case "format", "plan", "safety" -> List.of("SmallPolicyCasesTest");
          default -> List.of("SmallCasesTest");
        };
    return catalogues.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private record Tests(String name, int cost) {}
}
