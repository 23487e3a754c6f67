package org.mentoring.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
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
 * @param total of a {@code BUDGET}: what its lines come to, 0 to 1,000,000,000,000; null elsewhere
 */
public record RecordTerms(
    String id,
    Code kind,
    LocalizedText title,
    boolean ordered,
    List<Item> items,
    Citation citation,
    @OmittedIfAbsent @Nullable Long total) {
  /** Refuses a total out of range; copies. */
  public RecordTerms {
    items = List.copyOf(items);
    if (total != null) {
      Invariants.range("total", total, 0, 1_000_000_000_000L);
    }
  }

  /** A record that is no budget. */
  public RecordTerms(
      String id,
      Code kind,
      LocalizedText title,
      boolean ordered,
      List<Item> items,
      Citation citation) {
    this(id, kind, title, ordered, items, citation, null);
  }

  /**
   * An item of a record.
   *
   * @param id lower case with hyphens
   * @param title how people call it
   * @param amount a figure, as roubles or per cent; 0 where the item has none
   * @param cost of a line of a {@code BUDGET}: how its amount is made up and shared; null elsewhere
   */
  public record Item(
      String id, LocalizedText title, long amount, @OmittedIfAbsent @Nullable Cost cost) {
    /** Refuses a negative figure. */
    public Item {
      Invariants.range("amount", amount, 0, 1_000_000_000_000L);
    }

    /** An item that is no line of a budget. */
    public Item(String id, LocalizedText title, long amount) {
      this(id, title, amount, null);
    }
  }

  /**
   * How a line of a budget is made up: so many units at a price, and who pays. All in the currency
   * of the budget, in whole units of it. That it adds up is checked with the definition.
   *
   * @param price of one unit, 0 to 1,000,000,000,000
   * @param units how many, 0 to 1,000,000
   * @param own share that those who run the programme bring, 0 to 1,000,000,000,000
   * @param requested share that is asked for, 0 to 1,000,000,000,000
   */
  public record Cost(long price, long units, long own, long requested) {
    /** Refuses figures out of range. */
    public Cost {
      Invariants.range("price", price, 0, 1_000_000_000_000L);
      Invariants.range("units", units, 0, 1_000_000);
      Invariants.range("own", own, 0, 1_000_000_000_000L);
      Invariants.range("requested", requested, 0, 1_000_000_000_000L);
    }
  }
}
