package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.CaseState;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;

/** Measures how mentorships began, ran and ended, by the rules that judge them otherwise. */
final class MeasuredCourse {
  private final Workplace workplace;
  private final @Nullable LocalDate from;
  private final LocalDate asOf;
  private final Instant now;
  private final ObligationSeries series;

  MeasuredCourse(Workplace workplace, @Nullable LocalDate from, LocalDate asOf, Instant now) {
    this.workplace = workplace;
    this.from = from;
    this.asOf = asOf;
    this.now = now;
    this.series = new ObligationSeries(workplace, asOf, now);
  }

  /** Whether all of these had agreed when it began. */
  BenchmarkCase agreements(MeasuredMentorship mentorship, SortedSet<Code> by, Citation citation) {
    LocalDate start = mentorship.start();
    if (start == null) {
      return told(mentorship, CaseState.NOT_YET, List.of());
    }
    Workplace then = mentorship.judging().on(start);
    Practice practice = then.mentoring().practice(mentorship.record().practice());
    SortedSet<Code> lacking =
        AgreementsAsked.lacking(
            then, practice, by, mentorship.record().withPartiesOn(start), citation);
    if (lacking.isEmpty()) {
      return told(mentorship, CaseState.MET, List.of());
    }
    MentorshipTerms terms = practice.mentorship();
    boolean asked = terms != null && terms.agreedBy().containsAll(lacking);
    return told(
        mentorship,
        asked ? CaseState.NOT_MET : CaseState.NOT_RECORDED,
        lacking.stream()
            .map(
                party ->
                    Finding.of("benchmark.not-agreed", "agreed-by", citation, Effect.DELAYS)
                        .with("party", Parameter.code(party)))
            .toList());
  }

  /** Whether all that fell due in the time by these cadences was done in time. */
  BenchmarkCase kept(MeasuredMentorship mentorship, List<Cadence> cadences) {
    List<Obligation> due = new ArrayList<>();
    for (Cadence cadence : cadences) {
      due.addAll(judged(mentorship, cadence));
    }
    List<Finding> missed =
        due.stream().filter(MeasuredCourse::isMissed).map(each -> each.finding(asOf)).toList();
    if (!missed.isEmpty()) {
      boolean known =
          isAsked(mentorship, cadences) || due.stream().anyMatch(each -> done(each.window()) > 0);
      return told(mentorship, known ? CaseState.NOT_MET : CaseState.NOT_RECORDED, missed);
    }
    List<Finding> waived =
        due.stream()
            .filter(each -> each.state() == ObligationState.WAIVED)
            .map(each -> each.finding(asOf))
            .toList();
    if (!waived.isEmpty()) {
      return told(mentorship, CaseState.WAIVED, waived);
    }
    boolean met = due.stream().anyMatch(each -> each.state() == ObligationState.MET);
    return told(mentorship, met ? CaseState.MET : CaseState.NOT_YET, List.of());
  }

  private List<Obligation> judged(MeasuredMentorship mentorship, Cadence cadence) {
    List<ObligationWindow> windows =
        series
            .of(
                workplace
                    .stores()
                    .mentorships()
                    .find(mentorship.record().id())
                    .orElse(mentorship.record()),
                cadence)
            .stream()
            .filter(window -> from == null || !window.due().isBefore(from))
            .toList();
    return workplace.rules().obligations().judge(windows, asOf);
  }

  private static boolean isMissed(Obligation obligation) {
    return obligation.state() == ObligationState.OVERDUE
        || obligation.state() == ObligationState.MET_LATE;
  }

  private static int done(ObligationWindow window) {
    return window.doneInTime() + window.doneLate();
  }

  private boolean isAsked(MeasuredMentorship mentorship, List<Cadence> cadences) {
    LocalDate start = mentorship.start();
    return mentorship
        .judging()
        .on(start == null ? asOf : start)
        .definition()
        .practice(mentorship.record().practice())
        .map(Practice::cadences)
        .orElse(List.of())
        .stream()
        .anyMatch(own -> cadences.stream().anyMatch(each -> each.due().equals(own.due())));
  }

  /**
   * Whether each of these had an exit interview after the end; empty where the relationship had not
   * begun.
   */
  List<BenchmarkCase> exitInterviews(
      MeasuredMentorship mentorship, SortedSet<Code> with, Citation citation) {
    LocalDate closedOn = mentorship.closedOn();
    Closure closure = mentorship.record().closure();
    if (closedOn == null) {
      return List.of(told(mentorship, CaseState.NOT_YET, List.of()));
    }
    if (closure == null || mentorship.start() == null) {
      return List.of();
    }
    List<Finding> missing = missing(mentorship, with, citation, closedOn, asOf);
    if (missing.isEmpty()) {
      return List.of(told(mentorship, CaseState.MET, List.of()));
    }
    // What was waived counted on the day of the end.
    boolean waived =
        informs(missing) || informs(missing(mentorship, with, citation, closedOn, closedOn));
    CompletionTerms own = terms(mentorship, closedOn).orElse(null);
    boolean asked = own != null && !own.exitInterviews().isEmpty();
    return List.of(
        told(
            mentorship,
            waived ? CaseState.WAIVED : asked ? CaseState.NOT_MET : CaseState.NOT_RECORDED,
            missing));
  }

  /**
   * Whether one that was completed had all that a rule asks of completions; empty where it ended
   * otherwise.
   */
  List<BenchmarkCase> completion(MeasuredMentorship mentorship, CompletionTerms asked) {
    LocalDate closedOn = mentorship.closedOn();
    Closure closure = mentorship.record().closure();
    if (closedOn == null) {
      return List.of(told(mentorship, CaseState.NOT_YET, List.of()));
    }
    if (closure == null || closure.kind() != Closure.Kind.COMPLETED) {
      return List.of();
    }
    List<Finding> missing = missing(mentorship, asked, closedOn, closedOn);
    if (missing.isEmpty()) {
      return List.of(told(mentorship, CaseState.MET, List.of()));
    }
    SortedSet<String> known =
        terms(mentorship, closedOn).map(CompletionTerms::names).orElseGet(TreeSet::new);
    boolean recorded = missing.stream().allMatch(finding -> isAmong(known, finding.requirement()));
    return List.of(
        told(
            mentorship,
            informs(missing)
                ? CaseState.WAIVED
                : recorded ? CaseState.NOT_MET : CaseState.NOT_RECORDED,
            missing));
  }

  private static Optional<CompletionTerms> terms(MeasuredMentorship mentorship, LocalDate day) {
    return mentorship
        .judging()
        .on(day)
        .definition()
        .practice(mentorship.record().practice())
        .map(Practice::completion);
  }

  private static boolean informs(List<Finding> findings) {
    return findings.stream().allMatch(finding -> finding.effect() == Effect.INFORMS);
  }

  private List<Finding> missing(
      MeasuredMentorship mentorship,
      SortedSet<Code> with,
      Citation citation,
      LocalDate closedOn,
      LocalDate day) {
    CompletionTerms terms =
        new CompletionTerms(
            List.of(), new TreeSet<>(), List.copyOf(with), null, List.of(), List.of(), citation);
    return missing(mentorship, terms, closedOn, day);
  }

  private List<Finding> missing(
      MeasuredMentorship mentorship, CompletionTerms terms, LocalDate closedOn, LocalDate day) {
    Workplace then = mentorship.judging().on(closedOn);
    Practice practice = then.mentoring().practice(mentorship.record().practice());
    SortedSet<String> names = terms.names();
    return new CompletionQueries(then, new ObligationQueries(then))
            .missing(
                unended(mentorship.record().withPartiesOn(closedOn)),
                completedBy(practice, terms),
                day,
                now)
            .stream()
            .filter(finding -> isAmong(names, finding.requirement()))
            .toList();
  }

  /** An answer that is missing is told with its item, as {@code ROUTE_STEP.exam}. */
  private static boolean isAmong(SortedSet<String> names, String requirement) {
    int dot = requirement.indexOf('.');
    return names.contains(requirement)
        || (dot > 0 && names.contains(requirement.substring(0, dot)));
  }

  /** Of what ended early nothing more is asked; a standard asks of every ending. */
  private static Particulars unended(Particulars record) {
    return new Particulars(
        record.id(),
        record.version(),
        record.practice(),
        record.arrangement(),
        record.mentors(),
        record.mentees(),
        record.centre(),
        record.model(),
        record.continues(),
        record.agreements(),
        record.startedOn(),
        record.pauses(),
        record.rungs(),
        record.steps(),
        record.changes(),
        null,
        record.leavings(),
        record.pinned(),
        record.moves());
  }

  private static Practice completedBy(Practice practice, CompletionTerms terms) {
    return new Practice(
        practice.id(),
        practice.title(),
        practice.format(),
        practice.arrangements(),
        practice.mutual(),
        practice.circlesForbidden(),
        practice.parties(),
        practice.matching(),
        practice.mentorship(),
        practice.cadences(),
        terms,
        practice.models(),
        practice.citation());
  }

  private static BenchmarkCase told(
      MeasuredMentorship mentorship, CaseState state, List<Finding> findings) {
    return mentorship.told(null, state, findings);
  }
}
