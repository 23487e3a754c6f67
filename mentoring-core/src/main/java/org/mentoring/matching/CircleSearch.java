package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;

/**
 * Finds the best answer whose pairs, with the mentorships that are open, form no circle (S3-05).
 * Where the best answer of all forms one, each pair of it is barred in turn and the best of these
 * answers is looked at next; no answer is better than the one that it was barred from, so that the
 * first without a circle is the best.
 */
final class CircleSearch {
  private static final int MOST_ANSWERS = 2_000;

  private final MatchRequest request;
  private final CandidateEdges candidates;
  private final List<PairKey> open;

  CircleSearch(MatchRequest request, CandidateEdges candidates) {
    this.request = request;
    this.candidates = candidates;
    this.open = new ArrayList<>(request.allTies().open());
    // Circles that stand already are not ours to break, and must not hide new ones.
    for (List<PairKey> old = Circles.of(open).any(); !old.isEmpty(); old = Circles.of(open).any()) {
      open.remove(old.get(0));
    }
    List<PairKey> fixed = new ArrayList<>(open);
    fixed.addAll(request.locked());
    for (PairKey pair : Circles.of(fixed).any()) {
      if (request.locked().contains(pair)) {
        throw Locks.impossible(
            pair, "circle", "With other locked pairs or open mentorships it closes a circle.");
      }
    }
  }

  /**
   * @param solve the best answer without some candidate edges
   */
  PolicyAnswers.Answer best(Function<BitSet, PolicyAnswers.Answer> solve) {
    PriorityQueue<Node> nodes = new PriorityQueue<>();
    Set<BitSet> seen = new HashSet<>();
    nodes.add(new Node(new BitSet(), solve.apply(new BitSet()), 0));
    int count = 1;
    while (true) {
      Node node = nodes.remove();
      int[] circle = circle(node.answer.chosen());
      if (circle.length == 0) {
        return node.barred.isEmpty() ? node.answer : node.answer.barringCircles();
      }
      for (int edge : circle) {
        BitSet barred = (BitSet) node.barred.clone();
        barred.set(edge);
        if (seen.add(barred)) {
          if (count == MOST_ANSWERS) {
            throw new MentoringException(
                "match.circles-too-many",
                Map.of("answers", Integer.toString(count)),
                "So many pairs would close circles that the best answer was not found: match those"
                    + " who are on both sides in practices of their own, or lock some pairs.");
          }
          nodes.add(new Node(barred, solve.apply(barred), count++));
        }
      }
    }
  }

  /** The chosen edges of a circle that may be barred; none where there is no circle. */
  private int[] circle(int[] chosen) {
    List<PairKey> pairs = new ArrayList<>(open);
    Set<ParticipantId> mentors = new HashSet<>();
    for (int edge : chosen) {
      if (edge >= 0) {
        mentors.add(candidates.mentor(candidates.mentorOf(edge)));
      }
    }
    open.forEach(pair -> mentors.add(pair.mentor()));
    Map<PairKey, Integer> edges = new java.util.HashMap<>();
    for (int mentee = 0; mentee < chosen.length; mentee++) {
      // Who mentors nobody is in no circle.
      if (chosen[mentee] >= 0 && mentors.contains(candidates.mentee(mentee))) {
        PairKey pair =
            new PairKey(
                candidates.mentee(mentee), candidates.mentor(candidates.mentorOf(chosen[mentee])));
        pairs.add(pair);
        if (!request.locked().contains(pair)) {
          edges.put(pair, chosen[mentee]);
        }
      }
    }
    return Circles.of(pairs).any().stream()
        .filter(edges::containsKey)
        .mapToInt(edges::get)
        .sorted()
        .toArray();
  }

  private record Node(BitSet barred, PolicyAnswers.Answer answer, int number)
      implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int better = Arrays.compare(other.answer.worth(), answer.worth());
      return better != 0 ? better : Integer.compare(number, other.number);
    }
  }
}
