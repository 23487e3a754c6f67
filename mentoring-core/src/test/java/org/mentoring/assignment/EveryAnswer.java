package org.mentoring.assignment;

import java.util.Comparator;

/** Tries every answer to a problem of a handful of parties, and keeps the best. */
final class EveryAnswer {
  private final AssignmentProblem problem;
  private final Edges edges;
  private final int[] free;
  private final Comparator<Figures> order;
  private Figures best = new Figures(0, 0, 0, -1, 0);

  private EveryAnswer(AssignmentProblem problem) {
    this.problem = problem;
    this.edges = problem.edges();
    free = new int[edges.mentors()];
    for (int mentor = 0; mentor < free.length; mentor++) {
      free[mentor] = problem.places(mentor);
    }
    Comparator<Figures> before =
        Comparator.comparingInt(Figures::pairs)
            .thenComparingInt(Figures::kept)
            .thenComparingLong(Figures::waited);
    order =
        (problem.isWorstScoreFirst() ? before.thenComparingInt(Figures::worst) : before)
            .thenComparingLong(Figures::total);
  }

  /** What an answer is judged by. */
  record Figures(int pairs, int kept, long waited, int worst, long total) {
    static Figures of(Assignment answer) {
      return new Figures(
          answer.pairs(), answer.kept(), answer.waited(), answer.worstScore(), answer.totalScore());
    }
  }

  /** The best figures; without worst score first, the worst score is that of the answer given. */
  static Figures best(AssignmentProblem problem, Assignment answer) {
    EveryAnswer every = new EveryAnswer(problem);
    every.from(0, new Figures(0, 0, 0, -1, 0));
    Figures best = every.best;
    return problem.isWorstScoreFirst()
        ? best
        : new Figures(best.pairs, best.kept, best.waited, answer.worstScore(), best.total);
  }

  private void from(int mentee, Figures so) {
    if (mentee == edges.mentees()) {
      if (order.compare(so, best) > 0) {
        best = so;
      }
      return;
    }
    from(mentee + 1, so);
    for (int edge = edges.firstEdge(mentee); edge < edges.firstEdge(mentee + 1); edge++) {
      int mentor = edges.mentorOf(edge);
      int score = edges.scoreOf(edge);
      if (free[mentor] > 0 && score >= problem.leastScore()) {
        free[mentor]--;
        from(
            mentee + 1,
            new Figures(
                so.pairs + 1,
                so.kept + (problem.kept(edge) ? 1 : 0),
                so.waited + problem.waiting(mentee),
                so.pairs == 0 ? score : Math.min(so.worst, score),
                so.total + score));
        free[mentor]++;
      }
    }
  }
}
