package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.Cases.CITED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Sensitivity;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.CompletionCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class ClosingRulesTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final Pattern CODE =
      Pattern.compile("^- `((?:completion|risk|waiver)\\.[a-z-]+)` ([A-Z_]+)");
  private static final List<LoadedRule> LOADED =
      LoadedRules.all().stream()
          .filter(rule -> rule.folder().matches("org\\.mentoring\\.rules\\.(completion|risk)"))
          .toList();

  static List<ClosingCatalogue.Entry> entries() {
    return ClosingCatalogue.entries();
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void every_rule_has_a_firing_and_a_silent_case() {
    assertThat(entries().stream().map(ClosingCatalogue.Entry::code))
        .containsExactlyInAnyOrderElementsOf(LOADED.stream().map(LoadedRule::name).toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_fires_on_its_violation_and_cites_the_term(ClosingCatalogue.Entry entry) {
    LoadedRule rule =
        LOADED.stream().filter(each -> each.name().equals(entry.code())).findFirst().orElseThrow();

    assertThat(found(entry.firing()))
        .filteredOn(finding -> finding.code().equals(entry.code()))
        .hasSize(1)
        .allSatisfy(finding -> assertThat(finding.citation()).isEqualTo(CITED));
    assertThat(rule.code()).isEqualTo(rule.name());
    assertThat(rule.kind()).matches("(completion|waiver|risk)@1");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_is_silent_where_there_is_no_violation(ClosingCatalogue.Entry entry) {
    assertThat(codes(found(entry.silent()))).doesNotContain(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_is_told_in_both_languages_to_staff_and_party(ClosingCatalogue.Entry entry) {
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer renderer = Renderer.of(entry.firing().definition(), language, audience);
        // Whoever may not read an incident does not hear of it.
        boolean withheld = audience == Audience.PARTY && entry.code().contains(".incident-");
        String code = withheld ? "party.centre-decides" : entry.code();
        Renderer.Line line =
            renderer.lines(found(entry.firing())).stream()
                .filter(each -> each.finding().code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(line.found()).isNotBlank().doesNotContain(entry.code(), "{", "}");
        assertThat(line.remedy().isPresent())
            .as("a remedy is told where something can be done")
            .isEqualTo(Set.of(Effect.DELAYS, Effect.ASKS_REVIEW).contains(line.finding().effect()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_party_reads_nothing_of_what_is_known_of_another(ClosingCatalogue.Entry entry) {
    Renderer renderer = Renderer.of(entry.firing().definition(), Language.EN, Audience.PARTY);

    for (Renderer.Line line : renderer.lines(found(entry.firing()))) {
      assertThat(line.finding().facts()).isEmpty();
      if (line.finding().code().startsWith("risk.")
          && !line.finding().code().equals("risk.pause-long")) {
        assertThat(line.finding().parameters().values())
            .allMatch(parameter -> parameter.sensitivity() == Sensitivity.TERMS);
      }
    }
  }

  @Test
  void no_message_is_left_without_a_rule() {
    Set<String> codes = new TreeSet<>(LOADED.stream().map(LoadedRule::name).toList());
    codes.add("completion.no-terms");

    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys())
          .filteredOn(key -> key.matches("finding\\.(completion|risk)\\..*"))
          .allMatch(key -> codes.contains(key.substring("finding.".length())));
    }
  }

  /** What stands in the README has to be what is loaded. */
  @Test
  void the_readme_lists_the_codes_that_are_loaded() throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher code = CODE.matcher(line);
      if (code.find()) {
        told.put(code.group(1), code.group(2));
      }
    }
    Map<String, String> loaded = new TreeMap<>();
    for (ClosingCatalogue.Entry entry : entries()) {
      found(entry.firing()).stream()
          .filter(finding -> finding.code().equals(entry.code()))
          .forEach(finding -> loaded.put(entry.code(), finding.effect().name()));
    }

    assertThat(told).isEqualTo(loaded);
  }

  private static List<Finding> found(CompletionCase question) {
    return Stream.concat(
            RULES.completion().missing(question).stream(), RULES.risks().risks(question).stream())
        .toList();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
