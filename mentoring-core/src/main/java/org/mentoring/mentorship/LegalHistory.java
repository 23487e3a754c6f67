package org.mentoring.mentorship;

import static org.mentoring.mentorship.MentorshipState.ACTIVE;
import static org.mentoring.mentorship.MentorshipState.AGREED;
import static org.mentoring.mentorship.MentorshipState.CLOSED;
import static org.mentoring.mentorship.MentorshipState.CLOSING;
import static org.mentoring.mentorship.MentorshipState.ENDED;
import static org.mentoring.mentorship.MentorshipState.IN_FOLLOW_UP;
import static org.mentoring.mentorship.MentorshipState.PAUSED;
import static org.mentoring.mentorship.MentorshipState.PROPOSED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.erasure.ErasedText;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Arrangement;

/**
 * What every record of a mentorship has in common, however it came about: a store that was written
 * to by hand must not bring a mentorship into being that no command could have made.
 */
final class LegalHistory {
  private static final Map<MentorshipState, Set<MentorshipState>> NEXT =
      Map.of(
          PROPOSED, Set.of(AGREED, CLOSED),
          AGREED, Set.of(ACTIVE, CLOSED),
          ACTIVE, Set.of(PAUSED, CLOSING, CLOSED),
          PAUSED, Set.of(ACTIVE, CLOSING, CLOSED),
          CLOSING, Set.of(PAUSED, CLOSED),
          CLOSED, Set.of(IN_FOLLOW_UP, ENDED),
          IN_FOLLOW_UP, Set.of(ENDED),
          ENDED, Set.of());

  private final Particulars record;
  private final List<StateChange> changes;
  private final HistoryFaults faults;

  private LegalHistory(Particulars record, HistoryFaults faults) {
    this.record = record;
    this.changes = record.changes();
    this.faults = faults;
  }

  static void refuseUnless(MentorshipState state, Particulars record) {
    HistoryFaults faults = new HistoryFaults();
    faults.holds(record.state() == state, "state", "a record that ends in " + state);
    find(record, faults);
    faults.refuseAny();
  }

  /** All that is wrong with a record goes to the faults. */
  static void find(Particulars record, HistoryFaults faults) {
    LegalHistory history = new LegalHistory(record, faults);
    history.sides();
    history.states();
    history.days();
    history.pauses();
    history.closure();
    history.leavings();
    history.agreements();
    history.steps();
    history.moves();
    history.version();
    RecordedDays.find(record, faults);
  }

  private void sides() {
    Particulars all = record.withAllParties();
    int mentors = all.mentors().size();
    holds(
        Collections.disjoint(all.mentors(), all.mentees()),
        "mentors, mentees",
        "nobody on both sides");
    holds(
        record.arrangement() == Arrangement.TEAM
            ? mentors > 1
            : mentors == 1
                && (record.arrangement() == Arrangement.GROUP || all.mentees().size() == 1),
        "arrangement",
        "INDIVIDUAL: one mentor and one mentee; GROUP: one mentor; TEAM: several mentors");
    holds(
        record.continues() == null || !record.continues().equals(record.id()),
        "continues",
        "another mentorship");
  }

  private void states() {
    holds(changes.get(0).to() == PROPOSED, "changes[0].to", "PROPOSED");
    for (int i = 1; i < changes.size(); i++) {
      Set<MentorshipState> next = Objects.requireNonNull(NEXT.get(changes.get(i - 1).to()));
      holds(
          next.contains(changes.get(i).to()),
          "changes[" + i + "].to",
          "after " + changes.get(i - 1).to() + " one of " + new java.util.TreeSet<>(next));
      holds(
          changes.get(i - 1).to() != PAUSED
              || changes.get(i).to() == CLOSED
              || (i > 1 && changes.get(i).to() == changes.get(i - 2).to()),
          "changes[" + i + "].to",
          "after a pause CLOSED or the state before the pause");
    }
    for (int i = 0; i < changes.size(); i++) {
      String reason = changes.get(i).reason();
      holds(
          reason == null || isText(reason),
          "changes[" + i + "].reason",
          "null or 1 to 500 characters");
    }
    LocalDate started = record.since(ACTIVE).orElse(null);
    holds(
        Objects.equals(started, record.startedOn()),
        "startedOn",
        "the day of the first change to ACTIVE, null without one");
  }

  private void days() {
    forward("changes", changes.stream().map(StateChange::on).toList());
    forward("agreements", record.agreements().stream().map(Agreement::on).toList());
    forward("rungs", record.rungs().stream().map(RungTaken::on).toList());
    forward("steps", record.steps().stream().map(StepTaken::on).toList());
    forward("leavings", record.leavings().stream().map(Leaving::on).toList());
    LocalDate last = changes.get(changes.size() - 1).on();
    holds(
        record.state() != ENDED || !record.lastDay().isAfter(last),
        "changes",
        "no act after ENDED");
    LocalDate started = record.startedOn();
    for (RungTaken rung : record.rungs()) {
      holds(started != null && !rung.on().isBefore(started), "rungs", "no rung before the start");
    }
  }

  private void forward(String what, List<LocalDate> days) {
    LocalDate before = changes.get(0).on();
    for (LocalDate day : days) {
      holds(!day.isBefore(before), what, "days that do not run backwards");
      before = day;
    }
  }

  /** Each change to PAUSED has its pause, and each pause ends with the change that follows. */
  private void pauses() {
    int number = 0;
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).to() == PAUSED) {
        String what = "pauses[" + number + "]";
        if (holds(number < record.pauses().size(), what, "a pause for each change to PAUSED")) {
          pause(
              what,
              record.pauses().get(number),
              changes.get(i),
              i + 1 < changes.size() ? changes.get(i + 1) : null);
        }
        number++;
      }
    }
    holds(number >= record.pauses().size(), "pauses", "no pause without a change to PAUSED");
  }

  private void pause(String what, Pause pause, StateChange begun, @Nullable StateChange over) {
    holds(
        pause.from().equals(begun.on())
            && pause.by().equals(begun.by())
            && pause.reason().equals(begun.reason()),
        what,
        "the day, actor and reason of its change to PAUSED");
    StateChange resumed = over != null && over.to() != CLOSED ? over : null;
    holds(
        Objects.equals(pause.until(), over == null ? null : over.on())
            && Objects.equals(pause.resumedBy(), resumed == null ? null : resumed.by())
            && Objects.equals(pause.resumedBecause(), resumed == null ? null : resumed.reason())
            && (resumed == null || resumed.reason() != null),
        what,
        "an end as the change after it tells");
  }

  private void closure() {
    Closure closure = record.closure();
    int at = -1;
    for (int i = 0; i < changes.size(); i++) {
      at = changes.get(i).to() == CLOSED ? i : at;
    }
    boolean told =
        holds((closure == null) == (at < 0), "closure", "given if, and only if, it was closed");
    if (closure == null || !told || at == 0) {
      return;
    }
    StateChange change = changes.get(at);
    holds(
        closure.on().equals(change.on())
            && closure.by().equals(change.by())
            && closure.decision().equals(change.decision())
            && Objects.equals(closure.why(), change.reason()),
        "closure",
        "the day, actor, reason and decision of its change to CLOSED");
    boolean kindFits =
        switch (changes.get(at - 1).to()) {
          case PROPOSED, AGREED -> closure.kind() == Closure.Kind.WITHDRAWN;
          case CLOSING ->
              closure.kind() == Closure.Kind.COMPLETED || closure.kind() == Closure.Kind.EARLY;
          default ->
              closure.kind() == Closure.Kind.EARLY || closure.kind() == Closure.Kind.HANDED_OVER;
        };
    holds(kindFits, "closure.kind", "one that is possible after " + changes.get(at - 1).to());
    boolean completed = closure.kind() == Closure.Kind.COMPLETED;
    holds(
        completed == (closure.why() == null)
            && (closure.kind() == Closure.Kind.EARLY) == (closure.reason() != null)
            && (closure.asCompleted()
                ? completed || closure.kind() == Closure.Kind.EARLY
                : !completed),
        "closure",
        "why for all but a completion, a reason for an early ending");
    holds(
        closure.asCompleted() || record.since(IN_FOLLOW_UP).isEmpty(),
        "changes",
        "follow-up only of what counts as completed");
  }

  /** Nobody comes back, nobody leaves before there was anything to leave or after the end. */
  private void leavings() {
    Set<ParticipantId> left = new HashSet<>();
    LocalDate first = changes.get(0).on();
    Closure closure = record.closure();
    for (Leaving leaving : record.leavings()) {
      holds(
          left.add(leaving.participant())
              && !record.mentors().contains(leaving.participant())
              && !record.mentees().contains(leaving.participant()),
          "leavings",
          "each participant once, and none who is still there");
      holds(
          !leaving.on().isBefore(first) && (closure == null || !leaving.on().isAfter(closure.on())),
          "leavings",
          "days from the assignment to the closure");
    }
  }

  private void agreements() {
    Set<List<Object>> seen = new HashSet<>();
    LocalDate last = record.since(ACTIVE).orElse(record.lastDay());
    for (Agreement agreement : record.agreements()) {
      holds(
          record.involves(agreement.participant()),
          "agreements",
          "for a mentor or mentee of the mentorship");
      holds(
          seen.add(List.of(agreement.party(), agreement.participant())),
          "agreements",
          "each party once for each participant");
      holds(!agreement.on().isAfter(last), "agreements", "none after the start");
    }
  }

  private void steps() {
    Set<String> seen = new HashSet<>();
    for (StepTaken step : record.steps()) {
      holds(seen.add(step.step()), "steps", "each step once");
    }
  }

  /** Each move begins where the one before ended, and the last one ends where it stands. */
  private void moves() {
    List<VersionMoved> moves = record.moves();
    for (int i = 1; i < moves.size(); i++) {
      holds(
          moves.get(i - 1).to().equals(moves.get(i).from()),
          "moves[" + i + "].from",
          "the version that the move before led to");
    }
    holds(
        moves.isEmpty() || moves.get(moves.size() - 1).to().equals(record.pinned()),
        "pinned",
        "the version that the last move led to");
    forward("moves", moves.stream().map(VersionMoved::on).toList());
    holds(
        moves.stream().allMatch(each -> isText(each.reason())),
        "moves.reason",
        "1 to 500 characters");
  }

  /** A step is taken by a command of its own or together with another one. */
  private void version() {
    long others =
        (long) changes.size()
            + record.agreements().size()
            + record.rungs().size()
            + record.leavings().size()
            + record.moves().size();
    OwnSteps own = OwnSteps.of(record);
    holds(
        record.version() >= others + own.least()
            && record.version() <= others + own.most() + erasedTexts(),
        "version",
        "one for each command on record");
  }

  /** An erasure is a version too, and takes a text at least. */
  private long erasedTexts() {
    List<@Nullable String> texts = new ArrayList<>();
    record
        .pauses()
        .forEach(each -> texts.addAll(Arrays.asList(each.reason(), each.resumedBecause())));
    record.rungs().forEach(each -> texts.add(each.reason()));
    changes.forEach(each -> texts.add(each.reason()));
    record.leavings().forEach(each -> texts.add(each.why()));
    record.moves().forEach(each -> texts.add(each.reason()));
    Closure closure = record.closure();
    texts.add(closure == null ? null : closure.why());
    return texts.stream().filter(ErasedText.MARKER::equals).count();
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= 500;
  }

  private boolean holds(boolean condition, String what, String allowed) {
    return faults.holds(condition, what, allowed);
  }
}
