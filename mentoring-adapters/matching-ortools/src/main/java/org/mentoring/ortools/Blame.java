package org.mentoring.ortools;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoring.assignment.bounded.Bound;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.assignment.bounded.Limit;

/** The limits that can be to blame where a part has no answer. */
final class Blame {
  private Blame() {}

  static List<Limit> limits(BoundedProblem problem, Part part) {
    Set<Integer> mentees = new HashSet<>(part.mentees());
    Set<Integer> mentors = new HashSet<>(part.mentors());
    Set<Integer> quotas = new HashSet<>(part.quotas());
    return problem.limits().stream()
        .filter(limit -> concerns(problem, limit.bound(), mentees, mentors, quotas))
        .toList();
  }

  private static boolean concerns(
      BoundedProblem problem,
      Bound bound,
      Set<Integer> mentees,
      Set<Integer> mentors,
      Set<Integer> quotas) {
    return switch (bound.kind()) {
      case MENTEE, MENTEE_OR_NONE -> mentees.contains(bound.number());
      case MENTOR, MENTOR_OR_NONE -> mentors.contains(bound.number());
      case QUOTA_OF_MENTEES, QUOTA_OF_MENTORS, CROSSING_QUOTA -> quotas.contains(bound.number());
      case SHARE ->
          problem.shares().get(bound.number()).mentees().stream().anyMatch(mentees::contains);
      case TOGETHER ->
          problem.together().get(bound.number()).mentees().stream().anyMatch(mentees::contains);
    };
  }
}
