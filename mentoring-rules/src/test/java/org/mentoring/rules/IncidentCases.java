package org.mentoring.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Note;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Entrusted;
import org.mentoring.incident.Escalation;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.StateChange;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.spi.IncidentCase;

/**
 * An incident that was reported on {@link Cases#DAY}, to be closed within ten days, its first step
 * within two. Immutable: each method gives a changed copy.
 */
record IncidentCases(
    IncidentProcedure.@Nullable Effect effect,
    List<Code> ladder,
    List<Entrusted> entrusted,
    List<StepTaken> steps,
    List<Escalation> escalations,
    @Nullable LocalDate closedOn,
    @Nullable Particulars mentorship) {
  static final String CANARY = "CANARY";
  static final LocalDate FIRST_STEP_BY = Cases.DAY.plusDays(2);
  static final LocalDate DEADLINE = Cases.DAY.plusDays(10);
  static final Actor HEAD = new Actor("h-1", Code.of("CENTRE_HEAD"), "centre-1");
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");

  static IncidentCases reported() {
    return new IncidentCases(
        null,
        List.of(OPERATOR, Code.of("JUVENILE_AFFAIRS_COMMISSION")),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  static IncidentCases entrustedOn(LocalDate day) {
    IncidentCases plain = reported();
    return new IncidentCases(
        plain.effect,
        plain.ladder,
        List.of(new Entrusted(HEAD, day, HEAD, at(day))),
        plain.steps,
        plain.escalations,
        null,
        null);
  }

  IncidentCases took(String step, LocalDate day) {
    List<StepTaken> all = new ArrayList<>(steps);
    all.add(new StepTaken(step, day, HEAD, "", at(day)));
    return new IncidentCases(effect, ladder, entrusted, all, escalations, closedOn, mentorship);
  }

  IncidentCases told(LocalDate day) {
    List<Escalation> all = new ArrayList<>(escalations);
    all.add(new Escalation(ladder.get(all.size()), null, day, HEAD, at(day)));
    return new IncidentCases(effect, ladder, entrusted, steps, all, closedOn, mentorship);
  }

  IncidentCases closed(LocalDate day) {
    return new IncidentCases(effect, ladder, entrusted, steps, escalations, day, mentorship);
  }

  IncidentCases nobodyToTell() {
    return new IncidentCases(
        effect, List.of(), entrusted, steps, escalations, closedOn, mentorship);
  }

  IncidentCases demanding(IncidentProcedure.Effect demanded) {
    return new IncidentCases(demanded, ladder, entrusted, steps, escalations, closedOn, mentorship);
  }

  /** About a mentorship in a state since the day before the report, with pauses. */
  IncidentCases about(MentorshipState state, Pause... pauses) {
    LocalDate before = Cases.DAY.minusDays(1);
    List<StateChange> changes = new ArrayList<>();
    changes.add(
        new StateChange(MentorshipState.PROPOSED, before.minusDays(1), HEAD, null, "", at(before)));
    if (state != MentorshipState.PROPOSED) {
      changes.add(new StateChange(state, before, HEAD, null, "", at(before)));
    }
    return new IncidentCases(
        effect,
        ladder,
        entrusted,
        steps,
        escalations,
        closedOn,
        new Particulars(
            MentorshipId.of("mentorship-1"),
            1,
            "main",
            Arrangement.INDIVIDUAL,
            new TreeSet<>(List.of(ParticipantId.of("m-1"))),
            new TreeSet<>(List.of(ParticipantId.of("c-1"))),
            null,
            null,
            null,
            List.of(),
            before,
            List.of(pauses),
            List.of(),
            List.of(),
            changes,
            null));
  }

  static Pause pause(LocalDate from, @Nullable LocalDate until) {
    return new Pause(
        from, until, "incident incident-1", HEAD, until == null ? null : "it is safe", HEAD);
  }

  IncidentCase on(LocalDate day) {
    LocalDate closed = closedOn;
    Incident incident =
        new Incident(
            IncidentId.of("incident-1"),
            1,
            Code.of("SAFEGUARDING"),
            "safeguarding",
            mentorship == null ? null : mentorship.id(),
            new TreeSet<>(List.of(ParticipantId.of("c-1"))),
            Cases.DAY.minusDays(3),
            Note.of(CANARY),
            HEAD,
            at(Cases.DAY),
            entrusted,
            DEADLINE,
            steps,
            escalations,
            closed == null
                ? null
                : new IncidentClosure(Resolution.of(Note.of(CANARY)), closed, HEAD, at(closed)));
    return new IncidentCase(procedure(), incident, mentorship, Cases.DAY, day);
  }

  private IncidentProcedure procedure() {
    return new IncidentProcedure(
        "safeguarding",
        Cases.codes("SAFEGUARDING"),
        Code.of("CENTRE_HEAD"),
        Period.ofDays(10),
        List.of(
            new IncidentProcedure.Step(
                "talk-to-child", Code.of("SCHOOL_PSYCHOLOGIST"), Period.ofDays(2), Cases.TITLE),
            new IncidentProcedure.Step("write-up", Code.of("CENTRE_HEAD"), null, Cases.TITLE)),
        Cases.codes("CENTRE_HEAD"),
        effect,
        ladder,
        Cases.TITLE,
        Cases.CITED);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }
}
