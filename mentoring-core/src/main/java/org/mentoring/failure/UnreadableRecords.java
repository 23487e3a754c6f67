package org.mentoring.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records of a store that are no values any more, as somebody changed them by hand or a disk did:
 * {@code record.malformed}. Each is named by its opaque ids; nothing that it holds is told. The
 * store is to be restored from a backup; where there is none, an erasure can take them away ({@link
 * org.mentoring.ErasureCommands#eraseWithUnreadable}), but for entries of the journal, commands and
 * definitions, which only a backup brings back.
 */
public final class UnreadableRecords extends MentoringException {
  /** So many are named at most. */
  public static final int MOST = 1_000;

  private static final long serialVersionUID = 1L;

  /** So many stand in the message. */
  private static final int TOLD = 20;

  private final transient List<Row> rows;

  /**
   * One of them.
   *
   * @param record of which kind: {@code participant}, {@code fact-entry}, {@code mentorship},
   *     {@code activity}, {@code incident}, {@code waiver}, {@code proposal}, {@code
   *     selection-event}, {@code decision}, {@code command}, {@code journal-entry}, {@code
   *     erasure}, {@code definition}, or another store's own
   * @param id its opaque id; of an entry of a history the participant's
   * @param number of the entry in the history or the table; 0 where there is none
   * @param place where in the record, by the names of components
   */
  public record Row(String record, String id, long number, String place)
      implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::record)
            .thenComparing(Row::id)
            .thenComparingLong(Row::number)
            .thenComparing(Row::place);

    /** Refuses what is missing. */
    public Row {
      Invariants.present("Row", record, id, place);
    }

    /** As {@code mentorship s-1} or {@code fact-entry m-7 #3}. */
    public String text() {
      return record + " " + id + (number == 0 ? "" : " #" + number);
    }

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param all at least one; those beyond {@value #MOST} are left out
   */
  public UnreadableRecords(Collection<Row> all) {
    this(all.stream().sorted().distinct().limit(MOST).toList());
  }

  private UnreadableRecords(List<Row> rows) {
    super(
        "record.malformed",
        attributes(rows),
        "Run verify, and restore the store from a backup. Where there is none, erase the person with what cannot be read; entries of the journal, commands and definitions only a backup brings back.");
    this.rows = rows;
  }

  private static Map<String, String> attributes(List<Row> rows) {
    Row first = Invariants.notEmpty("rows", rows).get(0);
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("record", first.record());
    attributes.put("id", first.id());
    attributes.put("place", first.place());
    if (first.number() != 0) {
      attributes.put("number", Long.toString(first.number()));
    }
    if (rows.size() > 1) {
      attributes.put("count", Integer.toString(rows.size()));
      attributes.put(
          "rows", rows.stream().limit(TOLD).map(Row::text).collect(Collectors.joining(", ")));
    }
    return attributes;
  }

  /** All of them, sorted. */
  public List<Row> rows() {
    return rows;
  }
}
