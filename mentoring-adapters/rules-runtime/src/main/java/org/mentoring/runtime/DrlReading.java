package org.mentoring.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;

/** Reads files of rules, and finds what must not stand in them before anything is compiled. */
final class DrlReading {
  /** Longer words of the engine are cut, for they are told to people. */
  private static final int MOST_TOLD = 300;

  /**
   * A rule that reads what rules insert could feed itself, and would depend on the order in which
   * they fire.
   */
  private static final Set<String> SEES_FINDINGS =
      Set.of("OwnFinding", OwnFinding.class.getName(), "Object", "java.lang.Object");

  private final String own;
  private final Pattern code;
  private final List<Problem> problems;
  private final SortedMap<String, RuleTerms> terms = new TreeMap<>();
  private final SortedMap<String, RuleTerms> first = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();

  /**
   * @param own the package that the files have to name
   * @param problems to be added to
   */
  DrlReading(String own, List<Problem> problems) {
    this.own = own;
    this.problems = problems;
    this.code = Pattern.compile("(" + Pattern.quote(own) + "(?:\\.[a-z][a-z0-9-]*){1,4})(#\\d+)?");
  }

  /** The rules that can be told apart, by name. */
  SortedMap<String, RuleTerms> terms() {
    return terms;
  }

  /** Names of the values that a rule's findings hold, by its name. */
  SortedMap<String, SortedSet<String>> values() {
    return values;
  }

  /** One line, and no longer than people read. */
  static String told(@Nullable String words) {
    String line = words == null ? "" : words.replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_TOLD ? line : line.substring(0, MOST_TOLD) + "…";
  }

  ReadFile read(Source source) {
    List<ReadFile.Rule> rules = new ArrayList<>();
    PackageDescr file = parsed(source);
    if (file != null) {
      header(file, source.name());
      for (RuleDescr rule : file.getRules()) {
        int before = problems.size();
        rule(rule, source);
        int first = Math.max(1, rule.getLine());
        rules.add(
            new ReadFile.Rule(
                rule.getName(),
                first,
                Math.max(first, rule.getEndLine()),
                problems.size() == before));
      }
    }
    return new ReadFile(source, rules);
  }

  private @Nullable PackageDescr parsed(Source source) {
    DrlParser parser = new DrlParser();
    PackageDescr file;
    try {
      file = parser.parse(false, source.text());
    } catch (DroolsParserException e) {
      add("own-rules.syntax", Place.of(source.name()), Map.of("found", told(e.getMessage())));
      return null;
    }
    if (!parser.hasErrors()) {
      return file;
    }
    for (DroolsError error : parser.getErrors()) {
      int[] lines = error.getLines();
      add(
          "own-rules.syntax",
          at(source.name(), lines.length == 0 ? 0 : lines[0]),
          Map.of("found", told(error.getMessage())));
    }
    return null;
  }

  private void header(PackageDescr file, String name) {
    if (!own.equals(file.getName())) {
      add(
          "own-rules.package",
          at(name, file.getLine()),
          Map.of("found", file.getName() == null ? "" : file.getName(), "allowed", own));
    }
    for (ImportDescr each : file.getImports()) {
      if (!Allowed.mayImport(each.getTarget())) {
        add(
            "own-rules.import",
            at(name, each.getLine()),
            Map.of("found", each.getTarget(), "allowed", String.join(", ", Allowed.imports())));
      }
    }
    file.getFunctionImports().forEach(each -> misplaced(name, each, "import static"));
    file.getAccumulateImports().forEach(each -> misplaced(name, each, "import accumulate"));
    file.getGlobals().forEach(each -> misplaced(name, each, "global"));
    file.getFunctions().forEach(each -> misplaced(name, each, "function"));
    file.getTypeDeclarations().forEach(each -> misplaced(name, each, "declare"));
    file.getEnumDeclarations().forEach(each -> misplaced(name, each, "declare enum"));
    file.getWindowDeclarations().forEach(each -> misplaced(name, each, "declare window"));
    file.getEntryPointDeclarations().forEach(each -> misplaced(name, each, "declare entry-point"));
    file.getAttributes().forEach(each -> misplaced(name, each, each.getName()));
    if (file.getUnit() != null) {
      misplaced(name, file.getUnit(), "unit");
    }
  }

  private void misplaced(String file, BaseDescr what, String word) {
    add("own-rules.construct", at(file, what.getLine()), Map.of("found", word));
  }

  private void rule(RuleDescr rule, Source source) {
    String file = source.name();
    Place place = at(file, rule.getLine());
    String name = rule.getName();
    if (rule.isQuery()) {
      add("own-rules.construct", place, Map.of("found", "query"));
      return;
    }
    Matcher named = code.matcher(name);
    if (!named.matches() || (named.group(2) != null) != source.table()) {
      add("own-rules.name", place, Map.of("found", name, "allowed", own));
    }
    RuleTerms told = terms(rule, source.table() ? name.replaceAll("#\\d+$", "") : name, place);
    RuleTerms other = first.get(told.code());
    if (other != null && !(source.table() && other.place().source().equals(file))) {
      add("own-rules.twice", place, Map.of("rule", name, "first", other.place().toString()));
    }
    rule.getAttributes()
        .values()
        .forEach(each -> inRule(rule, file, each.getLine(), each.getName()));
    if (rule.getParentName() != null) {
      inRule(rule, file, rule.getLine(), "extends");
    }
    if (!rule.getNamedConsequences().isEmpty()) {
      inRule(rule, file, rule.getLine(), "do");
    }
    condition(rule, file, rule.getLhs());
    Consequence consequence = Consequence.of(String.valueOf(rule.getConsequence()));
    if (!consequence.insertsOnly(name)) {
      add("own-rules.consequence", at(file, rule.getConsequenceLine()), Map.of("rule", name));
    }
    first.putIfAbsent(told.code(), told);
    if (terms.putIfAbsent(name, told) == null) {
      values.put(name, consequence.values());
    }
  }

  private void inRule(RuleDescr rule, String file, int line, String word) {
    add(
        "own-rules.construct-in-rule",
        at(file, line > 0 ? line : rule.getLine()),
        Map.of("rule", rule.getName(), "found", word));
  }

  private void condition(RuleDescr rule, String file, Object part) {
    if (part instanceof EvalDescr eval) {
      inRule(rule, file, eval.getLine(), "eval");
    } else if (part instanceof NamedConsequenceDescr || part instanceof ConditionalBranchDescr) {
      inRule(rule, file, ((BaseDescr) part).getLine(), "do");
    } else if (part instanceof PatternDescr pattern) {
      if (pattern.getSource() == null && SEES_FINDINGS.contains(pattern.getObjectType())) {
        inRule(rule, file, pattern.getLine(), pattern.getObjectType());
      }
      if (!pattern.getBehaviors().isEmpty()) {
        inRule(rule, file, pattern.getLine(), "over");
      }
      if (pattern.getSource() != null) {
        source(rule, file, pattern.getSource(), pattern.getLine());
      }
    } else if (part instanceof PatternSourceDescr source) {
      source(rule, file, source, source.getLine());
    } else if (part instanceof ConditionalElementDescr group) {
      group.getDescrs().forEach(each -> condition(rule, file, each));
    }
  }

  private void source(RuleDescr rule, String file, PatternSourceDescr source, int line) {
    if (source instanceof CollectDescr collect) {
      condition(rule, file, collect.getInputPattern());
    } else if (source instanceof AccumulateDescr accumulate && !(source instanceof GroupByDescr)) {
      if (accumulate.getInitCode() != null || accumulate.getActionCode() != null) {
        inRule(rule, file, line, "accumulate init");
      }
      condition(rule, file, accumulate.getInput());
    } else {
      inRule(rule, file, line, source instanceof GroupByDescr ? "groupby" : "from");
    }
  }

  private RuleTerms terms(RuleDescr rule, String wanted, Place place) {
    String written = annotation(rule, "code", place);
    if (written != null && !written.equals(wanted)) {
      annotationWrong(rule, place, "code", written, wanted);
    }
    Citation source = Citation.CHOICE;
    String cited = annotation(rule, "source", place);
    if (cited != null) {
      try {
        source = Citation.of(cited);
      } catch (InvalidValue e) {
        annotationWrong(rule, place, "source", cited, e.attributes().getOrDefault("allowed", ""));
      }
    }
    Effect effect = Effect.REFUSES;
    String does = annotation(rule, "effect", place);
    if (does != null) {
      Set<String> names = Set.of("REFUSES", "DELAYS", "ASKS_REVIEW", "INFORMS");
      if (names.contains(does)) {
        effect = Effect.valueOf(does);
      } else {
        annotationWrong(rule, place, "effect", does, "REFUSES, DELAYS, ASKS_REVIEW, INFORMS");
      }
    }
    for (AnnotationDescr each : rule.getAnnotations()) {
      if (!Set.of("code", "source", "effect").contains(each.getName())) {
        inRule(rule, place.source(), each.getLine(), "@" + each.getName());
      }
    }
    return new RuleTerms(wanted, source, effect, place);
  }

  private @Nullable String annotation(RuleDescr rule, String name, Place place) {
    AnnotationDescr found = rule.getAnnotation(name);
    Object value = found == null ? null : found.getSingleValueStripped();
    if (value == null || value.toString().isBlank()) {
      add(
          "own-rules.annotation-missing",
          place,
          Map.of("rule", rule.getName(), "annotation", "@" + name));
      return null;
    }
    return value.toString();
  }

  private void annotationWrong(
      RuleDescr rule, Place place, String name, String found, String allowed) {
    add(
        "own-rules.annotation",
        place,
        Map.of(
            "rule", rule.getName(), "annotation", "@" + name, "found", found, "allowed", allowed));
  }

  private void add(String problem, Place place, Map<String, String> parameters) {
    problems.add(new Problem(problem, place, parameters));
  }

  static Place at(String file, int line) {
    return new Place(file, Math.max(0, line), 0, null);
  }
}
