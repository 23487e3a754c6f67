package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * The documented algorithm for a kind of incident.
 *
 * @param id lower case with hyphens
 * @param kinds kinds of incident that it is for
 * @param responsible the capacity of the person who is responsible
 * @param within by when the incident is to be closed, from the report; null: no deadline
 * @param steps in their order
 * @param readers capacities that may read what happened; the responsible one may always
 * @param effect what the report does to the mentorship at once; null: nothing
 * @param escalatesTo who is told in turn when a deadline passes
 * @param title how people call it
 * @param citation where it comes from
 */
public record IncidentProcedure(
    String id,
    SortedSet<Code> kinds,
    Code responsible,
    @Nullable Period within,
    List<Step> steps,
    SortedSet<Code> readers,
    @Nullable Effect effect,
    List<Code> escalatesTo,
    LocalizedText title,
    Citation citation) {
  /** What an incident does to a mentorship. */
  public enum Effect {
    /** Pauses it. */
    PAUSE,
    /** Asks for another mentor. */
    REPLACE,
    /** Ends it. */
    END
  }

  /**
   * A step of the algorithm.
   *
   * @param id lower case with hyphens, unique within the procedure
   * @param owner who takes it
   * @param within from the report; null: within the procedure's own deadline
   * @param title how people call it
   */
  public record Step(String id, Code owner, @Nullable Period within, LocalizedText title) {
    /** Refuses a period that is not positive. */
    public Step {
      Invariants.positive("within", within);
    }
  }

  /** Refuses an empty choice of kinds and a period that is not positive; sorts and copies. */
  public IncidentProcedure {
    Invariants.positive("within", within);
    kinds = Invariants.sortedNotEmpty("kinds", kinds);
    steps = List.copyOf(steps);
    readers = Invariants.sorted(readers);
    escalatesTo = List.copyOf(escalatesTo);
  }
}
