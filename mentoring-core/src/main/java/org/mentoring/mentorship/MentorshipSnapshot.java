package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Arrangement;

/**
 * A mentorship as rows of texts, numbers, days and instants, for an embedder's own tables: one row
 * of the mentorship itself, and lists of rows that carry their number from 1, so that their order
 * survives a table. Who acted stands in three columns: id, capacity, organisation. Rows that hold
 * people's words do not print them. Immutable and thread-safe.
 *
 * @param id its id
 * @param version 1, and one more with every command
 * @param practice the practice's id
 * @param arrangement INDIVIDUAL, GROUP or TEAM
 * @param state as {@code ACTIVE}; what the last change tells
 * @param mentors ids, sorted; without those who left
 * @param mentees ids, sorted; without those who left
 * @param centre id; null for none
 * @param model id; null for none
 * @param continues id; null for none
 * @param startedOn null before the start
 * @param agreements who agreed
 * @param pauses times in which it rested
 * @param rungs rungs of escalation taken
 * @param steps steps taken
 * @param changes of state
 * @param closure how it ended; null while it runs
 * @param leavings who left while it went on for the others
 * @param programme id of the definition by which it is judged; null: by the current version
 * @param programmeVersion the definition's version; null with the programme
 * @param definitionHash the definition's content hash; null with the programme
 * @param moves to other versions
 */
public record MentorshipSnapshot(
    String id,
    long version,
    String practice,
    String arrangement,
    String state,
    List<String> mentors,
    List<String> mentees,
    @Nullable String centre,
    @Nullable String model,
    @Nullable String continues,
    @Nullable LocalDate startedOn,
    List<AgreementRow> agreements,
    List<PauseRow> pauses,
    List<RungRow> rungs,
    List<StepRow> steps,
    List<ChangeRow> changes,
    @Nullable ClosureRow closure,
    List<LeavingRow> leavings,
    @OmittedIfAbsent @Nullable String programme,
    @OmittedIfAbsent @Nullable String programmeVersion,
    @OmittedIfAbsent @Nullable String definitionHash,
    @OmittedIfAbsent List<MoveRow> moves) {
  /** Refuses a missing list or row and rows whose numbers have gaps; copies. */
  public MentorshipSnapshot {
    present("mentors", mentors);
    present("mentees", mentees);
    present("agreements", agreements);
    present("pauses", pauses);
    present("rungs", rungs);
    present("steps", steps);
    present("changes", changes);
    present("leavings", leavings);
    mentors = List.copyOf(mentors);
    mentees = List.copyOf(mentees);
    agreements = inOrder("agreements", agreements, AgreementRow::number);
    pauses = inOrder("pauses", pauses, PauseRow::number);
    rungs = inOrder("rungs", rungs, RungRow::number);
    steps = inOrder("steps", steps, StepRow::number);
    changes = inOrder("changes", changes, ChangeRow::number);
    leavings = inOrder("leavings", leavings, LeavingRow::number);
    present("moves", moves);
    moves = inOrder("moves", moves, MoveRow::number);
  }

  /** A mentorship that is pinned to no version. */
  public MentorshipSnapshot(
      String id,
      long version,
      String practice,
      String arrangement,
      String state,
      List<String> mentors,
      List<String> mentees,
      @Nullable String centre,
      @Nullable String model,
      @Nullable String continues,
      @Nullable LocalDate startedOn,
      List<AgreementRow> agreements,
      List<PauseRow> pauses,
      List<RungRow> rungs,
      List<StepRow> steps,
      List<ChangeRow> changes,
      @Nullable ClosureRow closure,
      List<LeavingRow> leavings) {
    this(
        id,
        version,
        practice,
        arrangement,
        state,
        mentors,
        mentees,
        centre,
        model,
        continues,
        startedOn,
        agreements,
        pauses,
        rungs,
        steps,
        changes,
        closure,
        leavings,
        null,
        null,
        null,
        List.of());
  }

  /** A move to another version; see {@link VersionMoved}. */
  public record MoveRow(
      int number,
      @Nullable String fromProgramme,
      @Nullable String fromVersion,
      @Nullable String fromHash,
      String toProgramme,
      String toVersion,
      String toHash,
      LocalDate on,
      String reason,
      String by,
      String capacity,
      String organisation,
      String decision,
      Instant recordedAt) {
    @Override
    public String toString() {
      return "MoveRow[" + number + ", " + on + "]";
    }
  }

  /** An agreement; see {@link Agreement}. */
  public record AgreementRow(
      int number,
      String party,
      String participant,
      LocalDate on,
      String by,
      String capacity,
      String organisation) {}

  /** A pause; see {@link Pause}. */
  public record PauseRow(
      int number,
      LocalDate from,
      @Nullable LocalDate until,
      String reason,
      String by,
      String capacity,
      String organisation,
      @Nullable String resumedBecause,
      @Nullable String resumedBy,
      @Nullable String resumedCapacity,
      @Nullable String resumedOrganisation) {
    @Override
    public String toString() {
      return "PauseRow[" + number + ", " + from + ", " + until + "]";
    }
  }

  /** A rung of escalation; see {@link RungTaken}. */
  public record RungRow(
      int number,
      String rung,
      LocalDate on,
      String reason,
      String by,
      String capacity,
      String organisation,
      Instant recordedAt) {
    @Override
    public String toString() {
      return "RungRow[" + number + ", " + rung + ", " + on + "]";
    }
  }

  /** A step; see {@link StepTaken}. */
  public record StepRow(
      int number,
      String step,
      LocalDate on,
      String by,
      String capacity,
      String organisation,
      String decision,
      Instant recordedAt) {}

  /** A change of state; see {@link StateChange}. */
  public record ChangeRow(
      int number,
      String to,
      LocalDate on,
      String by,
      String capacity,
      String organisation,
      @Nullable String reason,
      String decision,
      Instant recordedAt) {
    @Override
    public String toString() {
      return "ChangeRow[" + number + ", " + to + ", " + on + "]";
    }
  }

  /** How it ended; see {@link Closure}. */
  public record ClosureRow(
      String kind,
      @Nullable String reason,
      @Nullable String askedBy,
      @Nullable String why,
      boolean asCompleted,
      LocalDate on,
      String by,
      String capacity,
      String organisation,
      String decision) {
    @Override
    public String toString() {
      return "ClosureRow[" + kind + ", " + on + "]";
    }
  }

  /** Who left; see {@link Leaving}. */
  public record LeavingRow(
      int number,
      String participant,
      boolean asMentor,
      LocalDate on,
      String reason,
      @Nullable String askedBy,
      String why,
      String by,
      String capacity,
      String organisation,
      String decision,
      Instant recordedAt,
      boolean asCompleted) {
    /** One that does not count as completed. */
    public LeavingRow(
        int number,
        String participant,
        boolean asMentor,
        LocalDate on,
        String reason,
        @Nullable String askedBy,
        String why,
        String by,
        String capacity,
        String organisation,
        String decision,
        Instant recordedAt) {
      this(
          number,
          participant,
          asMentor,
          on,
          reason,
          askedBy,
          why,
          by,
          capacity,
          organisation,
          decision,
          recordedAt,
          false);
    }

    @Override
    public String toString() {
      return "LeavingRow[" + number + ", " + on + "]";
    }
  }

  static MentorshipSnapshot of(Particulars record) {
    return SnapshotRows.of(record);
  }

  /** What the rows tell; they have been checked. */
  Particulars particulars() {
    return new Particulars(
        MentorshipId.of(id),
        version,
        practice,
        SnapshotRows.constant(Arrangement.class, "arrangement", arrangement),
        Invariants.sorted(mentors.stream().map(ParticipantId::of).toList()),
        Invariants.sorted(mentees.stream().map(ParticipantId::of).toList()),
        centre == null ? null : ParticipantId.of(centre),
        model,
        continues == null ? null : MentorshipId.of(continues),
        agreements.stream().map(SnapshotRows::agreement).toList(),
        startedOn,
        pauses.stream().map(SnapshotRows::pause).toList(),
        rungs.stream().map(SnapshotRows::rung).toList(),
        steps.stream().map(SnapshotRows::step).toList(),
        changes.stream().map(SnapshotRows::change).toList(),
        closure == null ? null : SnapshotRows.closure(closure),
        leavings.stream().map(SnapshotRows::leaving).toList(),
        SnapshotRows.pinned(programme, programmeVersion, definitionHash),
        moves.stream().map(SnapshotRows::move).toList());
  }

  private static void present(String what, List<?> rows) {
    Invariants.present(what, rows);
    rows.forEach(row -> Invariants.present(what, row));
  }

  /** Rows come back from a table in any order. */
  private static <R> List<R> inOrder(String what, List<R> rows, ToIntFunction<R> number) {
    List<R> sorted = rows.stream().sorted(Comparator.comparingInt(number)).toList();
    Invariants.holds(
        IntStream.range(0, sorted.size())
            .allMatch(at -> number.applyAsInt(sorted.get(at)) == at + 1),
        "mentorship.history",
        what,
        "rows numbered from 1 without gaps");
    return sorted;
  }
}
