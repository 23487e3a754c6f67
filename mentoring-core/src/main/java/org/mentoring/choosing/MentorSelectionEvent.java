package org.mentoring.choosing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.participant.Position;

/**
 * An event at which mentees and mentors meet and then choose each other. Every change makes a new
 * version; what was recorded stays.
 *
 * @param id opaque
 * @param version from 1
 * @param proposal the proposal whose people are invited
 * @param practice the practice's id
 * @param municipality where; empty if not known
 * @param day when
 * @param places places for pairs: at most so many mentees and so many mentors
 * @param mentees who are invited
 * @param mentors who are invited, each with the number of mentees that it can take here, 1 or more
 * @param meetings who meets whom first
 * @param rankings all that were recorded, in their order; of several of one participant the last
 *     holds
 * @param state whether it is still to be closed
 * @param plannedBy who planned it
 * @param plannedAt when that was
 * @param definitionHash the definition's content hash
 * @param ruleSetHash names the rules
 */
public record MentorSelectionEvent(
    SelectionEventId id,
    long version,
    ProposalId proposal,
    String practice,
    String municipality,
    LocalDate day,
    int places,
    SortedSet<ParticipantId> mentees,
    SortedMap<ParticipantId, Integer> mentors,
    MeetingPlan meetings,
    List<RecordedRanking> rankings,
    State state,
    Actor plannedBy,
    Instant plannedAt,
    String definitionHash,
    String ruleSetHash) {
  /** Refuses more people than places; copies. */
  public MentorSelectionEvent {
    mentees = Invariants.sorted(mentees);
    mentors = Collections.unmodifiableSortedMap(new TreeMap<>(mentors));
    rankings = List.copyOf(rankings);
    Invariants.range("event.mentees", mentees.size(), 0, places);
    Invariants.range("event.mentors", mentors.size(), 0, places);
    mentors.values().forEach(each -> Invariants.range("event.mentor-places", each, 1, 1_000));
  }

  /** Whether it is still to be closed. */
  public boolean open() {
    return state instanceof State.Open;
  }

  /** The pairs and gaps, if the event was closed. */
  public Optional<ChoosingOutcome> outcome() {
    return state instanceof State.Closed closed ? Optional.of(closed.outcome()) : Optional.empty();
  }

  /** The ranking that holds for a participant, if one was recorded. */
  public Optional<Ranking> ranking(ParticipantId id, Position as) {
    return rankings.stream()
        .map(RecordedRanking::ranking)
        .filter(ranking -> ranking.by().equals(id) && ranking.as() == as)
        .reduce((earlier, later) -> later);
  }

  /** Whether somebody is invited as this. */
  public boolean invites(ParticipantId id, Position as) {
    return as == Position.MENTEE ? mentees.contains(id) : mentors.containsKey(id);
  }

  /** The next version, with a further ranking. */
  public MentorSelectionEvent with(RecordedRanking recorded) {
    List<RecordedRanking> all = new ArrayList<>(rankings);
    all.add(recorded);
    return next(all, state);
  }

  /** The next version, in another state. */
  public MentorSelectionEvent with(State next) {
    return next(rankings, next);
  }

  private MentorSelectionEvent next(List<RecordedRanking> allRankings, State nextState) {
    return new MentorSelectionEvent(
        id,
        version + 1,
        proposal,
        practice,
        municipality,
        day,
        places,
        mentees,
        mentors,
        meetings,
        allRankings,
        nextState,
        plannedBy,
        plannedAt,
        definitionHash,
        ruleSetHash);
  }

  /** Where an event stands. */
  public sealed interface State {
    /** Rankings are recorded. */
    record Open() implements State {}

    /**
     * The pairs are known.
     *
     * @param by who closed it
     * @param at when
     * @param outcome pairs and gaps
     */
    record Closed(Actor by, Instant at, ChoosingOutcome outcome) implements State {}

    /**
     * It is not held; its people can be invited again.
     *
     * @param by who called it off
     * @param at when
     * @param reason why; not printed by {@link #toString()}
     */
    record CalledOff(Actor by, Instant at, String reason) implements State {
      @Override
      public String toString() {
        return "CalledOff[" + at + "]";
      }
    }
  }
}
