package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;

/** Per mentee the few mentors that it is tied to in some way: sorted numbers of mentors. */
final class PairLists {
  private static final int[] NOBODY = new int[0];

  private final List<Candidate> mentees;
  private final Map<ParticipantId, Integer> mentorIndex;
  private final Ties ties;

  private PairLists(List<Candidate> mentees, Map<ParticipantId, Integer> mentorIndex, Ties ties) {
    this.mentees = mentees;
    this.mentorIndex = mentorIndex;
    this.ties = ties;
  }

  static PairLists of(MatchRequest request) {
    return new PairLists(request.mentees(), indexOf(request.mentors()), request.allTies());
  }

  /** The number of each participant of a side. */
  static Map<ParticipantId, Integer> indexOf(List<Candidate> candidates) {
    Map<ParticipantId, Integer> index = new HashMap<>(candidates.size() * 2);
    for (int i = 0; i < candidates.size(); i++) {
      index.put(candidates.get(i).id(), i);
    }
    return index;
  }

  /** The mentor that is the same participant. */
  int[][] self() {
    int[][] out = new int[mentees.size()][];
    for (int mentee = 0; mentee < out.length; mentee++) {
      Integer found = mentorIndex.get(mentees.get(mentee).id());
      out[mentee] = found == null ? NOBODY : new int[] {found};
    }
    return out;
  }

  /**
   * The mentors that either side excluded.
   *
   * @param byMentees what mentees excluded, by their numbers
   * @param byMentors likewise
   */
  int[][] excluded(
      Map<Integer, List<ParticipantId>> byMentees, Map<Integer, List<ParticipantId>> byMentors) {
    Map<ParticipantId, Integer> menteeIndex = byMentors.isEmpty() ? Map.of() : indexOf(mentees);
    Map<Integer, List<Integer>> barred = new HashMap<>();
    byMentees.forEach(
        (mentee, others) -> others.forEach(other -> note(barred, mentee, mentorIndex.get(other))));
    byMentors.forEach(
        (mentor, others) -> others.forEach(other -> note(barred, menteeIndex.get(other), mentor)));
    int[][] out = new int[mentees.size()][];
    for (int mentee = 0; mentee < out.length; mentee++) {
      List<Integer> all = barred.get(mentee);
      out[mentee] = all == null ? NOBODY : sorted(all.stream());
    }
    return out;
  }

  private static void note(
      Map<Integer, List<Integer>> barred, @Nullable Integer mentee, @Nullable Integer mentor) {
    if (mentee != null && mentor != null) {
      barred.computeIfAbsent(mentee, key -> new ArrayList<>()).add(mentor);
    }
  }

  /** Those who mentored the mentee before. */
  int[][] former() {
    Map<ParticipantId, List<ParticipantId>> mentors = mentorsOf(ties.former());
    return numbers(mentee -> mentors.getOrDefault(mentee, List.of()));
  }

  /** Those who mentor or mentored a sibling of the mentee. */
  int[][] ofSiblings() {
    Map<ParticipantId, List<ParticipantId>> mentors = mentorsOf(ties.former());
    mentorsOf(ties.open())
        .forEach(
            (mentee, more) ->
                mentors.computeIfAbsent(mentee, key -> new ArrayList<>()).addAll(more));
    Map<ParticipantId, List<ParticipantId>> siblings = new HashMap<>();
    for (Ties.Siblings each : ties.siblings()) {
      siblings.computeIfAbsent(each.one(), key -> new ArrayList<>()).add(each.other());
      siblings.computeIfAbsent(each.other(), key -> new ArrayList<>()).add(each.one());
    }
    return numbers(
        mentee -> {
          List<ParticipantId> found = new ArrayList<>();
          siblings
              .getOrDefault(mentee, List.of())
              .forEach(sibling -> found.addAll(mentors.getOrDefault(sibling, List.of())));
          return found;
        });
  }

  /** Those whom the mentee mentors, directly or over others. */
  int[][] mentored() {
    return numbers(Circles.of(ties.oneWay())::mentoredBy);
  }

  private static Map<ParticipantId, List<ParticipantId>> mentorsOf(Collection<PairKey> pairs) {
    Map<ParticipantId, List<ParticipantId>> mentors = new HashMap<>();
    pairs.forEach(
        pair ->
            mentors.computeIfAbsent(pair.mentee(), key -> new ArrayList<>()).add(pair.mentor()));
    return mentors;
  }

  private interface Tied {
    Collection<ParticipantId> to(ParticipantId mentee);
  }

  private int[][] numbers(Tied tied) {
    int[][] out = new int[mentees.size()][];
    for (int mentee = 0; mentee < out.length; mentee++) {
      Collection<ParticipantId> found = tied.to(mentees.get(mentee).id());
      out[mentee] =
          found.isEmpty()
              ? NOBODY
              : sorted(found.stream().map(mentorIndex::get).filter(Objects::nonNull));
    }
    return out;
  }

  private static int[] sorted(Stream<Integer> numbers) {
    int[] all = numbers.mapToInt(Integer::intValue).sorted().distinct().toArray();
    return all.length == 0 ? NOBODY : all;
  }
}
