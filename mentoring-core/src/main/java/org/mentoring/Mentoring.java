package org.mentoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.bounded.BoundedEngines;
import org.mentoring.centre.Centre;
import org.mentoring.centre.ModelStanding;
import org.mentoring.centre.RegisterLine;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.Ranking;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.journal.CommandRecord;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.mentorship.Particulars;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.LikelyDuplicate;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.Version;
import org.mentoring.publication.PublicFigures;
import org.mentoring.spi.Erasures;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.RequirementEvaluator;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.SelectionEvents;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.spi.Waivers;
import org.mentoring.text.Audience;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.time.Validity;
import org.mentoring.waiver.Waiver;

/**
 * A running programme: takes people and facts in, decides who may take part, proposes pairs and
 * explains each. Commands name their actor and answer with an {@link Outcome}; a refusal holds all
 * findings and changes nothing. Commands run one at a time, each as a whole: one that throws leaves
 * nothing behind in stores whose unit of work spans them. Queries take the day that is decided
 * about and, if need be, the instant after which nothing counts as known. Thread-safe if its parts
 * are; those that it makes itself are.
 */
public final class Mentoring implements AutoCloseable {
  private final ProgrammeDefinition definition;
  private final ProgrammeClock clock;
  private final Participants participants;
  private final Waivers waiverStore;
  private final Recorder recorder;
  private final RulesProvider rules;
  private final boolean ownsRules;
  private final Eligibility eligibility;
  private final OpenMentorships running;
  private final Registration registration;
  private final Matchmaking matchmaking;
  private final ChoosingEvents choosing;
  private final Workplace workplace;
  private final MentorshipCommands mentorships;
  private final ActivityCommands activities;
  private final Centres centres;
  private final IncidentCommands incidents;
  private final WaiverCommands waivers;
  private final ErasedPeople erased;
  private final ErasureCommands erasure;
  private final Oversight oversight;
  private final Reports reports;
  private final PinnedVersion pinned;
  private final Versions versions;
  private final Mentoring laid;
  private final Function<ProgrammeDefinition, Mentoring> weaving;
  private final Map<LocalDate, Mentoring> woven = new ConcurrentHashMap<>();
  private final boolean judgesAll;
  private final JournalCommands journal;
  private final DecisionRecords decisions;

  /**
   * One version of the programme.
   *
   * @param current the version in force, with which an earlier one shares stores, rules and time;
   *     null for that one itself
   * @param laid the same version with its packs, where this one judges by what they make of it on
   *     some days; null for that one itself
   */
  private Mentoring(
      Builder builder,
      ProgrammeDefinition definition,
      @Nullable Mentoring current,
      @Nullable Mentoring laid) {
    this.definition = definition;
    this.laid = laid == null ? this : laid;
    pinned = laid == null ? PinnedVersion.of(definition) : laid.pinned;
    judgesAll = builder.judgesAll;
    clock =
        current != null
            ? current.clock
            : new ProgrammeClock(
                builder.clock == null ? SystemSources.clock() : builder.clock, builder.clockLead);
    Identifiers identifiers =
        current != null
            ? current.workplace.identifiers()
            : builder.identifiers == null ? SystemSources.identifiers() : builder.identifiers;
    recorder = current != null ? current.recorder : builder.recorder(identifiers, clock);
    Stores stores = recorder.stores();
    participants = stores.participants();
    waiverStore = stores.waivers();
    ownsRules = current == null && builder.rules == null;
    rules = current != null ? current.rules : builder.rules == null ? findRules() : builder.rules;
    eligibility =
        laid != null
            ? laid.eligibility
            : new Eligibility(
                definition, rules, builder.evaluators, new WaivedRequirements(this::waiversFor));
    running = new OpenMentorships(stores.mentorships(), this);
    erased = new ErasedPeople(stores);
    registration =
        new Registration(
            this,
            definition,
            eligibility,
            participants,
            erased,
            identifiers,
            new IdentityClaims(builder.identityKey, stores.identities()));
    matchmaking =
        new Matchmaking(
            this,
            definition,
            eligibility,
            rules.matching(),
            stores.proposals(),
            identifiers,
            new Matcher(
                builder.engines == null
                    ? BoundedEngines.atHand(SystemSources.stopwatch())
                    : builder.engines,
                builder.matchingBudget));
    choosing =
        new ChoosingEvents(
            this,
            definition,
            eligibility,
            matchmaking,
            stores.proposals(),
            stores.selectionEvents(),
            identifiers);
    workplace = new Workplace(this, definition, eligibility, rules, stores, identifiers, recorder);
    mentorships = new MentorshipCommands(workplace);
    activities = new ActivityCommands(workplace);
    centres = new Centres(workplace);
    incidents = new IncidentCommands(workplace);
    waivers = new WaiverCommands(workplace);
    erasure = new ErasureCommands(workplace);
    oversight = new Oversight(workplace);
    reports = new Reports(workplace);
    journal = new JournalCommands(stores);
    decisions = new DecisionRecords(workplace, builder.evaluators, recorder.definitions());
    weaving = each -> new Mentoring(builder, each, current == null ? this : current, this);
    if (current != null) {
      versions = current.versions;
    } else {
      versions =
          new Versions(
              this, recorder.definitions(), each -> new Mentoring(builder, each, this, null));
      // What is given and cannot be answered is told at once.
      builder.earlier.forEach(versions::of);
      recorder.beforeEach(this::forgetErased);
    }
  }

  /** What this instance remembers of people whom another one has erased. */
  private void forgetErased() {
    Erasures erasures = recorder.stores().erasures();
    versions.made().forEach(each -> each.eligibility.forgetErased(erasures));
  }

  /** The version of the programme that this one judges by. */
  PinnedVersion pinned() {
    return pinned;
  }

  /** What judges a mentorship: the version that it is pinned to; the current one if to none. */
  Optional<Mentoring> judging(Particulars mentorship) {
    return judgesAll ? Optional.of(this) : versions.pinnedTo(mentorship.pinned());
  }

  /** The version with this number; the current one for null. */
  Optional<Mentoring> version(@Nullable Version version) {
    return versions.numbered(version);
  }

  /** Whether something holds of a version of the programme that is known. */
  boolean anyKnown(Predicate<ProgrammeDefinition> asked) {
    return versions.anyKnown(asked);
  }

  /** For findings that name an unknown one. */
  String knownVersions() {
    return versions.numbers();
  }

  Workplace workplace() {
    return workplace;
  }

  /** This version as the rules of its packs make it on a day, for what is done on that day. */
  Mentoring on(LocalDate day) {
    WovenDefinitions definitions = eligibility.woven();
    return definitions.rules(day).isEmpty()
        ? laid
        : laid.woven.computeIfAbsent(
            definitions.turn(day), turn -> laid.weaving.apply(definitions.on(turn)));
  }

  /** A builder for a programme; everything but the definition has a default. */
  public static Builder of(ProgrammeDefinition definition) {
    Arguments.given("definition", definition);
    return new Builder(definition);
  }

  /** The programme's definition. */
  public ProgrammeDefinition definition() {
    return definition;
  }

  /**
   * The life of mentorships: assignment, agreement, start, pause, escalation, replacement, closure,
   * follow-up.
   */
  public MentorshipCommands mentorships() {
    return mentorships;
  }

  /** What people do: plans, reports, meetings, check-ins, events, referrals, entries. */
  public ActivityCommands activities() {
    return activities;
  }

  /** Incidents and the documented algorithms for them. */
  public IncidentCommands incidents() {
    return incidents;
  }

  /** Requirements that an authority waives. */
  public WaiverCommands waivers() {
    return waivers;
  }

  /** Erasing what is known of people, and whose time has come. */
  public ErasureCommands erasure() {
    return erasure;
  }

  /** What is due, overdue, at risk and complete. */
  public Oversight oversight() {
    return oversight;
  }

  /** Figures against targets, and reports on the work of centres. */
  public Reports reports() {
    return reports;
  }

  /** The journal of all that happened: sealed, verified, and handed out to other systems. */
  public JournalCommands journal() {
    return journal;
  }

  /** Decisions that are kept: to find, to make again and to compare with what would be. */
  public DecisionRecords decisions() {
    return decisions;
  }

  /** Names the rules and the registered evaluators; decisions carry it. */
  public String ruleSetHash() {
    return eligibility.ruleSetHash();
  }

  /**
   * Gives a command under an id that the caller chose, so that it is carried out once, however
   * often it is given: whoever lost the reply gives it again. Given again it is only looked at; its
   * matter, its actor and the ids that it names (of participants, mentorships, facts and the like)
   * have to be those of the first time. What else it says, as days, values and reasons, is not
   * compared, because nothing of it is kept with the command; neither is whom a reported incident
   * concerns. A registration without an id names none, and of what was recorded before subjects
   * were kept only matter and actor are compared.
   *
   * @param command gives exactly one command of this programme; asked each time, and again where
   *     the store repeats a command
   * @throws MentoringException {@code command.other} if another matter, actor or subject had the id
   *     before, {@code command.twice} if it gives a second command, {@code command.none} if it
   *     gives none; nothing is done then
   */
  public <T> Given<T> once(CommandId id, Supplier<Outcome<T>> command) {
    Arguments.given("id", id, "command", command);
    return recorder.once(id, command);
  }

  /** What came of a command, if it was given. */
  public Optional<CommandRecord> command(CommandId id) {
    Arguments.given("id", id);
    return recorder.stores().commands().find(id);
  }

  /**
   * Registers a participant under a new id.
   *
   * @param references how embedding systems know the participant; refused if one of them is known
   *     already
   */
  public Outcome<ParticipantId> register(
      Actor by, ParticipantKind kind, Collection<ExternalReference> references) {
    Arguments.given("by", by, "kind", kind, "references", references);
    return recorder.run(
        Registration.REGISTER,
        by,
        List.of(),
        () -> registration.register(by, null, kind, references));
  }

  /** Registers a participant under an id of the caller's; refused if it is taken. */
  public Outcome<ParticipantId> register(
      Actor by, ParticipantId id, ParticipantKind kind, Collection<ExternalReference> references) {
    Arguments.given("by", by, "id", id, "kind", kind, "references", references);
    return recorder.run(
        Registration.REGISTER,
        by,
        List.of(id),
        () -> registration.register(by, id, kind, references));
  }

  /** The participant with this id, if there is one. */
  public Optional<Participant> participant(ParticipantId id) {
    Arguments.given("id", id);
    return participants.find(id);
  }

  /** The participant that an embedding system knows by this reference, if there is one. */
  public Optional<Participant> participant(ExternalReference reference) {
    Arguments.given("reference", reference);
    return participants.find(reference);
  }

  /**
   * Records that something holds of a participant. Refused for an unknown participant, for a word
   * that neither the library nor the definition knows, for something that lies in the future, for
   * an entry in a register that a recorded decision opens without one on record by that day, and,
   * with an {@link Builder#identityKey identity key}, for a name and birth date under which
   * somebody else is registered. Who acts as a party, as {@code MENTOR}, {@code MENTEE} or {@code
   * GUARDIAN}, does not record what is another's act (a certificate, an interview, a training, a
   * decision, an attestation, a step, a document handed in and the like), nor somebody else's
   * consent; and it records facts about itself alone, a {@code GUARDIAN} about its child.
   */
  public Outcome<FactId> record(Actor by, ParticipantId about, Fact fact, Validity validity) {
    Arguments.given("by", by, "about", about, "fact", fact, "validity", validity);
    return recorder.run(
        Registration.RECORD,
        by,
        List.of(about),
        () -> registration.record(by, about, fact, validity));
  }

  /**
   * Puts a right fact in the place of a wrong one. The wrong one stays in the history: a decision
   * with an earlier {@code knownAt} still rests on it. Refused as the recording would be, and to
   * whom {@link #retract} is refused.
   *
   * @param reason why, 1 to 500 characters
   */
  public Outcome<FactId> correct(
      Actor by, FactId wrong, Fact fact, Validity validity, String reason) {
    Arguments.given("by", by, "wrong", wrong, "fact", fact, "validity", validity, "reason", reason);
    return recorder.run(
        Registration.CORRECT,
        by,
        List.of(wrong),
        () -> registration.correct(by, wrong, fact, validity, reason));
  }

  /**
   * Takes a wrong fact back. Refused to who could not have recorded it; the withdrawal of a consent
   * counts as the consent. In a party's capacity one takes back only what one recorded oneself. In
   * an office, what was recorded by the own organisation, and as staff of a centre or of the
   * regional operator also what others recorded of whom no other centre looks after; never what is
   * about oneself, about the other party of a mentorship of one's own, or an exclusion of oneself.
   *
   * @param reason why, 1 to 500 characters
   */
  public Outcome<FactId> retract(Actor by, FactId wrong, String reason) {
    Arguments.given("by", by, "wrong", wrong, "reason", reason);
    return recorder.run(
        Registration.RETRACT, by, List.of(wrong), () -> registration.retract(by, wrong, reason));
  }

  /** Withdraws a consent from a day on. What rested on it stops to hold from that day. */
  public Outcome<FactId> withdrawConsent(Actor by, FactId consent, LocalDate from) {
    Arguments.given("by", by, "consent", consent, "from", from);
    return recorder.run(
        Registration.RECORD,
        by,
        List.of(consent),
        () -> registration.withdrawConsent(by, consent, from));
  }

  /**
   * Joins two registrations of the same participant. From now on the duplicate's facts and
   * mentorships count for the one that is kept. Refused where the two are the mentor and the mentee
   * of one mentorship, where both are mentees in open mentorships of one practice, and where a
   * forbidden circle would close; to whoever is neither staff of a centre nor of the regional
   * operator, or acts for another centre or in a mentorship of its own.
   *
   * @param reason why, 1 to 500 characters
   */
  public Outcome<ParticipantId> merge(
      Actor by, ParticipantId kept, ParticipantId duplicate, String reason) {
    Arguments.given("by", by, "kept", kept, "duplicate", duplicate, "reason", reason);
    return recorder.run(
        Registration.MERGE,
        by,
        List.of(kept, duplicate),
        () -> {
          new ForbiddenCircles(this).lock(running.together(List.of(kept, duplicate)));
          Outcome<ParticipantId> outcome = registration.merge(by, kept, duplicate, reason);
          if (outcome.accepted().isPresent()) {
            new PlacesTaken(workplace, today()).merged(kept);
          }
          return outcome;
        });
  }

  /** What is known now about a participant on a day. */
  public Dossier dossier(ParticipantId id, LocalDate asOf) {
    Arguments.given("id", id, "asOf", asOf);
    return dossier(id, asOf, nowOf(id));
  }

  /**
   * What was known at an instant about a participant on a day. For a merged duplicate: the dossier
   * of the one that is kept. The dossier of who was erased holds no fact.
   *
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public Dossier dossier(ParticipantId id, LocalDate asOf, Instant knownAt) {
    Arguments.given("id", id, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(today(), "asOf", asOf);
    return registration.dossier(id, asOf, knownAt);
  }

  /** How everybody is tied to others on a day, as is known now: for a {@code MatchRequest}. */
  public Ties ties(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return ties(asOf, nowOfAll());
  }

  /** What is on record of people, and the library's own mentorships. */
  Ties ties(LocalDate asOf, Instant knownAt) {
    return registration.ties(asOf, knownAt).and(running.standing(asOf, knownAt).ties());
  }

  Matchmaking matchmaking() {
    return matchmaking;
  }

  OpenMentorships running() {
    return running;
  }

  /**
   * Who applied for a position, was referred as a mentee, or holds the position on a day, by id;
   * merged duplicates are left out.
   */
  public List<ParticipantId> applicants(String practice, Position position, LocalDate asOf) {
    Arguments.given("practice", practice, "position", position, "asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return dossiers(practice(practice), position, asOf, nowOfAll()).stream()
        .map(Dossier::participant)
        .toList();
  }

  /**
   * Registrations for a position that may be of one person, with what is known now; {@link #merge}
   * joins those that are.
   */
  public List<LikelyDuplicate> likelyDuplicates(
      String practice, Position position, LocalDate asOf) {
    Arguments.given("practice", practice, "position", position, "asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return LikelyDuplicate.among(dossiers(practice(practice), position, asOf, nowOfAll()));
  }

  /**
   * Whether a participant may take part, with what is known now; of who was erased nothing is known
   * any more, and the decision says so.
   */
  public Decision decide(ParticipantId id, String practice, Position position, LocalDate asOf) {
    Arguments.given("id", id, "practice", practice, "position", position, "asOf", asOf);
    return asked(() -> nowOf(id), at -> decide(id, practice, position, asOf, at));
  }

  /**
   * Whether a participant may take part. Who was erased may not, whatever was known at the instant.
   *
   * @param practice the practice's id
   * @param position as what
   * @param asOf the day that is decided about
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code participant.unknown}, {@code practice.unknown} or {@code
   *     position.unknown}
   */
  public Decision decide(
      ParticipantId id, String practice, Position position, LocalDate asOf, Instant knownAt) {
    Arguments.given(
        "id", id, "practice", practice, "position", position, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(today(), "asOf", asOf);
    Practice found = practice(practice);
    PartyTerms terms = party(found, position);
    return erased.contains(id)
        ? eligibility.erased(id, practice, position, asOf, knownAt)
        : eligibility.decide(found, terms, dossier(id, asOf, knownAt));
  }

  /** Decides about all who applied for a position or hold it, with what is known now; by id. */
  public List<Decision> decideAll(
      String practice, Position position, LocalDate asOf, Progress progress) {
    Arguments.given("practice", practice, "position", position, "asOf", asOf, "progress", progress);
    Arguments.day(today(), "asOf", asOf);
    Practice found = practice(practice);
    forgetErased();
    return asked(this::nowOfAll, at -> decideAll(found, position, asOf, at, progress));
  }

  /**
   * Proposes pairs among all who may take part, with what is known now. Refused where the practice
   * forms no pairs, and outside the phases that allow {@code MATCHING}, if the definition has
   * phases.
   */
  public Outcome<MatchProposal> propose(
      Actor by, String practice, LocalDate asOf, Progress progress) {
    Arguments.given("by", by, "practice", practice, "asOf", asOf, "progress", progress);
    Arguments.day(today(), "asOf", asOf);
    return byStaff(
        Matchmaking.PROPOSE,
        by,
        List.of(practice, "anew"),
        () -> {
          nowOfAll();
          Mentoring then = on(asOf);
          return then.matchmaking.propose(
              by, then.practice(practice), asOf, new TreeSet<>(), progress);
        });
  }

  /**
   * Proposes pairs anew in mid-programme: a mentor has left, mentees have come. As {@link
   * #propose}, but pairs that exist are better kept: first come pairs, then kept pairs, then
   * points, unless the definition sets a price of disruption, which then counts as points. Under
   * {@code STABLE} both sides of a kept pair rank each other first (or by so many points more). A
   * current pair whose parties may no longer take part or meet is not kept; {@link
   * MatchProposal#ended()} tells which those are.
   *
   * @param current pairs that exist, as those of an earlier proposal
   */
  public Outcome<MatchProposal> rematch(
      Actor by, String practice, LocalDate asOf, Collection<PairKey> current, Progress progress) {
    Arguments.given(
        "by", by, "practice", practice, "asOf", asOf, "current", current, "progress", progress);
    Arguments.day(today(), "asOf", asOf);
    return byStaff(
        Matchmaking.PROPOSE,
        by,
        List.of(practice, "rematch"),
        () -> {
          nowOfAll();
          Mentoring then = on(asOf);
          return then.matchmaking.propose(
              by, then.practice(practice), asOf, new TreeSet<>(current), progress);
        });
  }

  /** The newest version of a proposal, if there is one. */
  public Optional<MatchProposal> proposal(ProposalId id) {
    Arguments.given("id", id);
    return matchmaking.find(id);
  }

  /**
   * Keeps a pair whatever else changes, and finds the best answer around it. The answer is found
   * from what was known when the proposal was first made; but whether the two may take part and
   * meet is asked with what is known now too. Refused if a hard criterion forbids the pair, if a
   * party may not take part, and if no place is left beside other locked pairs; and to staff of
   * others than look after the child, and whoever would be part of the pair.
   *
   * @param proposal the version that the caller looked at
   * @param reason why, 1 to 500 characters
   * @throws org.mentoring.failure.StaleVersion if there is a newer version
   */
  public Outcome<MatchProposal> lock(
      Actor by, MatchProposal proposal, PairKey pair, String reason) {
    Arguments.given("by", by, "proposal", proposal, "pair", pair, "reason", reason);
    return byStaff(
        Matchmaking.LOCK,
        by,
        List.of(proposal.id(), pair),
        () -> on(proposal.asOf()).matchmaking.lock(by, proposal, pair, reason));
  }

  /** Rules a pair out, and finds the best answer without it. As {@link #lock}. */
  public Outcome<MatchProposal> reject(
      Actor by, MatchProposal proposal, PairKey pair, String reason) {
    Arguments.given("by", by, "proposal", proposal, "pair", pair, "reason", reason);
    return byStaff(
        Matchmaking.REJECT,
        by,
        List.of(proposal.id(), pair),
        () -> on(proposal.asOf()).matchmaking.reject(by, proposal, pair, reason));
  }

  /**
   * Rejects a proposed pair and locks the mentee with another mentor, in one step. As {@link
   * #lock}.
   */
  public Outcome<MatchProposal> replace(
      Actor by, MatchProposal proposal, PairKey pair, ParticipantId mentor, String reason) {
    Arguments.given(
        "by", by, "proposal", proposal, "pair", pair, "mentor", mentor, "reason", reason);
    return byStaff(
        Matchmaking.REPLACE,
        by,
        List.of(proposal.id(), pair, mentor),
        () -> on(proposal.asOf()).matchmaking.replace(by, proposal, pair, mentor, reason));
  }

  /** Takes back what was locked or rejected. As {@link #lock}. */
  public Outcome<MatchProposal> release(
      Actor by, MatchProposal proposal, PairKey pair, String reason) {
    Arguments.given("by", by, "proposal", proposal, "pair", pair, "reason", reason);
    return byStaff(
        Matchmaking.RELEASE,
        by,
        List.of(proposal.id(), pair),
        () -> on(proposal.asOf()).matchmaking.release(by, proposal, pair, reason));
  }

  /**
   * Why two parties of a proposal can or cannot be a pair, criterion by criterion.
   *
   * @throws MentoringException {@code pair.unknown} if one of them was not among those who might be
   *     matched
   */
  public PairExplanation explain(MatchProposal proposal, PairKey pair) {
    Arguments.given("proposal", proposal, "pair", pair);
    return on(proposal.asOf()).matchmaking.explain(proposal, pair);
  }

  /**
   * Plans mentor selection events for a proposal: who is invited to which event, and who meets whom
   * there first. Planned again it invites those who are neither paired by a closed event nor
   * invited to an open one; so whoever stayed open goes on to the next event. Refused where the
   * practice forms its pairs without events, for a day that is past, where a municipality needs
   * more events than it has days, and where no child who would be invited is the actor's centre's;
   * all that is wrong is told at once.
   *
   * @param proposal the version that the caller looked at
   * @param dates days on which events can be held; the earliest of a municipality are taken
   * @throws org.mentoring.failure.StaleVersion if there is a newer version
   */
  public Outcome<EventSchedule> planEvents(
      Actor by, MatchProposal proposal, List<EventDate> dates) {
    Arguments.given("by", by, "proposal", proposal, "dates", dates);
    return byStaff(
        ChoosingEvents.PLAN,
        by,
        List.of(proposal.id()),
        () -> on(proposal.asOf()).choosing.plan(by, proposal, dates));
  }

  /** The newest version of a mentor selection event, if there is one. */
  public Optional<MentorSelectionEvent> selectionEvent(SelectionEventId id) {
    Arguments.given("id", id);
    return choosing.find(id);
  }

  /** The newest versions of all events that were planned for a proposal, by id. */
  public List<MentorSelectionEvent> selectionEvents(ProposalId proposal) {
    Arguments.given("proposal", proposal);
    return choosing.ofProposal(proposal);
  }

  /**
   * Records whom somebody at an event would like, in place of what was recorded for it before. An
   * absent participant gets a ranking that names nobody. Refused before the day of the event and
   * when it is over, and for a ranking that names somebody twice, itself, one of its own side,
   * somebody who is not invited, or somebody whom a hard criterion or the coordinator keeps apart
   * from it; all that is wrong is told at once. Refused, without more, to staff of others than look
   * after the child whose it is.
   *
   * @param event the version that the caller looked at
   * @throws org.mentoring.failure.StaleVersion if there is a newer version
   */
  public Outcome<MentorSelectionEvent> recordRanking(
      Actor by, MentorSelectionEvent event, Ranking ranking) {
    Arguments.given("by", by, "event", event, "ranking", ranking);
    return recorder.run(
        ChoosingEvents.RANK,
        by,
        List.of(event.id(), ranking.by()),
        () ->
            OwnRecords.isParty(by.capacity()) && !new FactRights(workplace, by).isFor(ranking.by())
                ? workplace.refused(
                    ChoosingEvents.RANK,
                    ranking.by().value(),
                    event.practice(),
                    List.of(
                        Workplace.refusal("command.not-own-dossier", "ranking")
                            .with("capacity", Parameter.code(by.capacity()))))
                : on(event.day()).choosing.rank(by, event, ranking));
  }

  /** A command on many people at once, which is given by staff and never by one of them. */
  private <T> Outcome<T> byStaff(
      Code matter, Actor by, List<?> about, Supplier<Outcome<T>> command) {
    return recorder.run(
        matter,
        by,
        about,
        () ->
            ActorStanding.forStaff(by)
                .<Outcome<T>>map(
                    finding -> workplace.refused(matter, definition.id(), null, List.of(finding)))
                .orElseGet(command));
  }

  /**
   * Makes the pairs of an event: what the coordinator locked, then stable pairs of those who named
   * each other, best for the side that the definition lets propose. Nobody is paired whom the rules
   * do not admit by what is known now, and no hard criterion and no rejection is passed over.
   * Refused before the day of the event, when it is over, while a ranking is missing, while a
   * locked pair is not possible, and to staff of centres none of whose children is invited.
   *
   * @param event the version that the caller looked at
   * @throws org.mentoring.failure.StaleVersion if there is a newer version
   */
  public Outcome<MentorSelectionEvent> closeEvent(Actor by, MentorSelectionEvent event) {
    Arguments.given("by", by, "event", event);
    return byStaff(
        ChoosingEvents.CLOSE,
        by,
        List.of(event.id()),
        () -> on(event.day()).choosing.close(by, event));
  }

  /**
   * Calls an open event off; its people can be invited again. Refused to staff of centres none of
   * whose children is invited.
   *
   * @param event the version that the caller looked at
   * @param reason why, 1 to 500 characters
   * @throws org.mentoring.failure.StaleVersion if there is a newer version
   */
  public Outcome<MentorSelectionEvent> callOffEvent(
      Actor by, MentorSelectionEvent event, String reason) {
    Arguments.given("by", by, "event", event, "reason", reason);
    return byStaff(
        ChoosingEvents.CALL_OFF,
        by,
        List.of(event.id()),
        () -> choosing.callOff(by, event, reason));
  }

  /** A proposal in figures that may stand on a public page: nothing about a person (S2-17). */
  public PublicFigures publicFigures(MatchProposal proposal) {
    Arguments.given("proposal", proposal);
    return PublicFigures.of(
        proposal,
        definition,
        id -> dossier(id, proposal.asOf(), proposal.knownAt()).municipality().orElse(""));
  }

  /**
   * Tells decisions to people with further texts, for the findings of an embedder's own evaluators.
   */
  public Renderer renderer(Messages messages, Audience audience) {
    Arguments.given("messages", messages, "audience", audience);
    return Renderer.of(definition, messages, audience);
  }

  /** Tells decisions of this programme to people. */
  public Renderer renderer(Language language, Audience audience) {
    Arguments.given("language", language, "audience", audience);
    return Renderer.of(definition, language, audience);
  }

  /**
   * Records that a step of a participant's path was taken that no requirement tells, as the
   * selection event (S1-03); from then on it is {@code DONE}. Refused for a step that the path does
   * not have or that requirements tell, while earlier steps are not done, a second time, and where
   * the step rests on an activity that the participant did not attend by that day.
   *
   * @param practice the practice's id; null for the path of a centre
   * @param position whose path
   * @param step the step's id
   * @param on the day on which it was taken
   */
  public Outcome<FactId> recordStep(
      Actor by,
      ParticipantId participant,
      @Nullable String practice,
      Position position,
      String step,
      LocalDate on) {
    Arguments.given(
        "by", by, "participant", participant, "position", position, "step", step, "on", on);
    Arguments.day(today(), "on", on);
    boolean ofCentre =
        position == Position.CENTRE
            && (practice == null
                || definition
                    .practice(practice)
                    .flatMap(found -> found.party(Position.CENTRE))
                    .isEmpty());
    return record(
        by,
        participant,
        new Fact.StepRecorded(ofCentre ? null : practice, position, step),
        Validity.from(on));
  }

  /** Whether an organisation may start as a centre, with what is known now. */
  public Decision decideCentre(ParticipantId id, LocalDate asOf) {
    return decideCentre(id, asOf, nowOfAll());
  }

  /**
   * Whether an organisation may start as a mentoring centre: the list of documents complete
   * (S1-15), what else the definition asks of centres, and one of its organisational models open to
   * it (S1-01). Too few partners are told of and hold nothing up.
   *
   * @param knownAt what became known later is left out
   * @throws MentoringException {@code participant.unknown}; {@code centre.undeclared} if the
   *     definition says nothing of centres
   */
  public Decision decideCentre(ParticipantId id, LocalDate asOf, Instant knownAt) {
    Arguments.given("id", id, "asOf", asOf, "knownAt", knownAt);
    Arguments.day(today(), "asOf", asOf);
    return centres.decide(id, asOf, knownAt);
  }

  /** All centres on a day, with what is known now, by id. */
  public List<Centre> centres(LocalDate asOf) {
    Arguments.given("asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return centres.all(asOf, nowOfAll());
  }

  /**
   * The centre with this id on a day, with what is known now, if the organisation is one.
   *
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public Optional<Centre> centre(ParticipantId id, LocalDate asOf) {
    Arguments.given("id", id, "asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return centres.find(id, asOf, nowOfAll());
  }

  /**
   * What each organisational model of the definition lacks at a centre, with what is known now; in
   * the definition's order (S1-01).
   *
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public List<ModelStanding> organisationalModels(ParticipantId centre, LocalDate asOf) {
    Arguments.given("centre", centre, "asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return centres.models(centre, asOf, nowOfAll());
  }

  /**
   * A centre's register of those in a position, by id, with what is known now (S1-02): who belongs
   * to the centre and seeks or holds the position, and who is in an open mentorship of the centre.
   *
   * @param position {@code MENTEE} or {@code MENTOR}, or a position of staff
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   * @throws MentoringException {@code participant.unknown} if there is no such participant
   */
  public Page<RegisterLine> register(
      ParticipantId centre, Position position, LocalDate asOf, @Nullable String after, int most) {
    Arguments.given("centre", centre, "position", position, "asOf", asOf);
    Arguments.day(today(), "asOf", asOf);
    return centres.register(centre, position, asOf, nowOfAll(), after, most);
  }

  /**
   * Of whom something was recorded further ahead of this clock than {@link Builder#clockLead} says,
   * as by an instance whose clock was wrong; by id. It counts, and stops nobody.
   *
   * @param after ids up to this one are left out; null: from the beginning
   * @param most at most so many, 1 to 1,000
   */
  public Page<ParticipantId> recordedAhead(@Nullable String after, int most) {
    Invariants.range("most", most, 1, 1_000);
    return participants.recordedAfter(
        clock.furthest(), after == null ? null : ParticipantId.of(after), most);
  }

  /** Gives back what this object made itself; what it was given stays open. */
  @Override
  public void close() {
    if (ownsRules) {
      rules.close();
    }
  }

  /** Now, never before what was told earlier. */
  Instant now() {
    Instant now = clock.now();
    recorder.told(now);
    return now;
  }

  /** What is told from now on is later than this, so that a decision made then stands by itself. */
  void past(Instant instant) {
    clock.past(instant);
  }

  /** What is on record of somebody, with the times at which it counts. */
  List<FactEntry> counted(ParticipantId person) {
    return clock.counted(participants.history(person));
  }

  /**
   * Now, and not before what was recorded of a person, though another instance's clock be ahead.
   */
  private Instant nowOf(ParticipantId person) {
    if (participants.find(person).isPresent()) {
      // What is read counts from then on.
      SortedSet<ParticipantId> unused = allRegistrations(List.of(person));
    }
    return now();
  }

  /**
   * Answers a question with what is known now; once more where it came upon something that another
   * instance, whose clock is ahead, recorded later.
   */
  <T> T asked(Supplier<Instant> now, Function<Instant, T> question) {
    Instant at = now.get();
    try {
      T answer = question.apply(at);
      if (!clock.wentPast(at)) {
        return answer;
      }
    } catch (MentoringException e) {
      if (!clock.wentPast(at)) {
        throw e;
      }
    }
    return question.apply(now.get());
  }

  /** Now, and not before what was recorded of anybody. */
  Instant nowOfAll() {
    participants.newest(clock.furthest()).ifPresent(clock::counts);
    return now();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.read(), definition.zone());
  }

  /**
   * Today, or the day after where another instance has recorded something past midnight: who is
   * barred there begins nothing here either.
   */
  LocalDate latestDay() {
    return LocalDate.ofInstant(now(), definition.zone());
  }

  Practice practice(String id) {
    return definition
        .practice(id)
        .orElseThrow(
            () ->
                unknown(
                    "practice.unknown",
                    Map.of("programme", definition.id(), "practice", id),
                    definition.practices().stream().map(Practice::id).toList()));
  }

  PartyTerms party(Practice practice, Position position) {
    return practice
        .party(position)
        .orElseThrow(
            () ->
                unknown(
                    "position.unknown",
                    Map.of("practice", practice.id(), "position", position.name()),
                    practice.parties().stream().map(party -> party.position().name()).toList()));
  }

  /** What is allowed is an attribute too, for messages in any language. */
  private static MentoringException unknown(
      String code, Map<String, String> found, List<String> known) {
    String allowed = String.join(", ", known);
    Map<String, String> attributes = new java.util.TreeMap<>(found);
    attributes.put("allowed", allowed);
    return new MentoringException(code, attributes, "Name one of: " + allowed + ".");
  }

  Optional<Dossier> seeker(
      Practice practice, Position position, ParticipantId id, LocalDate asOf, Instant knownAt) {
    return registration.seeker(practice, position, id, asOf, knownAt);
  }

  ParticipantId keeper(ParticipantId id) {
    return registration.keeper(id);
  }

  ParticipantId keeper(ParticipantId id, Instant knownAt) {
    return registration.keeper(id, knownAt);
  }

  /** What was waived for a duplicate is waived for the participant that it was merged into. */
  private List<Waiver> waiversFor(ParticipantId id, Instant knownAt) {
    List<Waiver> all = new ArrayList<>(waiverStore.of(id));
    registration.duplicates(id, knownAt).forEach(each -> all.addAll(waiverStore.of(each)));
    return all;
  }

  List<Finding> erasedOf(String about, Collection<ParticipantId> people) {
    return erased.refusals(about, people);
  }

  SortedSet<ParticipantId> registrations(ParticipantId id, Instant knownAt) {
    return registration.registrations(id, knownAt);
  }

  /**
   * Keeps other commands from changing what is known of these, under all their registrations, until
   * the running command ends. All that was recorded of them by then counts from here on, though
   * another instance's clock be ahead of this one's. Before anything else of them is read.
   */
  void lock(Collection<ParticipantId> persons) {
    recorder.locks();
    SortedSet<ParticipantId> locked = new TreeSet<>();
    SortedSet<ParticipantId> all = allRegistrations(persons);
    // Whoever was merged while this waited for the lock has come to have more of them.
    while (!locked.containsAll(all)) {
      recorder.stores().places().lock(all);
      locked.addAll(all);
      all = allRegistrations(persons);
    }
  }

  private SortedSet<ParticipantId> allRegistrations(Collection<ParticipantId> persons) {
    SortedSet<ParticipantId> all = new TreeSet<>(persons);
    for (ParticipantId person : persons) {
      if (participants.find(person).isPresent()) {
        all.addAll(registrations(person, Instant.MAX));
      }
    }
    all.forEach(participants::history);
    return all;
  }

  List<Dossier> dossiers(Practice practice, Position position, LocalDate asOf, Instant knownAt) {
    return registration.dossiers(practice, position, asOf, knownAt);
  }

  List<Decision> decideAll(
      Practice practice, Position position, LocalDate asOf, Instant knownAt, Progress progress) {
    PartyTerms party = party(practice, position);
    List<Dossier> dossiers = dossiers(practice, position, asOf, knownAt);
    List<Decision> decisions = new ArrayList<>(dossiers.size());
    for (Dossier dossier : dossiers) {
      decisions.add(eligibility.decide(practice, party, dossier));
      if (decisions.size() % 100 == 0 || decisions.size() == dossiers.size()) {
        progress.reached(decisions.size(), dossiers.size());
      }
    }
    return List.copyOf(decisions);
  }

  static String reason(String reason) {
    return Invariants.text("reason", reason, 500);
  }

  private static RulesProvider findRules() {
    return ServiceLoader.load(RulesProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new MentoringException(
                    "rules.missing",
                    Map.of("service", RulesProvider.class.getName()),
                    "Add the artifact mentoring-rules to the class path, or hand rules to the builder."));
  }

  /** Puts a running programme together. Not thread-safe. */
  public static final class Builder {
    private ProgrammeDefinition definition;
    private final List<RequirementEvaluator> evaluators = new ArrayList<>();
    private final List<ProgrammeDefinition> earlier = new ArrayList<>();
    private @Nullable Clock clock;
    private @Nullable Participants participants;
    private @Nullable Proposals proposals;
    private @Nullable SelectionEvents selectionEvents;
    private Stores stores = InMemoryStores.create();
    private @Nullable Identifiers identifiers;
    private @Nullable RulesProvider rules;
    private byte @Nullable [] identityKey;
    private @Nullable BoundedEngines engines;
    private Duration matchingBudget = Duration.ofMinutes(1);
    private Duration clockLead = Duration.ofMinutes(15);
    private boolean judgesAll;

    private Builder(ProgrammeDefinition definition) {
      this.definition = definition;
    }

    /** What is built goes on by what the builder held then. */
    private Builder(Builder other) {
      definition = other.definition;
      evaluators.addAll(other.evaluators);
      earlier.addAll(other.earlier);
      clock = other.clock;
      participants = other.participants;
      proposals = other.proposals;
      selectionEvents = other.selectionEvents;
      stores = other.stores;
      identifiers = other.identifiers;
      rules = other.rules;
      identityKey = other.identityKey;
      engines = other.engines;
      matchingBudget = other.matchingBudget;
      clockLead = other.clockLead;
      judgesAll = other.judgesAll;
    }

    private Recorder recorder(Identifiers ids, ProgrammeClock time) {
      Stores all = stores();
      return new Recorder(
          all, ids, time, new KnownDefinitions(all.programmes(), definition, earlier));
    }

    /** Tells when facts become known; the system's clock by default. */
    public Builder clock(Clock value) {
      Arguments.given("clock", value);
      clock = value;
      return this;
    }

    /**
     * How far the clocks of other instances over the same store may be ahead of this one's, and
     * this one's ahead of the store's where it has one ({@link org.mentoring.spi.UnitOfWork#time});
     * 15 minutes by default. What others recorded ahead of it by so much counts at once, and what
     * is recorded here afterwards is as far ahead. What was recorded even further ahead counts as
     * well, as long as it is ahead since the entry before it, and this instance goes on by its own
     * clock; {@link Mentoring#recordedAhead} names whom it is about. An instance whose own clock is
     * further ahead of the store's is refused every command with {@code clock.lead}.
     *
     * @param value zero to 36,500 days
     */
    public Builder clockLead(Duration value) {
      Arguments.given("clockLead", value);
      Invariants.holds(
          !value.isNegative() && value.compareTo(Duration.ofDays(36_500)) <= 0,
          "clock.lead",
          "lead",
          "zero to 36,500 days");
      clockLead = value;
      return this;
    }

    /** Keeps everything; in memory by default. Its unit of work carries out the commands. */
    public Builder stores(Stores value) {
      Arguments.given("stores", value);
      stores = value;
      return this;
    }

    private Stores stores() {
      return new Stores(
          participants == null ? stores.participants() : participants,
          proposals == null ? stores.proposals() : proposals,
          selectionEvents == null ? stores.selectionEvents() : selectionEvents,
          stores.mentorships(),
          stores.activities(),
          stores.incidents(),
          stores.waivers(),
          stores.decisions(),
          stores.commands(),
          stores.journal(),
          stores.outbox(),
          stores.places(),
          stores.identities(),
          stores.erasures(),
          stores.programmes(),
          stores.work());
    }

    /**
     * Keeps participants in place of the store among {@link #stores}. The unit of work among those
     * does not span it, unless it was made for it.
     */
    public Builder participants(Participants value) {
      Arguments.given("participants", value);
      participants = value;
      return this;
    }

    /**
     * Keeps proposals in place of the store among {@link #stores}. The unit of work among those
     * does not span it, unless it was made for it.
     */
    public Builder proposals(Proposals value) {
      Arguments.given("proposals", value);
      proposals = value;
      return this;
    }

    /**
     * Keeps mentor selection events in place of the store among {@link #stores}. The unit of work
     * among those does not span it, unless it was made for it.
     */
    public Builder selectionEvents(SelectionEvents value) {
      Arguments.given("selectionEvents", value);
      selectionEvents = value;
      return this;
    }

    /**
     * Choose pairs where the definition sets groups, teams, shares, loads or families; by default
     * the core's own engine and those found as services.
     */
    public Builder boundedEngines(BoundedEngines value) {
      Arguments.given("boundedEngines", value);
      engines = value;
      return this;
    }

    /**
     * After this time an engine for bounds gives the best answer found, with its gap; a minute by
     * default. Without bounds every answer is the best one, however long it takes.
     *
     * @param value above zero
     */
    public Builder matchingBudget(Duration value) {
      Arguments.given("matchingBudget", value);
      Invariants.holds(
          !value.isNegative() && !value.isZero(), "matching.budget", "budget", "more than zero");
      matchingBudget = value;
      return this;
    }

    /**
     * Keeps anybody from being registered twice, by all instances over one store: a name and birth
     * date that stand for one person are refused for another who was not merged with it. The store
     * keeps HMAC-SHA-256 hashes of them under this key, of names without regard to case, white
     * space and the letter yo. Two people who share both are told apart by a patronymic in the
     * given name. Without a key, as by default, this is not asked. The same key must be given for
     * as long as the store lives: of what was recorded without it, or with another one, nothing is
     * found until a name or birth date of that person is recorded, corrected or retracted anew.
     *
     * @param value at least 16 bytes that nobody can guess, kept apart from the store
     */
    public Builder identityKey(byte[] value) {
      Arguments.given("identityKey", value);
      Invariants.range("identityKey.length", value.length, 16, Integer.MAX_VALUE);
      identityKey = value.clone();
      return this;
    }

    /**
     * Adds earlier versions of the definition, so that what was decided under them stays known, and
     * for mentorships that are pinned to them: each is judged by the version that it was assigned
     * under, until it is {@link MentorshipCommands#moveTo moved}. People, proposals, events,
     * incidents and reports are judged by the current version. The stores keep each version under
     * which a command was given and find it again by themselves: only versions that they do not
     * have need be given.
     *
     * @throws MentoringException {@code programme.other} if one is of another programme
     */
    public Builder earlier(ProgrammeDefinition... value) {
      Arguments.given("earlier", value);
      for (ProgrammeDefinition each : value) {
        Arguments.given("earlier", each);
        if (!each.id().equals(definition.id())) {
          throw new MentoringException(
              "programme.other",
              Map.of("programme", definition.id(), "other", each.id()),
              "Give earlier versions of the same programme.");
        }
        earlier.add(each);
      }
      return this;
    }

    /**
     * Lays rule packs over the definition, beside those that lie over it. Each of their rules holds
     * for what is done on the days on which it is in force. The definition with its packs is
     * another version of the programme, with a hash of its own.
     *
     * @throws org.mentoring.failure.InvalidDefinition if a pack would loosen what the definition or
     *     another pack asks, or does not fit it; with all problems
     */
    public Builder pack(RulePack... value) {
      Arguments.given("pack", value);
      for (RulePack each : value) {
        Arguments.given("pack", each);
      }
      definition = definition.withPacks(List.of(value));
      return this;
    }

    /** Judges every mentorship by this definition, whatever version it is pinned to. */
    Builder judgingAll() {
      judgesAll = true;
      return this;
    }

    /** Gives ids; random ones by default. */
    public Builder identifiers(Identifiers value) {
      Arguments.given("identifiers", value);
      identifiers = value;
      return this;
    }

    /** The rules; by default those found as a service. Rules given here are not closed. */
    public Builder rules(RulesProvider value) {
      Arguments.given("rules", value);
      rules = value;
      return this;
    }

    /** Adds an embedder's own kind of requirement. */
    public Builder evaluator(RequirementEvaluator value) {
      Arguments.given("evaluator", value);
      evaluators.add(value);
      return this;
    }

    /**
     * The running programme.
     *
     * @throws MentoringException {@code rules.missing} without rules; {@code extension.unknown} if
     *     the definition asks for an evaluator that was not added; {@code extension.twice} if a
     *     name was added twice
     */
    public Mentoring build() {
      return new Mentoring(new Builder(this), definition, null, null);
    }
  }
}
