package org.mentoring.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;
import org.mentoring.text.Vocabulary;

/** The references between the parts of a pack, as far as a pack alone tells. */
final class PackCheck {
  private static final List<Position> MEASURED =
      List.of(Position.MENTOR, Position.MENTEE, Position.CENTRE);

  private final FoundProblems found;
  private final List<VocabularyTerm> vocabulary;
  private final List<PackRule> rules;
  private final List<Benchmark> benchmarks;

  private PackCheck(
      String pack,
      List<VocabularyTerm> vocabulary,
      List<PackRule> rules,
      List<Benchmark> benchmarks) {
    this.found = new FoundProblems(pack);
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.benchmarks = benchmarks;
  }

  static void refuseBrokenReferences(
      String pack,
      List<VocabularyTerm> vocabulary,
      List<PackRule> rules,
      List<Benchmark> benchmarks) {
    PackCheck check = new PackCheck(pack, vocabulary, rules, benchmarks);
    check.all();
    if (!check.found.all().isEmpty()) {
      throw new InvalidDefinition(check.found.all());
    }
  }

  private void all() {
    found.once("vocabulary", vocabulary.stream().map(term -> term.code().value()), "vocabulary:");
    found.once("rules", rules.stream().map(PackRule::code), "rule:");
    found.once("benchmarks", benchmarks.stream().map(Benchmark::code), "benchmark:");
    benchmarks.forEach(this::benchmark);
    codes();
  }

  private void benchmark(Benchmark benchmark) {
    Measure measure = benchmark.measure();
    String at = "benchmark:" + benchmark.code();
    if (measure == null) {
      if (rules.stream().noneMatch(rule -> rule.code().equals(benchmark.code()))) {
        found.add(
            "benchmark.without-measure",
            at,
            Map.of(
                "found",
                benchmark.code(),
                "allowed",
                rules.stream().map(PackRule::code).collect(Collectors.joining(", "))));
      }
    } else if (measure instanceof Measure.AnyRequirement asked) {
      requirement(asked, at);
    } else if (measure instanceof Measure.KeptCadences kept) {
      kept.cadences().forEach(cadence -> cadence(cadence, at));
    }
  }

  private void requirement(Measure.AnyRequirement asked, String at) {
    if (!MEASURED.contains(asked.position())) {
      found.add(
          "benchmark.position",
          at,
          Map.of(
              "found",
              asked.position().name(),
              "allowed",
              MEASURED.stream().map(Position::name).collect(Collectors.joining(", "))));
    }
    Set<String> ids = new HashSet<>();
    for (Requirement requirement : asked.anyOf()) {
      if (!ids.add(requirement.id())) {
        found.add("id.twice", at, Map.of("found", requirement.id(), "list", "any-of"));
      }
      // A benchmark is measured in any programme, so that it cannot lean on the parts of one.
      if (requirement instanceof Requirement.StandardMet
          || requirement instanceof Requirement.Order
          || requirement instanceof Requirement.Extension) {
        found.add("benchmark.of-a-definition", at, Map.of("found", requirement.id()));
      }
    }
  }

  private void cadence(Cadence cadence, String at) {
    if (cadence.owedFor() != null && cadence.owedFor() != Cadence.OwedFor.MENTORSHIP) {
      found.add("benchmark.owed-for", at, Map.of("found", cadence.owedFor().name()));
    }
    if (cadence.calendar() && LifeCheck.isMixed(cadence.every())) {
      found.add("cadence.calendar", at, Map.of("found", cadence.every().toString()));
    }
    if (cadence.skips() != null) {
      found.add("benchmark.skips", at, Map.of("found", cadence.skips()));
    }
  }

  private void codes() {
    SortedSet<Code> declared = new TreeSet<>();
    vocabulary.forEach(term -> declared.add(term.code()));
    SortedSet<Code> used = new TreeSet<>();
    CanonicalForm.visit(rules, Code.class, used::add);
    CanonicalForm.visit(benchmarks, Code.class, used::add);
    for (Code code : used) {
      if (!declared.contains(code) && !Vocabulary.isBuiltIn(code)) {
        found.add(
            "code.unknown",
            "code:" + code,
            Map.of("found", code.value(), "maybe", Vocabulary.nearest(code, declared)));
      }
    }
  }

  /** A problem of a rule that is laid over a definition. */
  static Problem problem(String code, LaidRule at, Map<String, String> parameters) {
    Place place = at.place();
    return new Problem(code, place, parameters);
  }
}
