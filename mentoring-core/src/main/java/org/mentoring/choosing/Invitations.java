package org.mentoring.choosing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.CandidateEdges;
import org.mentoring.matching.PairKey;

/**
 * Shares people out to events. The pairs that were proposed give the frame: those of a municipality
 * come together, the mentees of one mentor to the same event where it has places. Then mentees
 * without a proposed mentor, and mentors with free places, join where most are possible for them.
 */
public final class Invitations {
  private final CandidateEdges candidates;
  private final int places;
  private final Map<ParticipantId, Integer> menteeNumbers = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  private Invitations(CandidateEdges candidates, int places) {
    this.candidates = candidates;
    this.places = places;
    for (int mentee = 0; mentee < candidates.mentees(); mentee++) {
      menteeNumbers.put(candidates.mentee(mentee), mentee);
    }
  }

  /**
   * Invitations, by municipality.
   *
   * @param candidates who is possible for whom, of those who are still free
   * @param proposed the pairs that were proposed among them
   * @param freePlaces the places of mentors that these pairs leave free
   * @param municipalityOf where a mentee lives, empty if not known
   * @param places places for pairs of an event, at least 1
   */
  public static List<Invitation> of(
      CandidateEdges candidates,
      Collection<PairKey> proposed,
      SortedMap<ParticipantId, Integer> freePlaces,
      Function<ParticipantId, String> municipalityOf,
      int places) {
    Invariants.range("event.pairs", places, 1, Integer.MAX_VALUE);
    Invitations invitations = new Invitations(candidates, places);
    invitations.frame(proposed, municipalityOf);
    invitations.addMentees(municipalityOf);
    invitations.addMentors(freePlaces);
    return invitations.drafts.stream().map(Draft::invitation).toList();
  }

  private void frame(Collection<PairKey> proposed, Function<ParticipantId, String> municipalityOf) {
    SortedMap<String, SortedMap<ParticipantId, List<PairKey>>> byMentor = new TreeMap<>();
    for (PairKey pair : new TreeSet<>(proposed)) {
      byMentor
          .computeIfAbsent(municipalityOf.apply(pair.mentee()), town -> new TreeMap<>())
          .computeIfAbsent(pair.mentor(), mentor -> new ArrayList<>())
          .add(pair);
    }
    byMentor.forEach((town, groups) -> frame(town, groups.values()));
  }

  /**
   * As few events as the places allow, about equally full, so that nobody comes to an empty one.
   */
  private void frame(String town, Collection<List<PairKey>> groups) {
    int pairs = groups.stream().mapToInt(List::size).sum();
    int events = (int) ((pairs + places - 1L) / places);
    int target = (pairs + events - 1) / events;
    Draft draft = newDraft(town);
    for (List<PairKey> group : groups) {
      boolean fits = draft.proposed.size() + group.size() <= places;
      if (!draft.proposed.isEmpty() && (!fits || draft.proposed.size() >= target)) {
        draft = newDraft(town);
      }
      for (PairKey pair : group) {
        if (draft.proposed.size() == places) {
          draft = newDraft(town);
        }
        draft.proposed.add(pair);
        draft.mentees.add(pair.mentee());
        draft.mentors.merge(pair.mentor(), 1, Integer::sum);
      }
    }
  }

  private Draft newDraft(String town) {
    Draft draft = new Draft(town);
    drafts.add(draft);
    return draft;
  }

  private void addMentees(Function<ParticipantId, String> municipalityOf) {
    SortedSet<ParticipantId> others = new TreeSet<>(menteeNumbers.keySet());
    drafts.forEach(draft -> others.removeAll(draft.mentees));
    Map<String, List<Draft>> byTown = new HashMap<>();
    drafts.forEach(
        draft -> byTown.computeIfAbsent(draft.town, town -> new ArrayList<>()).add(draft));
    for (ParticipantId mentee : others) {
      byTown.getOrDefault(municipalityOf.apply(mentee), List.of()).stream()
          .filter(draft -> draft.mentees.size() < places && possible(mentee, draft) > 0)
          .max(
              Comparator.comparingLong((Draft draft) -> possible(mentee, draft))
                  .thenComparing(draft -> -draft.mentees.size()))
          .ifPresent(draft -> draft.mentees.add(mentee));
    }
  }

  private long possible(ParticipantId mentee, Draft draft) {
    int number = Objects.requireNonNull(menteeNumbers.get(mentee));
    long count = 0;
    for (int e = candidates.firstEdge(number); e < candidates.firstEdge(number + 1); e++) {
      ParticipantId mentor = candidates.mentor(candidates.mentorOf(e));
      count += draft.mentors.containsKey(mentor) ? 1 : 0;
    }
    return count;
  }

  private void addMentors(SortedMap<ParticipantId, Integer> freePlaces) {
    Map<ParticipantId, Map<Draft, Integer>> possible = new HashMap<>();
    for (Draft draft : drafts) {
      for (ParticipantId mentee : draft.mentees) {
        int number = Objects.requireNonNull(menteeNumbers.get(mentee));
        for (int e = candidates.firstEdge(number); e < candidates.firstEdge(number + 1); e++) {
          ParticipantId mentor = candidates.mentor(candidates.mentorOf(e));
          if (freePlaces.containsKey(mentor)) {
            possible.computeIfAbsent(mentor, id -> new HashMap<>()).merge(draft, 1, Integer::sum);
          }
        }
      }
    }
    freePlaces.forEach(
        (mentor, free) -> addMentor(mentor, free, possible.getOrDefault(mentor, Map.of())));
  }

  private void addMentor(ParticipantId mentor, int free, Map<Draft, Integer> possible) {
    Draft best = null;
    for (Draft draft : drafts) {
      boolean room = draft.mentors.containsKey(mentor) || draft.mentors.size() < places;
      if (room
          && possible.getOrDefault(draft, 0)
              > (best == null ? 0 : possible.getOrDefault(best, 0))) {
        best = draft;
      }
    }
    if (best != null && free > 0) {
      best.mentors.merge(mentor, free, Integer::sum);
    }
  }

  private static final class Draft {
    private final String town;
    private final SortedSet<ParticipantId> mentees = new TreeSet<>();
    private final SortedMap<ParticipantId, Integer> mentors = new TreeMap<>();
    private final SortedSet<PairKey> proposed = new TreeSet<>();

    Draft(String town) {
      this.town = town;
    }

    Invitation invitation() {
      return new Invitation(town, mentees, mentors, proposed);
    }
  }
}
