package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.TITLE;
import static org.mentoring.rules.Cases.codes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.activity.Happened.MeetingOutcome;
import org.mentoring.activity.Note;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Question;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Incident;
import org.mentoring.incident.IncidentClosure;
import org.mentoring.incident.Resolution;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Pause;
import org.mentoring.mentorship.RungTaken;
import org.mentoring.mentorship.StateChange;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.CompletionCase;
import org.mentoring.waiver.Waiver;

/**
 * Small cases for the rules of completion and of risk: one mentorship that began on 2020-01-10, the
 * day 2020-09-01. Each step gives a case of its own.
 */
record ClosingCases(
    @Nullable CompletionTerms completion,
    @Nullable MentorshipTerms mentorship,
    @Nullable WaiverTerms waiverTerms,
    List<ActivityTerms> kinds,
    SortedSet<ParticipantId> mentees,
    List<StateChange> changes,
    List<Pause> pauses,
    List<RungTaken> rungs,
    @Nullable Closure closure,
    List<Activity> activities,
    List<Obligation> obligations,
    List<Incident> incidents,
    List<Waiver> waivers,
    List<Decision> parties,
    LocalDate asOf) {
  static final LocalDate START = LocalDate.of(2020, 1, 10);
  static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  static final Instant NOW = Instant.parse("2020-09-01T09:00:00Z");
  static final Actor BY = Actor.coordinator("c-1", "centre-1");
  static final MentorshipId ID = MentorshipId.of("m-1");
  static final ParticipantId MENTEE = ParticipantId.of("mentee-1");
  static final ParticipantId SIBLING = ParticipantId.of("mentee-2");
  static final ParticipantId MENTOR = ParticipantId.of("mentor-1");
  static final ParticipantId CENTRE = ParticipantId.of("centre-1");
  static final Code GRADUATION = Code.of("GRADUATION_EVENT");
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  static final Cadence REPORTS =
      new Cadence(
          Code.of("MENTOR_REPORT"),
          Code.of("MENTOR"),
          Period.ofWeeks(2),
          1,
          false,
          null,
          null,
          CITED);
  static final Cadence FOLLOW_UP =
      new Cadence(
          Code.of("FOLLOW_UP_REPORT"),
          Code.of("MENTORING_CENTRE"),
          Period.ofMonths(6),
          1,
          false,
          null,
          Period.ofYears(1),
          CITED);

  /** Active since its start; the definition asks nothing yet. */
  static ClosingCases active() {
    return new ClosingCases(
        asking(List.of(), List.of(), List.of(), null),
        terms(null, List.of(), List.of()),
        null,
        List.of(),
        new TreeSet<>(Set.of(MENTEE)),
        List.of(
            change(MentorshipState.PROPOSED, START.minusDays(9)),
            change(MentorshipState.AGREED, START.minusDays(2)),
            change(MentorshipState.ACTIVE, START)),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        DAY);
  }

  static StateChange change(MentorshipState to, LocalDate on) {
    return new StateChange(to, on, BY, null, "", NOW);
  }

  static CompletionTerms asking(
      List<Code> requires, List<Code> jointBy, List<Code> interviews, @Nullable Period atLeast) {
    return new CompletionTerms(
        requires,
        new TreeSet<>(jointBy),
        interviews,
        atLeast,
        List.of(),
        List.of(FOLLOW_UP),
        CITED);
  }

  static MentorshipTerms terms(
      @Nullable Period longestPause,
      List<MentorshipTerms.Silence> silences,
      List<MentorshipTerms.Rung> ladder) {
    return new MentorshipTerms(
        List.of(), new TreeSet<>(), longestPause, silences, ladder, null, CITED);
  }

  ClosingCases asks(@Nullable CompletionTerms terms) {
    return copy(terms, mentorship, waiverTerms, kinds, changes, pauses, closure, activities);
  }

  ClosingCases asksFor(Code... requires) {
    return asks(asking(Arrays.asList(requires), List.of(), List.of(), null));
  }

  ClosingCases runsUnder(MentorshipTerms terms) {
    return copy(completion, terms, waiverTerms, kinds, changes, pauses, closure, activities);
  }

  ClosingCases silence(String party, Period longerThan) {
    return runsUnder(
        terms(
            null,
            List.of(new MentorshipTerms.Silence(Code.of(party), longerThan, CITED)),
            List.of()));
  }

  ClosingCases letsWaive(String... never) {
    WaiverTerms terms =
        new WaiverTerms(new TreeSet<>(Set.of(OPERATOR)), new TreeSet<>(Set.of(never)), null, CITED);
    return copy(completion, mentorship, terms, kinds, changes, pauses, closure, activities);
  }

  ClosingCases refers() {
    return copy(
        completion,
        mentorship,
        waiverTerms,
        List.of(
            kind("SERVICE_REFERRAL", ActivityTerms.Shape.SERVICE_REFERRAL),
            kind("MENTOR_REPORT", ActivityTerms.Shape.REPORT),
            kind("FOLLOW_UP_REPORT", ActivityTerms.Shape.REPORT)),
        changes,
        pauses,
        closure,
        activities);
  }

  private static ActivityTerms kind(String code, ActivityTerms.Shape shape) {
    return new ActivityTerms(
        Code.of(code),
        shape,
        ActivityTerms.About.PARTICIPANT,
        new TreeSet<>(),
        null,
        null,
        null,
        false,
        TITLE,
        CITED);
  }

  ClosingCases with(MentorshipState state, LocalDate on) {
    List<StateChange> all = new ArrayList<>(changes);
    all.add(change(state, on));
    return copy(completion, mentorship, waiverTerms, kinds, all, pauses, closure, activities);
  }

  ClosingCases notStarted() {
    return copy(
        completion,
        mentorship,
        waiverTerms,
        kinds,
        List.of(change(MentorshipState.PROPOSED, START)),
        pauses,
        closure,
        activities);
  }

  /** Rests from a day to the day before another; null: still. */
  ClosingCases paused(LocalDate from, @Nullable LocalDate until) {
    List<Pause> all = new ArrayList<>(pauses);
    all.add(
        new Pause(from, until, "why", BY, until == null ? null : "why", until == null ? null : BY));
    ClosingCases resting =
        copy(completion, mentorship, waiverTerms, kinds, changes, all, closure, activities)
            .with(MentorshipState.PAUSED, from);
    return until == null ? resting : resting.with(MentorshipState.ACTIVE, until);
  }

  ClosingCases closed(Closure.Kind kind, boolean asCompleted, LocalDate on) {
    Closure end = new Closure(kind, null, null, asCompleted, on, BY, "");
    return copy(completion, mentorship, waiverTerms, kinds, changes, pauses, end, activities)
        .with(kind == Closure.Kind.COMPLETED ? MentorshipState.CLOSED : MentorshipState.ENDED, on);
  }

  ClosingCases sibling() {
    SortedSet<ParticipantId> both = new TreeSet<>(mentees);
    both.add(SIBLING);
    return new ClosingCases(
        completion,
        mentorship,
        waiverTerms,
        kinds,
        both,
        changes,
        pauses,
        rungs,
        closure,
        activities,
        obligations,
        incidents,
        waivers,
        parties,
        asOf);
  }

  ClosingCases on(LocalDate day) {
    return rest(rungs, obligations, incidents, waivers, parties, day);
  }

  ClosingCases did(Activity... further) {
    List<Activity> all = new ArrayList<>(activities);
    all.addAll(Arrays.asList(further));
    return doing(all);
  }

  ClosingCases doing(List<Activity> all) {
    return copy(completion, mentorship, waiverTerms, kinds, changes, pauses, closure, all);
  }

  ClosingCases report(LocalDate on) {
    return did(
        activity(
            "MENTOR_REPORT", on, new Happened.MentorReport(Note.of("what was done"), null, null)));
  }

  ClosingCases plan(LocalDate on) {
    return did(
        activity(
            "MONTHLY_PLAN",
            on,
            new Happened.MonthlyPlan(YearMonth.from(on), List.of(Code.of("WORKSHOP")))));
  }

  ClosingCases meeting(MeetingOutcome outcome, LocalDate on) {
    return did(activity("MEETING", on, new Happened.Meeting(outcome, null, 0)));
  }

  ClosingCases checkIn(boolean concern, LocalDate on, String... with) {
    return did(
        activity("CHECK_IN", on, new Happened.CheckIn(codes(with), codes("SAFETY"), concern)));
  }

  ClosingCases part(Code kind, String party, LocalDate on) {
    return did(activity(kind.value(), on, new Happened.PartGiven(Code.of(party))));
  }

  ClosingCases event(Code kind, LocalDate on, ParticipantId... attended) {
    return did(
        activity(
            kind.value(),
            About.participant(CENTRE),
            on,
            new Happened.EventHeld(
                Fact.Mode.IN_PERSON, new TreeSet<>(Arrays.asList(attended)), new TreeSet<>())));
  }

  ClosingCases referred(ParticipantId mentee, LocalDate on) {
    return did(
        activity(
            "SERVICE_REFERRAL",
            About.participant(mentee),
            on,
            new Happened.ServiceReferral(ParticipantId.of("partner-1"))));
  }

  Activity activity(String kind, LocalDate on, Happened happened) {
    return activity(kind, About.mentorship(ID), on, happened);
  }

  private Activity activity(String kind, About about, LocalDate on, Happened happened) {
    return new Activity(
        ActivityId.of("a-" + (1_000 + activities.size())),
        Code.of(kind),
        about,
        on,
        happened,
        null,
        BY,
        NOW);
  }

  ClosingCases overdue(Cadence cadence, LocalDate... deadlines) {
    List<Obligation> all = new ArrayList<>(obligations);
    for (LocalDate deadline : deadlines) {
      all.add(obligation(cadence, deadline, ObligationState.OVERDUE));
    }
    return rest(rungs, all, incidents, waivers, parties, asOf);
  }

  ClosingCases due(Cadence cadence, ObligationState state) {
    List<Obligation> all = new ArrayList<>(obligations);
    all.add(obligation(cadence, DAY, state));
    return rest(rungs, all, incidents, waivers, parties, asOf);
  }

  private static Obligation obligation(Cadence cadence, LocalDate deadline, ObligationState state) {
    return new Obligation(
        new ObligationWindow(
            cadence, ID, null, null, 1, START, deadline, deadline, 0, 0, null, false),
        state);
  }

  /** Open until a day; null: still. */
  ClosingCases incident(@Nullable LocalDate deadline, @Nullable LocalDate closedOn) {
    List<Incident> all = new ArrayList<>(incidents);
    all.add(
        new Incident(
            IncidentId.of("i-1"),
            1,
            Code.of("SAFEGUARDING"),
            "children",
            ID,
            new TreeSet<>(),
            START.plusDays(10),
            Note.of("what happened"),
            BY,
            NOW,
            List.of(),
            deadline,
            List.of(),
            List.of(),
            closedOn == null ? null : closing(closedOn)));
    return rest(rungs, obligations, all, waivers, parties, asOf);
  }

  private static IncidentClosure closing(LocalDate on) {
    return new IncidentClosure(Resolution.of(Note.of("settled")), on, BY, NOW);
  }

  ClosingCases waived(String requirement, Code authority) {
    List<Waiver> all = new ArrayList<>(waivers);
    all.add(
        new Waiver(
            WaiverId.of("w-" + all.size()),
            requirement,
            null,
            ID,
            authority,
            "why",
            DAY.minusDays(1),
            DAY.plusDays(30),
            BY,
            NOW));
    return rest(rungs, obligations, incidents, all, parties, asOf);
  }

  ClosingCases rung(String id, LocalDate on) {
    List<RungTaken> all = new ArrayList<>(rungs);
    all.add(new RungTaken(id, on, "why", BY, NOW));
    return rest(all, obligations, incidents, waivers, parties, asOf);
  }

  ClosingCases party(ParticipantId who, Position position, Effect effect) {
    List<Decision> all = new ArrayList<>(parties);
    all.add(
        Decision.of(
            new Question(Code.of("PARTICIPATION"), who, "main", position, DAY, NOW),
            List.of(Finding.of("consent.withdrawn", "consent", CITED, effect)),
            List.of(),
            new Basis("sample", "1.0.0", "h", "h", new TreeSet<>(), "")));
    return rest(rungs, obligations, incidents, waivers, all, asOf);
  }

  CompletionCase made() {
    Practice practice =
        new Practice(
            "main",
            TITLE,
            MentoringFormat.TRADITIONAL,
            new TreeSet<>(Set.of(Arrangement.INDIVIDUAL, Arrangement.GROUP)),
            false,
            false,
            List.of(),
            null,
            mentorship,
            List.of(REPORTS),
            completion,
            CITED);
    return new CompletionCase(
        definition(practice),
        practice,
        particulars(),
        activities,
        obligations,
        incidents,
        waivers,
        parties,
        asOf);
  }

  private ProgrammeDefinition definition(Practice practice) {
    return new ProgrammeDefinition(
        "sample",
        new Version(1, 0, 0),
        TITLE,
        null,
        ZoneId.of("Asia/Yekaterinburg"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(practice),
        null,
        List.of(),
        List.of(),
        kinds,
        List.of(),
        List.of(),
        waiverTerms,
        new Privacy(Cases.set(List.of(Position.MENTEE)), 3, CITED));
  }

  private Particulars particulars() {
    boolean started = changes.stream().anyMatch(change -> change.to() == MentorshipState.ACTIVE);
    return new Particulars(
        ID,
        1,
        "main",
        mentees.size() == 1 ? Arrangement.INDIVIDUAL : Arrangement.GROUP,
        new TreeSet<>(Set.of(MENTOR)),
        mentees,
        CENTRE,
        null,
        null,
        List.of(),
        started ? START : null,
        pauses,
        rungs,
        List.of(),
        changes.stream()
            .sorted(java.util.Comparator.comparing(StateChange::on))
            .collect(Collectors.toList()),
        closure);
  }

  private ClosingCases copy(
      @Nullable CompletionTerms newCompletion,
      @Nullable MentorshipTerms newMentorship,
      @Nullable WaiverTerms newWaiverTerms,
      List<ActivityTerms> newKinds,
      List<StateChange> newChanges,
      List<Pause> newPauses,
      @Nullable Closure newClosure,
      List<Activity> newActivities) {
    return new ClosingCases(
        newCompletion,
        newMentorship,
        newWaiverTerms,
        newKinds,
        mentees,
        newChanges,
        newPauses,
        rungs,
        newClosure,
        newActivities,
        obligations,
        incidents,
        waivers,
        parties,
        asOf);
  }

  private ClosingCases rest(
      List<RungTaken> newRungs,
      List<Obligation> newObligations,
      List<Incident> newIncidents,
      List<Waiver> newWaivers,
      List<Decision> newParties,
      LocalDate newAsOf) {
    return new ClosingCases(
        completion,
        mentorship,
        waiverTerms,
        kinds,
        mentees,
        changes,
        pauses,
        newRungs,
        closure,
        activities,
        newObligations,
        newIncidents,
        newWaivers,
        newParties,
        newAsOf);
  }
}
