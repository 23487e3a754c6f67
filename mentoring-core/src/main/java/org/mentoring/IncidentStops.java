package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Position;
import org.mentoring.programme.IncidentProcedure.Effect;

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
                mentorship.withPartiesOn(incident.on()).mentors().stream()
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
