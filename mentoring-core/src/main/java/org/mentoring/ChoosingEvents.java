package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Proposing;
import org.mentoring.choosing.Choosing;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.MentorSelectionEvent.State;
import org.mentoring.choosing.Ranking;
import org.mentoring.choosing.RankingCheck;
import org.mentoring.choosing.RecordedRanking;
import org.mentoring.criterion.Criterion;
import org.mentoring.criterion.Term;
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
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CriterionScore;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.Ties;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.SelectionEvents;

/**
 * Commands about mentor selection events. Who is invited rests on what was known when the proposal
 * was made; whether two may become a pair is asked with what is known when rankings are recorded
 * and when the event is closed, for the day of the event.
 */
final class ChoosingEvents {
  static final Code PLAN = Code.of("PLAN_EVENTS");
  static final Code RANK = Code.of("RECORD_RANKING");
  static final Code CLOSE = Code.of("CLOSE_EVENT");
  static final Code CALL_OFF = Code.of("CALL_OFF_EVENT");

  private final Mentoring mentoring;
  private final ProgrammeDefinition definition;
  private final Eligibility eligibility;
  private final Matchmaking matchmaking;
  private final Proposals proposals;
  private final SelectionEvents events;
  private final EventPlanning planning;
  private final Matcher matcher = new Matcher();

  ChoosingEvents(
      Mentoring mentoring,
      ProgrammeDefinition definition,
      Eligibility eligibility,
      Matchmaking matchmaking,
      Proposals proposals,
      SelectionEvents events,
      Identifiers identifiers) {
    this.mentoring = mentoring;
    this.definition = definition;
    this.eligibility = eligibility;
    this.matchmaking = matchmaking;
    this.proposals = proposals;
    this.events = events;
    this.planning = new EventPlanning(mentoring, eligibility, matchmaking, events, identifiers);
  }

  Optional<MentorSelectionEvent> find(SelectionEventId id) {
    return events.find(id);
  }

  List<MentorSelectionEvent> ofProposal(ProposalId proposal) {
    return events.ofProposal(proposal);
  }

  /** One at a time, for two plans must not invite the same people. */
  Outcome<EventSchedule> plan(Actor by, MatchProposal proposal, List<EventDate> dates) {
    mentoring.lock(Matchmaking.people(proposal));
    return planning.plan(by, proposal, dates);
  }

  Outcome<MentorSelectionEvent> rank(Actor by, MentorSelectionEvent shown, Ranking ranking) {
    lockInvited(shown);
    MentorSelectionEvent event = current(shown);
    Practice practice = mentoring.practice(event.practice());
    Instant at = mentoring.now();
    // Staff of others is told nothing of what keeps whom from whom.
    List<Finding> findings = new ArrayList<>(notForActor(by, event, ranking));
    if (findings.isEmpty()) {
      findings.addAll(held(event, practice));
      SortedSet<ParticipantId> people = new TreeSet<>(ranking.named());
      people.add(ranking.by());
      findings.addAll(mentoring.erasedOf("ranking", people));
      findings.addAll(
          RankingCheck.findings(
              event,
              ranking,
              pair -> explain(practice, event, pair, at),
              keptApart(event),
              citation(practice)));
    }
    if (!findings.isEmpty()) {
      return refused(RANK, ranking.by(), practice, event.day(), findings);
    }
    return saved(event.with(new RecordedRanking(ranking, by, at)));
  }

  /** Whom a child would like is told by those who look after it, and by the parties. */
  private List<Finding> notForActor(Actor by, MentorSelectionEvent event, Ranking ranking) {
    if (OwnRecords.isParty(by.capacity())) {
      return List.of();
    }
    List<ParticipantId> whose = List.of(ranking.by());
    List<Finding> findings =
        new ChildrenOfOthers(mentoring.workplace(), by)
            .refusals(
                ranking.as() == Position.MENTOR ? whose : List.of(),
                ranking.as() == Position.MENTEE ? whose : List.of());
    return findings.isEmpty() ? ofOthers(by, event) : findings;
  }

  /** An event is for the staff of those whose children are invited to it. */
  private List<Finding> ofOthers(Actor by, MentorSelectionEvent event) {
    return new ChildrenOfOthers(mentoring.workplace(), by).areAll(event.mentees())
        ? List.of(
            ofOthers(by, event.municipality(), citation(mentoring.practice(event.practice()))))
        : List.of();
  }

  static Finding ofOthers(Actor by, String municipality, Citation citation) {
    return finding("choosing.event-of-others", citation)
        .with("municipality", Parameter.term(municipality.isEmpty() ? "-" : municipality))
        .with("organisation", Parameter.term(by.organisation()));
  }

  private void lockInvited(MentorSelectionEvent event) {
    SortedSet<ParticipantId> invited = new TreeSet<>(event.mentees());
    invited.addAll(event.mentors().keySet());
    mentoring.lock(invited);
  }

  private PairExplanation explain(
      Practice practice, MentorSelectionEvent event, PairKey pair, Instant at) {
    Dossier mentee = mentoring.dossier(pair.mentee(), event.day(), at);
    Dossier mentor = mentoring.dossier(pair.mentor(), event.day(), at);
    return matcher.explain(
        new MatchRequest(
            List.of(new Candidate(mentee, 1, 0)),
            List.of(new Candidate(mentor, 1, 0)),
            List.of(matchmaking.criteria(practice, plan(practice), mentee)),
            definition.yardsticks(),
            matchmaking.ties(practice, plan(practice), mentee, event.day(), at),
            new TreeSet<>(),
            new TreeSet<>()),
        new PairKey(mentee.participant(), mentor.participant()));
  }

  /** One at a time, for two events must not give away the same place of a mentor. */
  Outcome<MentorSelectionEvent> close(Actor by, MentorSelectionEvent shown) {
    lockInvited(shown);
    MentorSelectionEvent event = current(shown);
    Practice practice = mentoring.practice(event.practice());
    Instant at = mentoring.now();
    List<Finding> others = ofOthers(by, event);
    if (!others.isEmpty()) {
      return refused(CLOSE, about(event), practice, event.day(), others);
    }
    List<Finding> findings = new ArrayList<>(held(event, practice));
    Attendance attendance = attendance(event, practice, at);
    findings.addAll(missingRankings(event, attendance, citation(practice)));
    findings.addAll(impossibleLocks(event, practice, attendance, at));
    if (!findings.isEmpty()) {
      return refused(CLOSE, about(event), practice, event.day(), findings);
    }
    Proposing proposing =
        plan(practice).proposer() == Term.Side.MENTEE ? Proposing.MENTEES : Proposing.MENTORS;
    ChoosingOutcome outcome =
        Choosing.choose(event, attendance.request(), attendance.lockedElsewhere(), proposing);
    return saved(event.with(new State.Closed(by, at, outcome)));
  }

  Outcome<MentorSelectionEvent> callOff(Actor by, MentorSelectionEvent shown, String reason) {
    lockInvited(shown);
    MentorSelectionEvent event = current(shown);
    Practice practice = mentoring.practice(event.practice());
    String why = Mentoring.reason(reason);
    List<Finding> findings = new ArrayList<>(ofOthers(by, event));
    if (!event.open()) {
      findings.add(finding("choosing.event-over", citation(practice)));
    }
    if (!findings.isEmpty()) {
      return refused(CALL_OFF, about(event), practice, event.day(), findings);
    }
    return saved(event.with(new State.CalledOff(by, mentoring.now(), why)));
  }

  /** Who of the invited can be paired by now, and what the coordinator said of them. */
  private Attendance attendance(MentorSelectionEvent event, Practice practice, Instant at) {
    Matchmaking.Standing standing = standing(event);
    Set<ParticipantId> lockedElsewhere = new HashSet<>();
    SortedSet<PairKey> locked = new TreeSet<>();
    OpenMentorships.Standing running = mentoring.running().standing(event.day(), at);
    SortedSet<PairKey> elsewhere = pairedElsewhere(event);
    for (PairKey pair : standing.locked()) {
      boolean menteeHere = event.mentees().contains(pair.mentee());
      boolean mentorHere = event.mentors().containsKey(pair.mentor());
      if (menteeHere && mentorHere) {
        locked.add(pair);
      } else if (menteeHere) {
        lockedElsewhere.add(pair.mentee());
      } else if (mentorHere) {
        elsewhere.add(pair);
      }
    }
    SortedSet<PairKey> rejected = keptApart(event);
    locked.removeAll(rejected);
    // Pairs that were assigned since are mentorships now, which use the place already.
    elsewhere.removeAll(running.pairs(practice));
    List<Candidate> mentees = new ArrayList<>();
    List<List<Criterion>> policies = new ArrayList<>();
    for (ParticipantId id : event.mentees()) {
      Optional<Dossier> dossier = eligible(practice, Position.MENTEE, id, event.day(), at);
      if (dossier.isPresent()
          && !lockedElsewhere.contains(id)
          && running.leftOut(practice, id).isEmpty()) {
        mentees.add(new Candidate(dossier.get(), 1, policies.size()));
        policies.add(matchmaking.criteria(practice, plan(practice), dossier.get()));
      }
    }
    List<Candidate> mentors = new ArrayList<>();
    event
        .mentors()
        .forEach(
            (id, places) ->
                eligible(practice, Position.MENTOR, id, event.day(), at)
                    .ifPresent(
                        dossier -> {
                          int most =
                              Places.free(plan(practice), practice, dossier, running).orElse(0);
                          long taken =
                              elsewhere.stream().filter(each -> each.mentor().equals(id)).count();
                          int free = most - (int) taken;
                          mentors.add(
                              new Candidate(dossier, Math.max(0, Math.min(places, free)), 0));
                        }));
    MatchRequest request =
        new MatchRequest(
            mentees,
            mentors,
            policies,
            definition.yardsticks(),
            policies.stream().anyMatch(Ties::matterTo)
                ? mentoring.ties(event.day(), at)
                : Ties.none(),
            locked,
            rejected);
    return new Attendance(request, lockedElsewhere);
  }

  /** Pairs of other events of the proposal. */
  private SortedSet<PairKey> pairedElsewhere(MentorSelectionEvent event) {
    SortedSet<PairKey> pairs = new TreeSet<>();
    for (MentorSelectionEvent other : events.ofProposal(event.proposal())) {
      if (!other.id().equals(event.id())) {
        other.outcome().ifPresent(outcome -> pairs.addAll(EventPlanning.pairs(outcome)));
      }
    }
    return pairs;
  }

  private Optional<Dossier> eligible(
      Practice practice, Position position, ParticipantId id, LocalDate day, Instant at) {
    return mentoring
        .seeker(practice, position, id, day, at)
        .filter(
            dossier ->
                dossier.participant().equals(id)
                    && eligibility
                        .decide(practice, mentoring.party(practice, position), dossier)
                        .eligible());
  }

  private static List<Finding> missingRankings(
      MentorSelectionEvent event, Attendance attendance, Citation citation) {
    MatchRequest request = attendance.request();
    List<Finding> findings = new ArrayList<>();
    for (Candidate mentee : request.mentees()) {
      boolean locked =
          request.locked().stream().anyMatch(pair -> pair.mentee().equals(mentee.id()));
      if (!locked && event.ranking(mentee.id(), Position.MENTEE).isEmpty()) {
        findings.add(missing(mentee.id(), citation));
      }
    }
    for (Candidate mentor : request.mentors()) {
      long locked =
          request.locked().stream().filter(pair -> pair.mentor().equals(mentor.id())).count();
      if (locked < mentor.places() && event.ranking(mentor.id(), Position.MENTOR).isEmpty()) {
        findings.add(missing(mentor.id(), citation));
      }
    }
    return findings;
  }

  private static Finding missing(ParticipantId id, Citation citation) {
    return finding("choosing.ranking-missing", citation)
        .with("participant", new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY));
  }

  /** A lock is no wish: where it cannot be kept, the coordinator has to take it back. */
  private List<Finding> impossibleLocks(
      MentorSelectionEvent event, Practice practice, Attendance attendance, Instant at) {
    MatchRequest request = attendance.request();
    Map<ParticipantId, Integer> left = new HashMap<>();
    request.mentors().forEach(mentor -> left.put(mentor.id(), mentor.places()));
    Set<ParticipantId> mentees = new HashSet<>();
    request.mentees().forEach(mentee -> mentees.add(mentee.id()));
    List<Finding> findings = new ArrayList<>();
    for (PairKey pair : request.locked()) {
      if (!mentees.contains(pair.mentee())) {
        findings.add(Matchmaking.about("command.mentee-no-longer-eligible", pair));
      } else if (!left.containsKey(pair.mentor())) {
        findings.add(Matchmaking.about("command.mentor-no-longer-eligible", pair));
      } else {
        if (left.merge(pair.mentor(), -1, Integer::sum) < 0) {
          findings.add(Matchmaking.about("choosing.lock-without-place", pair));
        }
        for (CriterionScore score : explain(practice, event, pair, at).criteria()) {
          if (score.criterion().hard() && !score.holds()) {
            findings.add(
                Matchmaking.about("choosing.lock-forbidden", pair)
                    .with("criterion", Parameter.term(score.criterion().id())));
          }
        }
      }
    }
    return findings;
  }

  private List<Finding> held(MentorSelectionEvent event, Practice practice) {
    List<Finding> findings = new ArrayList<>();
    if (!event.open()) {
      findings.add(finding("choosing.event-over", citation(practice)));
    } else if (mentoring.today().isBefore(event.day())) {
      findings.add(
          finding("choosing.event-not-yet", citation(practice))
              .with("day", Parameter.day(event.day())));
    }
    return findings;
  }

  /** Pairs that a coordinator rejected, and those that an ending has parted for good since. */
  private SortedSet<PairKey> keptApart(MentorSelectionEvent event) {
    SortedSet<PairKey> apart = new TreeSet<>(standing(event).rejected());
    apart.addAll(
        mentoring
            .running()
            .standing(mentoring.today(), mentoring.now())
            .partedForGood(new Partings(mentoring.workplace().definition())));
    return apart;
  }

  private Matchmaking.Standing standing(MentorSelectionEvent event) {
    return Matchmaking.Standing.of(
        proposals.find(event.proposal()).map(MatchProposal::interventions).orElse(List.of()));
  }

  private MentorSelectionEvent current(MentorSelectionEvent shown) {
    MentorSelectionEvent stored =
        events
            .find(shown.id())
            .orElseThrow(
                () ->
                    new MentoringException(
                        "selection-event.unknown",
                        Map.of("event", shown.id().value()),
                        "Use an event that this programme planned."));
    if (stored.version() != shown.version()) {
      throw new StaleVersion(
          "selection-event", shown.id().value(), shown.version(), stored.version());
    }
    if (!stored.definitionHash().equals(eligibility.definitionHash())
        || !stored.ruleSetHash().equals(eligibility.ruleSetHash())) {
      throw new MentoringException(
          "selection-event.other-terms",
          Map.of("event", shown.id().value()),
          "The definition or the rules have changed since; propose and plan anew.");
    }
    return stored;
  }

  private Outcome<MentorSelectionEvent> saved(MentorSelectionEvent event) {
    events.save(List.of(event));
    return new Outcome.Accepted<>(event);
  }

  private static MatchingPlan plan(Practice practice) {
    return Matchmaking.plan(practice);
  }

  private static MatchingPlan.@Nullable EventTerms terms(Practice practice) {
    return plan(practice).event();
  }

  private static Citation citation(Practice practice) {
    MatchingPlan.EventTerms terms = terms(practice);
    return terms == null ? Citation.CHOICE : terms.citation();
  }

  static Finding finding(String code, Citation citation) {
    return Finding.of(code, "selection-event", citation, Effect.REFUSES);
  }

  private static ParticipantId about(MentorSelectionEvent event) {
    return ParticipantId.of(event.id().value());
  }

  private <T> Outcome<T> refused(
      Code matter, ParticipantId about, Practice practice, LocalDate day, List<Finding> findings) {
    Question question = new Question(matter, about, practice.id(), null, day, mentoring.now());
    return new Outcome.Refused<>(
        Decision.of(question, findings, List.of(), eligibility.basisWithoutDossier()));
  }

  /**
   * Who can be paired at an event.
   *
   * @param request the people, with locks among them and rejections
   * @param lockedElsewhere mentees whom the coordinator locked with somebody outside
   */
  private record Attendance(MatchRequest request, Set<ParticipantId> lockedElsewhere) {}
}
