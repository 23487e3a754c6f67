package org.mentoring;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Note;
import org.mentoring.erasure.ErasedText;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.mentorship.StateChange;
import org.mentoring.mentorship.VersionMoved;
import org.mentoring.waiver.Waiver;

/**
 * Records with the marker in the place of everything that people wrote, and else as they were:
 * days, states, ids and numbers stay, so that what is left is a record that could have come about.
 */
final class RedactedTexts {
  private RedactedTexts() {}

  /**
   * A mentorship without people's words.
   *
   * @param version that it is to have
   * @param kept reasons that the library wrote itself
   */
  static Particulars of(Particulars whole, long version, Set<String> kept) {
    Closure closure = whole.closure();
    return new Particulars(
        whole.id(),
        version,
        whole.practice(),
        whole.arrangement(),
        whole.mentors(),
        whole.mentees(),
        whole.centre(),
        whole.model(),
        whole.continues(),
        whole.agreements(),
        whole.startedOn(),
        whole.pauses().stream()
            .map(
                pause ->
                    new Pause(
                        pause.from(),
                        pause.until(),
                        kept.contains(pause.reason()) ? pause.reason() : ErasedText.MARKER,
                        pause.by(),
                        erased(pause.resumedBecause(), kept),
                        pause.resumedBy()))
            .toList(),
        whole.rungs().stream()
            .map(
                rung ->
                    new RungTaken(
                        rung.rung(), rung.on(), ErasedText.MARKER, rung.by(), rung.recordedAt()))
            .toList(),
        whole.steps(),
        whole.changes().stream()
            .map(
                change ->
                    new StateChange(
                        change.to(),
                        change.on(),
                        change.by(),
                        erased(change.reason(), kept),
                        change.decision(),
                        change.recordedAt()))
            .toList(),
        closure == null
            ? null
            : new Closure(
                closure.kind(),
                closure.reason(),
                closure.askedBy(),
                erased(closure.why(), kept),
                closure.asCompleted(),
                closure.on(),
                closure.by(),
                closure.decision()),
        whole.leavings().stream().map(RedactedTexts::of).toList(),
        whole.pinned(),
        whole.moves().stream()
            .map(
                move ->
                    new VersionMoved(
                        move.from(),
                        move.to(),
                        move.on(),
                        ErasedText.MARKER,
                        move.by(),
                        move.decision(),
                        move.recordedAt()))
            .toList());
  }

  private static Leaving of(Leaving whole) {
    return new Leaving(
        whole.participant(),
        whole.asMentor(),
        whole.on(),
        whole.reason(),
        whole.askedBy(),
        ErasedText.MARKER,
        whole.by(),
        whole.decision(),
        whole.recordedAt(),
        whole.asCompleted());
  }

  static ActivityEntry of(ActivityEntry whole) {
    if (whole instanceof ActivityEntry.Retracted retracted) {
      return new ActivityEntry.Retracted(
          retracted.activity(),
          retracted.about(),
          retracted.recordedAt(),
          retracted.by(),
          ErasedText.MARKER);
    }
    Activity activity = ((ActivityEntry.Recorded) whole).activity();
    return new ActivityEntry.Recorded(
        new Activity(
            activity.id(),
            activity.kind(),
            activity.about(),
            activity.on(),
            of(activity.happened()),
            erased(activity.note()),
            activity.by(),
            activity.recordedAt()));
  }

  private static Happened of(Happened happened) {
    return happened instanceof Happened.MentorReport report
        ? new Happened.MentorReport(
            ErasedText.NOTE, erased(report.successes()), erased(report.difficulties()))
        : happened;
  }

  /**
   * An incident without people's words.
   *
   * @param version that it is to have
   */
  static Incident of(Incident whole, long version) {
    IncidentClosure closure = whole.closure();
    return new Incident(
        whole.id(),
        version,
        whole.kind(),
        whole.procedure(),
        whole.mentorship(),
        whole.concerns(),
        whole.on(),
        ErasedText.NOTE,
        whole.by(),
        whole.recordedAt(),
        whole.entrusted(),
        whole.deadline(),
        whole.steps(),
        escalations(whole.escalations()),
        closure == null
            ? null
            : new IncidentClosure(
                of(closure.resolution()), closure.on(), closure.by(), closure.recordedAt()));
  }

  private static List<Escalation> escalations(List<Escalation> whole) {
    return whole.stream()
        .map(
            each ->
                new Escalation(
                    each.to(), erased(each.reason()), each.on(), each.by(), each.recordedAt()))
        .toList();
  }

  private static Resolution of(Resolution whole) {
    SortedMap<String, Note> leftOut = new TreeMap<>(whole.leftOut());
    leftOut.replaceAll((step, reason) -> ErasedText.NOTE);
    return new Resolution(ErasedText.NOTE, leftOut, erased(whole.effectLeftOut()));
  }

  static Waiver of(Waiver whole) {
    return new Waiver(
        whole.id(),
        whole.requirement(),
        whole.participant(),
        whole.mentorship(),
        whole.authority(),
        ErasedText.MARKER,
        whole.from(),
        whole.until(),
        whole.by(),
        whole.recordedAt(),
        whole.revokedAt(),
        whole.revokedBy(),
        erased(whole.revokedBecause(), Set.of()));
  }

  private static @Nullable String erased(@Nullable String text, Set<String> kept) {
    return text == null || kept.contains(text) ? text : ErasedText.MARKER;
  }

  private static @Nullable Note erased(@Nullable Note note) {
    return note == null ? null : ErasedText.NOTE;
  }
}
