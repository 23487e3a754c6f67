package org.mentoring.incident;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.failure.Invariants;

/**
 * How an incident was resolved.
 *
 * @param outcome what came of it
 * @param leftOut steps of the algorithm that were not taken, by their ids, each with the reason
 * @param effectLeftOut why what the algorithm demands of the mentorship was not carried out; null
 *     where it was, or where nothing is demanded
 */
public record Resolution(
    Note outcome, SortedMap<String, Note> leftOut, @Nullable Note effectLeftOut) {
  /** Refuses a missing outcome; copies. */
  public Resolution {
    Invariants.present("Resolution", outcome);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /** Everything that the algorithm asks for was done. */
  public static Resolution of(Note outcome) {
    return new Resolution(outcome, new TreeMap<>(), null);
  }

  /** This resolution, without a step. */
  public Resolution leavingOut(String step, Note reason) {
    SortedMap<String, Note> all = new TreeMap<>(leftOut);
    all.put(step, reason);
    return new Resolution(outcome, all, effectLeftOut);
  }

  /** This resolution, without what is demanded of the mentorship. */
  public Resolution leavingOutEffect(Note reason) {
    return new Resolution(outcome, leftOut, reason);
  }

  @Override
  public String toString() {
    return "Resolution[…]";
  }
}
