package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBaseConfiguration;

/**
 * {@link PrebuiltRules} leans on what Drools does not promise; a new version has to be looked at,
 * not just taken.
 */
class DroolsPinTest {

  private static final String VERSION = "10.2.0";

  @Test
  void the_internal_classes_have_the_methods_that_loading_calls() throws Exception {
    assertThat(
            KieBaseBuilder.class
                .getMethod("createKieBaseFromModel", Collection.class, KieBaseConfiguration.class)
                .getReturnType()
                .getName())
        .isEqualTo("org.drools.kiesession.rulebase.InternalKnowledgeBase");
    assertThat(RuleBaseFactory.class.getMethod("newKnowledgeBaseConfiguration").getReturnType())
        .isEqualTo(KieBaseConfiguration.class);
  }

  @Test
  void the_rules_were_compiled_by_the_pinned_version() throws IOException {
    try (InputStream list =
        PrebuiltRules.class.getResourceAsStream("/" + PrebuiltRules.MODEL_CLASSES)) {
      assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("Drools-Model-Version:" + VERSION);
    }
  }

  @Test
  void a_consumer_gets_the_jars_that_run_rules_and_none_that_compile_them() throws IOException {
    List<String> elements =
        Arrays.stream(
                Files.readString(Path.of("target/runtime-class-path.txt"))
                    .strip()
                    .split(System.getProperty("path.separator")))
            .map(element -> Path.of(element).getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !name.startsWith("mentoring-"))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(name -> name.replaceFirst("-\\d.*", ""))
            .toList();

    assertThat(elements)
        .containsExactly(
            "drools-base",
            "drools-canonical-model",
            "drools-core",
            "drools-kiesession",
            "drools-model-compiler",
            "drools-tms",
            "drools-util",
            "drools-wiring-api",
            "drools-wiring-static",
            "jspecify",
            "kie-api",
            "kie-internal",
            "kie-memory-compiler",
            "slf4j-api");
  }
}
