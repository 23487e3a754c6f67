package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days that people live in. Nothing is recorded before the day on which it was done: not even where
 * that day begins first, as the programme's zone is not on record.
 */
final class RecordedDays {
  /** What every calendar, table and text form can hold. */
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Instant EARLIEST =
      FIRST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant LATEST = LAST.atStartOfDay().toInstant(ZoneOffset.UTC);

  /** Where a day begins first on earth. */
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private final HistoryFaults faults;

  private RecordedDays(HistoryFaults faults) {
    this.faults = faults;
  }

  static void find(Particulars record, HistoryFaults faults) {
    RecordedDays days = new RecordedDays(faults);
    record.changes().forEach(each -> days.recorded("changes", each.on(), each.recordedAt()));
    record.rungs().forEach(each -> days.recorded("rungs", each.on(), each.recordedAt()));
    record.steps().forEach(each -> days.recorded("steps", each.on(), each.recordedAt()));
    record.leavings().forEach(each -> days.recorded("leavings", each.on(), each.recordedAt()));
    record.moves().forEach(each -> days.recorded("moves", each.on(), each.recordedAt()));
    record.agreements().forEach(each -> days.day("agreements", each.on()));
  }

  private void recorded(String what, LocalDate on, Instant at) {
    if (day(what, on)
        && faults.holds(
            !at.isBefore(EARLIEST) && !at.isAfter(LATEST),
            what + ".recordedAt",
            "an instant of the years 1 to 9999")) {
      LocalDate latestDay = at.atOffset(EASTERNMOST).toLocalDate();
      faults.holds(!on.isAfter(latestDay), what + ".recordedAt", "not before the day of the act");
    }
  }

  private boolean day(String what, LocalDate on) {
    return faults.holds(
        !on.isBefore(FIRST) && !on.isAfter(LAST), what + ".on", "a day of the years 1 to 9999");
  }
}
