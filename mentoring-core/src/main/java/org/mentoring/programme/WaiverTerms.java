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
 * @param never what nobody can waive: kinds of requirement (as {@code consent}, {@code clearance}),
 *     ids of requirements, what is due or a completion asks for (as {@code SUMMING_UP}) and the
 *     parts of parties (as {@code SUMMING_UP.GUARDIAN})
 * @param longest how long a waiver may last; null: any length, but never without end
 * @param citation where it comes from
 */
public record WaiverTerms(
    SortedSet<Code> authorities,
    SortedSet<String> never,
    @Nullable Period longest,
    Citation citation) {
  /** Refuses an empty choice of authorities and a length that is not positive; sorts and copies. */
  public WaiverTerms {
    Invariants.positive("longest", longest);
    authorities = Invariants.sortedNotEmpty("authorities", authorities);
    never = Invariants.sorted(never);
  }

  /**
   * Whether something may be waived at all.
   *
   * @param name the id of a requirement, its kind without the version, or what an obligation or a
   *     completion asks for
   */
  public boolean mayBeWaived(String name) {
    return !never.contains(name);
  }

  /** Whether a requirement may be waived: neither its id nor its kind is marked. */
  public boolean mayBeWaived(Requirement requirement) {
    String kind = requirement.kind();
    return mayBeWaived(requirement.id()) && mayBeWaived(kind.substring(0, kind.indexOf('@')));
  }

  /**
   * Whether a waiver that lies in a store counts: definitions change, and stores are filled by
   * others too.
   *
   * @param authority in which capacity it was given
   * @param name what it waives
   */
  public boolean admits(Code authority, String name) {
    return authorities.contains(authority) && mayBeWaived(name);
  }
}
