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
import org.mentoring.identity.ParticipantId;

/**
 * Finds the best answer whose pairs, with the mentorships that are open, form no circle (S3-05).
 * Where the best answer of all forms one, each pair of it is barred in turn and the best of these
 * answers is looked at next; no answer is better than the one that it was barred from, so that the
 * first without a circle is the best. Circles of unbounded length under bounded places make the
 * problem NP-hard (a Hamiltonian path is one with a place for each), so the search is bounded.
 */
final class CircleSearch {
  private static final int MOST_ANSWERS = 400;

  private final MatchRequest request;
  private final CandidateEdges candidates;
  private final List<PairKey> open;

  CircleSearch(MatchRequest request, CandidateEdges candidates) {
    this.request = request;
    this.candidates = candidates;
    this.open = new ArrayList<>(request.allTies().oneWay());
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
   * The best answer without circles or, where too many circles are possible, the best one found
   * with the gap to what could be at most.
   *
   * @param solve the best answer without some candidate edges
   */
  PolicyAnswers.Answer best(Function<BitSet, PolicyAnswers.Answer> solve) {
    PriorityQueue<Node> nodes = new PriorityQueue<>();
    Set<BitSet> seen = new HashSet<>();
    Node node = new Node(new BitSet(), solve.apply(new BitSet()), 0);
    int count = 1;
    while (true) {
      int[] circle = circle(node.answer.chosen());
      if (circle.length == 0) {
        return node.barred.isEmpty() ? node.answer : node.answer.barringCircles(0, 0);
      }
      if (count >= MOST_ANSWERS) {
        PolicyAnswers.Answer found = greedy(node, solve);
        return found.barringCircles(
            node.answer.measures().pairs() - found.measures().pairs(),
            node.answer.measures().totalScore() - found.measures().totalScore());
      }
      BitSet settled = (BitSet) node.barred.clone();
      for (int edge : circle) {
        BitSet barred = (BitSet) settled.clone();
        barred.set(edge);
        if (seen.add(barred)) {
          nodes.add(new Node(barred, solve.apply(barred), count++));
        }
        // The answers looked at next keep this pair, so that none is looked at twice.
        barOthers(edge, settled);
      }
      node = nodes.remove();
    }
  }

  private void barOthers(int edge, BitSet barred) {
    int mentee = candidates.menteeOf(edge);
    for (int e = candidates.firstEdge(mentee); e < candidates.firstEdge(mentee + 1); e++) {
      if (e != edge) {
        barred.set(e);
      }
    }
  }

  /** Bars the pair with the fewest points of each circle until there is none. */
  private PolicyAnswers.Answer greedy(Node from, Function<BitSet, PolicyAnswers.Answer> solve) {
    BitSet barred = (BitSet) from.barred.clone();
    PolicyAnswers.Answer answer = from.answer;
    for (int[] circle = circle(answer.chosen());
        circle.length > 0;
        circle = circle(answer.chosen())) {
      int least = circle[0];
      for (int edge : circle) {
        if (candidates.scoreOf(edge) < candidates.scoreOf(least)) {
          least = edge;
        }
      }
      barred.set(least);
      answer = solve.apply(barred);
    }
    return answer;
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
