package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.Progress;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Decision;
import org.mentoring.decision.StepProgress;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Agreed;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Position;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.PathStep;

/** How pairs form: a proposal for all, events where the programme holds such, and assignments. */
final class Rounds {
  private static final int FIRST_EVENT = 3;
  private static final int MOST_PAIRS = 10;
  private static final Code GUARDIAN = Code.of("GUARDIAN");

  private final Life life;
  private final SimulatedCentres centres;
  private final Records records;
  private final Intake intake;
  private final Companionship companionship;

  Rounds(
      Life life,
      SimulatedCentres centres,
      Records records,
      Intake intake,
      Companionship companionship) {
    this.life = life;
    this.centres = centres;
    this.records = records;
    this.intake = intake;
    this.companionship = companionship;
  }

  /** All rounds of the simulation. */
  void plan() {
    LocalDate first = life.scenario().from();
    int number = 1;
    for (LocalDate day = first;
        day.isBefore(life.scenario().until());
        day = first.plus(life.scenario().rounds().multipliedBy(number++))) {
      life.agenda().on(day, this::round);
    }
  }

  private void round() {
    intake.reviewAll();
    life.tried(
            life.mentoring()
                .propose(Staff.OPERATOR, life.scenario().practiceId(), life.today(), Progress.NONE))
        .ifPresent(this::proposed);
  }

  private void proposed(MatchProposal proposal) {
    MatchingPlan.EventTerms event = Objects.requireNonNull(life.practice().matching()).event();
    if (event == null) {
      form(proposal.result().pairs().stream().map(each -> each.pair()).toList());
      return;
    }
    SortedMap<String, Integer> needed = new TreeMap<>();
    Map<ParticipantId, Person> seekers = seekers(Position.MENTEE);
    proposal
        .result()
        .pairs()
        .forEach(
            each -> {
              Person mentee = seekers.get(each.pair().mentee());
              if (mentee != null) {
                needed.merge(mentee.municipality(), 1, Integer::sum);
              }
            });
    List<EventDate> dates = new ArrayList<>();
    needed.forEach(
        (town, pairs) -> {
          // Groups of one mentor stay together, so that an event may have free places.
          int events = 1 + 2 * pairs / event.pairs();
          for (int i = 0; i < events; i++) {
            dates.add(new EventDate(town, life.today().plusDays(FIRST_EVENT + i)));
          }
        });
    life.tried(life.mentoring().planEvents(Staff.OPERATOR, proposal, dates))
        .map(EventSchedule::events)
        .ifPresent(
            events ->
                events.forEach(
                    each -> life.agenda().on(each.day(), () -> hold(each.id(), proposal))));
  }

  private Map<ParticipantId, Person> seekers(Position position) {
    Map<ParticipantId, Person> seekers = new HashMap<>();
    intake.people().stream()
        .filter(person -> person.position() == position)
        .filter(person -> !person.gone() && !person.goesAfterPairs())
        .forEach(person -> seekers.put(person.id(), person));
    return seekers;
  }

  private void hold(SelectionEventId id, MatchProposal proposal) {
    MentorSelectionEvent event = life.mentoring().selectionEvent(id).orElseThrow();
    Actor by = Staff.of(Staff.COORDINATOR, centres.of(event.municipality()));
    Map<PairKey, Double> points = points(event, proposal);
    for (ParticipantId mentee : event.mentees()) {
      event = ranked(by, event, mentee, Position.MENTEE, points);
    }
    for (ParticipantId mentor : event.mentors().keySet()) {
      event = ranked(by, event, mentor, Position.MENTOR, points);
    }
    life.tried(life.mentoring().closeEvent(by, event))
        .flatMap(MentorSelectionEvent::outcome)
        .map(ChoosingOutcome::pairs)
        .ifPresent(pairs -> form(pairs.stream().map(each -> each.pair()).toList()));
  }

  /** The points of those who meet, as a share of the most of them. */
  private Map<PairKey, Double> points(MentorSelectionEvent event, MatchProposal proposal) {
    Map<PairKey, Double> points = new HashMap<>();
    if (life.behaviour().value(Habit.TASTE) < 1) {
      double most = 1;
      for (PairKey pair : event.meetings().pairs()) {
        double score = life.mentoring().explain(proposal, pair).score();
        points.put(pair, score);
        most = Math.max(most, score);
      }
      double all = most;
      points.replaceAll((pair, score) -> score / all);
    }
    return points;
  }

  private MentorSelectionEvent ranked(
      Actor by,
      MentorSelectionEvent event,
      ParticipantId who,
      Position as,
      Map<PairKey, Double> points) {
    Map<ParticipantId, Double> liked = new HashMap<>();
    double taste = life.behaviour().value(Habit.TASTE);
    for (PairKey pair : event.meetings().pairs()) {
      ParticipantId own = as == Position.MENTEE ? pair.mentee() : pair.mentor();
      ParticipantId other = as == Position.MENTEE ? pair.mentor() : pair.mentee();
      if (own.equals(who)) {
        double luck = life.chance().of("taste", as.name(), who.value(), other.value()).unit();
        liked.put(other, (1 - taste) * points.getOrDefault(pair, 0.0) + taste * luck);
      }
    }
    List<ParticipantId> order =
        liked.keySet().stream()
            .sorted(
                Comparator.comparing((ParticipantId other) -> -liked.getOrDefault(other, 0.0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return life.tried(life.mentoring().recordRanking(by, event, Ranking.strict(who, as, order)))
        // Who may no longer be with one of them names nobody.
        .or(
            () ->
                life.tried(
                    life.mentoring().recordRanking(by, event, Ranking.strict(who, as, List.of()))))
        .orElse(event);
  }

  /** Pairs of one centre form together, as many as fit into one event. */
  private void form(Collection<PairKey> chosen) {
    Map<ParticipantId, Person> mentees = seekers(Position.MENTEE);
    Map<ParticipantId, Person> mentors = seekers(Position.MENTOR);
    SortedMap<ParticipantId, List<PairKey>> byCentre = new TreeMap<>();
    for (PairKey pair : chosen) {
      Person mentee = mentees.get(pair.mentee());
      if (mentee != null && mentors.containsKey(pair.mentor())) {
        byCentre
            .computeIfAbsent(centres.of(mentee.municipality()), any -> new ArrayList<>())
            .add(pair);
      }
    }
    byCentre.forEach(
        (centre, pairs) -> {
          for (int i = 0; i < pairs.size(); i += MOST_PAIRS) {
            List<PairKey> some = pairs.subList(i, Math.min(pairs.size(), i + MOST_PAIRS));
            together(centre, some);
            some.forEach(
                pair ->
                    assign(
                        centre,
                        Objects.requireNonNull(mentees.get(pair.mentee())),
                        Objects.requireNonNull(mentors.get(pair.mentor()))));
          }
        });
  }

  /** Records that they came to whatever the assignment and their own steps rest on. */
  void together(ParticipantId centre, List<PairKey> pairs) {
    SortedSet<ParticipantId> mentees = new TreeSet<>();
    SortedSet<ParticipantId> mentors = new TreeSet<>();
    pairs.forEach(pair -> mentees.add(pair.mentee()));
    pairs.forEach(pair -> mentors.add(pair.mentor()));
    Set<Code> ofMentees = new LinkedHashSet<>(restsOn(Position.MENTEE));
    Set<Code> ofMentors = new LinkedHashSet<>(restsOn(Position.MENTOR));
    terms().path().stream()
        .filter(step -> step.stage() == Stage.ASSIGNMENT)
        .flatMap(step -> step.restsOn().stream())
        .forEach(
            kind -> {
              ofMentees.add(kind);
              ofMentors.add(kind);
            });
    Set<Code> kinds = new LinkedHashSet<>(ofMentees);
    kinds.addAll(ofMentors);
    for (Code kind : kinds) {
      SortedSet<ParticipantId> came = new TreeSet<>();
      if (ofMentees.contains(kind)) {
        came.addAll(mentees);
      }
      if (ofMentors.contains(kind)) {
        came.addAll(mentors);
      }
      records.record(kind, null, Records.Matter.of(centre, came));
    }
  }

  private List<Code> restsOn(Position position) {
    return life.party(position).path().stream()
        .filter(step -> step.needs().isEmpty())
        .flatMap(step -> step.restsOn().stream())
        .filter(
            kind ->
                life.scenario()
                    .definition()
                    .activity(kind)
                    .filter(terms -> terms.shape() == ActivityTerms.Shape.EVENT)
                    .isPresent())
        .toList();
  }

  private MentorshipTerms terms() {
    MentorshipTerms terms = life.practice().mentorship();
    return terms == null
        ? new MentorshipTerms(
            List.of(),
            new TreeSet<>(),
            null,
            List.of(),
            List.of(),
            null,
            life.practice().citation())
        : terms;
  }

  private void assign(ParticipantId centre, Person mentee, Person mentor) {
    assigned(centre, mentee, mentor)
        .ifPresent(mentorship -> begin(mentorship, centre, mentee, mentor));
  }

  /** Takes their own steps first. */
  Optional<Mentorship> assigned(ParticipantId centre, Person mentee, Person mentor) {
    steps(centre, mentee);
    steps(centre, mentor);
    NewMentorship asked =
        NewMentorship.individual(
                life.scenario().practiceId(), mentor.id(), mentee.id(), life.today())
            .at(centre);
    String model = centres.model();
    if (model != null) {
      asked = asked.under(model);
    }
    MentorshipId before = mentee.ended();
    if (before != null) {
      asked = asked.continuing(before);
    }
    if (mentee.partners().contains(mentor.id())) {
      asked = asked.because("both want to try again");
    }
    return life.tried(life.mentoring().mentorships().assign(by(Stage.ASSIGNMENT, centre), asked));
  }

  private void begin(Mentorship assigned, ParticipantId centre, Person mentee, Person mentor) {
    MentorshipId id = assigned.particulars().id();
    agree(id, centre, mentee, mentor);
    boolean agreed =
        life.mentoring().mentorships().find(id).filter(Agreed.class::isInstance).isPresent();
    boolean begun =
        agreed
            && life.tried(
                    life.mentoring().mentorships().start(by(Stage.START, centre), id, life.today()))
                .isPresent();
    if (begun) {
      companionship.begin(id, mentee, mentor, centre);
    } else {
      life.tried(
          life.mentoring()
              .mentorships()
              .withdraw(by(Stage.START, centre), id, "could not begin", life.today()));
    }
  }

  /** Guardians first: with the last of the others it is agreed. */
  void agree(MentorshipId id, ParticipantId centre, Person mentee, Person mentor) {
    Actor by = by(Stage.AGREEMENT, centre);
    List<Code> parties = new ArrayList<>(terms().agreedBy());
    parties.sort(Comparator.comparing((Code party) -> !party.equals(GUARDIAN)));
    for (Code party : parties) {
      if (party.equals(GUARDIAN)) {
        // Whether somebody has a guardian to ask only the programme tells: it is asked of both.
        for (Person each : List.of(mentee, mentor)) {
          life.mentoring().mentorships().agree(by, id, party, each.id(), life.today());
        }
      } else {
        ParticipantId who =
            party.value().equals(Position.MENTOR.name()) ? mentor.id() : mentee.id();
        life.tried(life.mentoring().mentorships().agree(by, id, party, who, life.today()));
      }
    }
  }

  Actor by(Stage stage, ParticipantId centre) {
    return Staff.of(owner(terms(), stage), centre);
  }

  /** Who takes the steps of a stage; where the definition has none, a coordinator. */
  static Code owner(@Nullable MentorshipTerms terms, Stage stage) {
    return terms == null
        ? Staff.COORDINATOR
        : terms.path().stream()
            .filter(step -> step.stage() == stage)
            .map(MentorshipTerms.MentorshipStep::owner)
            .filter(owner -> !Staff.isParty(owner))
            .findFirst()
            .orElse(Staff.COORDINATOR);
  }

  private void steps(ParticipantId centre, Person person) {
    List<PathStep> path = life.party(person.position()).path();
    if (path.stream().allMatch(step -> !step.needs().isEmpty())) {
      return;
    }
    Decision decision =
        life.mentoring()
            .decide(person.id(), life.scenario().practiceId(), person.position(), life.today());
    for (StepProgress progress : decision.path()) {
      path.stream()
          .filter(step -> step.id().equals(progress.step()) && step.needs().isEmpty())
          .filter(step -> progress.state() != StepProgress.State.DONE)
          .forEach(
              step -> {
                Code owner = step.owner();
                life.tried(
                    life.mentoring()
                        .recordStep(
                            Staff.of(owner == null ? Staff.COORDINATOR : owner, centre),
                            person.id(),
                            life.scenario().practiceId(),
                            person.position(),
                            step.id(),
                            life.today()));
              });
    }
  }
}
