package org.mentoring.programme;

import java.util.List;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * A general record that a programme keeps: a register, a project of milestones, a survey, a
 * contest, an award, a route, a budget. The kind is a code, so that a definition can say what the
 * engine does not act on yet.
 *
 * @param id lower case with hyphens
 * @param kind as {@code REGISTER}, {@code MILESTONES}, {@code SURVEY}, {@code CONTEST}, {@code
 *     AWARD}, {@code LADDER}, {@code BUDGET}
 * @param title how people call it
 * @param ordered whether the items follow each other
 * @param items what it consists of
 * @param citation where it comes from
 */
public record RecordTerms(
    String id,
    Code kind,
    LocalizedText title,
    boolean ordered,
    List<Item> items,
    Citation citation) {
  /** Copies. */
  public RecordTerms {
    items = List.copyOf(items);
  }

  /**
   * An item of a record.
   *
   * @param id lower case with hyphens
   * @param title how people call it
   * @param amount a figure, as roubles or per cent; 0 where the item has none
   */
  public record Item(String id, LocalizedText title, long amount) {
    /** Refuses a negative figure. */
    public Item {
      Invariants.range("amount", amount, 0, 1_000_000_000_000L);
    }
  }
}
