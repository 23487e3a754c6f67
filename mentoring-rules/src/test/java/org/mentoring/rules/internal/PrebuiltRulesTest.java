package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

class PrebuiltRulesTest {

  private static final KieBase RULES = PrebuiltRules.load();

  @Test
  void every_rule_in_the_sources_is_in_the_loaded_base() throws IOException {
    TreeSet<String> loaded = new TreeSet<>();
    RULES
        .getKiePackages()
        .forEach(
            p -> p.getRules().forEach(rule -> loaded.add(p.getName() + ": " + rule.getName())));

    assertThat(DrlSources.ruleNames()).isNotEmpty().isEqualTo(List.copyOf(loaded));
  }
}
