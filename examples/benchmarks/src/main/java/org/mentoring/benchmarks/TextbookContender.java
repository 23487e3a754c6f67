package org.mentoring.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Deferred acceptance as the textbook has it, with mentees asking: lists of mentors by rank, and
 * for each mentor a queue of the mentees it keeps, the least wanted first. For strict rankings.
 */
final class TextbookContender implements Contender {
  private final AssignmentInstance instance;
  private final int[] menteeRanks;
  private final int[] mentorRanks;
  private final List<List<Integer>> wanted = new ArrayList<>();

  TextbookContender(AssignmentInstance instance, int[] menteeRanks, int[] mentorRanks) {
    this.instance = instance;
    this.menteeRanks = menteeRanks;
    this.mentorRanks = mentorRanks;
  }

  @Override
  public String name() {
    return "textbook in plain Java";
  }

  @Override
  public void build() {
    for (int mentee = 0; mentee < instance.mentees(); mentee++) {
      List<Integer> edges = new ArrayList<>();
      for (int edge = instance.starts()[mentee]; edge < instance.starts()[mentee + 1]; edge++) {
        edges.add(edge);
      }
      edges.sort(Comparator.comparing(edge -> menteeRanks[edge]));
      wanted.add(edges);
    }
  }

  @Override
  public Answer solve() {
    int mentees = instance.mentees();
    int[] mentorOf = instance.mentorOf();
    int[] menteeOf = new int[mentorOf.length];
    for (int mentee = 0; mentee < mentees; mentee++) {
      for (int edge = instance.starts()[mentee]; edge < instance.starts()[mentee + 1]; edge++) {
        menteeOf[edge] = mentee;
      }
    }
    List<PriorityQueue<Integer>> kept = new ArrayList<>();
    for (int mentor = 0; mentor < instance.mentors(); mentor++) {
      kept.add(new PriorityQueue<>(Comparator.comparing(edge -> -mentorRanks[edge])));
    }
    int[] next = new int[mentees];
    Deque<Integer> asking = new ArrayDeque<>();
    for (int mentee = 0; mentee < mentees; mentee++) {
      asking.add(mentee);
    }
    while (!asking.isEmpty()) {
      int mentee = asking.remove();
      if (next[mentee] == wanted.get(mentee).size()) {
        continue;
      }
      int edge = wanted.get(mentee).get(next[mentee]++);
      PriorityQueue<Integer> queue = kept.get(mentorOf[edge]);
      queue.add(edge);
      if (queue.size() > instance.places()[mentorOf[edge]]) {
        asking.add(menteeOf[queue.remove()]);
      }
    }
    int pairs = 0;
    long score = 0;
    for (PriorityQueue<Integer> queue : kept) {
      pairs += queue.size();
      for (int edge : queue) {
        score += instance.scores()[edge];
      }
    }
    return new Answer(pairs, score);
  }

  @Override
  public void drop() {
    wanted.clear();
  }
}
