package org.mentoring.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.mentoring.activity.Activity;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.failure.Invariants;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

/**
 * One mentorship for the rules of completion and of risk.
 *
 * @param definition the programme
 * @param practice the practice, with its completion terms
 * @param mentorship what is on record of it
 * @param activities of the mentorship, and events of its centre that its mentees attended
 * @param obligations of the mentorship
 * @param incidents of the mentorship; and of its parties, where they name no mentorship
 * @param waivers that hold for it
 * @param parties whether each of its mentors and mentees may take part now; empty where it is over
 * @param apart the ids of the exclusion and the hard criteria that keep a pair of it apart now;
 *     empty where it is over
 * @param withoutConsent days from its start on, on which no mentee of it has the consents that the
 *     practice asks for, or an exclusion keeps them from the mentors, and on which it rests as in a
 *     pause
 * @param centre what its centre lacks now to run it, also the agreement that its organisational
 *     model asks for; empty where it is over
 * @param asOf the day that is decided about
 * @param incidentsAsOf the day up to which deadlines of incidents are told: no day to come, for
 *     that would tell the deadlines, and so the kind, to those who may not read the incident
 */
public record CompletionCase(
    ProgrammeDefinition definition,
    Practice practice,
    Particulars mentorship,
    List<Activity> activities,
    List<Obligation> obligations,
    List<Incident> incidents,
    List<Waiver> waivers,
    List<Decision> parties,
    SortedSet<String> apart,
    List<Validity> withoutConsent,
    List<Finding> centre,
    LocalDate asOf,
    LocalDate incidentsAsOf) {
  /** Copies. */
  public CompletionCase {
    activities = List.copyOf(activities);
    obligations = List.copyOf(obligations);
    incidents = List.copyOf(incidents);
    waivers = List.copyOf(waivers);
    parties = List.copyOf(parties);
    apart = Invariants.sorted(apart);
    withoutConsent = List.copyOf(withoutConsent);
    centre = List.copyOf(centre);
  }

  /** One whose consents are always there, and whose centre lacks nothing. */
  public CompletionCase(
      ProgrammeDefinition definition,
      Practice practice,
      Particulars mentorship,
      List<Activity> activities,
      List<Obligation> obligations,
      List<Incident> incidents,
      List<Waiver> waivers,
      List<Decision> parties,
      SortedSet<String> apart,
      LocalDate asOf,
      LocalDate incidentsAsOf) {
    this(
        definition,
        practice,
        mentorship,
        activities,
        obligations,
        incidents,
        waivers,
        parties,
        apart,
        List.of(),
        List.of(),
        asOf,
        incidentsAsOf);
  }
}
