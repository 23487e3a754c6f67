package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.PairKey;
import org.mentoring.mentorship.Act;
import org.mentoring.mentorship.Active;
import org.mentoring.mentorship.Agreed;
import org.mentoring.mentorship.Closed;
import org.mentoring.mentorship.Closing;
import org.mentoring.mentorship.Ended;
import org.mentoring.mentorship.InFollowUp;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.Paused;
import org.mentoring.mentorship.Proposed;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Practice;

/**
 * One command on one mentorship in the making: what it is about, and all that stands in its way.
 * Everything is asked before anything is done, so that a refusal tells all at once.
 */
final class MentorshipChange {
  private static final Map<MentorshipState, Class<? extends Mentorship>> TYPES =
      new LinkedHashMap<>();

  static {
    TYPES.put(MentorshipState.PROPOSED, Proposed.class);
    TYPES.put(MentorshipState.AGREED, Agreed.class);
    TYPES.put(MentorshipState.ACTIVE, Active.class);
    TYPES.put(MentorshipState.PAUSED, Paused.class);
    TYPES.put(MentorshipState.CLOSING, Closing.class);
    TYPES.put(MentorshipState.CLOSED, Closed.class);
    TYPES.put(MentorshipState.IN_FOLLOW_UP, InFollowUp.class);
    TYPES.put(MentorshipState.ENDED, Ended.class);
  }

  private static final int MOST_WORDS = 500;

  private final Workplace workplace;
  private final Code matter;
  private final Mentorship mentorship;
  private final Practice practice;
  private final Actor by;
  private final LocalDate on;
  private final Instant at;
  private final MentorshipPath path;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  private MentorshipChange(
      Workplace workplace, Code matter, Particulars particulars, Actor by, LocalDate on) {
    this.workplace = workplace;
    this.matter = matter;
    this.mentorship = Mentorship.of(particulars);
    this.practice = workplace.mentoring().practice(particulars.practice());
    this.by = by;
    this.on = on;
    this.at = workplace.now();
    this.path =
        new MentorshipPath(
            practice,
            particulars.steps(),
            by,
            () -> new RestingRights(workplace).isItsParty(by, particulars),
            step ->
                new StepGrounds(workplace.mentoring(), on)
                    .missing(
                        workplace,
                        practice,
                        particulars.id(),
                        particulars.mentors(),
                        particulars.mentees(),
                        step));
  }

  /**
   * Loads, asks, decides and saves, in one unit of work.
   *
   * @param command gives the versions that it makes, in their order; nothing where it is refused
   */
  static Outcome<Mentorship> run(
      Workplace workplace,
      Code matter,
      Actor by,
      MentorshipId id,
      LocalDate on,
      Function<MentorshipChange, List<? extends Mentorship>> command) {
    return workplace.command(
        matter,
        by,
        List.of(id),
        () -> {
          Optional<Particulars> found = locked(workplace, id);
          List<Finding> early = inFuture(workplace, on);
          if (found.isEmpty()) {
            early.add(Workplace.refusal("command.mentorship-unknown", "mentorship"));
            return workplace.refused(matter, id.value(), null, early);
          }
          Optional<Finding> unknown = workplace.unknownVersion(found.get());
          if (unknown.isPresent()) {
            early.add(unknown.get());
            return workplace.refused(matter, id.value(), found.get().practice(), early);
          }
          MentorshipChange change =
              new MentorshipChange(
                  workplace.judging(found.get()).on(on), matter, found.get(), by, on);
          change.findings.addAll(early);
          change.forward();
          if (!matter.equals(MentorshipCommands.PAUSE)) {
            // Whoever reports an incident brings the pair to rest.
            otherCentre(workplace, by, found.get()).ifPresent(change.findings::add);
            new ActorStanding(workplace, by)
                .refusalInOffice(found.get())
                .ifPresent(change.findings::add);
          }
          return change.saved(command.apply(change));
        });
  }

  /**
   * A mentorship whose parties no other command changes until the running one ends; read after the
   * lock is there, for what was read before may be over.
   */
  static Optional<Particulars> locked(Workplace workplace, MentorshipId id) {
    Optional<Particulars> seen = workplace.stores().mentorships().find(id);
    if (seen.isEmpty()) {
      return seen;
    }
    workplace.mentoring().lock(everybody(seen.get()));
    return workplace.stores().mentorships().find(id);
  }

  static List<Finding> inFuture(Workplace workplace, LocalDate on) {
    List<Finding> findings = new ArrayList<>();
    if (on.isAfter(workplace.today())) {
      findings.add(
          Workplace.refusal("command.in-future", "on")
              .with("today", Parameter.day(workplace.today())));
    }
    return findings;
  }

  /** What a centre runs is not for the staff of another one. */
  static Optional<Finding> otherCentre(Workplace workplace, Actor by, Particulars mentorship) {
    return otherCentre(by, new ActorStanding(workplace, by).isOfOtherCentre(mentorship));
  }

  /** The same where there is no mentorship yet. */
  static Optional<Finding> otherCentre(Workplace workplace, Actor by, NewMentorship terms) {
    return otherCentre(by, new ActorStanding(workplace, by).isOfOtherCentre(terms));
  }

  /** What is on record about a centre itself. */
  static Optional<Finding> otherCentre(
      Workplace workplace, Actor by, @Nullable ParticipantId centre) {
    return otherCentre(by, new ActorStanding(workplace, by).isOfOtherCentre(centre));
  }

  static Optional<Finding> otherCentre(Actor by, boolean other) {
    return other
        ? Optional.of(
            Workplace.refusal("mentorship.other-centre", "centre")
                .with("organisation", Parameter.term(by.organisation())))
        : Optional.empty();
  }

  private void forward() {
    LocalDate last = record().lastDay();
    if (on.isBefore(last)) {
      findings.add(
          Workplace.refusal("mentorship.day-before", "on").with("day", Parameter.day(last)));
    }
  }

  private Outcome<Mentorship> saved(List<? extends Mentorship> versions) {
    if (!findings.isEmpty()) {
      return workplace.refused(
          matter, record().id().value(), practice.id(), findings.stream().distinct().toList());
    }
    Mentorship last = mentorship;
    for (Mentorship version : versions) {
      workplace.stores().mentorships().save(version.particulars());
      last = version;
    }
    new PlacesTaken(workplace, on).changed(record(), last.particulars());
    return new Outcome.Accepted<>(last);
  }

  /** Of the version that the mentorship is pinned to. */
  Workplace workplace() {
    return workplace;
  }

  Particulars record() {
    return mentorship.particulars();
  }

  Practice practice() {
    return practice;
  }

  Actor by() {
    return by;
  }

  LocalDate on() {
    return on;
  }

  /** What is done for a reason is refused without one, as everything that a person forgot. */
  void reason(String words) {
    reasonMissing(words).ifPresent(findings::add);
  }

  static Optional<Finding> reasonMissing(String words) {
    return words.isBlank() || words.length() > MOST_WORDS
        ? Optional.of(
            Workplace.refusal("command.reason", "reason").with("most", Parameter.count(MOST_WORDS)))
        : Optional.empty();
  }

  void refuse(Finding finding) {
    findings.add(finding);
  }

  void refuse(List<Finding> further) {
    findings.addAll(further);
  }

  MentorshipPath path() {
    return path;
  }

  /** Takes the steps of a stage together with this command. */
  void stage(Stage stage) {
    steps.addAll(path.take(stage, findings));
  }

  /** The same for steps that the actor may take in a party's own capacity as well. */
  void stage(Stage stage, Code party) {
    steps.addAll(path.take(stage, party, findings));
  }

  /**
   * All parties may take part, no exclusion and no other hard criterion keeps a pair of it apart,
   * and its centre may run it under its model, on the day and today; what is done rests on that.
   */
  void mayBegin() {
    findings.addAll(new CentreCheck(workplace, at).still(record(), on));
    List<Parties.Party> parties = partiesTillToday();
    findings.addAll(Parties.notEligible(parties));
    findings.addAll(KeptApart.refusals(apart()));
    rests(parties);
  }

  /** All of this for what goes on with those of a group who are left. */
  void mayGoOn() {
    List<Parties.Party> parties = partiesTillToday();
    findings.addAll(Parties.unlessSomeMayGoOn(parties, apart()));
    rests(parties);
  }

  private void rests(List<Parties.Party> parties) {
    parties.forEach(party -> party.decisions().forEach(workplace::decided));
  }

  /** Consents hold on the day, in a group those of some mentee. */
  void consented() {
    findings.addAll(withoutConsent(partiesThen()));
  }

  /** Consents hold on the day and today, for what begins anew. */
  void consentedTillToday() {
    findings.addAll(withoutConsent(partiesTillToday()));
  }

  boolean consentGone() {
    return !withoutConsent(partiesThen()).isEmpty();
  }

  /** Whether the consents of the mentors and of some of these mentees hold on the day. */
  boolean consentedFor(SortedSet<ParticipantId> mentees) {
    return withoutConsent(
            Parties.then(workplace, practice, on, at)
                .read(record().mentors(), mentees, new ArrayList<>()))
        .isEmpty();
  }

  private static List<Finding> withoutConsent(List<Parties.Party> parties) {
    return Parties.unlessSomeRemain(parties, Parties::withoutConsent);
  }

  static SortedSet<ParticipantId> everybody(Particulars mentorship) {
    SortedSet<ParticipantId> all = new TreeSet<>(mentorship.mentors());
    all.addAll(mentorship.mentees());
    return all;
  }

  private SortedMap<PairKey, SortedSet<String>> apart() {
    SortedMap<PairKey, SortedSet<String>> apart = apartOn(on);
    if (on.isBefore(workplace.today())) {
      apartOn(workplace.today())
          .forEach(
              (pair, forbidding) ->
                  apart.computeIfAbsent(pair, none -> new TreeSet<>()).addAll(forbidding));
    }
    return apart;
  }

  private SortedMap<PairKey, SortedSet<String>> apartOn(LocalDate day) {
    return new KeptApart(workplace.mentoring(), practice, day, at)
        .of(record().mentors(), record().mentees());
  }

  private List<Parties.Party> partiesThen() {
    return read(Parties.then(workplace, practice, on, at));
  }

  private List<Parties.Party> partiesTillToday() {
    return read(Parties.tillToday(workplace, practice, on, at));
  }

  private List<Parties.Party> read(Parties parties) {
    return parties.read(record().mentors(), record().mentees(), findings);
  }

  /**
   * No step was skipped, the consents hold, and the programme's own rules of completion are met;
   * these are asked only where there is something to close.
   */
  void complete() {
    if (on.isBefore(record().lastDay())) {
      // On a day before what is on record there may not even have been a mentorship.
      return;
    }
    List<Finding> grounds = new ClosingGrounds(workplace, practice, on, at).missing(record());
    grounds.stream().filter(finding -> !findings.contains(finding)).forEach(findings::add);
    if (!(mentorship instanceof Closing)) {
      return;
    }
    Decision decision = workplace.mentoring().oversight().completion(record().id(), on, at);
    workplace.decided(decision, everybody(record()));
    decision.findings().stream()
        .filter(finding -> finding.effect() != Effect.INFORMS)
        .filter(finding -> grounds.stream().noneMatch(known -> tellsTheSame(known, finding)))
        .forEach(findings::add);
  }

  private static boolean tellsTheSame(Finding one, Finding other) {
    return one.code().equals(other.code())
        && one.requirement().equals(other.requirement())
        && one.parameters().equals(other.parameters());
  }

  /**
   * The command itself, in the states that know it.
   *
   * @param type the states
   * @param command gives the versions that it makes
   */
  <S extends Mentorship> List<? extends Mentorship> in(
      Class<S> type, Function<S, List<? extends Mentorship>> command) {
    if (!type.isInstance(mentorship)) {
      findings.add(
          Workplace.refusal("mentorship.wrong-state", "state")
              .with("state", Parameter.code(record().state()))
              .with(
                  "allowed",
                  Parameter.codes(
                      TYPES.entrySet().stream()
                          .filter(each -> type.isAssignableFrom(each.getValue()))
                          .map(each -> Code.of(each.getKey().name()))
                          .toList())));
    }
    return findings.isEmpty() ? command.apply(type.cast(mentorship)) : List.of();
  }

  /** This command as the mentorship records it. */
  Act act() {
    return new Act(on, by, workplace.recorder().command(), at, steps);
  }

  /** The part of this command that takes no step of the definition. */
  Act actWithoutSteps() {
    return new Act(on, by, act().decision(), at, List.of());
  }
}
