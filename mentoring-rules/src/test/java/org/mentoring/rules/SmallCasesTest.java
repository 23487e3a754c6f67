package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;

/**
 * Every dossier of a few facts gets the findings that stand in {@code small-cases.txt}, no more and
 * no fewer. The catalogue has one case on either side of each rule; here are those between, which
 * show that none of a rule's conditions can go. After a change that is meant, {@code
 * -Dsmall-cases.write=FOLDER} writes the file; what it changed is to be read line by line.
 */
class SmallCasesTest {
  private static final String FILE = "small-cases.txt";

  @Test
  void each_small_dossier_gets_the_findings_that_are_written_down() throws IOException {
    List<String> lines = new ArrayList<>();
    try (DroolsRules rules = DroolsRules.create()) {
      for (SmallCases.Group group : SmallCases.groups()) {
        lines.add("# " + group.name());
        for (SmallCases.Small each : group.cases()) {
          lines.add(each.name() + ": " + told(rules.eligibility().evaluate(each.question())));
        }
      }
    }
    compare(lines, FILE);
  }

  /**
   * Each line is what is written.
   *
   * @param file beside this class
   */
  static void compare(List<String> lines, String file) throws IOException {
    String folder = System.getProperty("small-cases.write");
    if (folder != null) {
      Files.write(Path.of(folder, file), lines);
    }
    List<String> written = written(file);
    String group = "";
    for (int i = 0; i < Math.min(lines.size(), written.size()); i++) {
      group = lines.get(i).startsWith("# ") ? lines.get(i) : group;
      assertThat(lines.get(i)).as("line %s, %s", i + 1, group).isEqualTo(written.get(i));
    }
    assertThat(lines).hasSameSizeAs(written);
  }

  /** Codes, facts and what is of the party; what stands in the requirement is not repeated. */
  static String told(List<Finding> findings) {
    return findings.stream().map(SmallCasesTest::told).collect(Collectors.joining("; "));
  }

  private static String told(Finding finding) {
    StringBuilder told = new StringBuilder(finding.code());
    finding.facts().forEach(fact -> told.append(' ').append(fact.value()));
    for (Map.Entry<String, Parameter> each : finding.parameters().entrySet()) {
      if (each.getValue().sensitivity() != Sensitivity.TERMS) {
        told.append(' ').append(each.getKey()).append('=').append(value(each.getValue()));
      }
    }
    return told.toString();
  }

  private static String value(Parameter parameter) {
    if (parameter instanceof Parameter.Count count) {
      return Long.toString(count.value());
    } else if (parameter instanceof Parameter.Minutes minutes) {
      return Long.toString(minutes.value());
    } else if (parameter instanceof Parameter.Day day) {
      return day.value().toString();
    } else if (parameter instanceof Parameter.TermId term) {
      return term.value();
    } else if (parameter instanceof Parameter.Codes codes) {
      return codes.values().stream().map(code -> code.value()).collect(Collectors.joining("|"));
    }
    throw new IllegalArgumentException(parameter.getClass().getSimpleName());
  }

  private static List<String> written(String file) throws IOException {
    try (InputStream in = SmallCasesTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
