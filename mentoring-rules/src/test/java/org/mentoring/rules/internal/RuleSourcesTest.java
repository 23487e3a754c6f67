package org.mentoring.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoring.rules.DroolsRules;
import org.mentoring.rules.internal.LoadedRules.LoadedRule;
import org.mentoring.spi.RulesProvider;

class RuleSourcesTest {
  private static final Path FOLDER = Path.of("src/main/resources/org/mentoring/rules");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+(?:static\\s+)?([^;]+);");

  @Test
  void every_file_of_rules_is_in_the_hash() throws IOException {
    assertThat(RuleSources.FILES)
        .isEqualTo(
            files().stream()
                .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList());
  }

  @Test
  void the_hash_is_a_digest_and_always_the_same() {
    assertThat(RuleSources.hash()).matches("[0-9a-f]{64}").isEqualTo(RuleSources.hash());
  }

  @Test
  void no_name_of_a_rule_stands_twice() {
    assertThat(LoadedRules.all().stream().map(LoadedRule::name)).doesNotHaveDuplicates();
  }

  @Test
  void a_file_of_rules_lies_in_the_folder_of_its_package() throws IOException {
    for (Path file : files()) {
      String folder = "org.mentoring.rules." + FOLDER.relativize(file).getParent();
      assertThat(Files.readString(file)).startsWith("package " + folder + ";");
    }
  }

  @Test
  void rules_reach_for_values_alone() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file);
      Matcher imports = IMPORT.matcher(text);
      while (imports.find()) {
        assertThat(imports.group(1))
            .as(file.toString())
            .matches("java\\.util\\.List|org\\.mentoring\\.[\\w.]+");
      }
      assertThat(forbidden(text)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void the_guard_sees_what_it_forbids() {
    assertThat(forbidden("    System.exit(1);")).isNotEmpty();
    assertThat(forbidden("    salience 10")).isNotEmpty();
    assertThat(forbidden("    modify($fact) { }")).isNotEmpty();
    assertThat(forbidden("    java.net.URI.create($text)")).isNotEmpty();
    assertThat(forbidden("    LocalDate.now()")).isNotEmpty();
  }

  @Test
  void the_rules_are_found_as_a_service() {
    assertThat(ServiceLoader.load(RulesProvider.class).stream().map(ServiceLoader.Provider::type))
        .contains(DroolsRules.class);
  }

  private static List<String> forbidden(String text) {
    return Pattern.compile(
            "\\b(java\\.(io|net|nio|lang)|javax|System|Runtime|Thread|Class|now\\(|salience|modify|"
                + "update|delete|retract|insertLogical|agenda-group|global|drools\\.)")
        .matcher(text.replaceAll("(?m)//.*$", ""))
        .results()
        .map(found -> found.group())
        .toList();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    }
  }
}
