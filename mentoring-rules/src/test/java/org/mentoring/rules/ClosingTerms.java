package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.TITLE;

import java.time.Period;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.MentorshipTerms;

/** What the definitions of small cases ask for. */
final class ClosingTerms {
  static final Cadence REPORTS =
      new Cadence(
          Code.of("MENTOR_REPORT"),
          Code.of("MENTOR"),
          Period.ofWeeks(2),
          1,
          false,
          null,
          null,
          CITED);
  static final Cadence FOLLOW_UP =
      new Cadence(
          Code.of("FOLLOW_UP_REPORT"),
          Code.of("MENTORING_CENTRE"),
          Period.ofMonths(6),
          1,
          false,
          null,
          Period.ofYears(1),
          CITED);

  private ClosingTerms() {}

  static CompletionTerms asking(
      List<Code> requires, List<Code> jointBy, List<Code> interviews, @Nullable Period atLeast) {
    return new CompletionTerms(
        requires,
        new TreeSet<>(jointBy),
        interviews,
        atLeast,
        List.of(),
        List.of(FOLLOW_UP),
        CITED);
  }

  /** Complete when a phase is over. */
  static CompletionTerms after(String phase) {
    return new CompletionTerms(
        List.of(), new TreeSet<>(), List.of(), null, phase, List.of(), List.of(FOLLOW_UP), CITED);
  }

  /** Complete when all of a kind about the mentee are answered. */
  static CompletionTerms answered(String kind) {
    return new CompletionTerms(
        List.of(),
        new TreeSet<>(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(FOLLOW_UP),
        CITED,
        List.of(Code.of(kind)));
  }

  /** A step of a route, and what answers it. */
  static List<ActivityTerms> route() {
    return List.of(entry("ROUTE_STEP", null), entry("ROUTE_STEP_DONE", "ROUTE_STEP"));
  }

  private static ActivityTerms entry(String kind, @Nullable String answers) {
    return new ActivityTerms(
        Code.of(kind),
        ActivityTerms.Shape.ENTRY,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        null,
        null,
        null,
        false,
        TITLE,
        CITED,
        null,
        answers == null ? null : Code.of(answers),
        null);
  }

  static MentorshipTerms terms(
      @Nullable Period longestPause,
      List<MentorshipTerms.Silence> silences,
      List<MentorshipTerms.Rung> ladder) {
    return new MentorshipTerms(
        List.of(), new TreeSet<>(), longestPause, silences, ladder, null, CITED);
  }

  static ActivityTerms kind(String code, ActivityTerms.Shape shape) {
    return new ActivityTerms(
        Code.of(code),
        shape,
        shape == ActivityTerms.Shape.SERVICE_REFERRAL
            ? ActivityTerms.About.PARTICIPANT
            : ActivityTerms.About.MENTORSHIP,
        new TreeSet<>(),
        null,
        null,
        null,
        false,
        TITLE,
        CITED);
  }
}
