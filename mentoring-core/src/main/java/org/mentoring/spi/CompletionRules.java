package org.mentoring.spi;

import java.util.List;
import org.mentoring.decision.Finding;

/** Tells whether a mentorship is complete. A pure function. Thread-safe. */
public interface CompletionRules {
  /** What is missing to be complete, sorted; what was waived informs. */
  List<Finding> missing(CompletionCase question);
}
