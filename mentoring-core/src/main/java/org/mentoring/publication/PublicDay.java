package org.mentoring.publication;

import java.time.LocalDate;

/**
 * A day that is nobody's: of a report, or of the programme. It is a type of its own so that no date
 * of a person can stand where only such a day may. Immutable and thread-safe.
 */
public final class PublicDay implements Comparable<PublicDay> {
  private final LocalDate day;

  private PublicDay(LocalDate day) {
    this.day = day;
  }

  /** The day up to which a report counts. */
  static PublicDay ofReport(LocalDate asOf) {
    return new PublicDay(asOf);
  }

  /** A day that the programme's definition names. */
  static PublicDay ofProgramme(LocalDate day) {
    return new PublicDay(day);
  }

  /** The day. */
  public LocalDate value() {
    return day;
  }

  @Override
  public int compareTo(PublicDay other) {
    return day.compareTo(other.day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicDay that && day.equals(that.day);
  }

  @Override
  public int hashCode() {
    return day.hashCode();
  }

  /** As {@code 2020-12-31}. */
  @Override
  public String toString() {
    return day.toString();
  }
}
