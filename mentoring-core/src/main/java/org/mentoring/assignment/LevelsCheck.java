package org.mentoring.assignment;

import java.util.stream.IntStream;

/**
 * Whether in every part each value is more than all that is below it can be in sum: only then does
 * the greatest worth have the most pairs, then the most kept pairs, then the longest waiting.
 */
final class LevelsCheck {
  private final Certificate certificate;
  private final long[] pairs;
  private final long[] ranks;
  private final long[] kept;
  private final long[] scores;

  /**
   * @param mentorParts the part of each mentor, or -1
   */
  LevelsCheck(AssignmentProblem problem, Certificate certificate, int[] mentorParts) {
    this.certificate = certificate;
    int parts = certificate.parts();
    pairs = new long[parts];
    ranks = new long[parts];
    kept = new long[parts];
    scores = new long[parts];
    Edges edges = problem.edges();
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int part = certificate.partOf(mentee);
      if (part < 0 || part >= parts) {
        continue;
      }
      pairs[part]++;
      ranks[part] += problem.waiting(mentee);
      for (int edge = edges.firstEdge(mentee); edge < edges.firstEdge(mentee + 1); edge++) {
        if (problem.usable(edge)) {
          kept[part] += problem.kept(edge) ? 1 : 0;
          scores[part] = Math.max(scores[part], edges.scoreOf(edge));
        }
      }
    }
    long[] places = new long[parts];
    for (int mentor = 0; mentor < mentorParts.length; mentor++) {
      if (mentorParts[mentor] >= 0) {
        places[mentorParts[mentor]] += problem.places(mentor);
      }
    }
    for (int part = 0; part < parts; part++) {
      pairs[part] = Math.min(pairs[part], places[part]);
      kept[part] = Math.min(kept[part], pairs[part]);
    }
  }

  IntStream partsWithMixedLevels() {
    return IntStream.range(0, pairs.length).filter(part -> !apart(part));
  }

  private boolean apart(int part) {
    try {
      long below = Math.multiplyExact(pairs[part], scores[part]);
      long waiting = certificate.waitingValue(part);
      if (ranks[part] > 0 && waiting <= below) {
        return false;
      }
      below = Math.addExact(below, Math.multiplyExact(waiting, ranks[part]));
      long keep = certificate.keepValue(part);
      if (kept[part] > 0 && keep <= below) {
        return false;
      }
      below = Math.addExact(below, Math.multiplyExact(keep, kept[part]));
      return certificate.pairValue(part) > below;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }
}
