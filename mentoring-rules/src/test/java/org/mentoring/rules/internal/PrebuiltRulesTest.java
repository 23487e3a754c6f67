package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kie.api.definition.KiePackage;

class PrebuiltRulesTest {

  @Test
  void every_rule_in_the_sources_is_in_a_loaded_base() throws IOException {
    TreeSet<String> loaded = new TreeSet<>();
    LoadedRules.all().forEach(rule -> loaded.add(rule.folder() + ": " + rule.name()));

    assertThat(DrlSources.ruleNames()).isNotEmpty().isEqualTo(List.copyOf(loaded));
  }

  @Test
  void each_folder_has_a_base_of_its_own_rules() {
    assertThat(PrebuiltRules.folders()).isNotEmpty();
    for (String folder : PrebuiltRules.folders()) {
      assertThat(PrebuiltRules.load(folder).getKiePackages())
          .filteredOn(rules -> !rules.getRules().isEmpty())
          .extracting(KiePackage::getName)
          .containsExactly("org.mentoring.rules." + folder);
    }
  }

  @Test
  void a_folder_without_rules_is_a_bug_that_is_told() {
    assertThatThrownBy(() -> PrebuiltRules.load("nowhere"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("org.mentoring.rules.nowhere.");
  }
}
