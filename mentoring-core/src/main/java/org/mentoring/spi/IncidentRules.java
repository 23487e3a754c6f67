package org.mentoring.spi;

import java.util.List;
import org.mentoring.decision.Finding;

/** Tells what has to be seen to in an incident. A pure function. Thread-safe. */
public interface IncidentRules {
  /** Everything that has to be seen to, sorted. */
  List<Finding> findings(IncidentCase question);
}
