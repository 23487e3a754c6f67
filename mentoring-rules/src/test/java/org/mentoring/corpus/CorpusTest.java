package org.mentoring.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Replayed;
import org.mentoring.decision.StoredDecision;
import org.mentoring.decision.Verdict;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RequirementKinds;
import org.mentoring.programme.Version;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.RulesProvider;

/** Every decision of every release comes out the same, whatever was changed since. */
class CorpusTest {
  private static final DroolsRules RULES = DroolsRules.create();

  /** Extensions are nobody's but an embedder's; the others came after 0.1.0 was written. */
  private static final Set<String> NOT_IN_0_1_0 = Set.of("extension@1", "members@1", "order@2");

  @AfterAll
  static void close() {
    RULES.close();
  }

  private static List<StoredDecision> decisions(Corpus corpus) {
    return corpus.stores().decisions().list(null, 1_000).items();
  }

  private static Replayed.Some replayed(Corpus corpus, RulesProvider rules) {
    return replayed(corpus, corpus.definition(), rules);
  }

  private static Replayed.Some replayed(
      Corpus corpus, ProgrammeDefinition definition, RulesProvider rules) {
    return Mentoring.of(definition)
        .rules(rules)
        .stores(corpus.stores())
        .build()
        .decisions()
        .replayAll(null, 1_000);
  }

  @ParameterizedTest
  @CsvSource({"0.1.0,tyumen-2020", "0.1.0,irkutsk-2017"})
  void every_decision_of_a_release_comes_out_the_same(String release, String programme) {
    Corpus corpus = Corpus.of(release, programme);
    Replayed.Some replayed = replayed(corpus, RULES);
    assertThat(replayed.items()).isEmpty();
    assertThat(replayed.counts().identical()).isEqualTo(decisions(corpus).size());
  }

  @Test
  void a_release_has_two_hundred_decisions_of_every_verdict_kind_and_matter() {
    List<StoredDecision> all = new ArrayList<>();
    for (String programme : List.of("tyumen-2020", "irkutsk-2017")) {
      all.addAll(decisions(Corpus.of("0.1.0", programme)));
    }
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    Set<String> kinds = new TreeSet<>();
    Set<String> failed = new TreeSet<>();
    Set<Verdict> verdicts = new TreeSet<>();
    Set<String> matters = new TreeSet<>();
    for (StoredDecision each : all) {
      Decision decision = each.decision();
      kinds.addAll(decision.basis().kinds());
      verdicts.add(decision.verdict());
      matters.add(each.matter() + (decision.question().practice() == null ? " of a centre" : ""));
      decision.findings().forEach(finding -> failed.add(kind(finding.code())));
    }
    Set<String> asked = new TreeSet<>(RequirementKinds.all());
    asked.removeAll(NOT_IN_0_1_0);
    assertThat(kinds).containsAll(asked).contains("completion@1");
    assertThat(failed)
        .containsAll(asked.stream().map(kind -> kind.substring(0, kind.indexOf('@'))).toList());
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(matters)
        .containsExactlyInAnyOrder("PARTICIPATION", "PARTICIPATION of a centre", "COMPLETION");
  }

  private static String kind(String code) {
    return code.substring(0, code.indexOf('.'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age",
        "clearance",
        "consent",
        "decision",
        "documents",
        "interview",
        "order",
        "training"
      })
  void a_knocked_out_kind_is_found_out(String kind) {
    RulesProvider broken = new BrokenRules(RULES, finding -> !kind(finding.code()).equals(kind));
    long different = 0;
    for (String programme : List.of("tyumen-2020", "irkutsk-2017")) {
      different += replayed(Corpus.of("0.1.0", programme), broken).counts().different();
    }
    assertThat(different).isPositive();
  }

  @Test
  void a_completion_that_misses_nothing_any_more_is_found_out() {
    RulesProvider broken =
        new BrokenRules(RULES, finding -> !kind(finding.code()).equals("completion"));
    assertThat(replayed(Corpus.of("0.1.0", "tyumen-2020"), broken).counts().different())
        .isPositive();
  }

  @Test
  void a_shifted_number_in_the_place_of_the_definition_is_found_out() {
    Corpus corpus = Corpus.of("0.1.0", "tyumen-2020");
    ProgrammeDefinition other = BuiltInProgrammes.read("tyumen-2020", Version.parse("1.0.0"));
    assertThat(other.hash()).isNotEqualTo(corpus.definition().hash());
    Replayed.Some replayed = replayed(corpus, other, RULES);
    assertThat(replayed.counts().identical()).isZero();
    assertThat(replayed.counts().notAvailable()).isEqualTo(decisions(corpus).size());
  }

  @Test
  @EnabledIfSystemProperty(named = "corpus.write", matches = ".+")
  void the_corpus_of_the_next_release_is_written() throws java.io.IOException {
    Path folder = Path.of(System.getProperty("corpus.write"));
    CorpusMaker.make(BuiltInProgrammes.read("tyumen-2020"), RULES)
        .write(folder.resolve("tyumen-2020.jsonl"));
    CorpusMaker.make(FurtherKinds.with(BuiltInProgrammes.read("irkutsk-2017")), RULES)
        .write(folder.resolve("irkutsk-2017.jsonl"));
    assertThat(folder.resolve("tyumen-2020.jsonl")).exists();
  }
}
