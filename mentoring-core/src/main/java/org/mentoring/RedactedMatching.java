package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.ChoosingOutcome.ChosenPair;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.MentorSelectionEvent.State;
import org.mentoring.choosing.Ranking;
import org.mentoring.choosing.RecordedRanking;
import org.mentoring.erasure.ErasedText;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProof;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchProposal.EventSuggestion;
import org.mentoring.matching.MatchProposal.Intervention;
import org.mentoring.matching.MatchResult;
import org.mentoring.matching.Opening;
import org.mentoring.matching.PairExplanation;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.matching.Unmatched;

/**
 * Proposals and mentor selection events without what they tell of some people: that they were
 * paired, invited or passed over stays by their opaque ids, and why does not. What is told of
 * others stays, but for the places where it names these.
 */
final class RedactedMatching {
  private final Set<ParticipantId> gone;
  private final Actor by;
  private final Instant at;

  /**
   * @param by who has them erased: takes locks of pairs with them back
   */
  RedactedMatching(Set<ParticipantId> gone, Actor by, Instant at) {
    this.gone = gone;
    this.by = by;
    this.at = at;
  }

  /**
   * A proposal without what it tells of them.
   *
   * @param version that it is to have
   */
  MatchProposal of(MatchProposal whole, long version) {
    return new MatchProposal(
        whole.id(),
        version,
        whole.practice(),
        whole.policy(),
        whole.asOf(),
        whole.knownAt(),
        whole.definitionHash(),
        whole.ruleSetHash(),
        of(whole.result()),
        whole.current(),
        interventions(whole.interventions()),
        suggestions(whole.events()),
        whole.leftOut().stream().filter(each -> !gone.contains(each.mentee())).toList());
  }

  private MatchResult of(MatchResult whole) {
    SortedMap<ParticipantId, Integer> places = new TreeMap<>(whole.freePlaces());
    places.keySet().removeAll(gone);
    SortedMap<ParticipantId, Long> prices = new TreeMap<>(whole.proof().mentorPrices());
    prices.keySet().removeAll(gone);
    return new MatchResult(
        whole.policy(),
        whole.pairs().stream().map(this::of).toList(),
        whole.unmatched().stream()
            .filter(each -> !gone.contains(each.mentee()))
            .map(this::of)
            .toList(),
        places,
        whole.freeMentors().stream().filter(each -> !gone.contains(each.mentor())).toList(),
        whole.sought().stream().filter(each -> !gone.contains(each.mentor())).toList(),
        whole.measures(),
        new MatchProof(whole.proof().kind(), whole.proof().faults(), prices, whole.proof().gap()));
  }

  private ProposedPair of(ProposedPair whole) {
    return names(whole.pair())
        ? new ProposedPair(whole.pair(), 0, whole.locked(), unexplained(whole.explanation()))
        : whole;
  }

  private static PairExplanation unexplained(PairExplanation whole) {
    return new PairExplanation(whole.pair(), whole.possible(), 0, List.of());
  }

  private Unmatched of(Unmatched whole) {
    return new Unmatched(
        whole.mentee(),
        whole.reason(),
        whole.mentors(),
        whole.possible(),
        whole.rejected(),
        whole.closedBy(),
        whole.taken().stream().filter(each -> !gone.contains(each)).toList(),
        whole.openings().stream().filter(each -> !opens(each)).toList());
  }

  private boolean opens(Opening opening) {
    return mentor(opening).filter(gone::contains).isPresent();
  }

  /** Whom an opening names, if anybody. */
  static Optional<ParticipantId> mentor(Opening opening) {
    if (opening instanceof Opening.OnePlaceMore place) {
      return Optional.of(place.mentor());
    } else if (opening instanceof Opening.OneCriterion criterion) {
      return Optional.of(criterion.mentor());
    }
    return opening instanceof Opening.OneMentorReady ready
        ? Optional.of(ready.mentor())
        : Optional.empty();
  }

  /** A lock that stood would keep every later version from being found: its pair is no more. */
  private List<Intervention> interventions(List<Intervention> whole) {
    List<Intervention> all = new ArrayList<>();
    whole.forEach(each -> all.add(names(each.pair()) ? of(each) : each));
    Matchmaking.Standing.of(whole).locked().stream()
        .filter(this::names)
        .forEach(pair -> all.add(new Intervention.Released(pair, by, at, ErasedText.MARKER)));
    return all;
  }

  private static Intervention of(Intervention whole) {
    if (whole instanceof Intervention.Locked) {
      return new Intervention.Locked(whole.pair(), whole.by(), whole.at(), ErasedText.MARKER);
    } else if (whole instanceof Intervention.Rejected) {
      return new Intervention.Rejected(whole.pair(), whole.by(), whole.at(), ErasedText.MARKER);
    }
    return new Intervention.Released(whole.pair(), whole.by(), whole.at(), ErasedText.MARKER);
  }

  /** Where pairs meet is where their mentees live. */
  private List<EventSuggestion> suggestions(List<EventSuggestion> whole) {
    List<EventSuggestion> all = new ArrayList<>();
    for (EventSuggestion each : whole) {
      List<PairKey> left =
          each.pairs().stream().filter(pair -> !gone.contains(pair.mentee())).toList();
      if (!left.isEmpty()) {
        all.add(new EventSuggestion(each.municipality(), left));
      }
    }
    return all;
  }

  /**
   * A selection event without what it tells of them.
   *
   * @param version that it is to have
   */
  MentorSelectionEvent of(MentorSelectionEvent whole, long version) {
    boolean ofThemAlone = !whole.mentees().isEmpty() && gone.containsAll(whole.mentees());
    return new MentorSelectionEvent(
        whole.id(),
        version,
        whole.proposal(),
        whole.practice(),
        ofThemAlone ? "" : whole.municipality(),
        whole.day(),
        whole.places(),
        whole.mentees(),
        whole.mentors(),
        whole.meetings(),
        whole.rankings().stream()
            .filter(each -> !gone.contains(each.ranking().by()))
            .map(this::of)
            .toList(),
        of(whole.state()),
        whole.plannedBy(),
        whole.plannedAt(),
        whole.definitionHash(),
        whole.ruleSetHash());
  }

  private RecordedRanking of(RecordedRanking whole) {
    Ranking ranking = whole.ranking();
    return new RecordedRanking(
        new Ranking(
            ranking.by(),
            ranking.as(),
            ranking.order().stream()
                .map(alike -> alike.stream().filter(each -> !gone.contains(each)).toList())
                .toList()),
        whole.by(),
        whole.at());
  }

  private State of(State whole) {
    if (whole instanceof State.CalledOff off) {
      return new State.CalledOff(off.by(), off.at(), ErasedText.MARKER);
    } else if (whole instanceof State.Closed closed) {
      ChoosingOutcome outcome = closed.outcome();
      return new State.Closed(
          closed.by(),
          closed.at(),
          new ChoosingOutcome(
              outcome.pairs().stream().map(this::of).toList(),
              outcome.open().stream().filter(each -> !gone.contains(each.id())).toList()));
    }
    return whole;
  }

  private ChosenPair of(ChosenPair whole) {
    return names(whole.pair())
        ? new ChosenPair(whole.pair(), null, null, unexplained(whole.explanation()))
        : whole;
  }

  private boolean names(PairKey pair) {
    return gone.contains(pair.mentee()) || gone.contains(pair.mentor());
  }
}
