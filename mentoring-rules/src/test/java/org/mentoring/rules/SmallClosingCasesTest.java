package org.mentoring.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every small history of a mentorship lacks and risks what stands in {@code
 * small-closing-cases.txt}, no more and no less; see {@link SmallCasesTest}.
 */
class SmallClosingCasesTest {
  @Test
  void each_small_history_lacks_and_risks_what_is_written_down() throws IOException {
    List<String> lines = new ArrayList<>();
    try (DroolsRules rules = DroolsRules.create()) {
      for (SmallClosingCases.Group group : SmallClosingCases.groups()) {
        lines.add("# " + group.name());
        for (SmallClosingCases.Small each : group.cases()) {
          lines.add(
              each.name()
                  + ": "
                  + SmallCasesTest.told(rules.completion().missing(each.question()))
                  + " / "
                  + SmallCasesTest.told(rules.risks().risks(each.question())));
        }
      }
    }
    SmallCasesTest.compare(lines, "small-closing-cases.txt");
  }
}
