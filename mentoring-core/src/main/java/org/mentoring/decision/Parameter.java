package org.mentoring.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;

/**
 * A typed value of a finding. Names, birth dates and free text have no type here, so they cannot
 * enter a finding.
 */
public sealed interface Parameter {
  /** Who may read it. */
  Sensitivity sensitivity();

  /** The same value for other readers. */
  Parameter as(Sensitivity sensitivity);

  /**
   * A number of things.
   *
   * @param value the number
   */
  record Count(long value, Sensitivity sensitivity) implements Parameter {
    @Override
    public Parameter as(Sensitivity other) {
      return new Count(value, other);
    }
  }

  /**
   * A length of time in minutes, told to people in hours and minutes.
   *
   * @param value minutes
   */
  record Minutes(long value, Sensitivity sensitivity) implements Parameter {
    @Override
    public Parameter as(Sensitivity other) {
      return new Minutes(value, other);
    }
  }

  /**
   * A day that is not a birth date and from which none can be computed.
   *
   * @param value the day
   */
  record Day(LocalDate value, Sensitivity sensitivity) implements Parameter {
    @Override
    public Parameter as(Sensitivity other) {
      return new Day(value, other);
    }
  }

  /**
   * Words of the vocabulary.
   *
   * @param values sorted
   */
  record Codes(SortedSet<Code> values, Sensitivity sensitivity) implements Parameter {
    /** Sorts and copies. */
    public Codes {
      values = Invariants.sorted(values);
    }

    @Override
    public Parameter as(Sensitivity other) {
      return new Codes(values, other);
    }
  }

  /**
   * The id of something in the definition: a requirement, a criterion, an attribute, a standard.
   *
   * @param value the id
   */
  record TermId(String value, Sensitivity sensitivity) implements Parameter {
    @Override
    public Parameter as(Sensitivity other) {
      return new TermId(value, other);
    }
  }

  /** A number that stands in the definition. */
  static Parameter count(long value) {
    return new Count(value, Sensitivity.TERMS);
  }

  /** A length of time that stands in the definition. */
  static Parameter minutes(long value) {
    return new Minutes(value, Sensitivity.TERMS);
  }

  /** A day that stands in the definition. */
  static Parameter day(LocalDate value) {
    return new Day(value, Sensitivity.TERMS);
  }

  /** A word that stands in the definition. */
  static Parameter code(Code value) {
    return codes(java.util.List.of(value));
  }

  /** A word that stands in the definition, from a constant of an enumeration. */
  static Parameter code(Enum<?> value) {
    return code(Code.of(value.name()));
  }

  /** Words that stand in the definition. */
  static Parameter codes(Collection<Code> values) {
    return new Codes(Invariants.sorted(values), Sensitivity.TERMS);
  }

  /** An id that stands in the definition. */
  static Parameter term(String value) {
    return new TermId(value, Sensitivity.TERMS);
  }
}
