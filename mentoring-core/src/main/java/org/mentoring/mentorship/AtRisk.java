package org.mentoring.mentorship;

import java.util.List;
import org.mentoring.decision.Finding;
import org.mentoring.identity.MentorshipId;

/**
 * A mentorship that a person should look at.
 *
 * @param mentorship its id
 * @param findings everything that was found, sorted
 */
public record AtRisk(MentorshipId mentorship, List<Finding> findings) {
  /** Copies. */
  public AtRisk {
    findings = List.copyOf(findings);
  }
}
