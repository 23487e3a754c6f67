package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.programme.IncidentProcedure;

/** Carries out the algorithms for incidents. Runs within a unit of work. */
final class IncidentHandling {
  static final Code ENTRUST = Code.of("ENTRUST_INCIDENT");
  static final Code TAKE_STEP = Code.of("TAKE_INCIDENT_STEP");
  static final Code ESCALATE = Code.of("ESCALATE_INCIDENT");

  private final Workplace workplace;
  private final IncidentReading reading;
  private final IncidentDesk desk;

  IncidentHandling(Workplace workplace, IncidentReading reading) {
    this.workplace = workplace;
    this.reading = reading;
    this.desk = new IncidentDesk(workplace, reading);
  }

  Outcome<IncidentId> entrust(Actor by, IncidentId id, Actor responsible, LocalDate on) {
    Incident incident = workplace.stores().incidents().find(id).orElse(null);
    if (incident == null || !(reading.handles(by, incident) || desk.readsAll(by, incident))) {
      return desk.unknown(ENTRUST, id);
    }
    IncidentProcedure procedure = reading.procedure(incident);
    List<Finding> findings = desk.common(incident, procedure, incident.on(), on);
    desk.mayHandle(findings, incident, procedure, by);
    if (!responsible.capacity().equals(procedure.responsible())) {
      findings.add(
          IncidentDesk.refusal("command.incident-not-capacity", procedure)
              .with(
                  "needed",
                  Parameter.code(
                      desk.readsAll(by, incident) ? procedure.responsible() : Code.of("WITHHELD")))
              .with("found", Parameter.code(responsible.capacity())));
    }
    if (desk.involved(responsible, incident)) {
      findings.add(IncidentDesk.refusal("command.incident-responsible-involved", procedure));
    } else if (reading.ofOtherCentre(responsible, incident)) {
      findings.add(IncidentDesk.refusal("command.incident-other-centre", procedure));
    }
    if (responsible.equals(incident.responsible())) {
      findings.add(IncidentDesk.refusal("command.incident-entrusted-already", procedure));
    }
    if (!findings.isEmpty()) {
      return desk.refused(ENTRUST, id, findings);
    }
    List<Entrusted> entrusted =
        IncidentDesk.and(incident.entrusted(), new Entrusted(responsible, on, by, workplace.now()));
    return desk.saved(
        incident, entrusted, incident.steps(), incident.escalations(), incident.closure());
  }

  Outcome<IncidentId> takeStep(Actor by, IncidentId id, String name, LocalDate on) {
    Incident incident = workplace.stores().incidents().find(id).orElse(null);
    if (incident == null || !mayTry(by, incident, name)) {
      return desk.unknown(TAKE_STEP, id);
    }
    IncidentProcedure procedure = reading.procedure(incident);
    LocalDate earliest =
        incident.steps().stream()
            .map(StepTaken::on)
            .reduce(incident.on(), (one, two) -> one.isAfter(two) ? one : two);
    List<Finding> findings = desk.common(incident, procedure, earliest, on);
    List<String> ids = procedure.steps().stream().map(IncidentProcedure.Step::id).toList();
    if (!ids.contains(name)) {
      findings.add(
          IncidentDesk.refusal("command.incident-step-unknown", procedure)
              .with("allowed", IncidentDesk.terms(ids)));
      return desk.refused(TAKE_STEP, id, findings);
    }
    IncidentProcedure.Step step = procedure.steps().get(ids.indexOf(name));
    ownerTakesIt(findings, by, incident, procedure, step);
    if (incident.took(name)) {
      findings.add(
          IncidentDesk.refusal("command.incident-step-taken", procedure)
              .with("step", Parameter.term(name)));
    }
    ids.subList(0, ids.indexOf(name)).stream()
        .filter(each -> !incident.took(each))
        .findFirst()
        .ifPresent(
            next ->
                findings.add(
                    IncidentDesk.refusal("command.incident-step-before", procedure)
                        .with("step", Parameter.term(name))
                        .with("next", Parameter.term(next))));
    if (!findings.isEmpty()) {
      return desk.refused(TAKE_STEP, id, findings);
    }
    List<StepTaken> steps =
        IncidentDesk.and(incident.steps(), new StepTaken(name, on, by, "", workplace.now()));
    return desk.saved(
        incident, incident.entrusted(), steps, incident.escalations(), incident.closure());
  }

  /**
   * Whoever may not read everything is told of the own steps alone; whether there are others, and
   * even whether there is such an incident, would tell what it is about.
   */
  private boolean mayTry(Actor by, Incident incident, String name) {
    if (desk.readsAll(by, incident)) {
      return true;
    }
    List<IncidentProcedure.Step> steps = reading.procedure(incident).steps();
    boolean owner = steps.stream().anyMatch(each -> each.owner().equals(by.capacity()));
    boolean others =
        steps.stream()
            .anyMatch(each -> each.id().equals(name) && !each.owner().equals(by.capacity()));
    return owner
        && !others
        && (IncidentReading.isParty(by.capacity())
            ? isPartysOwn(by, incident)
            : reading.handles(by, incident));
  }

  /** A party's step is for that party, a guardian's for that of a child whom it is about. */
  private boolean isPartysOwn(Actor by, Incident incident) {
    if (by.capacity().equals(ActorStanding.GUARDIAN)) {
      return (incident.concerns().isEmpty() && reading.reported(by, incident))
          || isGuardiansOwn(new ActorStanding(workplace, by).guardianship(), incident);
    }
    return incident.mentorship() == null
        ? reading.reported(by, incident) || isOfItsPeople(by, incident)
        : reading.isIn(by, incident);
  }

  /** Where no mentorship is named, whom it concerns, and the parties of their mentorships then. */
  private boolean isOfItsPeople(Actor by, Incident incident) {
    RestingRights rights = new RestingRights(workplace);
    ActorStanding standing = new ActorStanding(workplace, by);
    return reading.mentorships(incident).stream()
            .anyMatch(each -> rights.isItsParty(by, IncidentReading.partiesThen(incident, each)))
        || (!by.capacity().equals(ActorStanding.MENTOR)
            && incident.concerns().stream().anyMatch(standing::is));
  }

  /** Of those children whom it is about, or else of those who were in the mentorship then. */
  private boolean isGuardiansOwn(Guardianship guardianship, Incident incident) {
    Particulars then =
        reading
            .mentorship(incident)
            .map(each -> IncidentReading.partiesThen(incident, each))
            .orElse(null);
    if (then == null) {
      return incident.concerns().stream().anyMatch(guardianship::speaksFor);
    }
    List<ParticipantId> about =
        then.mentees().stream()
            .filter(mentee -> reading.concernsOne(incident, Set.of(mentee)))
            .toList();
    return about.isEmpty()
        ? guardianship.speaksForOneOf(then)
        : about.stream().anyMatch(mentee -> guardianship.speaksFor(mentee, then));
  }

  private void ownerTakesIt(
      List<Finding> findings,
      Actor by,
      Incident incident,
      IncidentProcedure procedure,
      IncidentProcedure.Step step) {
    if (!by.capacity().equals(step.owner())) {
      findings.add(
          IncidentDesk.refusal("command.incident-not-owner", procedure)
              .with("step", Parameter.term(step.id()))
              .with("owner", Parameter.code(step.owner())));
    } else if (!IncidentReading.isParty(step.owner())) {
      desk.mayHandle(findings, incident, procedure, by);
    } else if (!isPartysOwn(by, incident)) {
      findings.add(IncidentDesk.refusal("command.incident-other-party", procedure));
    }
  }

  Outcome<IncidentId> escalate(Actor by, IncidentId id, @Nullable Note reason, LocalDate on) {
    Incident incident = workplace.stores().incidents().find(id).orElse(null);
    if (incident == null
        || !(reading.reported(by, incident)
            || reading.handles(by, incident)
            || desk.readsAll(by, incident))) {
      return desk.unknown(ESCALATE, id);
    }
    IncidentProcedure procedure = reading.procedure(incident);
    LocalDate last =
        incident.escalations().stream()
            .map(Escalation::on)
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<Finding> findings =
        desk.common(incident, procedure, last == null ? incident.on() : last, on);
    if (!reading.reported(by, incident)) {
      desk.mayHandle(findings, incident, procedure, by);
    }
    int told = incident.escalations().size();
    if (told >= procedure.escalatesTo().size()) {
      findings.add(IncidentDesk.refusal("command.incident-all-told", procedure));
    }
    // A deadline that had passed when somebody was told last is no reason to go on.
    if (reason == null
        && reading.deadlines(incident).stream()
            .noneMatch(
                each -> each.missed(on) && (last == null || !last.isAfter(each.lastDay())))) {
      findings.add(IncidentDesk.refusal("command.incident-escalation-not-due", procedure));
    }
    if (!findings.isEmpty()) {
      return desk.refused(ESCALATE, id, findings);
    }
    List<Escalation> escalations =
        IncidentDesk.and(
            incident.escalations(),
            new Escalation(procedure.escalatesTo().get(told), reason, on, by, workplace.now()));
    return desk.saved(
        incident, incident.entrusted(), incident.steps(), escalations, incident.closure());
  }
}
