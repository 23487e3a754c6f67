package org.mentoring.json.happening;

import java.util.List;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;

/** What the programme answered to one happening. */
sealed interface Answer {
  /**
   * The command was carried out.
   *
   * @param made the ids of what came of it, in their order
   */
  record Done(List<?> made) implements Answer {
    /** Copies. */
    public Done {
      made = List.copyOf(made);
    }
  }

  /**
   * The command was refused.
   *
   * @param decision why
   */
  record Refused(Decision decision) implements Answer {}

  /**
   * A question was answered.
   *
   * @param decision the answer
   * @param differences where it is not what the file says
   */
  record Judged(Decision decision, List<Difference> differences) implements Answer {
    /** Copies. */
    public Judged {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A question was answered with findings.
   *
   * @param findings the answer
   * @param differences where it is not what the file says
   */
  record Found(List<Finding> findings, List<Difference> differences) implements Answer {
    /** Copies. */
    public Found {
      findings = List.copyOf(findings);
      differences = List.copyOf(differences);
    }
  }

  /** The answer of a command that makes something with an id. */
  static Answer of(Outcome<?> outcome) {
    return outcome
        .refused()
        .<Answer>map(Refused::new)
        .orElseGet(() -> new Done(outcome.accepted().map(List::of).orElseGet(List::of)));
  }

  /** The answer of a command about something that exists already, under its id. */
  static Answer of(Outcome<?> outcome, Object id) {
    return outcome.refused().<Answer>map(Refused::new).orElseGet(() -> new Done(List.of(id)));
  }
}
