package org.mentoring.testkit.simulation;

/** What people in a simulated programme do, as far as chance decides it. */
public enum Habit {
  /** Share of pairs that would last half a year if nothing but their own will ended them. */
  LASTS_HALF_A_YEAR(Unit.SHARE),
  /** Share of duties (reports, plans, check-ins and the like) that are never done. */
  DUTY_MISSED(Unit.SHARE),
  /**
   * Share of duties that are done after their deadline. What is done late counts for a later period
   * first, where one runs that lacks it; so a late duty waits until that one is done, and a pair of
   * which all is late catches up when it sums up. One that ends early leaves it undone.
   */
  DUTY_LATE(Unit.SHARE),
  /** How often one of a pair, either with the same chance, moves away, in a year of the pair. */
  MOVES(Unit.A_YEAR),
  /** How often a pair comes to an incident, in a year; never where no procedure is defined. */
  INCIDENTS(Unit.A_YEAR),
  /**
   * How often the consents of a mentee are taken back, in a year of a pair. One who has none on
   * record takes none back, as an adult of whom none is asked.
   */
  CONSENT_WITHDRAWN(Unit.A_YEAR),
  /**
   * Share of papers of those who seek a place that become known later than they hold, by {@link
   * #FACT_LATE_BY}. What befalls a pair is known on its day.
   */
  FACT_LATE(Unit.SHARE),
  /** How much later those become known, on average. */
  FACT_LATE_BY(Unit.DAYS),
  /**
   * How long it takes on average until one requirement that is not met is met, where {@link
   * Behaviour#timesToMeet()} says nothing else. Requirements are seen to side by side.
   */
  TIME_TO_MEET(Unit.DAYS),
  /** Share of requirements not met that never will be: the person stays out. */
  NEVER_MET(Unit.SHARE),
  /** Share of mentees who want to go on with a new mentor when theirs has left. */
  MENTEE_GOES_ON(Unit.SHARE),
  /** Share of mentors who take another mentee after a pair has ended. */
  MENTOR_GOES_ON(Unit.SHARE),
  /** Share of alumni who come back within a year and apply as mentors. */
  ALUMNUS_RETURNS(Unit.SHARE),
  /** How long a pair means to go on before it sums up. */
  LENGTH(Unit.DAYS),
  /**
   * How much of a wish at a choosing event is taste that no criterion knows: 0 ranks by the points
   * of the definition, 1 by taste alone.
   */
  TASTE(Unit.SHARE);

  private final Unit unit;

  Habit(Unit unit) {
    this.unit = unit;
  }

  /** What its number counts. */
  public Unit unit() {
    return unit;
  }

  /** What the number of a habit counts. */
  public enum Unit {
    /** 0 to 1. */
    SHARE,
    /** Times in a year, 0 to 1,000. */
    A_YEAR,
    /** Days, 0 to 36,500. */
    DAYS
  }

  /** The greatest number that a habit may have. */
  long most() {
    return switch (unit) {
      case SHARE -> 1;
      case A_YEAR -> 1_000;
      case DAYS -> 36_500;
    };
  }
}
