package org.mentoring.mentorship;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Arrangement;

/**
 * What is on record of a mentorship, whatever its state. Immutable; lists are in the order in which
 * things became known.
 *
 * @param id its id
 * @param version 1, and one more with every command and every erasure
 * @param practice the practice's id
 * @param arrangement individual, group or team
 * @param mentors at least one; without those who left
 * @param mentees at least one; without those who left
 * @param centre the centre that runs it; null if it runs without one
 * @param model the organisational model's id; null if the definition tells none apart
 * @param continues the mentorship that it takes over from; null if none
 * @param agreements who agreed
 * @param startedOn the first day of mentoring; null before
 * @param pauses by their first day
 * @param rungs rungs of escalation taken
 * @param steps steps taken
 * @param changes of state, the first being to {@code PROPOSED}
 * @param closure how the relationship ended; null while it runs
 * @param leavings who left while it went on for the others
 * @param pinned the version of the programme by which it is judged; null: by the current one
 * @param moves to other versions
 */
public record Particulars(
    MentorshipId id,
    long version,
    String practice,
    Arrangement arrangement,
    SortedSet<ParticipantId> mentors,
    SortedSet<ParticipantId> mentees,
    @Nullable ParticipantId centre,
    @Nullable String model,
    @Nullable MentorshipId continues,
    List<Agreement> agreements,
    @Nullable LocalDate startedOn,
    List<Pause> pauses,
    List<RungTaken> rungs,
    List<StepTaken> steps,
    List<StateChange> changes,
    @Nullable Closure closure,
    @OmittedIfAbsent List<Leaving> leavings,
    @OmittedIfAbsent @Nullable PinnedVersion pinned,
    @OmittedIfAbsent List<VersionMoved> moves) {
  /** Refuses a mentorship without a side; sorts and copies. */
  public Particulars {
    mentors = Invariants.sortedNotEmpty("mentors", mentors);
    mentees = Invariants.sortedNotEmpty("mentees", mentees);
    agreements = List.copyOf(agreements);
    pauses = List.copyOf(pauses);
    rungs = List.copyOf(rungs);
    steps = List.copyOf(steps);
    changes = Invariants.notEmpty("changes", changes);
    leavings = List.copyOf(leavings);
    moves = List.copyOf(moves);
  }

  /** A mentorship that nobody left while it went on, pinned to no version. */
  public Particulars(
      MentorshipId id,
      long version,
      String practice,
      Arrangement arrangement,
      SortedSet<ParticipantId> mentors,
      SortedSet<ParticipantId> mentees,
      @Nullable ParticipantId centre,
      @Nullable String model,
      @Nullable MentorshipId continues,
      List<Agreement> agreements,
      @Nullable LocalDate startedOn,
      List<Pause> pauses,
      List<RungTaken> rungs,
      List<StepTaken> steps,
      List<StateChange> changes,
      @Nullable Closure closure) {
    this(
        id,
        version,
        practice,
        arrangement,
        mentors,
        mentees,
        centre,
        model,
        continues,
        agreements,
        startedOn,
        pauses,
        rungs,
        steps,
        changes,
        closure,
        List.of(),
        null,
        List.of());
  }

  /** The state that it is in now. */
  public MentorshipState state() {
    return changes.get(changes.size() - 1).to();
  }

  /** The state that it was in at the end of a day; empty before it was proposed. */
  public Optional<MentorshipState> stateOn(LocalDate day) {
    return changes.stream()
        .filter(change -> !change.on().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(StateChange::to);
  }

  /** The day of the first change to a state, if there was one. */
  public Optional<LocalDate> since(MentorshipState state) {
    return changes.stream().filter(change -> change.to() == state).map(StateChange::on).findFirst();
  }

  /** The last day on which anything was done. */
  public LocalDate lastDay() {
    return Stream.of(
            changes.stream().map(StateChange::on),
            agreements.stream().map(Agreement::on),
            rungs.stream().map(RungTaken::on),
            steps.stream().map(StepTaken::on),
            leavings.stream().map(Leaving::on),
            moves.stream().map(VersionMoved::on))
        .flatMap(days -> days)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** Whether a step of the definition's path was taken. */
  public boolean took(String step) {
    return steps.stream().anyMatch(taken -> taken.step().equals(step));
  }

  /** Whether the participant is one of the mentors or mentees, or was until it left. */
  public boolean involves(ParticipantId participant) {
    return mentors.contains(participant)
        || mentees.contains(participant)
        || leavings.stream().anyMatch(left -> left.participant().equals(participant));
  }

  /** Whether the participant is one of the mentors or mentees, and did not leave. */
  public boolean isIn(ParticipantId participant) {
    return mentors.contains(participant) || mentees.contains(participant);
  }

  /** The same with the mentors and mentees of a day: who left later was still there. */
  public Particulars withPartiesOn(LocalDate day) {
    return without(left -> left.on().isAfter(day));
  }

  /** The same as far as it was known at an instant who had left. */
  public Particulars withPartiesOn(LocalDate day, Instant knownAt) {
    return without(left -> left.on().isAfter(day) || left.recordedAt().isAfter(knownAt));
  }

  /** The same with all who have ever been its mentors and mentees. */
  public Particulars withAllParties() {
    return without(left -> true);
  }

  private Particulars without(Predicate<Leaving> undone) {
    if (leavings.stream().noneMatch(undone)) {
      return this;
    }
    SortedSet<ParticipantId> allMentors = new TreeSet<>(mentors);
    SortedSet<ParticipantId> allMentees = new TreeSet<>(mentees);
    leavings.stream()
        .filter(undone)
        .forEach(left -> (left.asMentor() ? allMentors : allMentees).add(left.participant()));
    return new Particulars(
        id,
        version,
        practice,
        arrangement,
        allMentors,
        allMentees,
        centre,
        model,
        continues,
        agreements,
        startedOn,
        pauses,
        rungs,
        steps,
        changes,
        closure,
        leavings.stream().filter(undone.negate()).toList(),
        pinned,
        moves);
  }

  /**
   * For how many days mentoring has run before a day, pauses left out; 0 before the start.
   *
   * @param day the first day that does not count any more
   */
  public long daysRun(LocalDate day) {
    LocalDate start = startedOn;
    if (start == null || !day.isAfter(start)) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(start, day);
    for (Pause pause : pauses) {
      LocalDate from = pause.from().isBefore(start) ? start : pause.from();
      LocalDate end = pause.until();
      LocalDate until = end == null || end.isAfter(day) ? day : end;
      if (until.isAfter(from)) {
        days -= ChronoUnit.DAYS.between(from, until);
      }
    }
    return days;
  }

  /**
   * What was known of it at an instant; empty if nothing was. Of pauses and the closure, which keep
   * no time of their own, the changes of state tell when they became known; agreements are known
   * with the change to {@code AGREED}, those of later days with the change after it. However it
   * goes on later, this stays the same: its version is 1, as it is none that a store keeps.
   */
  public Optional<Particulars> knownAt(Instant instant) {
    return knownAt(instant, null);
  }

  /**
   * The same without what one command did: what it rests on bears the same time as what it did.
   *
   * @param before the id of the command; null: none is left out
   */
  public Optional<Particulars> knownAt(Instant instant, @Nullable String before) {
    return without(left -> left.recordedAt().isAfter(instant)).knownInTime(instant, before);
  }

  private Optional<Particulars> knownInTime(Instant instant, @Nullable String before) {
    List<StateChange> known =
        changes.stream()
            .filter(change -> !change.recordedAt().isAfter(instant))
            .filter(change -> !change.decision().equals(before))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (known.size() == changes.size()) {
      return Optional.of(
          new Particulars(
              id,
              1,
              practice,
              arrangement,
              mentors,
              mentees,
              centre,
              model,
              continues,
              agreements(known),
              startedOn,
              pauses,
              rungsAt(instant),
              stepsAt(instant, before),
              changes,
              closure,
              leavings,
              pinnedAt(instant),
              movesAt(instant)));
    }
    Closure end = closure;
    boolean closed = end != null && known.stream().anyMatch(change -> closes(change, end));
    return Optional.of(
        new Particulars(
            id,
            1,
            practice,
            arrangement,
            mentors,
            mentees,
            centre,
            model,
            continues,
            agreements(known),
            known.stream().anyMatch(change -> change.to() == MentorshipState.ACTIVE)
                ? startedOn
                : null,
            pausesOf(known),
            rungsAt(instant),
            stepsAt(instant, before),
            known,
            closed ? end : null,
            leavings,
            pinnedAt(instant),
            movesAt(instant)));
  }

  private List<VersionMoved> movesAt(Instant instant) {
    return moves.stream().filter(move -> !move.recordedAt().isAfter(instant)).toList();
  }

  /** Before a move it was pinned to what that move tells. */
  private @Nullable PinnedVersion pinnedAt(Instant instant) {
    int known = movesAt(instant).size();
    return known == moves.size() ? pinned : moves.get(known).from();
  }

  private List<Agreement> agreements(List<StateChange> known) {
    for (int i = 0; i < known.size(); i++) {
      StateChange change = known.get(i);
      if (change.to() == MentorshipState.AGREED) {
        return i + 1 < known.size()
            ? agreements
            : agreements.stream().filter(each -> !each.on().isAfter(change.on())).toList();
      }
    }
    return List.of();
  }

  private static boolean closes(StateChange change, Closure closure) {
    return change.on().equals(closure.on())
        && (change.to() == MentorshipState.CLOSED || change.to() == MentorshipState.ENDED);
  }

  private List<RungTaken> rungsAt(Instant instant) {
    return rungs.stream().filter(rung -> !rung.recordedAt().isAfter(instant)).toList();
  }

  private List<StepTaken> stepsAt(Instant instant, @Nullable String before) {
    return steps.stream()
        .filter(step -> !step.recordedAt().isAfter(instant))
        .filter(step -> !step.decision().equals(before))
        .toList();
  }

  /** The n-th change to {@code PAUSED} begins the n-th pause; any change after it ends it. */
  private List<Pause> pausesOf(List<StateChange> known) {
    List<Pause> found = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).to() == MentorshipState.PAUSED && found.size() < pauses.size()) {
        Pause pause = pauses.get(found.size());
        found.add(
            i < known.size() - 1
                ? pause
                : new Pause(pause.from(), null, pause.reason(), pause.by(), null, null));
      }
    }
    return found;
  }
}
