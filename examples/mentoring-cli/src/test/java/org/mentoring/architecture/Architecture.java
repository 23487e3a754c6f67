package org.mentoring.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the modules may know of each other and of the world.
 *
 * <p>The rules hold for any root package, so that fixtures laid out like the library can break
 * them.
 */
final class Architecture {

  private static final String CORE = "core";

  /** Each module that is not the core has a package of its name; the core has all others. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry(CORE, Set.of()),
          Map.entry("rules", Set.of(CORE)),
          Map.entry("validation", Set.of(CORE)),
          Map.entry("json", Set.of(CORE, "validation")),
          Map.entry("csv", Set.of(CORE, "validation")),
          Map.entry("ortools", Set.of(CORE)),
          Map.entry("runtime", Set.of(CORE)),
          Map.entry("jdbc", Set.of(CORE)),
          Map.entry("testkit", Set.of(CORE, "rules", "validation", "json", "csv")),
          Map.entry("cli", Set.of(CORE, "rules", "validation", "json", "csv", "testkit", "jdbc")),
          Map.entry("quickstart", Set.of(CORE, "rules", "validation", "json", "csv", "testkit")),
          Map.entry("year", Set.of(CORE, "rules", "validation", "json", "csv", "testkit")),
          Map.entry("study", Set.of(CORE, "rules", "validation", "json", "csv", "testkit")),
          Map.entry("benchmarks", Set.of(CORE, "rules", "validation", "json", "csv", "testkit")));

  private static final Set<String> EXAMPLES =
      Set.of("cli", "quickstart", "year", "study", "benchmarks");

  private static final Map<String, Set<String>> HOMES_OF_FRAMEWORKS =
      Map.ofEntries(
          Map.entry("org.drools", Set.of("rules", "runtime")),
          Map.entry("org.kie", Set.of("rules", "runtime")),
          Map.entry("com.fasterxml.jackson", Set.of("json", "jdbc", "cli")),
          Map.entry("org.jdbi", Set.of("jdbc")),
          Map.entry("org.flywaydb", Set.of("jdbc")),
          Map.entry("org.h2", Set.of("jdbc")),
          Map.entry("org.postgresql", Set.of("jdbc")),
          Map.entry("java.sql", Set.of("jdbc", "cli")),
          Map.entry("javax.sql", Set.of("jdbc", "cli")),
          Map.entry("de.siegmar.fastcsv", Set.of("csv", "runtime")),
          Map.entry("org.hibernate.validator", Set.of("validation")),
          Map.entry("jakarta.validation", Set.of("validation", "json", "csv")),
          Map.entry("net.jqwik", Set.of("testkit")),
          Map.entry("org.assertj", Set.of("testkit")),
          Map.entry("picocli", Set.of("cli")),
          Map.entry("org.openjdk.jmh", Set.of("benchmarks")),
          Map.entry("com.google.ortools", Set.of("ortools", "benchmarks")));

  private static final Pattern GENERATED =
      Pattern.compile(
          ".*\\.(Rules[0-9A-F]{32}.*|DomainClassesMetadata[0-9A-F]{32}.*|P[0-9A-F]{2}\\.Lambda.*)");

  private final String root;

  Architecture(String root) {
    this.root = root;
  }

  ArchRule core_knows_no_framework() {
    return classes()
        .that(in(CORE))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..", "javax.crypto..", "org.jspecify..", "org.slf4j..", root + "..")
                .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.beans.."))));
  }

  ArchRule arrows_point_to_the_core() {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should(
            dependOnly(
                "on modules that theirs may know",
                (from, to) ->
                    !isOurs(to)
                        || moduleOf(from).equals(moduleOf(to))
                        || MAY_KNOW.get(moduleOf(from)).contains(moduleOf(to))));
  }

  ArchRule each_framework_stays_in_its_module() {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should(
            dependOnly(
                "on the frameworks of their module",
                (from, to) ->
                    HOMES_OF_FRAMEWORKS.entrySet().stream()
                        .filter(home -> to.getPackageName().startsWith(home.getKey()))
                        .allMatch(home -> home.getValue().contains(moduleOf(from)))));
  }

  ArchRule internals_stay_in_their_module() {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should(
            dependOnly(
                "on internals of their own module",
                (from, to) ->
                    !isOurs(to)
                        || !(to.getPackageName() + ".").contains(".internal.")
                        || moduleOf(from).equals(moduleOf(to))));
  }

  ArchRule packages_have_no_cycles() {
    return SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isOurs(type) && !GENERATED.matcher(type.getName()).matches()
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "our packages";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  ArchRule time_and_chance_come_from_a_source() {
    return noClasses()
        .that(inTheLibrary())
        .and(
            DescribedPredicate.describe(
                "are not the one source of defaults",
                type -> !(type.getName() + "$").startsWith(root + ".spi.SystemSources$")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("clock or chance of the system", this::isClockOrChance));
  }

  ArchRule nothing_depends_on_the_machines_locale_zone_or_charset() {
    return noClasses()
        .that(inTheLibrary())
        .and(
            DescribedPredicate.describe(
                "do not try others to show that",
                type -> !type.getName().equals(root + ".testkit.invariant.OtherDefaults")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("default of the machine", this::isMachineDefault));
  }

  private boolean isClockOrChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String call = access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
    List<String> parameters = parametersOf(access);
    if (owner.startsWith("java.time.") && call.endsWith(".now")) {
      return !parameters.contains("java.time.Clock");
    }
    return switch (call) {
      case "Clock.system",
          "Clock.systemUTC",
          "Clock.systemDefaultZone",
          "Clock.tick",
          "Clock.tickMillis",
          "Clock.tickSeconds",
          "Clock.tickMinutes",
          "InstantSource.system",
          "System.currentTimeMillis",
          "System.nanoTime",
          "Math.random",
          "StrictMath.random",
          "UUID.randomUUID",
          "ThreadLocalRandom.current",
          "Calendar.getInstance",
          "SecureRandom.<init>",
          "SecureRandom.getInstanceStrong" ->
          owner.startsWith("java.");
      case "Random.<init>", "SplittableRandom.<init>", "Date.<init>" ->
          owner.startsWith("java.util.") && parameters.isEmpty();
      case "Collections.shuffle" -> parameters.size() == 1;
      default -> false;
    };
  }

  private boolean isMachineDefault(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String call = access.getTargetOwner().getSimpleName() + "." + access.getTarget().getName();
    List<String> parameters = parametersOf(access);
    if (owner.startsWith("java.text.") && access.getTarget().getName().matches("get.*Instance")) {
      return !parameters.contains("java.util.Locale");
    }
    return switch (call) {
      case "Locale.getDefault",
          "ZoneId.systemDefault",
          "TimeZone.getDefault",
          "Charset.defaultCharset",
          "String.formatted",
          "FileReader.<init>",
          "FileWriter.<init>" ->
          parameters.stream().noneMatch("java.nio.charset.Charset"::equals);
      case "String.toLowerCase", "String.toUpperCase", "String.getBytes" -> parameters.isEmpty();
      case "String.format",
          "Formatter.<init>",
          "Scanner.<init>",
          "PrintStream.printf",
          "PrintStream.format",
          "PrintWriter.printf",
          "PrintWriter.format",
          "DateTimeFormatter.ofPattern",
          "DateTimeFormatterBuilder.toFormatter",
          "DecimalFormat.<init>",
          "SimpleDateFormat.<init>" ->
          parameters.stream()
              .noneMatch(Set.of("java.util.Locale", "java.text.DecimalFormatSymbols")::contains);
      case "String.<init>" ->
          parameters.contains("[B")
              && parameters.stream()
                  .noneMatch(Set.of("java.nio.charset.Charset", "java.lang.String")::contains);
      case "InputStreamReader.<init>", "OutputStreamWriter.<init>" -> parameters.size() == 1;
      default -> false;
    };
  }

  private static List<String> parametersOf(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget call
        ? call.getRawParameterTypes().stream().map(JavaClass::getName).collect(Collectors.toList())
        : List.of();
  }

  private interface Allowed {
    boolean test(JavaClass from, JavaClass to);
  }

  private ArchCondition<JavaClass> dependOnly(String what, Allowed allowed) {
    return new ArchCondition<>("depend only " + what) {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          if (!allowed.test(from, dependency.getTargetClass().getBaseComponentType())) {
            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
          }
        }
      }
    };
  }

  private DescribedPredicate<JavaClass> in(String module) {
    return DescribedPredicate.describe(
        "are in " + module, type -> isOurs(type) && moduleOf(type).equals(module));
  }

  private DescribedPredicate<JavaClass> inTheLibrary() {
    return DescribedPredicate.describe(
        "are in the library", type -> isOurs(type) && !EXAMPLES.contains(moduleOf(type)));
  }

  private boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(root + ".");
  }

  private String moduleOf(JavaClass type) {
    String below = (type.getPackageName() + ".").substring(root.length() + 1);
    String first = below.substring(0, Math.max(0, below.indexOf('.')));
    return MAY_KNOW.containsKey(first) ? first : CORE;
  }
}
