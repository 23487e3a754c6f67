package org.mentoring.json.happening;

import java.util.List;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Problem;

/** What came of one happening. */
public sealed interface Played {
  /** What happened. */
  Happening happening();

  /** In what respects it did not come as the file says; empty if it did. */
  List<Difference> differences();

  /** Whether it came as the file says. */
  default boolean asExpected() {
    return differences().isEmpty();
  }

  /**
   * The command was carried out.
   *
   * @param happening what happened
   * @param made ids of what came of it, in their order
   */
  record Accepted(Happening happening, List<String> made) implements Played {
    /** Copies. */
    public Accepted {
      made = List.copyOf(made);
    }

    @Override
    public List<Difference> differences() {
      return Expected.notRefused(happening, Difference.ACCEPTED);
    }
  }

  /**
   * The command was refused, and nothing changed.
   *
   * @param happening what happened
   * @param decision why
   */
  record Refused(Happening happening, Decision decision) implements Played {
    @Override
    public List<Difference> differences() {
      return Expected.refused(happening, decision);
    }
  }

  /**
   * A question of the file was answered.
   *
   * @param happening what was asked
   * @param decision the answer
   * @param differences where it is not the one that the file tells
   */
  record Answered(Happening happening, Decision decision, List<Difference> differences)
      implements Played {
    /** Copies. */
    public Answered {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A question of the file was answered with findings: obligations or risks.
   *
   * @param happening what was asked
   * @param findings the answer
   * @param differences where it is not the one that the file tells
   */
  record Found(Happening happening, List<Finding> findings, List<Difference> differences)
      implements Played {
    /** Copies. */
    public Found {
      findings = List.copyOf(findings);
      differences = List.copyOf(differences);
    }
  }

  /**
   * The command does not take a value of the happening, and nothing changed.
   *
   * @param happening what would have happened
   * @param problem why, with its place
   */
  record Unfit(Happening happening, Problem problem) implements Played {
    @Override
    public List<Difference> differences() {
      return Expected.notRefused(happening, Difference.UNFIT);
    }
  }

  /**
   * No command was given: what it is about does not exist, as its own command was refused or came
   * to nothing.
   *
   * @param happening what would have happened
   * @param handle what is missing
   */
  record Skipped(Happening happening, String handle) implements Played {
    @Override
    public List<Difference> differences() {
      return Expected.notRefused(happening, Difference.SKIPPED);
    }
  }
}
