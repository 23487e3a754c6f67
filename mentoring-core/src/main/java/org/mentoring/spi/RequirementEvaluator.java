package org.mentoring.spi;

import java.util.List;
import org.mentoring.decision.Finding;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.Requirement;

/**
 * An embedder's own kind of requirement. Must be a pure function of its arguments. Its name and
 * version enter the rule-set hash.
 */
public interface RequirementEvaluator {
  /** Reverse-DNS name, as definitions spell it. */
  String name();

  /** Semantic version, from 1; a changed outcome is a new version. */
  int version();

  /**
   * All findings; none if the requirement is met. Findings must name this requirement's id.
   *
   * @param requirement with its parameters
   * @param dossier what is known about the party
   */
  List<Finding> evaluate(Requirement.Extension requirement, Dossier dossier);
}
