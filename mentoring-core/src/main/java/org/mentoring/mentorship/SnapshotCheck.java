package org.mentoring.mentorship;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipSnapshot.AgreementRow;
import org.mentoring.mentorship.MentorshipSnapshot.ChangeRow;
import org.mentoring.mentorship.MentorshipSnapshot.ClosureRow;
import org.mentoring.mentorship.MentorshipSnapshot.LeavingRow;
import org.mentoring.mentorship.MentorshipSnapshot.MoveRow;
import org.mentoring.mentorship.MentorshipSnapshot.PauseRow;
import org.mentoring.mentorship.MentorshipSnapshot.RungRow;
import org.mentoring.mentorship.MentorshipSnapshot.StepRow;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Version;

/**
 * Reads a snapshot as somebody may have written it into a table by hand: first each value for
 * itself, then, as far as they can be read, what they tell together.
 */
final class SnapshotCheck {
  private static final int LONGEST = 500;

  private final MentorshipSnapshot snapshot;
  private final HistoryFaults faults = new HistoryFaults();

  private SnapshotCheck(MentorshipSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * What the rows tell.
   *
   * @throws InvalidValue {@code mentorship.history} with all that is wrong
   */
  static Particulars checked(MentorshipSnapshot snapshot) {
    SnapshotCheck check = new SnapshotCheck(snapshot);
    check.itself();
    check.rows();
    check.faults.refuseAny();
    Particulars record = snapshot.particulars();
    check.faults.holds(
        record.state().name().equals(snapshot.state()), "state", "the state of the last change");
    LegalHistory.find(record, check.faults);
    check.faults.refuseAny();
    return record;
  }

  private void itself() {
    read("id", snapshot.id(), MentorshipId::of);
    present("practice", snapshot.practice());
    constant(Arrangement.class, "arrangement", snapshot.arrangement());
    constant(MentorshipState.class, "state", snapshot.state());
    sides("mentors", snapshot.mentors());
    sides("mentees", snapshot.mentees());
    optional("centre", snapshot.centre(), ParticipantId::of);
    optional("continues", snapshot.continues(), MentorshipId::of);
  }

  private void sides(String what, List<String> ids) {
    faults.holds(!ids.isEmpty(), what, "at least one");
    Set<String> once = new TreeSet<>(ids);
    faults.holds(once.size() == ids.size(), what, "each once");
    ids.forEach(id -> read(what, id, ParticipantId::of));
  }

  private void rows() {
    faults.holds(!snapshot.changes().isEmpty(), "changes", "at least one");
    snapshot.agreements().forEach(this::agreement);
    snapshot.pauses().forEach(this::pause);
    snapshot.rungs().forEach(this::rung);
    snapshot.steps().forEach(this::step);
    snapshot.changes().forEach(this::change);
    snapshot.leavings().forEach(this::leaving);
    ClosureRow closure = snapshot.closure();
    if (closure != null) {
      closure(closure);
    }
    version("", snapshot.programme(), snapshot.programmeVersion(), snapshot.definitionHash());
    snapshot.moves().forEach(this::move);
  }

  private void move(MoveRow row) {
    String at = at("moves", row.number());
    version(at + "from.", row.fromProgramme(), row.fromVersion(), row.fromHash());
    present(at + "toProgramme", row.toProgramme());
    version(at + "to.", row.toProgramme(), row.toVersion(), row.toHash());
    present(at + "on", row.on());
    read(at + "reason", row.reason(), SnapshotCheck::words);
    actor(at, row.by(), row.capacity(), row.organisation());
    present(at + "decision", row.decision());
    present(at + "recordedAt", row.recordedAt());
  }

  private void version(
      String at, @Nullable String programme, @Nullable String version, @Nullable String hash) {
    faults.holds(
        (programme == null) == (version == null) && (version == null) == (hash == null),
        at + "programme",
        "programme, version and hash, or none");
    optional(at + "version", version, Version::parse);
  }

  private void agreement(AgreementRow row) {
    String at = at("agreements", row.number());
    read(at + "party", row.party(), Code::of);
    read(at + "participant", row.participant(), ParticipantId::of);
    present(at + "on", row.on());
    actor(at, row.by(), row.capacity(), row.organisation());
  }

  private void pause(PauseRow row) {
    String at = at("pauses", row.number());
    present(at + "from", row.from());
    read(at + "reason", row.reason(), SnapshotCheck::words);
    actor(at, row.by(), row.capacity(), row.organisation());
    optional(at + "resumedBecause", row.resumedBecause(), SnapshotCheck::words);
    String by = row.resumedBy();
    String capacity = row.resumedCapacity();
    String organisation = row.resumedOrganisation();
    if (by != null && capacity != null && organisation != null) {
      actor(at, by, capacity, organisation);
    } else {
      faults.holds(
          by == null && capacity == null && organisation == null,
          at + "resumedBy",
          "id, capacity and organisation, or none");
    }
  }

  private void rung(RungRow row) {
    String at = at("rungs", row.number());
    present(at + "rung", row.rung());
    present(at + "on", row.on());
    read(at + "reason", row.reason(), SnapshotCheck::words);
    actor(at, row.by(), row.capacity(), row.organisation());
    present(at + "recordedAt", row.recordedAt());
  }

  private void step(StepRow row) {
    String at = at("steps", row.number());
    present(at + "step", row.step());
    present(at + "on", row.on());
    actor(at, row.by(), row.capacity(), row.organisation());
    present(at + "decision", row.decision());
    present(at + "recordedAt", row.recordedAt());
  }

  private void change(ChangeRow row) {
    String at = at("changes", row.number());
    constant(MentorshipState.class, at + "to", row.to());
    present(at + "on", row.on());
    actor(at, row.by(), row.capacity(), row.organisation());
    optional(at + "reason", row.reason(), SnapshotCheck::words);
    present(at + "decision", row.decision());
    present(at + "recordedAt", row.recordedAt());
  }

  private void closure(ClosureRow row) {
    constant(Closure.Kind.class, "closure.kind", row.kind());
    optional("closure.reason", row.reason(), Code::of);
    optional("closure.askedBy", row.askedBy(), Code::of);
    optional("closure.why", row.why(), SnapshotCheck::words);
    present("closure.on", row.on());
    actor("closure.", row.by(), row.capacity(), row.organisation());
    present("closure.decision", row.decision());
  }

  private void leaving(LeavingRow row) {
    String at = at("leavings", row.number());
    read(at + "participant", row.participant(), ParticipantId::of);
    present(at + "on", row.on());
    read(at + "reason", row.reason(), Code::of);
    optional(at + "askedBy", row.askedBy(), Code::of);
    read(at + "why", row.why(), SnapshotCheck::words);
    actor(at, row.by(), row.capacity(), row.organisation());
    present(at + "decision", row.decision());
    present(at + "recordedAt", row.recordedAt());
  }

  private static String at(String list, int number) {
    return list + "[" + (number - 1) + "].";
  }

  private void actor(
      String at, @Nullable String id, @Nullable String capacity, @Nullable String organisation) {
    if (id == null || capacity == null || organisation == null) {
      faults.holds(false, at + "by", "id, capacity and organisation");
    } else {
      readable(at + "by", () -> new Actor(id, Code.of(capacity), organisation));
    }
  }

  /** Rows come from outside: what is never null to the compiler may be so all the same. */
  private boolean present(String what, @Nullable Object value) {
    return faults.holds(value != null, what, "no null");
  }

  private static String words(String text) {
    return Invariants.text("reason", text, LONGEST);
  }

  private <E extends Enum<E>> void constant(Class<E> type, String what, @Nullable String name) {
    read(what, name, text -> SnapshotRows.constant(type, what, text));
  }

  private void optional(String what, @Nullable String value, Function<String, ?> parse) {
    if (value != null) {
      readable(what, () -> parse.apply(value));
    }
  }

  private void read(String what, @Nullable String value, Function<String, ?> parse) {
    if (present(what, value) && value != null) {
      readable(what, () -> parse.apply(value));
    }
  }

  private void readable(String what, Supplier<?> parse) {
    try {
      present(what, parse.get());
    } catch (InvalidValue malformed) {
      // It is told with the others, under the place where it stands.
      faults.holds(false, what, malformed.attributes().getOrDefault("allowed", "another value"));
    }
  }
}
