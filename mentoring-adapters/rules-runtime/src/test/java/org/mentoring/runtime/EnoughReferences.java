package org.mentoring.runtime;

import java.util.List;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.Requirement;
import org.mentoring.spi.RequirementEvaluator;

// snippet
final class EnoughReferences implements RequirementEvaluator {
  @Override
  public String name() {
    return "org.example.references";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Finding> evaluate(Requirement.Extension requirement, Dossier dossier) {
    long asked = Long.parseLong(requirement.parameters().getOrDefault("least", "1"));
    long there = dossier.current(Fact.ReferenceChecked.class).count();
    return there >= asked
        ? List.of()
        : List.of(
            Finding.of(
                    "org.example.references",
                    requirement.id(),
                    requirement.citation(),
                    Effect.DELAYS)
                .with("asked", Parameter.count(asked)));
  }
}
// end of snippet
