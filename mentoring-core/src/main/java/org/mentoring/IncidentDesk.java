package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.programme.IncidentProcedure;

/**
 * What the commands on incidents have in common: the checks that each makes, and how one is refused
 * or kept.
 */
final class IncidentDesk {
  private final Workplace workplace;
  private final IncidentReading reading;

  IncidentDesk(Workplace workplace, IncidentReading reading) {
    this.workplace = workplace;
    this.reading = reading;
  }

  /** What every command on an incident that is there asks for. */
  List<Finding> common(
      Incident incident, IncidentProcedure procedure, LocalDate earliest, LocalDate on) {
    List<Finding> findings = new ArrayList<>();
    notInFuture(findings, on);
    if (!incident.open()) {
      findings.add(refusal("command.incident-closed", procedure));
    }
    if (on.isBefore(earliest)) {
      findings.add(
          refusal("command.incident-too-early", procedure).with("day", Parameter.day(earliest)));
    }
    return findings;
  }

  /** Those who take part handle no incident, not even another pair's. */
  void mayHandle(List<Finding> findings, Incident incident, IncidentProcedure procedure, Actor by) {
    if (involved(by, incident)) {
      findings.add(refusal("command.incident-involved", procedure));
    } else if (!reading.handles(by, incident)) {
      findings.add(
          refusal("command.incident-no-office", procedure)
              .with("found", Parameter.code(by.capacity())));
    }
  }

  boolean readsAll(Actor by, Incident incident) {
    return reading.access(by, incident) == IncidentReading.Access.FULL;
  }

  boolean involved(Actor actor, Incident incident) {
    return reading.concerned(actor, incident) || reading.takesPart(actor, incident);
  }

  void notInFuture(List<Finding> findings, LocalDate on) {
    LocalDate today = workplace.today();
    if (on.isAfter(today)) {
      findings.add(
          Workplace.refusal("command.in-future", "incident").with("today", Parameter.day(today)));
    }
  }

  /** The requirement names no algorithm, for whoever is refused may not be let know which it is. */
  static Finding refusal(String code, IncidentProcedure procedure) {
    return Workplace.refusal(code, "incident", procedure.citation());
  }

  static Parameter terms(Collection<String> ids) {
    return Parameter.term(String.join(", ", ids));
  }

  Outcome<IncidentId> unknown(Code matter, IncidentId id) {
    return refused(matter, id, List.of(Workplace.refusal("command.incident-unknown", "incident")));
  }

  Outcome<IncidentId> refused(Code matter, IncidentId id, List<Finding> findings) {
    return workplace.refused(matter, id.value(), null, findings);
  }

  static <T> List<T> and(List<T> before, T further) {
    List<T> all = new ArrayList<>(before);
    all.add(further);
    return all;
  }

  Outcome<IncidentId> saved(
      Incident before,
      List<Entrusted> entrusted,
      List<StepTaken> steps,
      List<Escalation> escalations,
      @Nullable IncidentClosure closure) {
    workplace
        .stores()
        .incidents()
        .save(
            new Incident(
                before.id(),
                before.version() + 1,
                before.kind(),
                before.procedure(),
                before.mentorship(),
                before.concerns(),
                before.on(),
                before.what(),
                before.by(),
                before.recordedAt(),
                entrusted,
                before.deadline(),
                steps,
                escalations,
                closure));
    return new Outcome.Accepted<>(before.id());
  }
}
