package org.mentoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.NewIncident;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.text.Spelling;

/** Takes reports of incidents in. Runs within a unit of work. */
final class IncidentReporting {
  static final Code REPORT = Code.of("REPORT_INCIDENT");

  private static final Set<MentorshipState> RUNNING =
      Set.of(MentorshipState.ACTIVE, MentorshipState.CLOSING);

  private static final Set<Code> CHILDREN = Set.of(ActorStanding.MENTEE, Code.of("CHILD"));

  /** In these a child speaks too, and others. */
  private static final Set<Code> PEOPLE = Set.of(Code.of("SELF"), Code.of("ALUMNUS"));

  /**
   * The parties read who paused their mentorship and why, and must not learn from it who spoke, nor
   * that anybody did: who may not read an incident is told that the programme has to decide.
   */
  private static final Actor NOBODY = new Actor("programme", Code.of("PROGRAMME"), "programme");

  /** So pauses were recorded before. */
  private static final String INCIDENT = "incident";

  static final String PAUSE_REASON = "the programme has to decide first";

  private final Workplace workplace;
  private final IncidentReading reading;
  private final IncidentDesk desk;

  IncidentReporting(Workplace workplace, IncidentReading reading) {
    this.workplace = workplace;
    this.reading = reading;
    this.desk = new IncidentDesk(workplace, reading);
  }

  Outcome<IncidentId> report(Actor by, NewIncident given) {
    NewIncident reported = ofItself(by, given);
    lock(reported);
    List<Finding> findings = new ArrayList<>();
    desk.notInFuture(findings, reported.on());
    List<IncidentProcedure> procedures = workplace.definition().incidents();
    IncidentProcedure procedure =
        procedures.stream()
            .filter(each -> each.kinds().contains(reported.kind()))
            .findFirst()
            .orElse(null);
    if (procedures.isEmpty()) {
      findings.add(Workplace.refusal("command.incident-none", "incident"));
    } else if (procedure == null) {
      findings.add(
          Workplace.refusal("command.incident-kind-unknown", "kind")
              .with("kind", Parameter.term(reported.kind().value()))
              .with("allowed", Parameter.codes(nearest(reported.kind()))));
    }
    MentorshipId id = reported.mentorship();
    Particulars mentorship =
        id == null ? null : workplace.stores().mentorships().find(id).orElse(null);
    if (id != null && mentorship == null) {
      findings.add(Workplace.refusal("command.mentorship-unknown", "mentorship"));
    }
    SortedSet<ParticipantId> concerns = new TreeSet<>();
    for (ParticipantId each : reported.concerns()) {
      if (workplace.stores().participants().find(each).isEmpty()) {
        findings.add(
            Workplace.refusal("command.participant-unknown", "concerns")
                .with("participant", Parameter.term(each.value())));
      } else {
        concerns.add(workplace.mentoring().keeper(each));
      }
    }
    findings.addAll(workplace.erased().refusals("concerns", concerns));
    if (OwnRecords.isGuardian(by.capacity()) && id == null && reported.concerns().isEmpty()) {
      // Nothing would keep it from the mentor of the child, nor make the pair rest.
      findings.add(Workplace.refusal("command.incident-names-nobody", "concerns"));
    }
    if (!findings.isEmpty() || procedure == null) {
      return workplace.refused(REPORT, id == null ? by.id() : id.value(), null, findings);
    }
    LocalDate today = workplace.today();
    Incident incident =
        new Incident(
            workplace.identifiers().newIncident(),
            1,
            reported.kind(),
            procedure.id(),
            id,
            concerns,
            reported.on(),
            reported.what(),
            by,
            workplace.now(),
            List.of(),
            procedure.within() == null ? null : today.plus(procedure.within()),
            List.of(),
            List.of(),
            null);
    workplace.stores().incidents().save(incident);
    if (procedure.effect() == IncidentProcedure.Effect.PAUSE) {
      // A pause that is refused stays a demand, which the rules find.
      reading.mentorships(incident).stream()
          .filter(each -> RUNNING.contains(each.state()))
          .forEach(
              each ->
                  workplace
                      .mentoring()
                      .mentorships()
                      .pauseForIncident(NOBODY, each.id(), PAUSE_REASON, today));
    }
    return new Outcome.Accepted<>(incident.id());
  }

  /** A child that tells of itself and names nobody is whom it is about. */
  private NewIncident ofItself(Actor by, NewIncident reported) {
    ParticipantId child = ParticipantId.of(by.id());
    boolean itself =
        (CHILDREN.contains(by.capacity())
                || (PEOPLE.contains(by.capacity()) && isMenteeNow(by, child)))
            && reported.mentorship() == null
            && reported.concerns().isEmpty()
            && workplace.stores().participants().find(child).isPresent()
            && workplace.erased().refusals("concerns", List.of(child)).isEmpty();
    return itself
        ? new NewIncident(
            reported.kind(), null, new TreeSet<>(Set.of(child)), reported.on(), reported.what())
        : reported;
  }

  private boolean isMenteeNow(Actor by, ParticipantId child) {
    ActorStanding standing = new ActorStanding(workplace, by);
    return workplace.stores().participants().find(child).isPresent()
        && workplace.mentoring().registrations(child, workplace.now()).stream()
            .flatMap(each -> workplace.stores().mentorships().of(each).stream())
            .filter(each -> each.state().open())
            .anyMatch(each -> each.mentees().stream().anyMatch(standing::is));
  }

  /** Whoever assigns or starts one of them at the same time must know of the incident. */
  private void lock(NewIncident reported) {
    SortedSet<ParticipantId> persons =
        workplace.mentoring().running().together(List.copyOf(reported.concerns()));
    MentorshipId id = reported.mentorship();
    if (id != null) {
      workplace
          .stores()
          .mentorships()
          .find(id)
          .ifPresent(
              found -> {
                persons.addAll(found.mentors());
                persons.addAll(found.mentees());
              });
    }
    workplace.mentoring().lock(persons);
  }

  /** Whether an incident has made a pause, and nobody else. */
  static boolean made(Pause pause) {
    return pause.by().equals(NOBODY)
        || (pause.by().id().equals(INCIDENT) && pause.reason().startsWith(INCIDENT + " "));
  }

  private SortedSet<Code> nearest(Code kind) {
    List<String> known =
        workplace.definition().incidents().stream()
            .flatMap(each -> each.kinds().stream())
            .map(Code::value)
            .distinct()
            .toList();
    return Spelling.nearest(kind.value(), known, 5).stream()
        .map(Code::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
