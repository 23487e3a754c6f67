package org.mentoring.programme;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * A dated phase of a programme.
 *
 * @param id lower case with hyphens
 * @param title how people call it
 * @param when half-open
 * @param allows what may be done in it, as {@code MATCHING}; an act outside the phases that allow
 *     it is refused
 * @param citation where it comes from
 */
public record Phase(
    String id, LocalizedText title, Validity when, SortedSet<Code> allows, Citation citation) {
  /** Sorts and copies. */
  public Phase {
    allows = Invariants.sorted(allows);
  }
}
