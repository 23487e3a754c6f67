package org.mentoring.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.NewIncident;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.StepTaken;

/**
 * Incidents for properties: reports, and incidents at any point of their algorithm, valid by
 * construction. What people wrote holds {@link #CANARY}, so that a test can see it leak.
 */
public final class ArbitraryIncidents {
  /** Stands in everything that people wrote. */
  public static final String CANARY = "CANARY";

  private static final LocalDate REPORTED = LocalDate.of(2020, 10, 1);
  private static final List<String> STEPS = List.of("child-safe", "talked", "written-up");
  private static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");

  private ArbitraryIncidents() {}

  /** Kinds of incident that the library names. */
  public static Arbitrary<Code> kinds() {
    return Arbitraries.of("SAFEGUARDING", "CHILD_CRISIS", "MENTOR_CRISIS", "FAMILY_CONFLICT")
        .map(Code::of);
  }

  /** Free texts of any letters and signs. */
  public static Arbitrary<Note> notes() {
    return Arbitraries.strings().ofMaxLength(200).map(text -> Note.of(CANARY + text));
  }

  /** Reports of what happened at any time in the month before 1 October 2020. */
  public static Arbitrary<NewIncident> reports() {
    return Combinators.combine(
            kinds(),
            Arbitraries.of(true, false),
            MentoringArbitraries.participantIds().set().ofMaxSize(3),
            Arbitraries.integers().between(0, 30),
            notes())
        .as(
            (kind, paired, concerns, days, what) ->
                new NewIncident(
                    kind,
                    paired ? MentorshipId.of("mentorship-1") : null,
                    new TreeSet<>(concerns),
                    REPORTED.minusDays(days),
                    what));
  }

  /**
   * Incidents in their first version or a later one, reported on 1 October 2020: entrusted or not,
   * with some of the algorithm's steps taken, told higher up or not, open or closed.
   */
  public static Arbitrary<Incident> incidents() {
    return Combinators.combine(
            reports(),
            Arbitraries.integers().between(0, STEPS.size()),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            notes())
        .as(ArbitraryIncidents::incident);
  }

  private static Incident incident(
      NewIncident report, int taken, int told, boolean entrusted, boolean closed, Note words) {
    List<StepTaken> steps = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      LocalDate day = REPORTED.plusDays(i);
      steps.add(new StepTaken(STEPS.get(i), day, HEAD, "", at(day)));
    }
    List<Escalation> escalations = new ArrayList<>();
    for (int i = 0; i < told; i++) {
      LocalDate day = REPORTED.plusDays(4 + i);
      Code to = Code.of(i == 0 ? "REGIONAL_OPERATOR" : "JUVENILE_AFFAIRS_COMMISSION");
      escalations.add(new Escalation(to, words, day, HEAD, at(day)));
    }
    boolean responsible = entrusted || closed;
    Resolution resolution = Resolution.of(words);
    for (int i = taken; i < STEPS.size(); i++) {
      resolution = resolution.leavingOut(STEPS.get(i), words);
    }
    LocalDate last = REPORTED.plusDays(10);
    return new Incident(
        IncidentId.of("incident-1"),
        1L + taken + told + (responsible ? 1 : 0) + (closed ? 1 : 0),
        report.kind(),
        "children",
        report.mentorship(),
        report.concerns(),
        report.on(),
        report.what(),
        HEAD,
        at(REPORTED),
        responsible ? List.of(new Entrusted(HEAD, REPORTED, HEAD, at(REPORTED))) : List.of(),
        REPORTED.plusWeeks(2),
        steps,
        escalations,
        closed ? new IncidentClosure(resolution, last, HEAD, at(last)) : null);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }
}
