package org.mentoring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.choosing.ChoosingOutcome;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.matching.ProposedPair;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.programme.Arrangement;

/** Makes mentorships of the pairs that matching or an event made. */
final class AssigningPairs {
  private static final Code ASSIGN = Code.of("ASSIGN_PAIRS");

  private final Workplace workplace;
  private final Actor by;
  private final Arrangement arrangement;
  private final @Nullable ParticipantId centre;
  private final @Nullable String model;
  private final LocalDate on;

  AssigningPairs(
      Workplace workplace,
      Actor by,
      Arrangement arrangement,
      @Nullable ParticipantId centre,
      @Nullable String model,
      LocalDate on) {
    this.workplace = workplace;
    this.by = by;
    this.arrangement = arrangement;
    this.centre = centre;
    this.model = model;
    this.on = on;
  }

  Outcome<SortedMap<PairKey, Outcome<Mentorship>>> ofEvent(SelectionEventId id) {
    return workplace.command(
        ASSIGN, by, List.of(id), () -> byStaff(id.value(), () -> madeOfEvent(id)));
  }

  private Outcome<SortedMap<PairKey, Outcome<Mentorship>>> byStaff(
      String subject, Supplier<Outcome<SortedMap<PairKey, Outcome<Mentorship>>>> command) {
    Optional<Finding> refusal = ActorStanding.forStaff(by);
    return refusal.isPresent()
        ? workplace.refused(ASSIGN, subject, null, List.of(refusal.get()))
        : command.get();
  }

  private Outcome<SortedMap<PairKey, Outcome<Mentorship>>> madeOfEvent(SelectionEventId id) {
    MentorSelectionEvent event =
        workplace
            .mentoring()
            .selectionEvent(id)
            .orElseThrow(
                () ->
                    new MentoringException(
                        "selection-event.unknown",
                        Map.of("event", id.value()),
                        "Use an event that this programme planned."));
    if (event.outcome().isEmpty()) {
      return workplace.refused(
          ASSIGN,
          id.value(),
          event.practice(),
          List.of(Workplace.refusal("mentorship.event-not-closed", "selection-event")));
    }
    ChoosingOutcome outcome = event.outcome().get();
    return new Outcome.Accepted<>(assigned(event.practice(), EventPlanning.pairs(outcome)));
  }

  Outcome<SortedMap<PairKey, Outcome<Mentorship>>> ofProposal(ProposalId id) {
    return workplace.command(
        ASSIGN, by, List.of(id), () -> byStaff(id.value(), () -> madeOfProposal(id)));
  }

  private Outcome<SortedMap<PairKey, Outcome<Mentorship>>> madeOfProposal(ProposalId id) {
    MatchProposal proposal =
        workplace
            .mentoring()
            .proposal(id)
            .orElseThrow(
                () ->
                    new MentoringException(
                        "proposal.unknown",
                        Map.of("proposal", id.value()),
                        "Use a proposal that this programme made."));
    return new Outcome.Accepted<>(
        assigned(
            proposal.practice(),
            proposal.result().pairs().stream().map(ProposedPair::pair).toList()));
  }

  private SortedMap<PairKey, Outcome<Mentorship>> assigned(String practice, List<PairKey> pairs) {
    // All at once and in order: two such commands must not wait for each other.
    SortedSet<ParticipantId> everybody = new TreeSet<>();
    pairs.forEach(pair -> everybody.addAll(List.of(pair.mentee(), pair.mentor())));
    workplace.mentoring().lock(everybody);
    Assigning assigning = new Assigning(workplace.on(on));
    SortedMap<PairKey, Outcome<Mentorship>> outcomes = new TreeMap<>();
    for (SortedSet<PairKey> together : together(pairs)) {
      SortedSet<ParticipantId> mentors = new TreeSet<>();
      SortedSet<ParticipantId> mentees = new TreeSet<>();
      for (PairKey pair : together) {
        mentors.add(pair.mentor());
        mentees.add(pair.mentee());
      }
      Outcome<Mentorship> outcome =
          assigning.assign(
              by,
              new NewMentorship(practice, arrangement, mentors, mentees, centre, model, null, on));
      together.forEach(pair -> outcomes.put(pair, outcome));
    }
    return Collections.unmodifiableSortedMap(outcomes);
  }

  /** Pairs that make one mentorship, in the order of their first ones. */
  private List<SortedSet<PairKey>> together(List<PairKey> pairs) {
    SortedMap<ParticipantId, SortedSet<ParticipantId>> mentorsOf = new TreeMap<>();
    for (PairKey pair : pairs) {
      mentorsOf.computeIfAbsent(pair.mentee(), key -> new TreeSet<>()).add(pair.mentor());
    }
    SortedMap<String, SortedSet<PairKey>> groups = new TreeMap<>();
    for (PairKey pair : new TreeSet<>(pairs)) {
      String key =
          switch (arrangement) {
            case INDIVIDUAL -> pair.mentee() + " " + pair.mentor();
            case GROUP -> pair.mentor().value();
            case TEAM -> String.valueOf(mentorsOf.get(pair.mentee()));
          };
      groups.computeIfAbsent(key, none -> new TreeSet<>()).add(pair);
    }
    return groups.values().stream()
        .sorted((one, other) -> one.first().compareTo(other.first()))
        .toList();
  }
}
