package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;

class PrebuiltRulesTest {

  private static final KieBase RULES = PrebuiltRules.load();

  @Test
  void a_prebuilt_rule_fires_on_its_violation() {
    assertThat(missing(new TrainingDone("m-1", 6, 8)))
        .isEqualTo(List.of(new TrainingMissing("m-1", 2)));
    assertThat(missing(new TrainingDone("m-1", 8, 8))).isEmpty();
  }

  @Test
  void every_rule_in_the_sources_is_in_the_loaded_base() throws IOException {
    TreeSet<String> loaded = new TreeSet<>();
    RULES
        .getKiePackages()
        .forEach(
            p -> p.getRules().forEach(rule -> loaded.add(p.getName() + ": " + rule.getName())));

    assertThat(DrlSources.ruleNames()).isNotEmpty().isEqualTo(List.copyOf(loaded));
  }

  private static List<Object> missing(TrainingDone fact) {
    KieSession session = RULES.newKieSession();
    try {
      session.insert(fact);
      session.fireAllRules();
      return List.copyOf(session.getObjects(new ClassObjectFilter(TrainingMissing.class)));
    } finally {
      session.dispose();
    }
  }

  /** What the DRL files define, read without Drools so that its own omissions are seen. */
  private static final class DrlSources {

    private static final Path FOLDER = Path.of("src/main/resources");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*(//|#).*$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern RULE =
        Pattern.compile("(?m)^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|([\\w.-]+))");

    static List<String> ruleNames() throws IOException {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        return files
            .filter(file -> file.toString().endsWith(".drl"))
            .flatMap(file -> ruleNames(read(file)).stream())
            .sorted()
            .toList();
      }
    }

    private static List<String> ruleNames(String drl) {
      String source = COMMENT.matcher(drl).replaceAll("");
      String inPackage =
          PACKAGE.matcher(source).results().map(found -> found.group(1)).findFirst().orElseThrow();
      return RULE.matcher(source)
          .results()
          .map(
              found ->
                  inPackage
                      + ": "
                      + Stream.of(found.group(1), found.group(2), found.group(3))
                          .filter(name -> name != null)
                          .findFirst()
                          .orElseThrow())
          .toList();
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
