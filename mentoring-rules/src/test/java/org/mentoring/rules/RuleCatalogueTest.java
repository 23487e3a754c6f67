package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RequirementKinds;
import org.mentoring.rules.internal.LoadedRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class RuleCatalogueTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final List<LoadedRule> LOADED =
      LoadedRules.all().stream()
          .filter(rule -> rule.folder().equals("org.mentoring.rules.eligibility"))
          .toList();

  static List<RuleCatalogue.Entry> entries() {
    return RuleCatalogue.entries();
  }

  @AfterAll
  static void close() {
    RULES.close();
  }

  @Test
  void every_eligibility_rule_has_a_firing_and_a_silent_case() {
    assertThat(entries().stream().map(RuleCatalogue.Entry::code))
        .containsExactlyInAnyOrderElementsOf(LOADED.stream().map(LoadedRule::name).toList());
  }

  @Test
  void every_kind_of_requirement_but_the_embedders_has_a_rule() {
    Set<String> judged = new TreeSet<>(LOADED.stream().map(LoadedRule::kind).toList());
    Set<String> kinds = new TreeSet<>(RequirementKinds.all());
    kinds.remove("extension@1");

    assertThat(judged).isEqualTo(kinds);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_fires_on_its_violation(RuleCatalogue.Entry entry) {
    assertThat(codes(entry.firing())).contains(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_rule_is_silent_where_there_is_no_violation(RuleCatalogue.Entry entry) {
    assertThat(codes(entry.silent())).doesNotContain(entry.code());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_names_requirement_source_and_kind(RuleCatalogue.Entry entry) {
    LoadedRule rule =
        LOADED.stream().filter(each -> each.name().equals(entry.code())).findFirst().orElseThrow();
    Requirement requirement = entry.firing().party().requirements().get(0);
    Finding finding = finding(entry);

    assertThat(finding.requirement()).isEqualTo(requirement.id());
    assertThat(finding.citation()).isEqualTo(requirement.citation());
    assertThat(requirement.kind()).isEqualTo(rule.kind());
    assertThat(rule.code()).isEqualTo(rule.name());
    assertThat(Citation.of(rule.source()).source()).isEqualTo(rule.source());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void a_finding_is_told_in_both_languages_to_staff_and_party(RuleCatalogue.Entry entry) {
    for (Language language : Language.values()) {
      for (Audience audience : List.of(Audience.COORDINATOR, Audience.PARTY)) {
        Renderer renderer = Renderer.of(entry.firing().definition(), language, audience);
        Renderer.Line line =
            renderer.lines(decision(entry.firing())).stream()
                .filter(each -> each.finding().code().equals(entry.code()))
                .findFirst()
                .orElseThrow();

        assertThat(line.found()).isNotBlank().doesNotContain(entry.code(), "{", "}");
        assertThat(line.remedy().isPresent())
            .as("a remedy is told where something can be done")
            .isEqualTo(Set.of(Effect.DELAYS, Effect.ASKS_REVIEW).contains(line.finding().effect()));
      }
    }
  }

  @Test
  void no_message_is_left_without_a_rule() {
    Set<String> codes = new TreeSet<>(LOADED.stream().map(LoadedRule::name).toList());
    Set<String> kinds = new TreeSet<>();
    codes.forEach(code -> kinds.add(code.substring(0, code.indexOf('.') + 1)));

    for (Language language : Language.values()) {
      assertThat(Messages.of(language).keys())
          .filteredOn(key -> kinds.stream().anyMatch(kind -> key.startsWith("finding." + kind)))
          .allMatch(key -> codes.contains(key.substring("finding.".length())));
    }
  }

  @Test
  void hours_that_are_missing_are_told_in_numbers() {
    Finding finding = finding("training.hours-short");

    assertThat(finding.parameters())
        .containsEntry("required", Parameter.minutes(480))
        .extractingByKey("missing")
        .isEqualTo(Parameter.minutes(120).as(org.mentoring.decision.Sensitivity.ABOUT_PARTY));
    assertThat(finding.facts()).hasSize(1);
  }

  private static Finding finding(String code) {
    return finding(
        entries().stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow());
  }

  private static Finding finding(RuleCatalogue.Entry entry) {
    return RULES.eligibility().evaluate(entry.firing()).stream()
        .filter(each -> each.code().equals(entry.code()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(EligibilityCase question) {
    return RULES.eligibility().evaluate(question).stream().map(Finding::code).toList();
  }

  private static Decision decision(EligibilityCase question) {
    return Decision.of(
        new Question(
            Code.of("PARTICIPATION"),
            question.dossier().participant(),
            "main",
            Position.MENTOR,
            Cases.DAY,
            Cases.NOW),
        RULES.eligibility().evaluate(question),
        List.of(),
        new Basis("sample", "1.0.0", "h", "h", new TreeSet<>(), ""));
  }

  /** What stands in the README has to be what is loaded. */
  @Test
  void the_readme_lists_the_codes_that_are_loaded() throws java.io.IOException {
    Map<String, String> told = new TreeMap<>();
    for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of("README.md"))) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        told.put(cells[1].strip().replace("`", ""), cells[2].strip() + " " + cells[3].strip());
      }
    }
    Map<String, String> loaded = new TreeMap<>();
    for (LoadedRule rule : LOADED) {
      loaded.put(rule.name(), rule.kind() + " " + finding(rule.name()).effect());
    }

    assertThat(told).isEqualTo(loaded);
  }
}
