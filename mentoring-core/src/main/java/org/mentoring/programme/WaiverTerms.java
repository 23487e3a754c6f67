package org.mentoring.programme;

import java.time.Period;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * Who may waive what. What is not said here nobody may waive.
 *
 * @param authorities capacities that may waive
 * @param never kinds of requirement (as {@code consent}, {@code clearance}) and ids of requirements
 *     that nobody can waive
 * @param longest how long a waiver may last; null: any length, but never without end
 * @param citation where it comes from
 */
public record WaiverTerms(
    SortedSet<Code> authorities,
    SortedSet<String> never,
    @Nullable Period longest,
    Citation citation) {
  /** Refuses an empty choice of authorities; sorts and copies. */
  public WaiverTerms {
    authorities = Invariants.sortedNotEmpty("authorities", authorities);
    never = Invariants.sorted(never);
  }
}
