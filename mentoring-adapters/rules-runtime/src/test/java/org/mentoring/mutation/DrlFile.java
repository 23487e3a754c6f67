package org.mentoring.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rules, cut into its head and its rules. Offsets are of the text as it was read; a
 * comment is read as spaces.
 *
 * @param name as {@code eligibility/consent.drl}
 * @param text as it was read, with line ends of one character
 * @param head package and imports
 */
record DrlFile(String name, String text, String head, List<Rule> rules) {
  private static final Pattern COMMENT = Pattern.compile("(?m)//.*$");
  private static final Pattern RULE =
      Pattern.compile("(?ms)^rule\\s+\"([^\"]+)\".*?^when\\b(.*?)^then\\b.*?^end\\b");

  /**
   * A rule.
   *
   * @param begin where it begins in the file
   * @param end where it ends
   * @param when where its conditions begin
   * @param then where they end
   */
  record Rule(String name, int begin, int end, int when, int then) {}

  static DrlFile of(String name, String read) {
    String text = read.replace("\r\n", "\n");
    String bare = COMMENT.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    List<Rule> rules = new ArrayList<>();
    Matcher found = RULE.matcher(bare);
    while (found.find()) {
      rules.add(new Rule(found.group(1), found.start(), found.end(), found.start(2), found.end(2)));
    }
    if (rules.isEmpty()) {
      throw new IllegalArgumentException(name + " holds no rule that could be read");
    }
    return new DrlFile(name, bare, bare.substring(0, rules.get(0).begin()), rules);
  }

  int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(each -> each == '\n').count();
  }

  /** The head and one rule, in which a part of the file is replaced. */
  String with(Rule rule, int begin, int end, String replacement) {
    return head
        + text.substring(rule.begin(), begin)
        + replacement
        + text.substring(end, rule.end())
        + "\n";
  }

  /** The head and one rule as it is. */
  String alone(Rule rule) {
    return with(rule, rule.begin(), rule.begin(), "");
  }
}
