package org.mentoring.mentorship;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.EarlyEnding;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;

/** What a practice's terms say of how a mentorship, or somebody's part in it, ended. */
final class EndingHistory {
  /** The reason that the last rung of a ladder gives, whatever endings the practice names. */
  private static final Code ESCALATED = Code.of("ESCALATED");

  private final Practice practice;
  private final List<EarlyEnding> endings;
  private final Particulars record;
  private final HistoryFaults faults;

  EndingHistory(Practice practice, Particulars record, HistoryFaults faults) {
    CompletionTerms completion = practice.completion();
    this.practice = practice;
    this.endings = completion == null ? List.of() : completion.endings();
    this.record = record;
    this.faults = faults;
  }

  void find() {
    for (Leaving left : record.leavings()) {
      ending("leavings", left.reason(), left.askedBy());
      faults.holds(!left.decision().isEmpty(), "leavings.decision", "the digest of a decision");
      faults.holds(
          !left.countsAsCompleted() || mayCount(left),
          "leavings.asCompleted",
          "what the practice's ending for the reason says, for a mentee after the start");
    }
    Closure closure = record.closure();
    if (closure != null && closure.kind() == Closure.Kind.EARLY) {
      early(closure);
    }
    CompletionTerms completion = practice.completion();
    faults.holds(
        record.since(MentorshipState.IN_FOLLOW_UP).isEmpty()
            || (completion != null && !completion.followUp().isEmpty()),
        "changes",
        "no IN_FOLLOW_UP where the practice has no follow-up");
  }

  private boolean mayCount(Leaving left) {
    LocalDate started = record.startedOn();
    return !left.asMentor()
        && started != null
        && !left.on().isBefore(started)
        && counts(left.reason(), left.askedBy(), left.on());
  }

  private boolean counts(Code reason, @Nullable Code askedBy, LocalDate on) {
    return endings.stream()
        .anyMatch(
            ending ->
                ending.reason().equals(reason)
                    && isOpen(ending, askedBy)
                    && ending.asCompleted()
                    && longEnough(ending, on));
  }

  private void early(Closure closure) {
    Code reason = closure.reason();
    if (reason == null) {
      return;
    }
    boolean escalated = reason.equals(ESCALATED) && closure.askedBy() == null && ladderEnded();
    boolean completed = false;
    if (!escalated) {
      ending("closure", reason, closure.askedBy());
      completed = counts(reason, closure.askedBy(), closure.on());
    }
    faults.holds(
        closure.asCompleted() == completed,
        "closure.asCompleted",
        "what the practice's ending for the reason says");
  }

  private boolean ladderEnded() {
    MentorshipTerms terms = practice.mentorship();
    List<RungTaken> rungs = record.rungs();
    return terms != null
        && !rungs.isEmpty()
        && terms.ladder().stream()
            .anyMatch(rung -> rung.ends() && rung.id().equals(rungs.get(rungs.size() - 1).rung()));
  }

  /** Practices that name no endings restrict none. */
  private void ending(String what, Code reason, @Nullable Code askedBy) {
    List<EarlyEnding> named =
        endings.stream().filter(ending -> ending.reason().equals(reason)).toList();
    TreeSet<Code> reasons = new TreeSet<>();
    endings.forEach(ending -> reasons.add(ending.reason()));
    if (faults.holds(endings.isEmpty() || !named.isEmpty(), what + ".reason", reasons.toString())) {
      TreeSet<Code> asking = new TreeSet<>();
      named.forEach(ending -> asking.addAll(ending.askedBy()));
      faults.holds(
          named.isEmpty() || named.stream().anyMatch(ending -> isOpen(ending, askedBy)),
          what + ".askedBy",
          asking.toString());
    }
  }

  private static boolean isOpen(EarlyEnding ending, @Nullable Code askedBy) {
    return ending.askedBy().isEmpty() || (askedBy != null && ending.askedBy().contains(askedBy));
  }

  private boolean longEnough(EarlyEnding ending, LocalDate on) {
    LocalDate started = record.startedOn();
    if (ending.atLeast() == null) {
      return true;
    }
    if (started == null) {
      return false;
    }
    long paused = 0;
    for (Pause pause : record.pauses()) {
      LocalDate until = pause.until() == null ? on : pause.until();
      paused += Math.max(0, ChronoUnit.DAYS.between(pause.from(), until));
    }
    return !on.isBefore(started.plus(ending.atLeast()).plusDays(paused));
  }
}
