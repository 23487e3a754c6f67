package org.mentoring.runtime;

import java.util.List;

/**
 * A file whose DRL was read.
 *
 * @param source the file
 * @param rules its rules, by line
 */
record ReadFile(Source source, List<Rule> rules) {
  ReadFile {
    rules = List.copyOf(rules);
  }

  /**
   * Where a rule stands.
   *
   * @param name the rule's name
   * @param first its first line
   * @param last its last line
   * @param sound whether nothing was wrong with it so far, so that it is worth compiling
   */
  record Rule(String name, int first, int last, boolean sound) {}

  /** The file without some rules; all lines stay where they are. */
  String without(List<Rule> left) {
    String[] lines = source.text().split("\n", -1);
    for (Rule rule : left) {
      for (int line = rule.first(); line <= Math.min(rule.last(), lines.length); line++) {
        lines[line - 1] = "";
      }
    }
    return String.join("\n", lines);
  }

  /** The rule alone; all lines stay where they are. */
  String only(Rule rule) {
    return without(rules.stream().filter(other -> !other.equals(rule)).toList());
  }

  /** What is worth compiling. */
  String sound() {
    return without(rules.stream().filter(rule -> !rule.sound()).toList());
  }

  /** Whether anything is worth compiling. */
  boolean hasSound() {
    return rules.stream().anyMatch(Rule::sound);
  }
}
