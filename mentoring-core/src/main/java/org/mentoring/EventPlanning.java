package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.EventDate;
import org.mentoring.choosing.EventSchedule;
import org.mentoring.choosing.Invitation;
import org.mentoring.choosing.Invitations;
import org.mentoring.choosing.MeetingPlan;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.MentorSelectionEvent.State;
import org.mentoring.criterion.Attribute;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Question;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.Candidate;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.MatchBounds;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRequest;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Matcher;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.Practice;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.SelectionEvents;

/** Plans mentor selection events for those of a proposal who have neither a partner nor a seat. */
final class EventPlanning {
  private static final Code PLAN = Code.of("PLAN_EVENTS");

  private final Mentoring mentoring;
  private final Eligibility eligibility;
  private final Matchmaking matchmaking;
  private final SelectionEvents events;
  private final Identifiers identifiers;
  private final Matcher matcher = new Matcher();

  EventPlanning(
      Mentoring mentoring,
      Eligibility eligibility,
      Matchmaking matchmaking,
      SelectionEvents events,
      Identifiers identifiers) {
    this.mentoring = mentoring;
    this.eligibility = eligibility;
    this.matchmaking = matchmaking;
    this.events = events;
    this.identifiers = identifiers;
  }

  /** What pairs that form by rankings cannot keep is refused by name, never left out. */
  private static List<Finding> notAtEvents(Practice practice) {
    MatchingPlan plan = Matchmaking.plan(practice);
    List<String> names = new ArrayList<>(MatchBounds.of(plan).names());
    if (practice.refusesCircles()) {
      names.add("circles-forbidden");
    }
    return names.stream()
        .map(
            name ->
                ChoosingEvents.finding("choosing.not-with", plan.citation())
                    .with("bound", Parameter.term(name)))
        .toList();
  }

  Outcome<EventSchedule> plan(Actor by, MatchProposal shown, List<EventDate> dates) {
    MatchProposal proposal = matchmaking.current(shown);
    Practice practice = mentoring.practice(proposal.practice());
    MatchingPlan.EventTerms terms = Matchmaking.plan(practice).event();
    if (terms == null) {
      Finding none =
          Finding.of("choosing.no-event", practice.id(), practice.citation(), Effect.REFUSES);
      return refused(proposal, practice, List.of(none));
    }
    List<Finding> findings = new ArrayList<>(notAtEvents(practice));
    if (!findings.isEmpty()) {
      return refused(proposal, practice, findings);
    }
    for (EventDate date : dates) {
      if (date.day().isBefore(mentoring.today())) {
        findings.add(
            ChoosingEvents.finding("choosing.date-past", terms.citation())
                .with("day", Parameter.day(date.day())));
      }
    }
    MatchRequest request = remaining(proposal);
    CandidateEdges candidates = matcher.candidates(request);
    List<Invitation> invitations = invitations(proposal, request, candidates, terms);
    Map<String, List<EventDate>> byTown = byTown(dates);
    findings.addAll(shortOfDates(invitations, byTown, terms.citation()));
    findings.addAll(ofOthers(by, invitations, terms.citation()));
    if (!findings.isEmpty()) {
      return refused(proposal, practice, findings);
    }
    SortedSet<ParticipantId> without = new TreeSet<>();
    request.mentees().forEach(mentee -> without.add(mentee.id()));
    List<MentorSelectionEvent> planned = new ArrayList<>();
    Instant at = mentoring.now();
    for (Invitation invitation : invitations) {
      EventDate date = byTown.getOrDefault(invitation.municipality(), List.of()).remove(0);
      without.removeAll(invitation.mentees());
      planned.add(event(by, at, proposal, invitation, date, terms, candidates));
    }
    events.save(planned);
    List<EventDate> unused = new ArrayList<>();
    byTown.values().forEach(unused::addAll);
    return new Outcome.Accepted<>(new EventSchedule(planned, unused, without));
  }

  /** All towns are planned at once: whoever has no child in one of them plans none. */
  private List<Finding> ofOthers(Actor by, List<Invitation> invitations, Citation citation) {
    ChildrenOfOthers others = new ChildrenOfOthers(mentoring.workplace(), by);
    return invitations.stream()
        .filter(each -> others.areAll(each.mentees()))
        .map(each -> ChoosingEvents.ofOthers(by, each.municipality(), citation))
        .distinct()
        .toList();
  }

  private MentorSelectionEvent event(
      Actor by,
      Instant at,
      MatchProposal proposal,
      Invitation invitation,
      EventDate date,
      MatchingPlan.EventTerms terms,
      CandidateEdges candidates) {
    return new MentorSelectionEvent(
        identifiers.newSelectionEvent(),
        1,
        proposal.id(),
        proposal.practice(),
        invitation.municipality(),
        date.day(),
        terms.pairs(),
        invitation.mentees(),
        invitation.mentors(),
        MeetingPlan.of(candidates, invitation, terms.candidates()),
        List.of(),
        new State.Open(),
        by,
        at,
        proposal.definitionHash(),
        proposal.ruleSetHash());
  }

  private static Map<String, List<EventDate>> byTown(List<EventDate> dates) {
    SortedMap<String, List<EventDate>> byTown = new TreeMap<>();
    dates.stream()
        .sorted(Comparator.comparing(EventDate::day))
        .forEach(
            date ->
                byTown.computeIfAbsent(date.municipality(), town -> new ArrayList<>()).add(date));
    return byTown;
  }

  private static List<Finding> shortOfDates(
      List<Invitation> invitations, Map<String, List<EventDate>> byTown, Citation citation) {
    SortedMap<String, Integer> needed = new TreeMap<>();
    invitations.forEach(each -> needed.merge(each.municipality(), 1, Integer::sum));
    List<Finding> findings = new ArrayList<>();
    needed.forEach(
        (town, count) -> {
          int given = byTown.getOrDefault(town, List.of()).size();
          if (given < count) {
            findings.add(
                ChoosingEvents.finding("choosing.dates-short", citation)
                    .with("municipality", Parameter.term(town.isEmpty() ? "-" : town))
                    .with("needed", Parameter.count(count))
                    .with("given", Parameter.count(given)));
          }
        });
    return findings;
  }

  /** Who is neither paired at an event of the proposal nor invited to one that is still open. */
  private MatchRequest remaining(MatchProposal proposal) {
    MatchRequest all = matchmaking.request(proposal);
    Practice practice = mentoring.practice(proposal.practice());
    Instant now = mentoring.now();
    OpenMentorships.Standing running = mentoring.running().standing(proposal.asOf(), now);
    SortedSet<PairKey> paired = new TreeSet<>(running.pairs(practice));
    paired.removeAll(
        mentoring.running().standing(proposal.asOf(), proposal.knownAt()).pairs(practice));
    Set<ParticipantId> gone = new HashSet<>(running.taken(practice).keySet());
    gone.addAll(running.waiting(practice).keySet());
    Map<ParticipantId, Integer> used = new HashMap<>();
    for (MentorSelectionEvent event : events.ofProposal(proposal.id())) {
      event.outcome().ifPresent(outcome -> paired.addAll(pairs(outcome)));
      if (event.open()) {
        gone.addAll(event.mentees());
        event.mentors().forEach((mentor, places) -> used.merge(mentor, places, Integer::sum));
      }
    }
    for (PairKey pair : paired) {
      gone.add(pair.mentee());
      used.merge(pair.mentor(), 1, Integer::sum);
    }
    SortedSet<PairKey> locked = new TreeSet<>(all.locked());
    locked.removeIf(pair -> gone.contains(pair.mentee()));
    List<Candidate> mentors = new ArrayList<>();
    for (Candidate mentor : all.mentors()) {
      long asked = locked.stream().filter(pair -> pair.mentor().equals(mentor.id())).count();
      int free = Math.max(0, mentor.places() - used.getOrDefault(mentor.id(), 0));
      if (asked > free) {
        locked.removeIf(pair -> pair.mentor().equals(mentor.id()));
      }
      mentors.add(new Candidate(mentor.dossier(), free, mentor.policy()));
    }
    return new MatchRequest(
        all.mentees().stream().filter(mentee -> !gone.contains(mentee.id())).toList(),
        mentors,
        all.policies(),
        all.yardsticks(),
        all.ties(),
        locked,
        all.rejected(),
        all.aim());
  }

  /** Who was paired at an event. */
  static List<PairKey> pairs(ChoosingOutcome outcome) {
    return outcome.pairs().stream().map(ChosenPair::pair).toList();
  }

  private List<Invitation> invitations(
      MatchProposal proposal,
      MatchRequest request,
      CandidateEdges candidates,
      MatchingPlan.EventTerms terms) {
    // What was planned or assigned since may have taken who was proposed, or places.
    boolean asProposed =
        events.ofProposal(proposal.id()).isEmpty()
            && places(request.mentors()).equals(places(matchmaking.request(proposal).mentors()))
            && places(request.mentees())
                .keySet()
                .containsAll(
                    proposal.result().pairs().stream().map(each -> each.pair().mentee()).toList());
    MatchResult result = asProposed ? proposal.result() : matcher.match(request);
    Map<ParticipantId, String> towns = new HashMap<>();
    request.mentees().forEach(mentee -> towns.put(mentee.id(), town(mentee.dossier())));
    return Invitations.of(
        candidates,
        result.pairs().stream().map(ProposedPair::pair).toList(),
        result.freePlaces(),
        mentee -> towns.getOrDefault(mentee, ""),
        terms.pairs());
  }

  private static Map<ParticipantId, Integer> places(List<Candidate> candidates) {
    Map<ParticipantId, Integer> places = new HashMap<>();
    candidates.forEach(candidate -> places.put(candidate.id(), candidate.places()));
    return places;
  }

  private static String town(Dossier dossier) {
    return dossier
        .current(Fact.Trait.class)
        .filter(trait -> trait.attribute().equals(Attribute.MUNICIPALITY))
        .map(Fact.Trait::value)
        .min(String::compareTo)
        .orElse("");
  }

  private Outcome<EventSchedule> refused(
      MatchProposal proposal, Practice practice, List<Finding> findings) {
    Question question =
        new Question(
            PLAN,
            ParticipantId.of(proposal.id().value()),
            practice.id(),
            null,
            proposal.asOf(),
            mentoring.now());
    return new Outcome.Refused<>(
        Decision.of(question, findings, List.of(), eligibility.basisWithoutDossier()));
  }
}
