package org.mentoring.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ProposalId;

/**
 * A matching that is put before a coordinator, who may lock, reject and replace pairs. Every change
 * makes a new version.
 *
 * @param id opaque
 * @param version from 1
 * @param practice the practice's id
 * @param policy the policy that was asked for
 * @param asOf the day that it is made for
 * @param knownAt what became known later is left out
 * @param definitionHash the definition's content hash
 * @param ruleSetHash names the rules
 * @param result pairs and unmatched
 * @param current in a rematch the pairs that exist and were better kept; empty in a first matching
 * @param interventions what people changed, in their order
 * @param events suggested events, where the practice forms its pairs at events; empty elsewhere
 * @param leftOut mentees whom a mentorship keeps out of it, by id
 */
public record MatchProposal(
    ProposalId id,
    long version,
    String practice,
    org.mentoring.programme.MatchingPlan.Policy policy,
    LocalDate asOf,
    Instant knownAt,
    String definitionHash,
    String ruleSetHash,
    MatchResult result,
    SortedSet<PairKey> current,
    List<Intervention> interventions,
    List<EventSuggestion> events,
    List<LeftOut> leftOut) {
  /** Copies. */
  public MatchProposal {
    leftOut = leftOut.stream().sorted().toList();
    current = Invariants.sorted(current);
    interventions = List.copyOf(interventions);
    events = List.copyOf(events);
  }

  /** A proposal that leaves nobody out. */
  public MatchProposal(
      ProposalId id,
      long version,
      String practice,
      org.mentoring.programme.MatchingPlan.Policy policy,
      LocalDate asOf,
      Instant knownAt,
      String definitionHash,
      String ruleSetHash,
      MatchResult result,
      SortedSet<PairKey> current,
      List<Intervention> interventions,
      List<EventSuggestion> events) {
    this(
        id,
        version,
        practice,
        policy,
        asOf,
        knownAt,
        definitionHash,
        ruleSetHash,
        result,
        current,
        interventions,
        events,
        List.of());
  }

  /** Of the pairs that existed, those that are not proposed again; by mentee. */
  public List<PairKey> ended() {
    SortedSet<PairKey> ended = new TreeSet<>(current);
    result.pairs().forEach(pair -> ended.remove(pair.pair()));
    return List.copyOf(ended);
  }

  /** What a person changed. */
  public sealed interface Intervention {
    /** Which pair. */
    PairKey pair();

    /** Who. */
    Actor by();

    /** When. */
    Instant at();

    /** Why; never empty. */
    String reason();

    /**
     * The pair must stay.
     *
     * @param pair which
     */
    record Locked(PairKey pair, Actor by, Instant at, String reason) implements Intervention {
      @Override
      public String toString() {
        return "Locked[" + pair + "]";
      }
    }

    /**
     * The pair is neither locked nor rejected any more.
     *
     * @param pair which
     */
    record Released(PairKey pair, Actor by, Instant at, String reason) implements Intervention {
      @Override
      public String toString() {
        return "Released[" + pair + "]";
      }
    }

    /**
     * The pair must not be.
     *
     * @param pair which
     */
    record Rejected(PairKey pair, Actor by, Instant at, String reason) implements Intervention {
      @Override
      public String toString() {
        return "Rejected[" + pair + "]";
      }
    }
  }

  /**
   * Pairs that could meet at one event.
   *
   * @param municipality where; empty where the pairs' mentees name none
   * @param pairs at most as many as the event has places
   */
  public record EventSuggestion(String municipality, List<PairKey> pairs) {
    /** Copies. */
    public EventSuggestion {
      pairs = List.copyOf(pairs);
    }
  }
}
