package org.mentoring.indicator;

import java.util.List;
import org.mentoring.identity.Citation;
import org.mentoring.text.LocalizedText;

/**
 * A budget and what was spent of it, for staff: a record of the kind {@code BUDGET} and the numbers
 * of the entries that name its lines. All figures are whole units of the budget's currency, as
 * roubles. Immutable and thread-safe.
 *
 * @param record the record's id
 * @param title of the budget
 * @param lines in the order of the record
 * @param total what the lines come to
 * @param citation where the budget comes from
 */
public record BudgetReport(
    String record, LocalizedText title, List<Line> lines, long total, Citation citation) {
  /** Copies. */
  public BudgetReport {
    lines = List.copyOf(lines);
  }

  /** The share of all lines that those who run the programme bring. */
  public long own() {
    return lines.stream().mapToLong(Line::own).sum();
  }

  /** The share of all lines that is asked for. */
  public long requested() {
    return lines.stream().mapToLong(Line::requested).sum();
  }

  /** What was spent of all lines. */
  public long spent() {
    return lines.stream().mapToLong(Line::spent).sum();
  }

  /** What is left of all lines; below 0 where more was spent than there was. */
  public long left() {
    return total - spent();
  }

  /**
   * One line.
   *
   * @param item its id in the record
   * @param title the line in words
   * @param planned its amount
   * @param own share that those who run the programme bring
   * @param requested share that is asked for
   * @param spent on record by the day of the report
   */
  public record Line(
      String item, LocalizedText title, long planned, long own, long requested, long spent) {
    /** What is left of the line; below 0 where more was spent than was planned. */
    public long left() {
      return planned - spent;
    }
  }
}
