package org.mentoring.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.IncidentProcedure;

/**
 * A deadline of an incident.
 *
 * @param step the step of the algorithm that it is for; null for closing the incident
 * @param owner the capacity that has to keep it
 * @param lastDay the last day on which it is kept
 * @param met the day on which it was met, in time or late; null while it was not
 */
public record IncidentDeadline(
    @Nullable String step, Code owner, LocalDate lastDay, @Nullable LocalDate met) {
  /**
   * All deadlines of an incident: of the steps that have their own, in the order of the algorithm,
   * and at last its own.
   *
   * @param reportedOn the day of the report in the programme's zone, from which periods count
   */
  public static List<IncidentDeadline> of(
      Incident incident, IncidentProcedure procedure, LocalDate reportedOn) {
    List<IncidentDeadline> all = new ArrayList<>();
    for (IncidentProcedure.Step step : procedure.steps()) {
      if (step.within() != null) {
        all.add(
            new IncidentDeadline(
                step.id(), step.owner(), reportedOn.plus(step.within()), met(incident, step)));
      }
    }
    LocalDate own = incident.deadline();
    if (own != null) {
      all.add(new IncidentDeadline(null, procedure.responsible(), own, incident.closedOn()));
    }
    return List.copyOf(all);
  }

  /** A step that was left out with a reason is met by the closing. */
  private static @Nullable LocalDate met(Incident incident, IncidentProcedure.Step step) {
    return incident.steps().stream()
        .filter(taken -> taken.step().equals(step.id()))
        .map(org.mentoring.mentorship.StepTaken::on)
        .findFirst()
        .orElseGet(incident::closedOn);
  }

  /** Whether the last day passed before it was met. */
  public boolean missed(LocalDate asOf) {
    LocalDate day = met;
    return lastDay.isBefore(asOf) && (day == null || day.isAfter(asOf));
  }
}
