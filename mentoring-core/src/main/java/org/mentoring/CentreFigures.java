package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.AnalyticReport;
import org.mentoring.indicator.CentreReport;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Leaving;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.programme.CentreTerms;

/** Counts the work of centres. */
final class CentreFigures {
  private final Workplace workplace;
  private final ProgrammeRecord record;
  private final @Nullable LocalDate from;

  CentreFigures(Workplace workplace, ProgrammeRecord record, @Nullable LocalDate from) {
    this.workplace = workplace;
    this.record = record;
    this.from = from;
  }

  List<CentreReport> all() {
    return record.centres().stream().map(this::of).toList();
  }

  AnalyticReport analytic() {
    SortedMap<MentorshipState, Integer> withoutCentre = new TreeMap<>();
    for (Particulars each : record.mentorships()) {
      if (each.centre() == null) {
        each.stateOn(record.asOf()).ifPresent(state -> withoutCentre.merge(state, 1, Integer::sum));
      }
    }
    SortedMap<Code, Integer> activities = new TreeMap<>();
    for (Activity activity : record.activities()) {
      if (inTime(activity.on()) && record.centreOf(activity).isEmpty()) {
        activities.merge(activity.kind(), 1, Integer::sum);
      }
    }
    return new AnalyticReport(
        from,
        record.asOf(),
        all(),
        withoutCentre,
        activities,
        new TargetFigures(workplace.definition(), record).all());
  }

  CentreReport of(ParticipantId centre) {
    List<Particulars> mentorships = record.mentorshipsOf(centre);
    SortedMap<MentorshipState, Integer> caseload = new TreeMap<>();
    TreeSet<ParticipantId> mentors = new TreeSet<>();
    TreeSet<ParticipantId> mentees = new TreeSet<>();
    int completed = 0;
    int handedOver = 0;
    int leavingsCompleted = 0;
    SortedMap<Code, Integer> early = new TreeMap<>();
    SortedMap<Code, Integer> leavings = new TreeMap<>();
    for (Particulars each : mentorships) {
      MentorshipState state = each.stateOn(record.asOf()).orElse(null);
      if (state == null) {
        continue;
      }
      caseload.merge(state, 1, Integer::sum);
      if (state.open()) {
        Particulars then = each.withPartiesOn(record.asOf());
        mentors.addAll(then.mentors());
        mentees.addAll(then.mentees());
      }
      for (Leaving left : each.leavings()) {
        if (!left.asMentor() && inTime(left.on())) {
          leavings.merge(left.reason(), 1, Integer::sum);
          leavingsCompleted += left.countsAsCompleted() ? 1 : 0;
        }
      }
      Closure closure = each.closure();
      if (closure != null && inTime(closure.on())) {
        switch (closure.kind()) {
          case COMPLETED -> completed++;
          case HANDED_OVER -> handedOver++;
          case EARLY -> early.merge(Objects.requireNonNull(closure.reason()), 1, Integer::sum);
          case WITHDRAWN -> {
            // It never began: neither a completion nor an ending.
          }
        }
      }
    }
    SortedMap<Code, Integer> activities = new TreeMap<>();
    int referrals = 0;
    for (Activity activity : record.activities()) {
      if (inTime(activity.on()) && record.centreOf(activity).filter(centre::equals).isPresent()) {
        activities.merge(activity.kind(), 1, Integer::sum);
        if (activity.happened() instanceof Happened.ServiceReferral) {
          referrals++;
        }
      }
    }
    SortedSet<ParticipantId> people = new TreeSet<>(mentors);
    people.addAll(mentees);
    SortedMap<ObligationState, Integer> byState = new TreeMap<>();
    SortedMap<Code, Integer> overdue = new TreeMap<>();
    for (Obligation obligation : obligations(centre, mentorships, people)) {
      byState.merge(obligation.state(), 1, Integer::sum);
      if (obligation.state() == ObligationState.OVERDUE) {
        overdue.merge(obligation.window().cadence().due(), 1, Integer::sum);
      }
    }
    CentreTerms terms = workplace.definition().centre();
    return new CentreReport(
        centre,
        record.municipalityOf(centre, record.asOf()).orElse(null),
        from,
        record.asOf(),
        caseload,
        mentors.size(),
        mentees.size(),
        byState,
        overdue,
        record.partnersOf(centre),
        terms == null ? 0 : terms.partnersAtLeast(),
        activities,
        referrals,
        completed,
        early,
        handedOver,
        leavings,
        leavingsCompleted);
  }

  /** Its own, those of its mentorships, and those of mentors and mentees who are in one. */
  private List<Obligation> obligations(
      ParticipantId centre, List<Particulars> mentorships, SortedSet<ParticipantId> people) {
    Oversight oversight = workplace.mentoring().oversight();
    List<Obligation> obligations = new ArrayList<>(oversight.obligationsOf(centre, record.asOf()));
    for (Particulars each : mentorships) {
      if (each.stateOn(record.asOf()).isPresent()) {
        obligations.addAll(oversight.obligations(each.id(), record.asOf()));
      }
    }
    for (ParticipantId person : people) {
      obligations.addAll(oversight.obligationsOf(person, record.asOf()));
    }
    return obligations;
  }

  private boolean inTime(LocalDate day) {
    return (from == null || !day.isBefore(from)) && !day.isAfter(record.asOf());
  }
}
