package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.criterion.Criterion;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.decision.Sensitivity;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CriterionScore;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchProposal.Intervention;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.matching.Unmatched;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.PolicyCase;
import org.mentoring.spi.Proposals;

/**
 * Commands about proposals. A proposal is always made anew from the facts that were known when it
 * was first made, with what people locked and rejected since, so that nobody's later fact moves a
 * pair unseen.
 */
final class Matchmaking {
  static final Code PROPOSE = Code.of("PROPOSE_PAIRS");
  static final Code LOCK = Code.of("LOCK_PAIR");
  static final Code REJECT = Code.of("REJECT_PAIR");
  static final Code REPLACE = Code.of("REPLACE_PAIR");
  static final Code RELEASE = Code.of("RELEASE_PAIR");

  private final Mentoring mentoring;
  private final ProgrammeDefinition definition;
  private final Eligibility eligibility;
  private final MatchingRules rules;
  private final MatchPool.Reader pools;
  private final Proposals proposals;
  private final Identifiers identifiers;
  private final Matcher matcher;
  private final Proposer proposer;

  Matchmaking(
      Mentoring mentoring,
      ProgrammeDefinition definition,
      Eligibility eligibility,
      MatchingRules rules,
      Proposals proposals,
      Identifiers identifiers,
      Matcher matcher) {
    this.mentoring = mentoring;
    this.definition = definition;
    this.eligibility = eligibility;
    this.rules = rules;
    this.pools = new MatchPool.Reader(mentoring, definition, eligibility, rules);
    this.proposals = proposals;
    this.identifiers = identifiers;
    this.matcher = matcher;
    this.proposer = new Proposer(definition, eligibility, matcher);
  }

  Optional<MatchProposal> find(ProposalId id) {
    return proposals.find(id);
  }

  Outcome<MatchProposal> propose(
      Actor by, Practice practice, LocalDate asOf, SortedSet<PairKey> current, Progress progress) {
    ProposalId id = identifiers.newProposal();
    Instant knownAt = mentoring.now();
    List<Finding> findings = new ArrayList<>();
    MatchingPlan plan = practice.matching();
    if (plan == null) {
      findings.add(
          Finding.of("command.no-matching", practice.id(), practice.citation(), Effect.REFUSES));
    }
    phase(asOf).ifPresent(findings::add);
    if (plan == null || !findings.isEmpty()) {
      return refused(PROPOSE, ParticipantId.of(id.value()), practice, asOf, knownAt, findings);
    }
    MatchPool pool = pools.read(practice, plan, asOf, knownAt, progress);
    // What runs already is not up for matching, so it is not a pair that could be kept or not.
    SortedSet<PairKey> others = new TreeSet<>(current);
    others.removeAll(mentoring.running().standing(asOf, knownAt).pairs(practice));
    return saved(
        proposer.propose(
            new Proposer.Terms(id, 1, practice, plan, asOf, knownAt), pool, others, List.of()),
        new TreeSet<>(),
        refusals ->
            refused(PROPOSE, ParticipantId.of(id.value()), practice, asOf, knownAt, refusals));
  }

  Outcome<MatchProposal> lock(Actor by, MatchProposal proposal, PairKey pair, String reason) {
    return change(
        LOCK,
        by,
        proposal,
        pair,
        List.of(new Intervention.Locked(pair, by, mentoring.now(), Mentoring.reason(reason))));
  }

  Outcome<MatchProposal> reject(Actor by, MatchProposal proposal, PairKey pair, String reason) {
    return change(
        REJECT,
        by,
        proposal,
        pair,
        List.of(new Intervention.Rejected(pair, by, mentoring.now(), Mentoring.reason(reason))));
  }

  Outcome<MatchProposal> replace(
      Actor by, MatchProposal proposal, PairKey pair, ParticipantId mentor, String reason) {
    String why = Mentoring.reason(reason);
    Instant at = mentoring.now();
    PairKey wanted = new PairKey(pair.mentee(), mentor);
    boolean proposed =
        proposal.result().pairs().stream().anyMatch(each -> each.pair().equals(pair));
    if (!proposed) {
      return refused(REPLACE, proposal, pair, List.of(about("command.pair-not-proposed", pair)));
    }
    return change(
        REPLACE,
        by,
        proposal,
        wanted,
        List.of(
            new Intervention.Released(pair, by, at, why),
            new Intervention.Rejected(pair, by, at, why),
            new Intervention.Locked(wanted, by, at, why)));
  }

  Outcome<MatchProposal> release(Actor by, MatchProposal proposal, PairKey pair, String reason) {
    Standing standing = Standing.of(current(proposal).interventions());
    if (!standing.locked.contains(pair) && !standing.rejected.contains(pair)) {
      return refused(RELEASE, proposal, pair, List.of(about("command.pair-free", pair)));
    }
    return change(
        RELEASE,
        by,
        proposal,
        pair,
        List.of(new Intervention.Released(pair, by, mentoring.now(), Mentoring.reason(reason))));
  }

  PairExplanation explain(MatchProposal proposal, PairKey pair) {
    Practice practice = mentoring.practice(proposal.practice());
    MatchingPlan plan = plan(practice);
    Optional<Dossier> mentee = seeker(practice, Position.MENTEE, pair.mentee(), proposal);
    Optional<Dossier> mentor = seeker(practice, Position.MENTOR, pair.mentor(), proposal);
    if (mentee.isEmpty() || mentor.isEmpty()) {
      throw new MentoringException(
          "pair.unknown",
          Map.of("mentee", pair.mentee().value(), "mentor", pair.mentor().value()),
          "Both must have been eligible on the proposal's day; decide() tells why one is not. Name the kept id of a merged"
              + " participant.");
    }
    return matcher.explain(
        new MatchRequest(
            List.of(new Candidate(mentee.get(), 1, 0)),
            List.of(new Candidate(mentor.get(), 1, 0)),
            List.of(criteria(practice, plan, mentee.get())),
            definition.yardsticks(),
            ties(practice, plan, mentee.get(), proposal.asOf(), proposal.knownAt()),
            new TreeSet<>(),
            new TreeSet<>()),
        pair);
  }

  /** What a proposal is made of: who could be matched, and what people locked and rejected. */
  MatchRequest request(MatchProposal proposal) {
    Practice practice = mentoring.practice(proposal.practice());
    MatchingPlan plan = plan(practice);
    MatchPool pool = pools.read(practice, plan, proposal.asOf(), proposal.knownAt(), Progress.NONE);
    return proposer
        .request(pool, Standing.of(proposal.interventions()))
        .aimingAt(Proposer.aim(practice, plan, pool, proposal.current()));
  }

  private Optional<Dossier> seeker(
      Practice practice, Position position, ParticipantId id, MatchProposal proposal) {
    return mentoring
        .seeker(practice, position, id, proposal.asOf(), proposal.knownAt())
        .filter(
            dossier ->
                eligibility
                    .decide(practice, mentoring.party(practice, position), dossier)
                    .eligible());
  }

  private Outcome<MatchProposal> change(
      Code matter, Actor by, MatchProposal shown, PairKey pair, List<Intervention> further) {
    mentoring.lock(List.of(pair.mentee(), pair.mentor()));
    MatchProposal proposal = current(shown);
    Practice practice = mentoring.practice(proposal.practice());
    MatchingPlan plan = plan(practice);
    MatchPool pool = pools.read(practice, plan, proposal.asOf(), proposal.knownAt(), Progress.NONE);
    List<Intervention> interventions = new ArrayList<>(proposal.interventions());
    interventions.addAll(further);
    Standing before = Standing.of(interventions.subList(0, interventions.size() - 1));
    Standing after = Standing.of(interventions);
    List<Finding> findings = new ArrayList<>(merged(pair));
    findings.addAll(notForActor(by, pair));
    findings.addAll(mentoring.erasedOf("pair", List.of(pair.mentee(), pair.mentor())));
    if (findings.isEmpty()) {
      findings.addAll(known(pool, pair));
    }
    if (findings.isEmpty() && after.locked.contains(pair)) {
      findings.addAll(lockable(pool, before, pair));
      findings.addAll(since(practice, plan, proposal, before, pair));
    }
    if (further.get(further.size() - 1) instanceof Intervention.Rejected
        && before.locked.contains(pair)) {
      findings.add(about("command.pair-locked", pair));
    }
    if (!findings.isEmpty()) {
      return refused(matter, proposal, pair, findings);
    }
    return saved(
        proposer.propose(
            new Proposer.Terms(
                proposal.id(),
                proposal.version() + 1,
                practice,
                plan,
                proposal.asOf(),
                proposal.knownAt()),
            pool,
            proposal.current(),
            interventions),
        people(proposal),
        refusals -> refused(matter, proposal, pair, refusals));
  }

  /**
   * Keeps what was found.
   *
   * @param before whom the version before tells of: erasing one of them redacts it, so that this
   *     one comes too late
   */
  private Outcome<MatchProposal> saved(
      Proposer.Attempt attempt,
      SortedSet<ParticipantId> before,
      Function<List<Finding>, Outcome<MatchProposal>> refuse) {
    MatchProposal proposal = attempt.proposal();
    if (proposal == null) {
      return refuse.apply(attempt.findings());
    }
    SortedSet<ParticipantId> others = people(proposal);
    others.removeAll(before);
    // Only now: to lock all who may come to be named would make the whole programme wait.
    mentoring.workplace().erased().none(others);
    proposals.save(proposal);
    return new Outcome.Accepted<>(proposal);
  }

  /** Whom the result of a proposal tells of; who was erased before it was made is none of them. */
  static SortedSet<ParticipantId> people(MatchProposal proposal) {
    SortedSet<ParticipantId> people = new TreeSet<>();
    proposal
        .result()
        .pairs()
        .forEach(each -> people.addAll(List.of(each.pair().mentee(), each.pair().mentor())));
    for (Unmatched each : proposal.result().unmatched()) {
      people.add(each.mentee());
      people.addAll(each.taken());
      each.openings().forEach(opening -> RedactedMatching.mentor(opening).ifPresent(people::add));
    }
    people.addAll(proposal.result().freePlaces().keySet());
    proposal.result().sought().forEach(each -> people.add(each.mentor()));
    proposal.leftOut().forEach(each -> people.add(each.mentee()));
    return people;
  }

  /**
   * The stored proposal, if it is the version that the caller looked at and is still under the same
   * terms.
   */
  MatchProposal current(MatchProposal shown) {
    MatchProposal stored =
        proposals
            .find(shown.id())
            .orElseThrow(
                () ->
                    new MentoringException(
                        "proposal.unknown",
                        Map.of("proposal", shown.id().value()),
                        "Use a proposal that this programme made."));
    if (stored.version() != shown.version()) {
      throw new StaleVersion("proposal", shown.id().value(), shown.version(), stored.version());
    }
    if (!stored.definitionHash().equals(eligibility.definitionHash())
        || !stored.ruleSetHash().equals(eligibility.ruleSetHash())) {
      throw new MentoringException(
          "proposal.other-terms",
          Map.of("proposal", shown.id().value()),
          "The definition or the rules have changed since; propose anew.");
    }
    return stored;
  }

  /** What is locked is assigned: by nobody in an office for oneself, nor for others' children. */
  private List<Finding> notForActor(Actor by, PairKey pair) {
    Workplace workplace = mentoring.workplace();
    SortedSet<ParticipantId> mentors = new TreeSet<>(List.of(pair.mentor()));
    SortedSet<ParticipantId> mentees = new TreeSet<>(List.of(pair.mentee()));
    List<Finding> findings =
        new ArrayList<>(new ChildrenOfOthers(workplace, by).refusals(mentors, mentees));
    new ActorStanding(workplace, by)
        .refusalInOffice(mentors, mentees, List.of())
        .ifPresent(findings::add);
    return findings;
  }

  private List<Finding> merged(PairKey pair) {
    List<Finding> findings = new ArrayList<>();
    for (ParticipantId id : List.of(pair.mentee(), pair.mentor())) {
      if (mentoring.participant(id).isPresent() && !mentoring.keeper(id).equals(id)) {
        findings.add(
            about("command.participant-merged", pair)
                .with("merged", new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY))
                .with(
                    "kept",
                    new Parameter.TermId(mentoring.keeper(id).value(), Sensitivity.STAFF_ONLY)));
      }
    }
    return findings;
  }

  /**
   * What has come to light since the proposal was made: a person may be locked only if that still
   * allows it.
   */
  private List<Finding> since(
      Practice practice, MatchingPlan plan, MatchProposal proposal, Standing before, PairKey pair) {
    Instant now = mentoring.now();
    Dossier mentee = mentoring.dossier(pair.mentee(), proposal.asOf(), now);
    Dossier mentor = mentoring.dossier(pair.mentor(), proposal.asOf(), now);
    List<Finding> findings = new ArrayList<>();
    if (!eligibility
        .decide(practice, mentoring.party(practice, Position.MENTEE), mentee)
        .eligible()) {
      findings.add(about("command.mentee-no-longer-eligible", pair));
    }
    if (!eligibility
        .decide(practice, mentoring.party(practice, Position.MENTOR), mentor)
        .eligible()) {
      findings.add(about("command.mentor-no-longer-eligible", pair));
    }
    findings.addAll(forbidding(practice, plan, mentee, mentor));
    ForbiddenCircles circles = new ForbiddenCircles(mentoring);
    if (circles.matter()) {
      circles
          .closed(practice, pair, mentoring.ties(proposal.asOf(), now), proposal.asOf(), now)
          .ifPresent(
              citation ->
                  findings.add(
                      Workplace.refusal("mentorship.circle", "circles-forbidden", citation)
                          .with("mentee", Parties.named(pair.mentee()))
                          .with("mentor", Parties.named(pair.mentor()))));
    }
    // What parted them counts from when it is known, not from the proposal's day.
    if (mentoring
        .running()
        .standing(List.of(pair.mentee()), mentoring.today(), now)
        .partedForGood(new Partings(definition))
        .contains(pair)) {
      findings.add(about("command.pair-parted-for-good", pair));
    }
    OpenMentorships.Standing running = mentoring.running().standing(proposal.asOf(), now);
    findings.addAll(Places.ofMentee(practice, pair.mentee(), running));
    findings.addAll(fullSince(practice, plan, proposal, before, mentor, running, pair));
    return findings;
  }

  /** A mentor whose places were given to others since the proposal was made. */
  private List<Finding> fullSince(
      Practice practice,
      MatchingPlan plan,
      MatchProposal proposal,
      Standing before,
      Dossier mentor,
      OpenMentorships.Standing running,
      PairKey pair) {
    SortedSet<PairKey> since = new TreeSet<>(running.pairs(practice));
    since.removeAll(
        mentoring.running().standing(proposal.asOf(), proposal.knownAt()).pairs(practice));
    since.removeIf(each -> !each.mentor().equals(pair.mentor()));
    SortedSet<PairKey> locked = new TreeSet<>(before.without(pair).locked);
    locked.removeIf(each -> !each.mentor().equals(pair.mentor()));
    locked.removeAll(since);
    int free = Places.free(plan, practice, mentor, running).orElse(0);
    if (since.isEmpty() || free > locked.size()) {
      return List.of();
    }
    return List.of(
        about("mentorship.mentor-full", pair)
            .with("free", new Parameter.Count(Math.max(0, free), Sensitivity.STAFF_ONLY))
            .with("asked", Parameter.count(locked.size() + 1L)));
  }

  /** The hard criteria that keep two apart, as of the dossiers' day and knowledge. */
  List<Finding> forbidding(Practice practice, MatchingPlan plan, Dossier mentee, Dossier mentor) {
    return forbidding(
        criteria(practice, plan, mentee),
        ties(practice, plan, mentee, mentee.asOf(), mentee.knownAt()),
        mentee,
        mentor);
  }

  /** Those among the criteria that keep two apart. */
  List<Finding> forbidding(List<Criterion> criteria, Ties ties, Dossier mentee, Dossier mentor) {
    return forbidding(
        matcher.explain(
            new MatchRequest(
                List.of(new Candidate(mentee, 1, 0)),
                List.of(new Candidate(mentor, 1, 0)),
                List.of(criteria),
                definition.yardsticks(),
                ties,
                new TreeSet<>(),
                new TreeSet<>()),
            new PairKey(mentee.participant(), mentor.participant())));
  }

  /** Ties of everybody known, where the pair's criteria look at them. */
  Ties ties(Practice practice, MatchingPlan plan, Dossier mentee, LocalDate asOf, Instant knownAt) {
    return Ties.matterTo(criteria(practice, plan, mentee))
        ? mentoring.ties(asOf, knownAt)
        : Ties.none();
  }

  List<Criterion> criteria(Practice practice, MatchingPlan plan, Dossier mentee) {
    return PolicyUnderPacks.criteria(
        rules,
        eligibility.woven().bare(),
        new PolicyCase(definition, practice, plan, MatchPool.circumstances(mentee)));
  }

  private static List<Finding> forbidding(PairExplanation explanation) {
    List<Finding> findings = new ArrayList<>();
    for (CriterionScore score : explanation.criteria()) {
      Criterion criterion = score.criterion();
      if (criterion.hard() && !score.holds()) {
        findings.add(
            Finding.of(
                    "command.criterion-forbids",
                    criterion.id(),
                    criterion.citation(),
                    Effect.REFUSES)
                .with("criterion", Parameter.term(criterion.id())));
      }
    }
    return findings;
  }

  private static List<Finding> known(MatchPool pool, PairKey pair) {
    List<Finding> findings = new ArrayList<>();
    if (!pool.mentees().containsKey(pair.mentee())) {
      findings.add(about("command.mentee-not-eligible", pair));
    }
    if (!pool.mentors().containsKey(pair.mentor())) {
      findings.add(about("command.mentor-not-eligible", pair));
    }
    return findings;
  }

  private List<Finding> lockable(MatchPool pool, Standing before, PairKey pair) {
    List<Finding> findings = new ArrayList<>();
    if (before.rejected.contains(pair)) {
      findings.add(about("command.pair-rejected", pair));
    }
    Standing others = before.without(pair);
    if (others.locked.stream().anyMatch(locked -> locked.mentee().equals(pair.mentee()))) {
      findings.add(about("command.mentee-locked-elsewhere", pair));
    }
    Candidate mentor = pool.mentors().get(pair.mentor());
    long taken =
        others.locked.stream().filter(locked -> locked.mentor().equals(pair.mentor())).count();
    if (mentor != null && taken >= mentor.places()) {
      findings.add(
          about("command.mentor-full", pair)
              .with("places", new Parameter.Count(mentor.places(), Sensitivity.STAFF_ONLY)));
    }
    PairExplanation explanation = matcher.explain(proposer.request(pool, others), pair);
    findings.addAll(forbidding(explanation));
    return findings;
  }

  private Optional<Finding> phase(LocalDate asOf) {
    return new PhaseCheck(definition).matching("command.phase-closed", asOf);
  }

  static MatchingPlan plan(Practice practice) {
    MatchingPlan plan = practice.matching();
    if (plan == null) {
      throw new MentoringException(
          "practice.no-matching",
          Map.of("practice", practice.id()),
          "The definition gives this practice no matching.");
    }
    return plan;
  }

  static Finding about(String code, PairKey pair) {
    return Finding.of(code, "pair", Citation.CHOICE, Effect.REFUSES)
        .with("mentee", new Parameter.TermId(pair.mentee().value(), Sensitivity.STAFF_ONLY))
        .with("mentor", new Parameter.TermId(pair.mentor().value(), Sensitivity.STAFF_ONLY));
  }

  private Outcome<MatchProposal> refused(
      Code matter, MatchProposal proposal, PairKey pair, List<Finding> findings) {
    Practice practice = mentoring.practice(proposal.practice());
    return refused(matter, pair.mentee(), practice, proposal.asOf(), proposal.knownAt(), findings);
  }

  private Outcome<MatchProposal> refused(
      Code matter,
      ParticipantId about,
      Practice practice,
      LocalDate asOf,
      Instant knownAt,
      List<Finding> findings) {
    Question question = new Question(matter, about, practice.id(), null, asOf, knownAt);
    return new Outcome.Refused<>(
        Decision.of(question, findings, List.of(), eligibility.basisWithoutDossier()));
  }

  /** What holds after a series of interventions: the later one wins. */
  record Standing(SortedSet<PairKey> locked, SortedSet<PairKey> rejected) {
    static Standing of(List<Intervention> interventions) {
      SortedSet<PairKey> locked = new TreeSet<>();
      SortedSet<PairKey> rejected = new TreeSet<>();
      for (Intervention intervention : interventions) {
        locked.remove(intervention.pair());
        rejected.remove(intervention.pair());
        if (intervention instanceof Intervention.Locked) {
          locked.add(intervention.pair());
        } else if (intervention instanceof Intervention.Rejected) {
          rejected.add(intervention.pair());
        }
      }
      return new Standing(locked, rejected);
    }

    Standing without(PairKey pair) {
      SortedSet<PairKey> others = new TreeSet<>(locked);
      others.remove(pair);
      SortedSet<PairKey> stillRejected = new TreeSet<>(rejected);
      stillRejected.remove(pair);
      return new Standing(others, stillRejected);
    }
  }
}
