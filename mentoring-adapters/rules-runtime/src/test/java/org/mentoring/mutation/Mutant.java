package org.mentoring.mutation;

import java.util.List;

/**
 * One change of one rule.
 *
 * @param file of the rules, as {@code eligibility/consent.drl}
 * @param rule the rule's name, which the change keeps
 * @param line of the file
 * @param kind what was done
 * @param what was done where, in words
 * @param texts the file's head with the changed rule alone; of several the first that compiles is
 *     meant, for a bound of days is shifted otherwise than one of numbers
 */
record Mutant(String file, String rule, int line, Kind kind, String what, List<String> texts) {
  /** What is done to a rule. */
  enum Kind {
    RULE_DROPPED("a rule dropped"),
    PATTERN_DROPPED("a pattern dropped"),
    PATTERN_NEGATED("`not` and `exists` swapped"),
    CONSTRAINT_DROPPED("a constraint dropped"),
    CONSTRAINT_NEGATED("a constraint negated"),
    BOUND_SHIFTED("a bound shifted by one"),
    COMPARISON_SWAPPED("a comparison turned round");

    private final String told;

    Kind(String told) {
      this.told = told;
    }

    String told() {
      return told;
    }
  }

  /** Names it on pages and in lists; no two of one version of the rules have one name. */
  String id() {
    return file.substring(file.indexOf('/') + 1) + ":" + rule + ":" + line + ":" + what;
  }

  /** What the rule is about, where no mutant may survive; of the others the file. */
  String group() {
    for (String watched : List.of("consent", "clearance", "training", "capacity")) {
      if (rule.startsWith(watched + ".") || file.endsWith("/" + watched + ".drl")) {
        return watched;
      }
    }
    return file.substring(0, file.length() - ".drl".length());
  }
}
