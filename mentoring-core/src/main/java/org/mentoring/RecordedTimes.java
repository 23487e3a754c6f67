package org.mentoring;

import java.time.Instant;
import java.util.function.Consumer;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.identity.ActivityId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.waiver.Waiver;

/** When what is on record came to be there: every time that it bears. */
final class RecordedTimes {
  private RecordedTimes() {}

  static void of(Particulars mentorship, Consumer<Instant> times) {
    mentorship.changes().forEach(each -> times.accept(each.recordedAt()));
    mentorship.rungs().forEach(each -> times.accept(each.recordedAt()));
    mentorship.steps().forEach(each -> times.accept(each.recordedAt()));
    mentorship.leavings().forEach(each -> times.accept(each.recordedAt()));
    mentorship.moves().forEach(each -> times.accept(each.recordedAt()));
  }

  static Instant of(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? recorded.activity().recordedAt()
        : ((ActivityEntry.Retracted) entry).recordedAt();
  }

  /** Which activity an entry is of. */
  static ActivityId activity(ActivityEntry entry) {
    return entry instanceof ActivityEntry.Recorded recorded
        ? recorded.activity().id()
        : ((ActivityEntry.Retracted) entry).activity();
  }

  static void of(Incident incident, Consumer<Instant> times) {
    times.accept(incident.recordedAt());
    incident.entrusted().forEach(each -> times.accept(each.recordedAt()));
    incident.steps().forEach(each -> times.accept(each.recordedAt()));
    incident.escalations().forEach(each -> times.accept(each.recordedAt()));
    IncidentClosure closure = incident.closure();
    if (closure != null) {
      times.accept(closure.recordedAt());
    }
  }

  static void of(Waiver waiver, Consumer<Instant> times) {
    times.accept(waiver.recordedAt());
    Instant revoked = waiver.revokedAt();
    if (revoked != null) {
      times.accept(revoked);
    }
  }
}
