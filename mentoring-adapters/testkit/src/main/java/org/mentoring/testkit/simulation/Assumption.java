package org.mentoring.testkit.simulation;

import org.mentoring.failure.Invariants;

/**
 * A number that a study takes for granted, with where it comes from. A study whose numbers have no
 * source proves nothing, so that there is none without.
 *
 * @param value in the unit of the {@link Habit} that it is given for
 * @param source a publication, a measurement or {@code choice}; 1 to 500 characters
 */
public record Assumption(double value, String source) {
  /** Refuses what is no number, and a missing source. */
  public Assumption {
    // A number that is none, or endless, is out of any range.
    Invariants.range(
        "assumption.value",
        Double.isFinite(value) ? (long) Math.floor(value) : -1,
        0,
        Long.MAX_VALUE);
    source = Invariants.text("assumption.source", source, 500);
  }

  /** One that whoever writes the study decides on. */
  public static Assumption choice(double value) {
    return new Assumption(value, "choice");
  }
}
