package org.mentoring.testkit.invariant;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that breaks an invariant. It names people by opaque ids alone.
 *
 * @param invariant what is broken
 * @param subject the id of the mentorship, the participant or the like; null where it is none's
 * @param what what was found: codes, days, numbers and ids
 */
public record Breach(Invariant invariant, @Nullable String subject, String what)
    implements Comparable<Breach> {
  private static final Comparator<Breach> ORDER =
      Comparator.comparing(Breach::invariant)
          .thenComparing(Breach::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Breach::what);

  @Override
  public int compareTo(Breach other) {
    return ORDER.compare(this, other);
  }
}
