package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;

/**
 * How it is told whether a benchmark is met. Kinds are added in minor releases, so switches over
 * them outside this library need a default.
 */
public sealed interface Measure {
  /**
   * Each such party of a mentorship met one of the requirements on the day on which mentoring
   * began.
   *
   * @param position mentor, mentee or centre
   * @param anyOf one suffices; each id once, of kinds that need nothing of a definition
   */
  record AnyRequirement(Position position, List<Requirement> anyOf) implements Measure {
    /** Refuses an empty choice; copies. */
    public AnyRequirement {
      anyOf = Invariants.notEmpty("any-of", anyOf);
    }
  }

  /**
   * What fell due in a mentorship was done in time.
   *
   * @param cadences all of them, as if the practice asked it; kept for mentorships
   */
  record KeptCadences(List<Cadence> cadences) implements Measure {
    /** Refuses an empty list; copies. */
    public KeptCadences {
      cadences = Invariants.notEmpty("cadences", cadences);
    }
  }

  /**
   * Each of these parties of a mentorship that ended had an exit interview, however it ended. The
   * standard names no time for it, so that it is asked from the day of the end on.
   *
   * @param with capacities, as {@code MENTOR}
   */
  record ExitInterviews(SortedSet<Code> with) implements Measure {
    /** Refuses an empty choice; sorts and copies. */
    public ExitInterviews {
      with = Invariants.sortedNotEmpty("with", with);
    }
  }

  /**
   * The definition lays something down for each practice.
   *
   * @param provision what
   */
  record LaidDown(Provision provision) implements Measure {}

  /**
   * The parties of a mentorship come from where one of the forms has them.
   *
   * @param anyOf one suffices for each mentee, with one of its mentors
   */
  record OneOfForms(List<Form> anyOf) implements Measure {
    /** Refuses an empty choice; copies. */
    public OneOfForms {
      anyOf = Invariants.notEmpty("any-of", anyOf);
    }
  }

  /** No count of records tells it: a person has to look. */
  record ByPeople() implements Measure {}

  /**
   * A form of mentoring, by the affiliations of both sides.
   *
   * @param mentor of the mentor, as {@code TEACHER}
   * @param mentee of the mentee, as {@code PUPIL}
   */
  record Form(Code mentor, Code mentee) {}

  /** What a definition may lay down. */
  enum Provision {
    /** Mentors are assessed against a selection standard that was approved. */
    SELECTION_STANDARD,
    /** When a mentorship is complete. */
    PLANNED_CLOSURE,
    /** For which reasons it may end early. */
    EARLY_CLOSURE,
    /** That a party may ask for an early end. */
    CLOSURE_BY_PARTY,
    /** How a mentor is replaced. */
    REMATCH
  }
}
