package org.mentoring.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.mutation.Condition.Part;
import org.mentoring.mutation.Condition.Place;
import org.mentoring.mutation.Mutant.Kind;

/** Makes all mutants of a file of rules. The same file gives the same ones, in the same order. */
final class Mutations {
  private static final Pattern BOUND = Pattern.compile("^(\\$\\w+)\\s*:\\s*");
  private static final Pattern NAME = Pattern.compile("[\\w.]+");
  private static final Pattern COMPARISON = Pattern.compile(" (==|!=|<=|>=|<|>) ");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private static final Map<String, String> NEGATED =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> SWAPPED =
      Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private final DrlFile file;
  private final DrlFile.Rule rule;
  private final Map<String, Mutant> made = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();

  private Mutations(DrlFile file, DrlFile.Rule rule) {
    this.file = file;
    this.rule = rule;
  }

  static List<Mutant> of(DrlFile file) {
    List<Mutant> all = new ArrayList<>();
    for (DrlFile.Rule rule : file.rules()) {
      Mutations mutations = new Mutations(file, rule);
      mutations.make();
      all.addAll(mutations.made.values());
    }
    return all;
  }

  private void make() {
    // It stays in the base by its name, so that only what it does no longer can be noticed.
    add(
        Kind.RULE_DROPPED,
        rule.begin(),
        "the rule",
        rule.when(),
        rule.when(),
        List.of("\n    eval(false)"));
    for (Condition condition : Condition.of(file, rule)) {
      if (condition.eval()) {
        Part part = condition.parts().get(0);
        expression(part, condition.place() == Place.RULE ? "true" : neutral(condition.place()));
      } else {
        pattern(condition);
      }
    }
  }

  private void pattern(Condition condition) {
    String all = text(condition.begin(), condition.end());
    if (condition.place() != Place.ACCUMULATE && !needed(condition)) {
      String instead =
          condition.place() == Place.RULE ? "" : "eval(" + neutral(condition.place()) + ")";
      add(
          Kind.PATTERN_DROPPED,
          condition.begin(),
          "drop `" + line(all) + "`",
          condition.begin(),
          condition.end(),
          List.of(instead));
    }
    if (!condition.word().isEmpty()) {
      String other = condition.word().equals("not") ? "exists" : "not";
      add(
          Kind.PATTERN_NEGATED,
          condition.begin(),
          other + " for `" + line(all) + "`",
          condition.at(),
          condition.at() + condition.word().length(),
          List.of(other));
    }
    for (int i = 0; i < condition.parts().size(); i++) {
      Part part = condition.parts().get(i);
      String written = text(part.begin(), part.end());
      Matcher bound = BOUND.matcher(written);
      int begin = bound.find() ? part.begin() + bound.end() : part.begin();
      if (begin > part.begin() && NAME.matcher(text(begin, part.end())).matches()) {
        continue;
      }
      dropped(condition, i);
      expression(new Part(begin, part.end()), "");
    }
  }

  /** Whether anything else of the rule rests on what the condition binds. */
  private boolean needed(Condition condition) {
    String own = text(condition.begin(), condition.end());
    String others = text(rule.begin(), condition.begin()) + " " + text(condition.end(), rule.end());
    Matcher bound = Pattern.compile("(\\$\\w+)\\s*:").matcher(own);
    while (bound.find()) {
      if (Pattern.compile(Pattern.quote(bound.group(1)) + "\\b").matcher(others).find()) {
        return true;
      }
    }
    return false;
  }

  private void dropped(Condition condition, int which) {
    List<Part> parts = condition.parts();
    Part part = parts.get(which);
    int begin = which == 0 ? part.begin() : parts.get(which - 1).end();
    int end = which == 0 && parts.size() > 1 ? parts.get(1).begin() : part.end();
    add(
        Kind.CONSTRAINT_DROPPED,
        part.begin(),
        "drop `" + line(text(part.begin(), part.end())) + "`",
        begin,
        end,
        List.of(""));
  }

  /**
   * Changes an expression and what it is joined of.
   *
   * @param neutral what stands for it where it is dropped; nothing where that is no mutant of its
   *     own
   */
  private void expression(Part whole, String neutral) {
    String written = text(whole.begin(), whole.end());
    if (!neutral.isEmpty()) {
      add(
          Kind.CONSTRAINT_DROPPED,
          whole.begin(),
          "drop `" + line(written) + "`",
          whole.begin(),
          whole.end(),
          List.of(neutral));
    }
    for (String joint : List.of("||", "&&")) {
      List<Part> operands = Condition.cut(file.text(), whole.begin(), whole.end(), joint);
      if (operands.size() > 1) {
        negate(whole, "!(" + written + ")");
        for (Part operand : operands) {
          Part bare = unwrapped(operand);
          expression(bare, joint.equals("||") ? "false" : "true");
        }
        return;
      }
    }
    simple(whole, written);
  }

  private Part unwrapped(Part part) {
    boolean wrapped =
        file.text().charAt(part.begin()) == '('
            && Condition.closing(file.text(), part.begin()) == part.end();
    return wrapped ? Condition.trimmed(file.text(), part.begin() + 1, part.end() - 1) : part;
  }

  private void simple(Part whole, String written) {
    Matcher comparison = COMPARISON.matcher(written);
    if (written.startsWith("!")) {
      negate(whole, written.substring(1));
    } else if (!comparison.find()) {
      negate(whole, "!" + written);
    } else {
      String sign = comparison.group(1);
      String left = written.substring(0, comparison.start());
      String right = written.substring(comparison.end());
      negate(whole, left + " " + NEGATED.get(sign) + " " + right);
      bounds(whole, left, sign, right);
      if (SWAPPED.containsKey(sign)) {
        change(
            Kind.COMPARISON_SWAPPED, whole, List.of(left + " " + SWAPPED.get(sign) + " " + right));
      }
    }
  }

  private void bounds(Part whole, String left, String sign, String right) {
    switch (sign) {
      case "<", ">=" -> {
        shift(whole, left, sign.equals("<") ? "<=" : ">", right, 0);
        shift(whole, left, sign, right, -1);
      }
      case "<=", ">" -> {
        shift(whole, left, sign.equals("<=") ? "<" : ">=", right, 0);
        shift(whole, left, sign, right, 1);
      }
      default -> {
        if (NUMBER.matcher(right).matches()) {
          shift(whole, left, sign, right, 1);
          shift(whole, left, sign, right, -1);
        }
      }
    }
  }

  private void shift(Part whole, String left, String sign, String right, int by) {
    String begin = left + " " + sign + " ";
    if (by == 0) {
      change(Kind.BOUND_SHIFTED, whole, List.of(begin + right));
    } else if (NUMBER.matcher(right).matches()) {
      change(Kind.BOUND_SHIFTED, whole, List.of(begin + (Integer.parseInt(right) + by)));
    } else {
      change(
          Kind.BOUND_SHIFTED,
          whole,
          List.of(
              begin + "(" + right + (by > 0 ? " + " : " - ") + "1)",
              begin + right + (by > 0 ? ".plusDays(1)" : ".minusDays(1)")));
    }
  }

  private void negate(Part whole, String instead) {
    change(Kind.CONSTRAINT_NEGATED, whole, List.of(instead));
  }

  private void change(Kind kind, Part whole, List<String> instead) {
    String before = text(whole.begin(), whole.end());
    add(
        kind,
        whole.begin(),
        "`" + line(before) + "` to `" + line(instead.get(0)) + "`",
        whole.begin(),
        whole.end(),
        instead);
  }

  /** In an alternative what is not there never holds; elsewhere it always does. */
  private static String neutral(Place place) {
    return place == Place.ALTERNATIVE ? "false" : "true";
  }

  private void add(Kind kind, int at, String what, int begin, int end, List<String> instead) {
    List<String> texts =
        instead.stream().map(each -> file.with(rule, begin, end, each)).distinct().toList();
    String name = what;
    for (int again = 2; !names.add(file.lineOf(at) + ":" + name); again++) {
      name = what + " #" + again;
    }
    made.putIfAbsent(
        texts.get(0), new Mutant(file.name(), rule.name(), file.lineOf(at), kind, name, texts));
  }

  private String text(int begin, int end) {
    return file.text().substring(begin, end);
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
