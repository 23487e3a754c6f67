package org.mentoring.mentorship;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipSnapshot.AgreementRow;
import org.mentoring.mentorship.MentorshipSnapshot.ChangeRow;
import org.mentoring.mentorship.MentorshipSnapshot.ClosureRow;
import org.mentoring.mentorship.MentorshipSnapshot.LeavingRow;
import org.mentoring.mentorship.MentorshipSnapshot.MoveRow;
import org.mentoring.mentorship.MentorshipSnapshot.PauseRow;
import org.mentoring.mentorship.MentorshipSnapshot.RungRow;
import org.mentoring.mentorship.MentorshipSnapshot.StepRow;
import org.mentoring.programme.Version;

/** Turns what is on record into rows of scalars and back. */
final class SnapshotRows {
  private SnapshotRows() {}

  static MentorshipSnapshot of(Particulars record) {
    Closure closure = record.closure();
    return new MentorshipSnapshot(
        record.id().value(),
        record.version(),
        record.practice(),
        record.arrangement().name(),
        record.state().name(),
        record.mentors().stream().map(ParticipantId::value).toList(),
        record.mentees().stream().map(ParticipantId::value).toList(),
        record.centre() == null ? null : record.centre().value(),
        record.model(),
        record.continues() == null ? null : record.continues().value(),
        record.startedOn(),
        numbered(
            record.agreements(),
            (number, each) ->
                new AgreementRow(
                    number,
                    each.party().value(),
                    each.participant().value(),
                    each.on(),
                    each.by().id(),
                    each.by().capacity().value(),
                    each.by().organisation())),
        numbered(record.pauses(), SnapshotRows::row),
        numbered(
            record.rungs(),
            (number, each) ->
                new RungRow(
                    number,
                    each.rung(),
                    each.on(),
                    each.reason(),
                    each.by().id(),
                    each.by().capacity().value(),
                    each.by().organisation(),
                    each.recordedAt())),
        numbered(
            record.steps(),
            (number, each) ->
                new StepRow(
                    number,
                    each.step(),
                    each.on(),
                    each.by().id(),
                    each.by().capacity().value(),
                    each.by().organisation(),
                    each.decision(),
                    each.recordedAt())),
        numbered(
            record.changes(),
            (number, each) ->
                new ChangeRow(
                    number,
                    each.to().name(),
                    each.on(),
                    each.by().id(),
                    each.by().capacity().value(),
                    each.by().organisation(),
                    each.reason(),
                    each.decision(),
                    each.recordedAt())),
        closure == null ? null : row(closure),
        numbered(record.leavings(), SnapshotRows::row),
        programme(record.pinned()),
        version(record.pinned()),
        hash(record.pinned()),
        numbered(
            record.moves(),
            (number, each) ->
                new MoveRow(
                    number,
                    programme(each.from()),
                    version(each.from()),
                    hash(each.from()),
                    each.to().programme(),
                    each.to().version().toString(),
                    each.to().definitionHash(),
                    each.on(),
                    each.reason(),
                    each.by().id(),
                    each.by().capacity().value(),
                    each.by().organisation(),
                    each.decision(),
                    each.recordedAt())));
  }

  private static @Nullable String programme(@Nullable PinnedVersion pinned) {
    return pinned == null ? null : pinned.programme();
  }

  private static @Nullable String version(@Nullable PinnedVersion pinned) {
    return pinned == null ? null : pinned.version().toString();
  }

  private static @Nullable String hash(@Nullable PinnedVersion pinned) {
    return pinned == null ? null : pinned.definitionHash();
  }

  static @Nullable PinnedVersion pinned(
      @Nullable String programme, @Nullable String version, @Nullable String hash) {
    return programme == null || version == null || hash == null
        ? null
        : new PinnedVersion(programme, Version.parse(version), hash);
  }

  static VersionMoved move(MoveRow row) {
    return new VersionMoved(
        pinned(row.fromProgramme(), row.fromVersion(), row.fromHash()),
        new PinnedVersion(row.toProgramme(), Version.parse(row.toVersion()), row.toHash()),
        row.on(),
        row.reason(),
        new Actor(row.by(), Code.of(row.capacity()), row.organisation()),
        row.decision(),
        row.recordedAt());
  }

  private static LeavingRow row(int number, Leaving leaving) {
    return new LeavingRow(
        number,
        leaving.participant().value(),
        leaving.asMentor(),
        leaving.on(),
        leaving.reason().value(),
        text(leaving.askedBy()),
        leaving.why(),
        leaving.by().id(),
        leaving.by().capacity().value(),
        leaving.by().organisation(),
        leaving.decision(),
        leaving.recordedAt(),
        leaving.countsAsCompleted());
  }

  private static PauseRow row(int number, Pause pause) {
    Actor resumedBy = pause.resumedBy();
    return new PauseRow(
        number,
        pause.from(),
        pause.until(),
        pause.reason(),
        pause.by().id(),
        pause.by().capacity().value(),
        pause.by().organisation(),
        pause.resumedBecause(),
        resumedBy == null ? null : resumedBy.id(),
        resumedBy == null ? null : resumedBy.capacity().value(),
        resumedBy == null ? null : resumedBy.organisation());
  }

  private static ClosureRow row(Closure closure) {
    return new ClosureRow(
        closure.kind().name(),
        text(closure.reason()),
        text(closure.askedBy()),
        closure.why(),
        closure.asCompleted(),
        closure.on(),
        closure.by().id(),
        closure.by().capacity().value(),
        closure.by().organisation(),
        closure.decision());
  }

  static Agreement agreement(AgreementRow row) {
    return new Agreement(
        Code.of(row.party()),
        ParticipantId.of(row.participant()),
        row.on(),
        actor(row.by(), row.capacity(), row.organisation()));
  }

  static Pause pause(PauseRow row) {
    String resumedBy = row.resumedBy();
    String capacity = row.resumedCapacity();
    String organisation = row.resumedOrganisation();
    boolean nobody = resumedBy == null && capacity == null && organisation == null;
    return new Pause(
        row.from(),
        row.until(),
        Invariants.text("pauses.reason", row.reason(), 500),
        actor(row.by(), row.capacity(), row.organisation()),
        row.resumedBecause(),
        nobody ? null : actor(given(resumedBy), given(capacity), given(organisation)));
  }

  static RungTaken rung(RungRow row) {
    return new RungTaken(
        row.rung(),
        row.on(),
        row.reason(),
        actor(row.by(), row.capacity(), row.organisation()),
        row.recordedAt());
  }

  static StepTaken step(StepRow row) {
    return new StepTaken(
        row.step(),
        row.on(),
        actor(row.by(), row.capacity(), row.organisation()),
        row.decision(),
        row.recordedAt());
  }

  static StateChange change(ChangeRow row) {
    return new StateChange(
        constant(MentorshipState.class, "changes.to", row.to()),
        row.on(),
        actor(row.by(), row.capacity(), row.organisation()),
        row.reason(),
        row.decision(),
        row.recordedAt());
  }

  static Closure closure(ClosureRow row) {
    return new Closure(
        constant(Closure.Kind.class, "closure.kind", row.kind()),
        code(row.reason()),
        code(row.askedBy()),
        row.why(),
        row.asCompleted(),
        row.on(),
        actor(row.by(), row.capacity(), row.organisation()),
        row.decision());
  }

  static Leaving leaving(LeavingRow row) {
    return new Leaving(
        ParticipantId.of(row.participant()),
        row.asMentor(),
        row.on(),
        Code.of(row.reason()),
        code(row.askedBy()),
        row.why(),
        actor(row.by(), row.capacity(), row.organisation()),
        row.decision(),
        row.recordedAt(),
        row.asCompleted());
  }

  static <E extends Enum<E>> E constant(Class<E> type, String what, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValue(
                    "mentorship.history", what, List.of(type.getEnumConstants()).toString()));
  }

  private static Actor actor(String id, String capacity, String organisation) {
    return new Actor(id, Code.of(capacity), organisation);
  }

  private static String given(@Nullable String column) {
    if (column == null) {
      throw new InvalidValue(
          "mentorship.history", "pauses.resumedBy", "id, capacity and organisation, or none");
    }
    return column;
  }

  private static @Nullable String text(@Nullable Code code) {
    return code == null ? null : code.value();
  }

  private static @Nullable Code code(@Nullable String value) {
    return value == null ? null : Code.of(value);
  }

  private static <T, R> List<R> numbered(List<T> each, BiFunction<Integer, T, R> row) {
    List<R> rows = new ArrayList<>();
    for (T value : each) {
      rows.add(row.apply(rows.size() + 1, value));
    }
    return rows;
  }
}
