package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
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
}
