package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.decision.Finding;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.IncidentProcedure.Effect;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Incidents;

/** What open incidents keep from going on. No finding tells their kind. */
final class IncidentStops {
  private final Workplace workplace;
  private final IncidentReading reading;

  IncidentStops(Workplace workplace) {
    this.workplace = workplace;
    this.reading = new IncidentReading(workplace);
  }

  /** That an open incident demands that the mentorship rests. */
  List<Finding> resting(Particulars mentorship) {
    boolean rests =
        workplace.stores().incidents().open().stream()
            .filter(incident -> reading.touches(incident, mentorship))
            .anyMatch(incident -> reading.procedure(incident).effect() == Effect.PAUSE);
    return rests ? List.of(Workplace.refusal("mentorship.incident-open", "incident")) : List.of();
  }

  /**
   * That on a day an incident stops what the pair does together, whatever brought the pair to rest,
   * if it rests at all. What came before on the day of the report was done; it counts from the
   * next, until it is closed.
   *
   * @param mentorship with the parties of the day
   */
  boolean stopped(Particulars mentorship, LocalDate on) {
    return about(mentorship).stream()
        .filter(incident -> inForce(incident, on))
        .anyMatch(incident -> reading.touches(incident, mentorship));
  }

  /**
   * Those mentors of a mentorship whom such an incident names, though it is about another child:
   * while it stops that pair, no other child goes on with them. Where mentoring runs in both
   * directions, so it is with mentees who are not known to be children.
   */
  SortedSet<ParticipantId> stoppedParties(Particulars mentorship, LocalDate on) {
    SortedSet<ParticipantId> stopped = new TreeSet<>();
    for (Incident incident : about(mentorship)) {
      if (inForce(incident, on)) {
        Stream.concat(
                mentorship.mentors().stream(),
                mentorship.mentees().stream()
                    .filter(mentee -> mutual(mentorship) && !isChild(mentee, on)))
            .filter(party -> reading.concernsOne(incident, new TreeSet<>(List.of(party))))
            .forEach(stopped::add);
      }
    }
    return stopped;
  }

  /** Whether mentoring runs in both directions in it. */
  boolean mutual(Particulars mentorship) {
    return workplace
        .definition()
        .practice(mentorship.practice())
        .filter(Practice::mutual)
        .isPresent();
  }

  private boolean isChild(ParticipantId mentee, LocalDate on) {
    Dossier dossier = workplace.mentoring().dossier(mentee, on, workplace.now());
    return dossier.birthDate().isPresent() && !dossier.ofAge();
  }

  private boolean inForce(Incident incident, LocalDate on) {
    return on.isAfter(reading.reportedOn(incident))
        && (incident.closedOn() == null || on.isBefore(incident.closedOn()))
        && pauses(incident);
  }

  /** All of the mentorship, and all that concern who is or was a party of it. */
  List<Incident> about(Particulars mentorship) {
    Incidents store = workplace.stores().incidents();
    SortedMap<IncidentId, Incident> found = new TreeMap<>();
    store.of(mentorship.id()).forEach(incident -> found.put(incident.id(), incident));
    Particulars all = mentorship.withAllParties();
    Stream.concat(all.mentors().stream(), all.mentees().stream())
        .map(reading::keeper)
        .distinct()
        .flatMap(party -> workplace.mentoring().registrations(party, workplace.now()).stream())
        .flatMap(party -> store.concerning(party).stream())
        .forEach(incident -> found.put(incident.id(), incident));
    return List.copyOf(found.values());
  }

  /** An algorithm that the definition no longer has demands nothing. */
  private boolean pauses(Incident incident) {
    return workplace.definition().incidents().stream()
        .filter(each -> each.id().equals(incident.procedure()))
        .anyMatch(each -> each.effect() == Effect.PAUSE);
  }

  /**
   * Those who stand in an open incident that demands something of a mentorship: nobody is given a
   * child, or to a mentor, before it is settled. A mentee whom it does not name is free as soon as
   * the mentorship that it is about is over, so that another mentor can follow.
   */
  List<Finding> standing(SortedSet<ParticipantId> mentors, SortedSet<ParticipantId> mentees) {
    Set<ParticipantId> barredMentors = new TreeSet<>();
    Set<ParticipantId> barredMentees = new TreeSet<>();
    for (Incident incident : workplace.stores().incidents().open()) {
      if (reading.procedure(incident).effect() == null) {
        continue;
      }
      incident.concerns().stream().map(reading::keeper).forEach(barredMentors::add);
      incident.concerns().stream().map(reading::keeper).forEach(barredMentees::add);
      reading
          .mentorship(incident)
          .ifPresent(
              mentorship -> {
                // Who left since the incident does not get away from it.
                IncidentReading.partiesThen(incident, mentorship).mentors().stream()
                    .map(reading::keeper)
                    .forEach(barredMentors::add);
                if (mentorship.closure() == null) {
                  mentorship.mentees().stream().map(reading::keeper).forEach(barredMentees::add);
                }
              });
    }
    List<Finding> findings = new ArrayList<>();
    name(findings, mentors, barredMentors, Position.MENTOR);
    name(findings, mentees, barredMentees, Position.MENTEE);
    return findings;
  }

  private void name(
      List<Finding> findings,
      SortedSet<ParticipantId> parties,
      Set<ParticipantId> barred,
      Position position) {
    for (ParticipantId party : parties) {
      if (barred.contains(reading.keeper(party))) {
        findings.add(
            Workplace.refusal("mentorship.party-in-incident", position.name())
                .with("participant", Parties.named(party)));
      }
    }
  }
}
