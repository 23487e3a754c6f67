package org.mentoring.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/** A mentorship's next version in the making: one act, with all that it leaves on record. */
final class Draft {
  private final Particulars before;
  private final Act act;
  private final List<Agreement> agreements;
  private final List<Pause> pauses;
  private final List<RungTaken> rungs;
  private final List<StepTaken> steps;
  private final List<StateChange> changes;
  private final List<Leaving> leavings;
  private final SortedSet<ParticipantId> mentors;
  private final SortedSet<ParticipantId> mentees;
  private @Nullable LocalDate startedOn;
  private @Nullable Closure closure;
  private final List<VersionMoved> moves;
  private @Nullable PinnedVersion pinned;

  private Draft(Particulars before, Act act) {
    this.before = before;
    this.act = act;
    agreements = new ArrayList<>(before.agreements());
    pauses = new ArrayList<>(before.pauses());
    rungs = new ArrayList<>(before.rungs());
    steps = new ArrayList<>(before.steps());
    changes = new ArrayList<>(before.changes());
    leavings = new ArrayList<>(before.leavings());
    mentors = new TreeSet<>(before.mentors());
    mentees = new TreeSet<>(before.mentees());
    startedOn = before.startedOn();
    closure = before.closure();
    moves = new ArrayList<>(before.moves());
    pinned = before.pinned();
    act.steps().forEach(this::step);
  }

  /** Refuses an act of an earlier day than the last one on record. */
  static Draft of(Particulars before, Act act) {
    Invariants.holds(
        !act.on().isBefore(before.lastDay()),
        "mentorship.day-back",
        "on",
        "the last day on record or a later one");
    return new Draft(before, act);
  }

  Draft step(String step) {
    steps.add(new StepTaken(step, act.on(), act.by(), act.decision(), act.recordedAt()));
    return this;
  }

  Draft agreement(Agreement agreement) {
    agreements.add(agreement);
    return this;
  }

  Draft rung(String rung, String reason) {
    rungs.add(new RungTaken(rung, act.on(), reason, act.by(), act.recordedAt()));
    return this;
  }

  Draft started() {
    startedOn = act.on();
    return this;
  }

  Draft paused(String reason) {
    pauses.add(new Pause(act.on(), null, reason, act.by(), null, null));
    return this;
  }

  /** A pause that the mentorship does not outlive ends without anybody resuming it. */
  Draft pauseOver(@Nullable String because, @Nullable Actor by) {
    int last = pauses.size() - 1;
    Pause open = pauses.get(last);
    pauses.set(last, new Pause(open.from(), act.on(), open.reason(), open.by(), because, by));
    return this;
  }

  /** One of the mentors or mentees leaves, and some of them stay. */
  Draft left(
      ParticipantId who, Code reason, @Nullable Code askedBy, String why, boolean asCompleted) {
    boolean asMentor = mentors.contains(who);
    SortedSet<ParticipantId> side = asMentor ? mentors : mentees;
    Invariants.holds(
        side.remove(who) && !side.isEmpty(),
        "mentorship.history",
        "leavings",
        "one of several mentors or mentees");
    leavings.add(
        new Leaving(
            who,
            asMentor,
            act.on(),
            reason,
            askedBy,
            why,
            act.by(),
            act.decision(),
            act.recordedAt(),
            asCompleted));
    return this;
  }

  Draft closed(Closure how) {
    closure = how;
    return to(MentorshipState.CLOSED, how.why());
  }

  Draft to(MentorshipState state, @Nullable String reason) {
    changes.add(
        new StateChange(state, act.on(), act.by(), reason, act.decision(), act.recordedAt()));
    return this;
  }

  Draft moved(PinnedVersion to, String reason) {
    moves.add(
        new VersionMoved(pinned, to, act.on(), reason, act.by(), act.decision(), act.recordedAt()));
    pinned = to;
    return this;
  }

  Particulars done() {
    return new Particulars(
        before.id(),
        before.version() + 1,
        before.practice(),
        before.arrangement(),
        mentors,
        mentees,
        before.centre(),
        before.model(),
        before.continues(),
        agreements,
        startedOn,
        pauses,
        rungs,
        steps,
        changes,
        closure,
        leavings,
        pinned,
        moves);
  }
}
