package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.activity.Happened;
import org.mentoring.decision.Basis;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Question;
import org.mentoring.decision.StepProgress;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.mentorship.StateChange;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.obligation.Obligation;
import org.mentoring.participant.Position;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.Incidents;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

/** Whether mentorships are complete, and what puts them at risk. */
final class CompletionQueries {
  static final Code COMPLETION = Code.of("COMPLETION");

  /** The algorithm with its semantic version. */
  static final String KIND = "completion@1";

  /** What the commands ask besides, which decisions did not tell at first. */
  private static final String GROUNDS = "closing@1";

  /** The same and exclusions, and what was done without consent is left out. */
  private static final String CONSENTED = "closing@2";

  /** What core puts before and beside the rules. */
  static final Set<String> BESIDES = Set.of(GROUNDS, CONSENTED);

  /** How much of it a decision asked, by the kinds that it names. */
  enum Scope {
    TERMS(null),
    GROUNDS(CompletionQueries.GROUNDS),
    CONSENTED(CompletionQueries.CONSENTED);

    private final @Nullable String besides;

    Scope(@Nullable String besides) {
      this.besides = besides;
    }

    SortedSet<String> kinds() {
      SortedSet<String> kinds = new TreeSet<>(Set.of(KIND));
      if (besides != null) {
        kinds.add(besides);
      }
      return kinds;
    }

    /** As decisions are made now. */
    static Scope latest() {
      return CONSENTED;
    }

    static Scope of(Set<String> kinds) {
      if (kinds.contains(CompletionQueries.CONSENTED)) {
        return CONSENTED;
      }
      return kinds.contains(CompletionQueries.GROUNDS) ? GROUNDS : TERMS;
    }
  }

  /** In these states somebody still owes something to the mentorship. */
  private static final SortedSet<MentorshipState> WATCHED =
      new TreeSet<>(
          List.of(
              MentorshipState.PROPOSED,
              MentorshipState.AGREED,
              MentorshipState.ACTIVE,
              MentorshipState.PAUSED,
              MentorshipState.CLOSING,
              MentorshipState.CLOSED,
              MentorshipState.IN_FOLLOW_UP));

  private static final int PAGE = 200;

  private final Workplace workplace;
  private final ObligationQueries obligations;

  /** What a decision about completion was made on. */
  private record Evidence(
      Particulars mentorship,
      List<Activity> activities,
      List<Incident> incidents,
      List<Waiver> waivers,
      @OmittedIfAbsent List<Finding> grounds) {}

  /** How those stand who are in it, as far as risks ask for it. */
  private record Standing(
      List<Decision> parties,
      SortedSet<String> apart,
      List<Validity> withoutConsent,
      List<Finding> centre) {
    static final Standing NOT_ASKED =
        new Standing(List.of(), Collections.emptySortedSet(), List.of(), List.of());
  }

  /**
   * Which activities count.
   *
   * @param without all but this one; null: all
   * @param consentsKnownAt only with the consents that were known then; null: also without
   */
  private record Counting(@Nullable ActivityId without, @Nullable Instant consentsKnownAt) {
    static final Counting ALL = new Counting(null, null);
  }

  CompletionQueries(Workplace workplace, ObligationQueries obligations) {
    this.workplace = workplace;
    this.obligations = obligations;
  }

  /**
   * @param scope what is asked besides the terms
   */
  Decision completion(MentorshipId id, LocalDate asOf, Instant knownAt, Scope scope) {
    Particulars mentorship = known(id, asOf, knownAt);
    Mentoring judging = workplace.judging(mentorship).on(asOf).mentoring();
    if (judging != workplace.mentoring()) {
      return judging.oversight().completion(id, asOf, knownAt, scope);
    }
    Practice practice = workplace.mentoring().practice(mentorship.practice());
    CompletionCase question =
        question(
            practice,
            mentorship,
            asOf,
            knownAt,
            incidents(mentorship, knownAt),
            List.of(),
            Standing.NOT_ASKED,
            new Counting(null, scope == Scope.CONSENTED ? knownAt : null));
    List<Finding> findings = new ArrayList<>(workplace.rules().completion().missing(question));
    List<Finding> besides =
        scope == Scope.TERMS
            ? List.of()
            : new ClosingGrounds(workplace, practice, asOf, knownAt)
                .delaying(mentorship, scope == Scope.CONSENTED);
    findings.addAll(besides);
    return Decision.of(
        new Question(COMPLETION, ParticipantId.of(id.value()), practice.id(), null, asOf, knownAt),
        findings,
        path(practice, mentorship, asOf),
        basis(question, scope, besides, asOf));
  }

  /** Whether a mentorship that was completed would lack something without an activity. */
  boolean bears(Particulars completed, Activity activity) {
    Closure closure = completed.closure();
    if (closure == null || closure.kind() != Closure.Kind.COMPLETED) {
      return false;
    }
    Instant now = workplace.now();
    Particulars then = known(completed.id(), closure.on(), now);
    Instant at = closedAt(completed, now);
    // It rests on the consents that were known when it was decided.
    return !missing(then, closure.on(), now, new Counting(activity.id(), at))
        .equals(missing(then, closure.on(), now, new Counting(null, at)));
  }

  private static Instant closedAt(Particulars completed, Instant now) {
    return completed.changes().stream()
        .filter(change -> change.to() == MentorshipState.CLOSED)
        .map(StateChange::recordedAt)
        .findFirst()
        .orElse(now);
  }

  private List<Finding> missing(
      Particulars mentorship, LocalDate asOf, Instant knownAt, Counting counting) {
    Practice practice = workplace.mentoring().practice(mentorship.practice());
    return workplace
        .rules()
        .completion()
        .missing(
            question(
                practice,
                mentorship,
                asOf,
                knownAt,
                List.of(),
                List.of(),
                Standing.NOT_ASKED,
                counting));
  }

  /** What is missing by other terms than those of the practice. */
  List<Finding> missing(
      Particulars mentorship, Practice otherwise, LocalDate asOf, Instant knownAt) {
    return workplace
        .rules()
        .completion()
        .missing(
            question(
                otherwise,
                mentorship,
                asOf,
                knownAt,
                List.of(),
                List.of(),
                Standing.NOT_ASKED,
                new Counting(null, knownAt)));
  }

  List<Finding> risks(MentorshipId id, LocalDate asOf, Instant knownAt) {
    Particulars mentorship = known(id, asOf, knownAt);
    return shared(workplace.judging(mentorship).on(asOf), asOf, knownAt).risks(mentorship);
  }

  /** Those with a finding that a person has to look at; what informs alone puts nobody at risk. */
  Page<AtRisk> atRisk(LocalDate asOf, Instant now, @Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    Mentorships.Which which = new Mentorships.Which(null, null, WATCHED);
    List<AtRisk> found = new ArrayList<>();
    Map<PinnedVersion, Shared> ofVersions = new HashMap<>();
    MentorshipId last = after == null ? null : MentorshipId.of(after);
    while (true) {
      Page<Particulars> page = workplace.stores().mentorships().list(which, last, PAGE);
      for (Particulars mentorship : page.items()) {
        if (found.size() == most) {
          return new Page<>(found, found.get(most - 1).mentorship().value());
        }
        if (mentorship.stateOn(asOf).isPresent()) {
          List<Finding> findings =
              workplace
                  .notJudged(mentorship)
                  .map(List::of)
                  .orElseGet(
                      () -> {
                        Workplace judging = workplace.judging(mentorship).on(asOf);
                        return ofVersions
                            .computeIfAbsent(
                                judging.mentoring().pinned(), version -> shared(judging, asOf, now))
                            .risks(mentorship.withPartiesOn(asOf, now));
                      });
          if (findings.stream().anyMatch(finding -> finding.effect() != Effect.INFORMS)) {
            found.add(new AtRisk(mentorship.id(), findings));
          }
        }
        last = mentorship.id();
      }
      if (page.next() == null) {
        return new Page<>(found, null);
      }
    }
  }

  /** What the mentorships of one version share on one page. */
  private static Shared shared(Workplace judging, LocalDate asOf, Instant knownAt) {
    ObligationQueries obligations = new ObligationQueries(judging);
    return new CompletionQueries(judging, obligations).new Shared(asOf, knownAt);
  }

  /** Asks for the risks of many mentorships and reads what they share only once. */
  private final class Shared {
    private final LocalDate asOf;
    private final Instant knownAt;
    private final ObligationQueries.Reading due;
    private final Map<String, KeptApart> apart = new HashMap<>();
    private final Map<ParticipantId, Map<String, List<Finding>>> centres = new HashMap<>();

    private Shared(LocalDate asOf, Instant knownAt) {
      this.asOf = asOf;
      this.knownAt = knownAt;
      this.due = obligations.reading(asOf, knownAt);
    }

    private List<Finding> risks(Particulars mentorship) {
      Practice practice = workplace.mentoring().practice(mentorship.practice());
      boolean open = mentorship.stateOn(asOf).map(MentorshipState::open).orElse(false);
      Particulars kept = merged(knownAt).kept(mentorship);
      return workplace
          .rules()
          .risks()
          .risks(
              question(
                  practice,
                  mentorship,
                  asOf,
                  knownAt,
                  open ? watched(mentorship, knownAt) : incidents(mentorship, knownAt),
                  due(mentorship, due, knownAt),
                  new Standing(
                      parties(practice, kept, asOf, knownAt),
                      open
                          ? apart(
                              apart.computeIfAbsent(
                                  practice.id(),
                                  id ->
                                      new KeptApart(
                                          workplace.mentoring(), practice, asOf, knownAt)),
                              kept)
                          : new TreeSet<>(),
                      open ? withoutConsent(practice, kept) : List.of(),
                      open ? centre(mentorship) : List.of()),
                  Counting.ALL));
    }

    private List<Finding> centre(Particulars mentorship) {
      ParticipantId centre = mentorship.centre();
      String model = mentorship.model();
      return centre == null
          ? List.of()
          : centres
              .computeIfAbsent(centre, none -> new HashMap<>())
              .computeIfAbsent(
                  model == null ? "" : model,
                  none -> new CentreCheck(workplace, knownAt).lost(centre, model, asOf));
    }

    /** A party that may not meet is neither silent nor absent. */
    private List<Validity> withoutConsent(Practice practice, Particulars mentorship) {
      LocalDate started = mentorship.startedOn();
      return started == null || practice.mentorship() == null
          ? List.of()
          : new ConsentDays(workplace).notMeeting(practice, mentorship, started, asOf, knownAt);
    }
  }

  private static SortedSet<String> apart(KeptApart apart, Particulars mentorship) {
    SortedSet<String> criteria = new TreeSet<>();
    apart.of(mentorship.mentors(), mentorship.mentees()).values().forEach(criteria::addAll);
    return criteria;
  }

  /** Of the mentorship, and what its parties owe or are owed themselves since it began. */
  private List<Obligation> due(
      Particulars mentorship, ObligationQueries.Reading reading, Instant knownAt) {
    List<Obligation> due =
        new ArrayList<>(
            reading.of(workplace.stores().mentorships().find(mentorship.id()).orElse(mentorship)));
    LocalDate started = mentorship.startedOn();
    if (started != null) {
      for (ParticipantId party : merged(knownAt).kept(parties(mentorship))) {
        reading.of(party).stream()
            .filter(one -> !one.window().opens().isBefore(started))
            .filter(one -> !one.window().cadence().isBesidePairs())
            .forEach(due::add);
      }
    }
    return due;
  }

  private CompletionCase question(
      Practice practice,
      Particulars mentorship,
      LocalDate asOf,
      Instant knownAt,
      List<Incident> incidents,
      List<Obligation> due,
      Standing standing,
      Counting counting) {
    ActivityId without = counting.without();
    Instant consentsKnownAt = counting.consentsKnownAt();
    Particulars kept = merged(knownAt).kept(mentorship);
    List<Activity> told =
        new PartsOfAll(workplace, practice, kept, knownAt)
            .told(
                activities(mentorship, asOf, knownAt).stream()
                    .filter(activity -> !activity.id().equals(without))
                    .toList());
    return new CompletionCase(
        workplace.definition(),
        practice,
        kept,
        consentsKnownAt == null
            ? told
            : new ConsentedActivities(workplace, practice, kept, consentsKnownAt).of(told),
        due,
        incidents.stream()
            .filter(incident -> !incident.recordedAt().isAfter(knownAt))
            .filter(incident -> !incident.on().isAfter(asOf))
            .map(incident -> incident.knownAt(knownAt))
            .toList(),
        waivers(mentorship, asOf, knownAt),
        standing.parties(),
        standing.apart(),
        standing.withoutConsent(),
        standing.centre(),
        asOf,
        asOf.isAfter(workplace.today()) ? workplace.today() : asOf);
  }

  /**
   * Those that hold on the day. What was decided before a waiver was taken back rests on it still,
   * so that a completion is judged by those that held, as was known then, on its own day.
   */
  private List<Waiver> waivers(Particulars mentorship, LocalDate asOf, Instant knownAt) {
    Closure closure = mentorship.closure();
    boolean completed =
        closure != null && closure.kind() == Closure.Kind.COMPLETED && !closure.on().isAfter(asOf);
    LocalDate day = closure != null && completed ? closure.on() : asOf;
    Instant closed = completed ? closedAt(mentorship, knownAt) : knownAt;
    Instant at = closed.isBefore(knownAt) ? closed : knownAt;
    return workplace.stores().waivers().of(mentorship.id()).stream()
        .filter(waiver -> waiver.holds(day, at))
        .map(waiver -> waiver.knownAt(at))
        .toList();
  }

  /**
   * Those of the mentorship, and those that name no mentorship and concern who was a party of it on
   * their day, though it left since; by id, so that it does not matter in which order they are
   * found.
   */
  private List<Incident> incidents(Particulars mentorship, Instant knownAt) {
    Incidents store = workplace.stores().incidents();
    MergedParties merged = merged(knownAt);
    SortedMap<IncidentId, Incident> found = new TreeMap<>();
    store.of(mentorship.id()).forEach(incident -> found.put(incident.id(), incident));
    for (ParticipantId party : merged.all(parties(mentorship.withAllParties()))) {
      store.concerning(party).stream()
          .filter(incident -> incident.mentorship() == null)
          .filter(
              incident ->
                  merged
                      .all(parties(IncidentReading.partiesThen(incident, mentorship)))
                      .contains(party))
          .forEach(incident -> found.put(incident.id(), incident));
    }
    return List.copyOf(found.values());
  }

  /**
   * Also those of another mentorship in which one of its mentors stands, and for which that mentor
   * gets no further child: whoever looks after this child has to know.
   */
  private List<Incident> watched(Particulars mentorship, Instant knownAt) {
    Incidents store = workplace.stores().incidents();
    SortedMap<IncidentId, Incident> found = new TreeMap<>();
    incidents(mentorship, knownAt).forEach(incident -> found.put(incident.id(), incident));
    for (ParticipantId mentor : merged(knownAt).all(mentorship.mentors())) {
      Stream<Incident> naming = store.concerning(mentor).stream();
      Stream<Incident> ofOthers =
          workplace.stores().mentorships().of(mentor).stream()
              .flatMap(
                  each ->
                      store.of(each.id()).stream()
                          .filter(
                              incident ->
                                  IncidentReading.partiesThen(incident, each)
                                      .mentors()
                                      .contains(mentor)));
      Stream.concat(naming, ofOthers)
          .filter(incident -> incident.mentorship() != null)
          .filter(this::demands)
          .forEach(incident -> found.put(incident.id(), incident));
    }
    return List.copyOf(found.values());
  }

  private boolean demands(Incident incident) {
    return workplace.definition().incidents().stream()
        .filter(each -> each.id().equals(incident.procedure()))
        .anyMatch(each -> each.effect() != null);
  }

  /**
   * What happened in the mentorship, with its parties, and at events of its centre. By id, so that
   * the order in which things became known does not matter.
   */
  private List<Activity> activities(Particulars mentorship, LocalDate asOf, Instant knownAt) {
    List<ActivityEntry> entries = new ArrayList<>();
    entries.addAll(workplace.stores().activities().history(About.mentorship(mentorship.id())));
    MergedParties merged = merged(knownAt);
    for (ParticipantId party : merged.all(parties(mentorship))) {
      entries.addAll(workplace.stores().activities().history(About.participant(party)));
    }
    for (ParticipantId mentee : merged.all(mentorship.mentees())) {
      workplace.stores().activities().attended(mentee).stream()
          .filter(entry -> isOfCentre(entry, mentorship, merged))
          .forEach(entries::add);
    }
    Set<ActivityId> retracted = new HashSet<>();
    Map<ActivityId, Activity> found = new LinkedHashMap<>();
    for (ActivityEntry entry : entries) {
      if (entry instanceof ActivityEntry.Retracted wrong) {
        if (!wrong.recordedAt().isAfter(knownAt)) {
          retracted.add(wrong.activity());
        }
      } else {
        Activity activity = ((ActivityEntry.Recorded) entry).activity();
        if (!activity.recordedAt().isAfter(knownAt) && !activity.on().isAfter(asOf)) {
          found.put(activity.id(), activity);
        }
      }
    }
    return found.values().stream()
        .filter(activity -> !retracted.contains(activity.id()))
        .map((Activity activity) -> merged.kept(activity))
        .sorted(Comparator.comparing(Activity::id))
        .toList();
  }

  private MergedParties merged(Instant knownAt) {
    return new MergedParties(workplace.mentoring(), knownAt);
  }

  private static SortedSet<ParticipantId> parties(Particulars mentorship) {
    SortedSet<ParticipantId> parties = new TreeSet<>(mentorship.mentors());
    parties.addAll(mentorship.mentees());
    return parties;
  }

  /** Where no centre runs the mentorship, any event counts that the mentee came to. */
  private static boolean isOfCentre(
      ActivityEntry entry, Particulars mentorship, MergedParties merged) {
    ParticipantId centre = mentorship.centre();
    if (centre == null || entry instanceof ActivityEntry.Retracted) {
      return true;
    }
    Activity activity = merged.kept(((ActivityEntry.Recorded) entry).activity());
    ParticipantId kept = merged.kept(centre);
    return activity.about().equals(About.participant(kept))
        || (activity.happened() instanceof Happened.EventHeld event
            && event.jointWith().contains(kept));
  }

  private List<Decision> parties(
      Practice practice, Particulars mentorship, LocalDate asOf, Instant knownAt) {
    List<Decision> decisions = new ArrayList<>();
    Optional<MentorshipState> state = mentorship.stateOn(asOf);
    if (state.isPresent() && state.get() == MentorshipState.IN_FOLLOW_UP) {
      mentorship.mentees().forEach(id -> consents(decisions, practice, id, asOf, knownAt));
      return decisions;
    }
    if (state.isEmpty() || !state.get().open()) {
      return decisions;
    }
    mentorship
        .mentors()
        .forEach(id -> decide(decisions, practice, id, Position.MENTOR, asOf, knownAt));
    mentorship
        .mentees()
        .forEach(id -> decide(decisions, practice, id, Position.MENTEE, asOf, knownAt));
    return decisions;
  }

  /** Of what is asked of a mentee, the consents alone must last to the end of the follow-up. */
  private void consents(
      List<Decision> decisions,
      Practice practice,
      ParticipantId id,
      LocalDate asOf,
      Instant knownAt) {
    decisions.add(
        Decision.of(
            new Question(
                Eligibility.PARTICIPATION, id, practice.id(), Position.MENTEE, asOf, knownAt),
            new ConsentDays(workplace)
                .missing(practice, workplace.mentoring().dossier(id, asOf, knownAt)),
            List.of(),
            workplace.eligibility().basisWithoutDossier()));
  }

  private void decide(
      List<Decision> decisions,
      Practice practice,
      ParticipantId id,
      Position position,
      LocalDate asOf,
      Instant knownAt) {
    Optional<PartyTerms> party = practice.party(position);
    if (party.isPresent()) {
      Mentoring mentoring = workplace.mentoring();
      decisions.add(mentoring.decide(id, practice.id(), position, asOf, knownAt));
      if (!Members.mayBelongTo(party.get())) {
        return;
      }
      Members.of(workplace, practice, mentoring.dossier(id, asOf, knownAt))
          .forEach(
              member ->
                  decisions.add(
                      mentoring.decide(
                          member.member(), practice.id(), member.as(), asOf, knownAt)));
    }
  }

  private static List<StepProgress> path(
      Practice practice, Particulars mentorship, LocalDate asOf) {
    MentorshipTerms terms = practice.mentorship();
    if (terms == null) {
      return List.of();
    }
    Set<String> taken = new HashSet<>();
    mentorship.steps().stream()
        .filter(step -> !step.on().isAfter(asOf))
        .map(StepTaken::step)
        .forEach(taken::add);
    return terms.path().stream()
        .map(
            step ->
                new StepProgress(
                    step.id(),
                    taken.contains(step.id()) ? StepProgress.State.DONE : StepProgress.State.OPEN))
        .toList();
  }

  private Basis basis(CompletionCase question, Scope scope, List<Finding> besides, LocalDate asOf) {
    Basis plain = workplace.eligibility().basisWithoutDossier();
    SortedSet<String> kinds = scope.kinds();
    kinds.addAll(workplace.rules().own());
    return new Basis(
        plain.programme(),
        plain.version(),
        plain.definitionHash(),
        plain.ruleSetHash(),
        kinds,
        CanonicalForm.sha256(
            new Evidence(
                question.mentorship(),
                question.activities(),
                question.incidents(),
                question.waivers(),
                besides)),
        workplace.eligibility().woven().rules(asOf));
  }

  private Particulars known(MentorshipId id, LocalDate asOf, Instant knownAt) {
    return workplace
        .stores()
        .mentorships()
        .find(id)
        .flatMap(found -> found.knownAt(knownAt))
        .filter(found -> found.stateOn(asOf).isPresent())
        .map(found -> found.withPartiesOn(asOf))
        .orElseThrow(
            () ->
                new MentoringException(
                    "mentorship.unknown",
                    Map.of("mentorship", id.value()),
                    "Use the id that assigning it answered with, and a day and an instant after that."));
  }
}
