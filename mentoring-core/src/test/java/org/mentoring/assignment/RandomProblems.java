package org.mentoring.assignment;

import java.util.BitSet;
import java.util.Random;

/** Problems from a seed: the same seed gives the same problems. */
final class RandomProblems {
  private final Random random;

  RandomProblems(long seed) {
    random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** A problem with any levels, of at most so many mentees and mentors. */
  AssignmentProblem any(int mostMentees, int mostMentors) {
    Edges edges = edges(random.nextInt(mostMentees + 1), random.nextInt(mostMentors + 1));
    AssignmentProblem problem = AssignmentProblem.of(edges, places(edges.mentors()));
    if (random.nextInt(3) == 0) {
      problem = problem.keeping(kept(edges));
    }
    if (random.nextInt(3) == 0) {
      problem = problem.waiting(ranks(edges.mentees()));
    }
    if (random.nextInt(3) == 0) {
      problem = problem.worstScoreFirst();
    }
    return problem;
  }

  /**
   * A problem in which many want the same: some mentors are better for everybody, and there are
   * about as many places as mentees.
   */
  AssignmentProblem contested(int mostMentees, int mostMentors) {
    int mentees = 1 + random.nextInt(mostMentees);
    int mentors = 1 + random.nextInt(mostMentors);
    int range = random.nextBoolean() ? 8 : 100_000;
    int tenths = 1 + random.nextInt(10);
    int[] good = random.ints(mentors, 0, range).toArray();
    Edges.Builder builder = Edges.builder(mentors);
    int[] possible = new int[mentors];
    int[] points = new int[mentors];
    for (int mentee = 0; mentee < mentees; mentee++) {
      int count = 0;
      for (int mentor = 0; mentor < mentors; mentor++) {
        if (random.nextInt(10) < tenths) {
          possible[count] = mentor;
          points[count++] = good[mentor] + random.nextInt(range / 4);
        }
      }
      builder.mentee(possible, points, count);
    }
    int[] places = new int[mentors];
    for (int place = mentees + random.nextInt(7) - 3; place > 0; place--) {
      places[random.nextInt(mentors)]++;
    }
    AssignmentProblem problem = AssignmentProblem.of(builder.build(), places);
    if (random.nextInt(3) == 0) {
      problem = problem.keeping(kept(problem.edges()));
    }
    return random.nextInt(3) == 0 ? problem.waiting(ranks(mentees)) : problem;
  }

  Edges edges(int mentees, int mentors) {
    return edges(mentees, mentors, random.nextInt(11), 1 + random.nextInt(12));
  }

  /** Each pair is possible with so many tenths of chance, and has one of so many scores. */
  Edges edges(int mentees, int mentors, int tenths, int scores) {
    Edges.Builder builder = Edges.builder(mentors);
    int[] possible = new int[mentors];
    int[] points = new int[mentors];
    for (int mentee = 0; mentee < mentees; mentee++) {
      int count = 0;
      for (int mentor = 0; mentor < mentors; mentor++) {
        if (random.nextInt(10) < tenths) {
          possible[count] = mentor;
          points[count++] = random.nextInt(scores);
        }
      }
      builder.mentee(possible, points, count);
    }
    return builder.build();
  }

  int[] places(int mentors) {
    int most = 1 + random.nextInt(4);
    return random.ints(mentors, 0, most + 1).toArray();
  }

  int[] ranks(int mentees) {
    return random.ints(mentees, 0, 4).toArray();
  }

  /** At most one edge of a mentee. */
  BitSet kept(Edges edges) {
    BitSet kept = new BitSet();
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int degree = edges.firstEdge(mentee + 1) - edges.firstEdge(mentee);
      if (degree > 0 && random.nextBoolean()) {
        kept.set(edges.firstEdge(mentee) + random.nextInt(degree));
      }
    }
    return kept;
  }
}
