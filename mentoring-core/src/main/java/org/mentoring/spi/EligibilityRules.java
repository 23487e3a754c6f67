package org.mentoring.spi;

import java.util.List;
import org.mentoring.decision.Finding;

/**
 * Turns requirements and a dossier into findings. A pure function: no clock, no input or output,
 * the order of facts does not matter, and of when facts became known no more than the facts show.
 * Thread-safe.
 */
public interface EligibilityRules {
  /** All findings of a case, sorted. Requirements of kind {@code extension} are not judged here. */
  List<Finding> evaluate(EligibilityCase question);
}
