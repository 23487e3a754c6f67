package org.mentoring.spi;

import java.util.List;
import org.mentoring.decision.Finding;

/** Tells what a person should look at in a running mentorship. A pure function. Thread-safe. */
public interface RiskRules {
  /** Everything that puts the mentorship at risk, sorted. */
  List<Finding> risks(CompletionCase question);

  /** Every sign that somebody may burn out, sorted; rules that watch nobody find none. */
  default List<Finding> burnOut(BurnOutCase question) {
    return List.of();
  }
}
