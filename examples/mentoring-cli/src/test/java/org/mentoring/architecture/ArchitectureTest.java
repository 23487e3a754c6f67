package org.mentoring.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The library obeys its architecture; each rule is believed because a fixture breaks it. */
class ArchitectureTest {

  private static final String ROOT = "org.mentoring";
  private static final String FIXTURES = "org.mentoring.architecture.fixture";

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

  private static final Pattern CLASS =
      Pattern.compile(Pattern.quote(FIXTURES) + "\\.([a-z.]+\\.[A-Z]\\w*)");

  private record Guard(String name, Function<Architecture, ArchRule> rule, List<String> brokenBy) {}

  private static final List<Guard> GUARDS =
      List.of(
          new Guard(
              "core knows no framework",
              Architecture::core_knows_no_framework,
              List.of("programme.KnowsAFramework", "programme.KnowsSql")),
          new Guard(
              "arrows point to the core",
              Architecture::arrows_point_to_the_core,
              List.of("json.KnowsASibling", "programme.PointsOutwards")),
          new Guard(
              "each framework stays in its module",
              Architecture::each_framework_stays_in_its_module,
              List.of(
                  "csv.TakesAnothersFramework", "programme.KnowsAFramework", "programme.KnowsSql")),
          new Guard(
              "internals stay in their module",
              Architecture::internals_stay_in_their_module,
              List.of("cli.LooksInside")),
          new Guard(
              "packages have no cycles",
              Architecture::packages_have_no_cycles,
              List.of("centre.Host", "event.Guest")),
          new Guard(
              "time and chance come from a source",
              Architecture::time_and_chance_come_from_a_source,
              List.of("decision.ReadsTheClock", "decision.ThrowsDice", "spi.SystemSourcesToo")),
          new Guard(
              "nothing depends on the machine's locale, zone or charset",
              Architecture::nothing_depends_on_the_machines_locale_zone_or_charset,
              List.of("text.TrustsTheMachine")));

  @TestFactory
  Stream<DynamicTest> the_library_obeys() {
    Architecture architecture = new Architecture(ROOT);
    return GUARDS.stream()
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.name(),
                    () -> guard.rule().apply(architecture).allowEmptyShould(true).check(LIBRARY)));
  }

  @TestFactory
  Stream<DynamicTest> its_fixtures_break_each_rule_and_nothing_else_does() {
    Architecture architecture = new Architecture(FIXTURES);
    return GUARDS.stream()
        .map(
            guard ->
                DynamicTest.dynamicTest(
                    guard.name(),
                    () ->
                        assertThat(offenders(guard.rule().apply(architecture)))
                            .containsExactlyElementsOf(guard.brokenBy())));
  }

  @Test
  void each_bad_call_is_seen_by_itself() {
    Architecture architecture = new Architecture(FIXTURES);
    Map<String, Long> found =
        Stream.of(
                architecture.time_and_chance_come_from_a_source(),
                architecture.nothing_depends_on_the_machines_locale_zone_or_charset())
            .flatMap(rule -> rule.evaluate(BROKEN).getFailureReport().getDetails().stream())
            .collect(Collectors.groupingBy(ArchitectureTest::offender, Collectors.counting()));

    assertAll(
        () -> assertThat(found.get("decision.ReadsTheClock")).isEqualTo(6),
        () -> assertThat(found.get("decision.ThrowsDice")).isEqualTo(4),
        () -> assertThat(found.get("text.TrustsTheMachine")).isEqualTo(7));
  }

  @Test
  void every_module_is_looked_at() {
    List<String> packages = LIBRARY.stream().map(type -> type.getPackageName() + ".").toList();

    assertThat(
            List.of(
                "rules",
                "validation",
                "json",
                "csv",
                "ortools",
                "runtime",
                "jdbc",
                "testkit",
                "cli"))
        .allSatisfy(
            module ->
                assertThat(packages)
                    .anySatisfy(name -> assertThat(name).startsWith(ROOT + "." + module + ".")));
  }

  private static List<String> offenders(ArchRule rule) {
    return List.copyOf(
        rule.evaluate(BROKEN).getFailureReport().getDetails().stream()
            .flatMap(
                detail ->
                    detail.startsWith("Cycle")
                        ? CLASS.matcher(detail).results().map(found -> found.group(1))
                        : Stream.of(offender(detail)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** ArchUnit names the class that does it first. */
  private static String offender(String detail) {
    return CLASS
        .matcher(detail)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
