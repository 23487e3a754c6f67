package org.mentoring.programme;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * A way to organise mentoring in a centre.
 *
 * @param id lower case with hyphens
 * @param title how people call it
 * @param agreement the matter on which the centre and an outside organisation must have agreed on
 *     record, as {@code POSITIONS}; null: the centre runs mentoring itself
 * @param keeps what the centre keeps: registers and roles, as {@code COORDINATOR}
 * @param citation where it comes from
 */
public record OrganisationalModel(
    String id,
    LocalizedText title,
    @Nullable Code agreement,
    SortedSet<Code> keeps,
    Citation citation) {
  /** Sorts and copies. */
  public OrganisationalModel {
    keeps = Invariants.sorted(keeps);
  }
}
