package org.mentoring.testkit;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.bounded.BoundKind;
import org.mentoring.assignment.bounded.BoundedProblem;

/** Small problems with bounds from a seed: the same seed gives the same problems. */
final class BoundedProblems {
  private final Random random;

  BoundedProblems(long seed) {
    random = new Random(seed);
  }

  /** A problem of at most so many possible pairs with bounds of some kinds. */
  BoundedProblem any(Set<BoundKind> kinds, int mostPairs) {
    Edges edges = edges(mostPairs);
    BoundedProblem.Builder builder = BoundedProblem.builder(edges);
    int strictness = random.nextInt(6);
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      int least = least(strictness);
      int most = least + random.nextInt(3);
      if (kinds.contains(BoundKind.MENTEE_OR_NONE) && random.nextInt(4) == 0) {
        builder.menteeOrNone(mentee, least + 1, most + 1);
      } else {
        builder.mentee(mentee, least, most);
      }
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      int least = least(strictness);
      int most = least + random.nextInt(4);
      if (kinds.contains(BoundKind.MENTOR_OR_NONE) && random.nextInt(2) == 0) {
        builder.mentorOrNone(mentor, least + 1 + random.nextInt(2), most + 2);
      } else {
        builder.mentor(mentor, least, most);
      }
    }
    addQuotas(builder, edges, kinds.contains(BoundKind.CROSSING_QUOTA));
    if (kinds.contains(BoundKind.TOGETHER) && edges.mentees() > 1 && random.nextBoolean()) {
      builder.together("siblings", some(edges.mentees(), 2 + random.nextInt(2)));
    }
    if (random.nextInt(3) == 0) {
      builder.waiting(random.ints(edges.mentees(), 0, 4).toArray());
    }
    if (kinds.contains(BoundKind.SHARE) && edges.mentees() > 0 && random.nextInt(3) == 0) {
      builder.share("share", some(edges.mentees(), 4), random.nextInt(4));
    }
    if (random.nextInt(3) == 0) {
      builder.keeping(some(edges.size(), random.nextInt(4)));
    }
    return builder.build();
  }

  private int least(int strictness) {
    return random.nextInt(8) < strictness - 2 ? 1 + random.nextInt(2) : 0;
  }

  private Edges edges(int mostPairs) {
    int mentees = random.nextInt(6);
    int mentors = random.nextInt(5);
    int tenths = 3 + random.nextInt(8);
    int scores = 1 + random.nextInt(12);
    Edges.Builder builder = Edges.builder(mentors);
    int[] possible = new int[mentors];
    int[] points = new int[mentors];
    int left = mostPairs;
    for (int mentee = 0; mentee < mentees; mentee++) {
      int count = 0;
      for (int mentor = 0; mentor < mentors; mentor++) {
        if (left > 0 && random.nextInt(10) < tenths) {
          possible[count] = mentor;
          points[count++] = random.nextInt(scores);
          left--;
        }
      }
      builder.mentee(possible, points, count);
    }
    return builder.build();
  }

  private void addQuotas(BoundedProblem.Builder builder, Edges edges, boolean crossing) {
    int quotas = random.nextInt(4);
    int menteesFrom = 0;
    int mentorsFrom = 0;
    for (int number = 0; number < quotas; number++) {
      int least = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
      int most = least + random.nextInt(4);
      boolean ofMentees = random.nextBoolean();
      int size = ofMentees ? edges.mentees() : edges.mentors();
      BitSet members;
      if (crossing && random.nextBoolean()) {
        members = some(size, 1 + random.nextInt(3));
      } else {
        // Each within the one before it, so that they nest.
        int from = ofMentees ? menteesFrom : mentorsFrom;
        int next = Math.min(size, from + random.nextInt(3));
        members = new BitSet();
        members.set(next, size);
        if (ofMentees) {
          menteesFrom = next;
        } else {
          mentorsFrom = next;
        }
      }
      String name = "quota-" + number;
      if (ofMentees) {
        builder.quotaOfMentees(name, members, least, most);
      } else {
        builder.quotaOfMentors(name, members, least, most);
      }
    }
  }

  private BitSet some(int of, int count) {
    BitSet some = new BitSet();
    for (int k = 0; k < count && of > 0; k++) {
      some.set(random.nextInt(of));
    }
    return some;
  }
}
