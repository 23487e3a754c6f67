package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.programme.IncidentProcedure;

/** Closes incidents. Runs within a unit of work. */
final class IncidentClosing {
  static final Code CLOSE = Code.of("CLOSE_INCIDENT");

  private final Workplace workplace;
  private final IncidentReading reading;
  private final IncidentDesk desk;

  IncidentClosing(Workplace workplace, IncidentReading reading) {
    this.workplace = workplace;
    this.reading = reading;
    this.desk = new IncidentDesk(workplace, reading);
  }

  Outcome<IncidentId> close(Actor by, IncidentId id, Resolution resolution, LocalDate on) {
    workplace.stores().incidents().find(id).ifPresent(this::lock);
    Incident incident = workplace.stores().incidents().find(id).orElse(null);
    if (incident == null
        || !(desk.readsAll(by, incident)
            || (told(by, incident) && reading.handles(by, incident)))) {
      return desk.unknown(CLOSE, id);
    }
    IncidentProcedure procedure = reading.procedure(incident);
    LocalDate earliest =
        Stream.of(
                incident.steps().stream().map(StepTaken::on),
                incident.entrusted().stream().map(Entrusted::on),
                incident.escalations().stream().map(Escalation::on))
            .flatMap(days -> days)
            .reduce(incident.on(), (one, two) -> one.isAfter(two) ? one : two);
    List<Finding> findings = desk.common(incident, procedure, earliest, on);
    if (desk.involved(by, incident)) {
      findings.add(IncidentDesk.refusal("command.incident-involved", procedure));
    } else if (!by.equals(incident.responsible()) && !told(by, incident)) {
      findings.add(
          IncidentDesk.refusal(
              incident.responsible() == null
                  ? "command.incident-nobody-responsible"
                  : "command.incident-not-responsible",
              procedure));
    }
    if (reading.ofOtherCentre(by, incident)) {
      findings.add(IncidentDesk.refusal("command.incident-other-centre", procedure));
    }
    leftOut(findings, incident, procedure, resolution);
    effectLeftOut(findings, incident, procedure, resolution);
    if (!findings.isEmpty()) {
      return desk.refused(CLOSE, id, findings);
    }
    return desk.saved(
        incident,
        incident.entrusted(),
        incident.steps(),
        incident.escalations(),
        new IncidentClosure(resolution, on, by, workplace.now()));
  }

  private void lock(Incident incident) {
    MentorshipId id = incident.mentorship();
    if (id != null) {
      MentorshipChange.locked(workplace, id);
    } else {
      workplace.mentoring().lock(incident.concerns());
    }
  }

  private static boolean told(Actor by, Incident incident) {
    return incident.escalations().stream().anyMatch(each -> each.to().equals(by.capacity()));
  }

  private static void leftOut(
      List<Finding> findings,
      Incident incident,
      IncidentProcedure procedure,
      Resolution resolution) {
    List<String> open =
        procedure.steps().stream()
            .map(IncidentProcedure.Step::id)
            .filter(each -> !incident.took(each))
            .toList();
    for (String step : open) {
      if (!resolution.leftOut().containsKey(step)) {
        findings.add(
            IncidentDesk.refusal("command.incident-step-open", procedure)
                .with("step", Parameter.term(step)));
      }
    }
    for (String step : resolution.leftOut().keySet()) {
      if (!open.contains(step)) {
        findings.add(
            IncidentDesk.refusal("command.incident-step-not-open", procedure)
                .with("step", Parameter.term(step)));
      }
    }
  }

  private void effectLeftOut(
      List<Finding> findings,
      Incident incident,
      IncidentProcedure procedure,
      Resolution resolution) {
    IncidentProcedure.Effect effect = procedure.effect();
    if (effect == null || carriedOut(incident, effect)) {
      if (resolution.effectLeftOut() != null) {
        findings.add(IncidentDesk.refusal("command.incident-no-effect-open", procedure));
      }
    } else if (resolution.effectLeftOut() == null) {
      findings.add(
          IncidentDesk.refusal("command.incident-effect-open", procedure)
              .with("effect", Parameter.code(effect)));
    }
  }

  /** Whether what is demanded was done since the report, by whatever command. */
  private boolean carriedOut(Incident incident, IncidentProcedure.Effect effect) {
    List<Particulars> mentorships = reading.mentorships(incident);
    LocalDate reported = reading.reportedOn(incident);
    return !mentorships.isEmpty()
        && mentorships.stream().allMatch(each -> carriedOut(each, reported, effect));
  }

  private static boolean carriedOut(
      Particulars mentorship, LocalDate reported, IncidentProcedure.Effect effect) {
    if (!mentorship.state().open()) {
      return true;
    }
    return effect == IncidentProcedure.Effect.PAUSE
        && mentorship.pauses().stream()
            .anyMatch(
                pause ->
                    !pause.from().isBefore(reported)
                        || pause.until() == null
                        || pause.until().isAfter(reported));
  }
}
