package org.mentoring.rules.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mentoring.decision.Finding;
import org.mentoring.identity.Code;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentDeadline;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.rules.internal.RulesSession;
import org.mentoring.spi.IncidentCase;

/** Puts an incident before the rules, as it stood at the end of the day that is asked about. */
public final class IncidentFacts {
  private IncidentFacts() {}

  /** What has to be seen to, sorted. */
  public static List<Finding> findings(RulesSession session, IncidentCase question) {
    return session.run(of(question), Finding.class).stream().distinct().sorted().toList();
  }

  private static List<Object> of(IncidentCase question) {
    List<Object> facts = new ArrayList<>();
    Incident incident = question.incident();
    LocalDate day = question.asOf();
    LocalDate closed = incident.closedOn();
    if (question.reportedOn().isAfter(day) || (closed != null && !closed.isAfter(day))) {
      return facts;
    }
    IncidentProcedure procedure = question.procedure();
    List<LocalDate> told =
        incident.escalations().stream().map(Escalation::on).filter(on -> !on.isAfter(day)).toList();
    List<Code> ladder = procedure.escalatesTo();
    facts.add(
        new IncidentFact.Open(
            procedure.id(),
            procedure.citation(),
            day,
            incident.entrusted().stream().anyMatch(each -> !each.on().isAfter(day)),
            procedure.responsible(),
            told.stream().max(Comparator.naturalOrder()).orElse(null),
            told.size() < ladder.size() ? ladder.get(told.size()) : null,
            !ladder.isEmpty(),
            procedure.effect()));
    for (IncidentDeadline each : IncidentDeadline.of(incident, procedure, question.reportedOn())) {
      LocalDate met = each.met();
      if (met == null || met.isAfter(day)) {
        facts.add(new IncidentFact.Outstanding(each.step(), each.owner(), each.lastDay()));
      }
    }
    Particulars mentorship = question.mentorship();
    if (mentorship != null) {
      facts.add(
          new IncidentFact.Pair(
              mentorship.stateOn(day).orElse(MentorshipState.PROPOSED),
              rested(mentorship, question.reportedOn(), day)));
    }
    return facts;
  }

  private static boolean rested(Particulars mentorship, LocalDate reported, LocalDate day) {
    return mentorship.pauses().stream()
        .filter(pause -> !pause.from().isAfter(day))
        .anyMatch(pause -> !pause.from().isBefore(reported) || lastedTo(pause, reported));
  }

  private static boolean lastedTo(Pause pause, LocalDate reported) {
    LocalDate until = pause.until();
    return until == null || until.isAfter(reported);
  }
}
