package org.mentoring.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * A standard that mentors are selected against.
 *
 * @param id lower case with hyphens
 * @param draftedBy who drafted it
 * @param approvedBy who approves it
 * @param approvedOn the day of approval; null while it is a draft, which nobody can meet
 * @param items what is looked at
 * @param citation where it comes from
 */
public record SelectionStandard(
    String id,
    Code draftedBy,
    Code approvedBy,
    @Nullable LocalDate approvedOn,
    List<LocalizedText> items,
    Citation citation) {
  /** Copies. */
  public SelectionStandard {
    items = List.copyOf(items);
  }
}
