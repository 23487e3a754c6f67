package org.mentoring.incident;

import java.util.List;
import org.mentoring.decision.Finding;

/**
 * How it stands with an incident, as far as somebody may read it.
 *
 * @param incident the incident
 * @param findings what has to be seen to, sorted
 */
public record IncidentStanding(IncidentView incident, List<Finding> findings) {
  /** Copies. */
  public IncidentStanding {
    findings = List.copyOf(findings);
  }
}
