package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentDeadline;
import org.mentoring.incident.IncidentStanding;
import org.mentoring.incident.IncidentView;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.spi.IncidentCase;
import org.mentoring.spi.Page;

/** What is told of incidents to somebody who may read them in full, in part or not at all. */
final class IncidentViews {
  private final Workplace workplace;
  private final IncidentReading reading;

  IncidentViews(Workplace workplace, IncidentReading reading) {
    this.workplace = workplace;
    this.reading = reading;
  }

  /** The incident, for whoever may know of it. */
  Incident known(Actor reader, IncidentId id) {
    return workplace
        .stores()
        .incidents()
        .find(id)
        .filter(incident -> reading.access(reader, incident) != IncidentReading.Access.NONE)
        .orElseThrow(
            () ->
                new MentoringException(
                    "incident.unknown",
                    Map.of("incident", id.value()),
                    "Name an incident that was reported and that the reader may know of."));
  }

  List<IncidentView> views(Actor reader, List<Incident> incidents) {
    return incidents.stream()
        .filter(incident -> reading.access(reader, incident) != IncidentReading.Access.NONE)
        .map(incident -> view(reader, incident))
        .toList();
  }

  List<IncidentView> of(Actor reader, MentorshipId mentorship) {
    if (workplace.stores().mentorships().find(mentorship).isEmpty()) {
      throw new MentoringException(
          "mentorship.unknown",
          Map.of("mentorship", mentorship.value()),
          "Name a mentorship that was assigned.");
    }
    return views(reader, workplace.stores().incidents().of(mentorship));
  }

  IncidentView view(Actor reader, Incident incident) {
    IncidentProcedure.Effect effect = reading.procedure(incident).effect();
    List<IncidentDeadline> deadlines = reading.deadlines(incident);
    LocalDate next =
        deadlines.stream()
            .filter(each -> each.met() == null)
            .map(IncidentDeadline::lastDay)
            .min(Comparator.naturalOrder())
            .orElse(null);
    boolean entrusted = incident.responsible() != null;
    return switch (reading.access(reader, incident)) {
      case FULL ->
          new IncidentView.Full(
              incident.id(),
              incident.version(),
              incident.kind(),
              incident.procedure(),
              incident.mentorship(),
              incident.concerns(),
              incident.on(),
              incident.what(),
              incident.by(),
              reading.reportedOn(incident),
              incident.recordedAt(),
              incident.entrusted(),
              next,
              deadlines,
              incident.steps(),
              incident.escalations(),
              effect,
              incident.closure());
      case OWN ->
          new IncidentView.Own(
              incident.id(),
              incident.kind(),
              incident.mentorship(),
              incident.concerns(),
              incident.on(),
              incident.what(),
              reading.reportedOn(incident),
              incident.open(),
              next,
              effect,
              entrusted);
      case RESTRICTED, NONE ->
          new IncidentView.Restricted(
              incident.id(),
              incident.mentorship(),
              reading.reportedOn(incident),
              incident.open(),
              entrusted);
    };
  }

  List<Finding> findings(Actor reader, Incident incident, LocalDate asOf) {
    boolean full = reading.access(reader, incident) == IncidentReading.Access.FULL;
    LocalDate today = workplace.today();
    // Days to come would tell the deadline, and that the algorithm.
    LocalDate day = full || asOf.isBefore(today) ? asOf : today;
    List<Particulars> mentorships = reading.mentorships(incident);
    List<Finding> found =
        mentorships.isEmpty()
            ? findings(incident, null, day)
            : mentorships.stream()
                .flatMap(each -> findings(incident, each, day).stream())
                .distinct()
                .sorted()
                .toList();
    if (full) {
      return List.copyOf(found);
    }
    return found.stream().allMatch(finding -> finding.effect() == Effect.INFORMS)
        ? List.of()
        : List.of(
            Finding.of("incident.attention", "incident", Citation.CHOICE, Effect.ASKS_REVIEW));
  }

  private List<Finding> findings(
      Incident incident, @Nullable Particulars mentorship, LocalDate asOf) {
    return workplace
        .rules()
        .incidents()
        .findings(
            new IncidentCase(
                reading.procedure(incident),
                incident,
                mentorship,
                reading.reportedOn(incident),
                asOf));
  }

  Page<IncidentStanding> overdue(Actor reader, LocalDate asOf, @Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    List<IncidentStanding> page = new ArrayList<>();
    for (Incident incident : workplace.stores().incidents().open()) {
      if ((after != null && incident.id().value().compareTo(after) <= 0)
          || reading.access(reader, incident) == IncidentReading.Access.NONE
          || !late(reader, incident, asOf)) {
        continue;
      }
      if (page.size() == most) {
        return new Page<>(page, page.get(most - 1).incident().id().value());
      }
      page.add(new IncidentStanding(view(reader, incident), findings(reader, incident, asOf)));
    }
    return new Page<>(page, null);
  }

  private boolean late(Actor reader, Incident incident, LocalDate asOf) {
    LocalDate today = workplace.today();
    LocalDate day =
        reading.access(reader, incident) == IncidentReading.Access.FULL || asOf.isBefore(today)
            ? asOf
            : today;
    return reading.deadlines(incident).stream().anyMatch(each -> each.missed(day));
  }
}
