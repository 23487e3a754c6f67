package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StateChange;
import org.mentoring.programme.Cadence;
import org.mentoring.time.Spans;
import org.mentoring.time.Validity;

/**
 * How a mentorship went up to a day, with what was known at an instant. It is read from the changes
 * of state, for these alone tell when they became known.
 *
 * @param mentorship what is on record of it now, with those who were in it then
 * @param assigned the day on which its parties were brought together
 * @param start the first day of mentoring
 * @param pauses by their first day; the last may last
 * @param closedOn the day on which the relationship ended; null while it runs
 * @param completed whether it ended complete, or as if it were
 * @param endedOn the day from which nothing follows any more; null before
 */
record MentorshipCourse(
    Particulars mentorship,
    LocalDate assigned,
    LocalDate start,
    List<Validity> pauses,
    @Nullable LocalDate closedOn,
    boolean completed,
    @Nullable LocalDate endedOn) {

  /** The course of a mentorship that had begun by then. */
  static Optional<MentorshipCourse> of(Particulars mentorship, LocalDate asOf, Instant knownAt) {
    LocalDate start = null;
    LocalDate pausedOn = null;
    LocalDate closedOn = null;
    LocalDate endedOn = null;
    List<Validity> pauses = new ArrayList<>();
    for (StateChange change : mentorship.changes()) {
      if (change.recordedAt().isAfter(knownAt) || change.on().isAfter(asOf)) {
        continue;
      }
      if (start == null) {
        start = change.to() == MentorshipState.ACTIVE ? change.on() : null;
        continue;
      }
      if (pausedOn != null && change.on().isAfter(pausedOn)) {
        pauses.add(new Validity(pausedOn, change.on()));
      }
      pausedOn = change.to() == MentorshipState.PAUSED ? change.on() : null;
      if (closedOn == null && !change.to().open()) {
        closedOn = change.on();
      }
      if (endedOn == null && change.to() == MentorshipState.ENDED) {
        endedOn = change.on();
      }
    }
    if (start == null) {
      return Optional.empty();
    }
    if (pausedOn != null) {
      pauses.add(new Validity(pausedOn, null));
    }
    return Optional.of(
        new MentorshipCourse(
            mentorship.withPartiesOn(asOf, knownAt),
            mentorship.changes().get(0).on(),
            start,
            List.copyOf(pauses),
            closedOn,
            closedOn != null && completed(mentorship.closure()),
            endedOn));
  }

  /** The same course that rested on further days; they may lie anywhere. */
  MentorshipCourse restingOn(List<Validity> further) {
    List<Validity> all = new ArrayList<>(pauses);
    for (Validity days : further) {
      if (closedOn == null || days.from().isBefore(closedOn)) {
        LocalDate until = days.until();
        boolean shortened = closedOn != null && (until == null || until.isAfter(closedOn));
        all.add(new Validity(days.from(), shortened ? closedOn : until));
      }
    }
    return new MentorshipCourse(
        mentorship, assigned, start, Spans.union(all), closedOn, completed, endedOn);
  }

  /** The same course as it was for somebody who left on a day. */
  MentorshipCourse until(LocalDate left) {
    if (closedOn != null && !closedOn.isAfter(left)) {
      return this;
    }
    return new MentorshipCourse(mentorship, assigned, start, List.of(), left, false, endedOn)
        .restingOn(pauses);
  }

  /** The day from which a cadence counts. */
  LocalDate countsFrom(Cadence cadence) {
    return cadence.from() == Cadence.From.ASSIGNMENT ? assigned : start;
  }

  /**
   * The days from where a cadence counts to the closure; empty if it was closed on the day of its
   * start.
   */
  Optional<Validity> open(Cadence cadence) {
    return start.equals(closedOn)
        ? Optional.empty()
        : Optional.of(new Validity(countsFrom(cadence), closedOn));
  }

  /** Those of them on which it was neither paused nor closed. */
  List<Validity> running(Cadence cadence) {
    return open(cadence).map(days -> Spans.gaps(days, pauses)).orElse(List.of());
  }

  private static boolean completed(@Nullable Closure closure) {
    return closure != null && (closure.kind() == Closure.Kind.COMPLETED || closure.asCompleted());
  }
}
