package org.mentoring.rules;

import static org.mentoring.rules.Cases.CITED;
import static org.mentoring.rules.Cases.TITLE;
import static org.mentoring.rules.Cases.codes;
import static org.mentoring.rules.ClosingTerms.REPORTS;
import static org.mentoring.rules.ClosingTerms.asking;
import static org.mentoring.rules.ClosingTerms.kind;
import static org.mentoring.rules.ClosingTerms.terms;

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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
import org.mentoring.mentorship.Leaving;
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
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentoringFormat;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Phase;
import org.mentoring.programme.Practice;
import org.mentoring.programme.Privacy;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.spi.CompletionCase;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

/**
 * Small cases for the rules of completion and of risk: one mentorship that began on 2020-01-10, the
 * day 2020-09-01. Each step gives a case of its own.
 */
final class ClosingCases {
  static final LocalDate START = LocalDate.of(2020, 1, 10);
  static final LocalDate DAY = LocalDate.of(2020, 9, 1);
  static final LocalDate PHASE_OVER = LocalDate.of(2020, 8, 1);
  static final Instant NOW = Instant.parse("2020-09-01T09:00:00Z");
  static final Actor BY = Actor.coordinator("c-1", "centre-1");
  static final MentorshipId ID = MentorshipId.of("m-1");
  static final ParticipantId MENTEE = ParticipantId.of("mentee-1");
  static final ParticipantId SIBLING = ParticipantId.of("mentee-2");
  static final ParticipantId MENTOR = ParticipantId.of("mentor-1");
  static final ParticipantId CENTRE = ParticipantId.of("centre-1");
  static final Code GRADUATION = Code.of("GRADUATION_EVENT");
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");
  private @Nullable CompletionTerms completion = asking(List.of(), List.of(), List.of(), null);
  private @Nullable MentorshipTerms mentorship = terms(null, List.of(), List.of());
  private @Nullable WaiverTerms waiverTerms;
  private List<ActivityTerms> kinds = List.of();
  private List<PartyTerms> asked = List.of();
  private @Nullable MatchingPlan matching;
  private SortedSet<ParticipantId> mentees = new TreeSet<>(Set.of(MENTEE));
  private List<StateChange> changes =
      List.of(
          change(MentorshipState.PROPOSED, START.minusDays(9)),
          change(MentorshipState.AGREED, START.minusDays(2)),
          change(MentorshipState.ACTIVE, START));
  private List<Pause> pauses = List.of();
  private List<RungTaken> rungs = List.of();
  private @Nullable Closure closure;
  private List<Activity> activities = List.of();
  private List<Obligation> obligations = List.of();
  private List<Incident> incidents = List.of();
  private List<IncidentProcedure> procedures = List.of();
  private SortedSet<ParticipantId> mentors = new TreeSet<>(Set.of(MENTOR));
  private List<Leaving> leavings = List.of();
  private List<Waiver> waivers = List.of();
  private List<Decision> parties = List.of();
  private SortedSet<String> apart = new TreeSet<>();
  private List<Finding> centre = List.of();
  private LocalDate asOf = DAY;

  private ClosingCases() {}

  /** This case with something changed. */
  private ClosingCases but(Consumer<ClosingCases> change) {
    ClosingCases next = new ClosingCases();
    next.completion = completion;
    next.mentorship = mentorship;
    next.waiverTerms = waiverTerms;
    next.kinds = kinds;
    next.asked = asked;
    next.matching = matching;
    next.mentors = mentors;
    next.mentees = mentees;
    next.changes = changes;
    next.pauses = pauses;
    next.rungs = rungs;
    next.closure = closure;
    next.activities = activities;
    next.obligations = obligations;
    next.incidents = incidents;
    next.procedures = procedures;
    next.leavings = leavings;
    next.waivers = waivers;
    next.parties = parties;
    next.apart = apart;
    next.centre = centre;
    next.asOf = asOf;
    change.accept(next);
    return next;
  }

  /** Active since its start; the definition asks nothing yet. */
  static ClosingCases active() {
    return new ClosingCases();
  }

  List<Activity> activities() {
    return activities;
  }

  List<Pause> pauses() {
    return pauses;
  }

  LocalDate asOf() {
    return asOf;
  }

  static StateChange change(MentorshipState to, LocalDate on) {
    return new StateChange(to, on, BY, null, "", NOW);
  }

  ClosingCases asks(@Nullable CompletionTerms terms) {
    return but(next -> next.completion = terms);
  }

  ClosingCases asksFor(Code... requires) {
    return asks(asking(Arrays.asList(requires), List.of(), List.of(), null));
  }

  ClosingCases runsUnder(MentorshipTerms terms) {
    return but(next -> next.mentorship = terms);
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
    return but(next -> next.waiverTerms = terms);
  }

  ClosingCases refers() {
    return refers("SERVICE_REFERRAL");
  }

  /** The definition declares kinds of referral. */
  ClosingCases refers(String... referrals) {
    List<ActivityTerms> all = new ArrayList<>();
    for (String referral : referrals) {
      all.add(kind(referral, ActivityTerms.Shape.SERVICE_REFERRAL));
    }
    all.add(kind("MENTOR_REPORT", ActivityTerms.Shape.REPORT));
    all.add(kind("FOLLOW_UP_REPORT", ActivityTerms.Shape.REPORT));
    return but(next -> next.kinds = all);
  }

  ClosingCases with(MentorshipState state, LocalDate on) {
    List<StateChange> all = new ArrayList<>(changes);
    all.add(change(state, on));
    return but(next -> next.changes = all);
  }

  /** What is asked of the parties. */
  ClosingCases among(List<PartyTerms> terms) {
    return but(next -> next.asked = terms);
  }

  /** Its pairs were matched, by no criteria of its own. */
  ClosingCases matched() {
    MatchingPlan plan =
        new MatchingPlan(
            MatchingPlan.Policy.OPTIMAL,
            new MatchingPlan.CapacityTerms(1, 3, CITED),
            null,
            List.of(),
            List.of(),
            CITED);
    return but(next -> next.matching = plan);
  }

  ClosingCases notStarted() {
    return but(next -> next.changes = List.of(change(MentorshipState.PROPOSED, START)));
  }

  /** Rests from a day to the day before another; null: still. */
  ClosingCases paused(LocalDate from, @Nullable LocalDate until) {
    List<Pause> all = new ArrayList<>(pauses);
    all.add(
        new Pause(from, until, "why", BY, until == null ? null : "why", until == null ? null : BY));
    ClosingCases resting = but(next -> next.pauses = all).with(MentorshipState.PAUSED, from);
    return until == null ? resting : resting.with(MentorshipState.ACTIVE, until);
  }

  ClosingCases closed(Closure.Kind kind, boolean asCompleted, LocalDate on) {
    Closure end = new Closure(kind, null, null, asCompleted, on, BY, "");
    return but(next -> next.closure = end)
        .with(kind == Closure.Kind.COMPLETED ? MentorshipState.CLOSED : MentorshipState.ENDED, on);
  }

  ClosingCases sibling() {
    SortedSet<ParticipantId> both = new TreeSet<>(mentees);
    both.add(SIBLING);
    return but(next -> next.mentees = both);
  }

  /** With a further mentor. */
  ClosingCases team(ParticipantId further) {
    SortedSet<ParticipantId> both = new TreeSet<>(mentors);
    both.add(further);
    return but(next -> next.mentors = both);
  }

  /** A mentor of the team left it. */
  ClosingCases left(ParticipantId mentor, LocalDate on) {
    Leaving gone =
        new Leaving(mentor, true, on, Code.of("MOVED"), null, "moves", BY, "digest", NOW);
    return but(next -> next.leavings = List.of(gone));
  }

  ClosingCases reportOf(ParticipantId mentor, LocalDate on) {
    Activity report =
        activity(
            "MENTOR_REPORT", on, new Happened.MentorReport(Note.of("what was done"), null, null));
    return did(
        new Activity(
            report.id(),
            report.kind(),
            report.about(),
            on,
            report.happened(),
            null,
            new Actor(mentor.value(), Code.of("MENTOR"), "centre-1"),
            NOW));
  }

  ClosingCases on(LocalDate day) {
    return but(next -> next.asOf = day);
  }

  ClosingCases did(Activity... further) {
    List<Activity> all = new ArrayList<>(activities);
    all.addAll(Arrays.asList(further));
    return doing(all);
  }

  ClosingCases doing(List<Activity> all) {
    return but(next -> next.activities = all);
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

  /** The same with what somebody else puts on record. */
  ClosingCases by(Actor actor, UnaryOperator<ClosingCases> recording) {
    List<Activity> all = new ArrayList<>(activities);
    for (Activity each : recording.apply(this).activities) {
      if (!activities.contains(each)) {
        all.add(
            new Activity(
                each.id(),
                each.kind(),
                each.about(),
                each.on(),
                each.happened(),
                each.note(),
                actor,
                each.recordedAt()));
      }
    }
    return doing(all);
  }

  ClosingCases part(Code kind, String party, LocalDate on) {
    return did(activity(kind.value(), on, new Happened.PartGiven(Code.of(party))));
  }

  ClosingCases part(Code kind, String party, ParticipantId of, LocalDate on) {
    return did(activity(kind.value(), on, new Happened.PartGiven(Code.of(party), of)));
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

  /** The definition declares a route. */
  ClosingCases routed() {
    List<ActivityTerms> all = new ArrayList<>(ClosingTerms.route());
    all.add(kind("MENTOR_REPORT", ActivityTerms.Shape.REPORT));
    all.add(kind("FOLLOW_UP_REPORT", ActivityTerms.Shape.REPORT));
    return but(next -> next.kinds = all);
  }

  ClosingCases entry(String kind, LocalDate on, ParticipantId about) {
    return did(
        activity(kind, About.participant(about), on, new Happened.Entry(null, new TreeSet<>(), 1)));
  }

  ClosingCases referred(ParticipantId mentee, LocalDate on) {
    return referred("SERVICE_REFERRAL", mentee, on);
  }

  ClosingCases referred(String kind, ParticipantId mentee, LocalDate on) {
    return did(
        activity(
            kind,
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
    return but(next -> next.obligations = all);
  }

  ClosingCases due(Cadence cadence, ObligationState state) {
    List<Obligation> all = new ArrayList<>(obligations);
    all.add(obligation(cadence, DAY, state));
    return but(next -> next.obligations = all);
  }

  private static Obligation obligation(Cadence cadence, LocalDate deadline, ObligationState state) {
    return new Obligation(
        new ObligationWindow(
            cadence, ID, null, null, 1, START, deadline, deadline, 0, 0, null, false),
        state);
  }

  /** Open until a day; null: still. */
  ClosingCases incident(@Nullable LocalDate deadline, @Nullable LocalDate closedOn) {
    return incidentOf("children", deadline, closedOn);
  }

  /** One of an algorithm, which the definition need not have any more. */
  ClosingCases incidentOf(
      String procedure, @Nullable LocalDate deadline, @Nullable LocalDate closedOn) {
    List<Incident> all = new ArrayList<>(incidents);
    all.add(
        new Incident(
            IncidentId.of("i-" + (all.size() + 1)),
            1,
            Code.of("SAFEGUARDING"),
            procedure,
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
    return but(next -> next.incidents = all);
  }

  /** The algorithm of its incidents: one step within two days of the report. */
  ClosingCases handled(IncidentProcedure.@Nullable Effect effect) {
    IncidentProcedure procedure =
        new IncidentProcedure(
            "children",
            codes("SAFEGUARDING"),
            Code.of("CENTRE_HEAD"),
            null,
            List.of(
                new IncidentProcedure.Step(
                    "talk-to-child", Code.of("SPECIALIST"), Period.ofDays(2), TITLE)),
            codes("CENTRE_HEAD"),
            effect,
            List.of(),
            TITLE,
            CITED);
    return but(next -> next.procedures = List.of(procedure));
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
    return but(next -> next.waivers = all);
  }

  ClosingCases rung(String id, LocalDate on) {
    List<RungTaken> all = new ArrayList<>(rungs);
    all.add(new RungTaken(id, on, "why", BY, NOW));
    return but(next -> next.rungs = all);
  }

  ClosingCases party(ParticipantId who, Position position, Effect effect) {
    List<Decision> all = new ArrayList<>(parties);
    all.add(
        Decision.of(
            new Question(Code.of("PARTICIPATION"), who, "main", position, DAY, NOW),
            List.of(Finding.of("consent.withdrawn", "consent", CITED, effect)),
            List.of(),
            new Basis("sample", "1.0.0", "h", "h", new TreeSet<>(), "")));
    return but(next -> next.parties = all);
  }

  /** Hard criteria keep its pair apart. */
  ClosingCases apart(String... criteria) {
    return but(next -> next.apart = new TreeSet<>(Set.of(criteria)));
  }

  /** Its centre lacks something. */
  ClosingCases centreLacks(String requirement, String code) {
    return but(next -> next.centre = List.of(Finding.of(code, requirement, CITED, Effect.DELAYS)));
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
            asked,
            matching,
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
        apart,
        List.of(),
        centre,
        asOf,
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
        List.of(
            new Phase(
                "practical",
                TITLE,
                Validity.between(START.minusYears(1), PHASE_OVER),
                new TreeSet<>(),
                CITED)),
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
        procedures,
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
        mentors.size() > 1
            ? Arrangement.TEAM
            : mentees.size() == 1 ? Arrangement.INDIVIDUAL : Arrangement.GROUP,
        mentors,
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
        closure,
        leavings,
        null,
        List.of());
  }
}
