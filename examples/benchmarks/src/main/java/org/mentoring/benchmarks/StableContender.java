package org.mentoring.benchmarks;

import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.Proposing;
import org.mentoring.assignment.StabilityChecker;
import org.mentoring.assignment.StableEngine;
import org.mentoring.assignment.StableMatching;
import org.mentoring.assignment.StableProblem;
import org.mentoring.assignment.StepListener;

/** Our stable engine. */
final class StableContender implements Contender {
  private final AssignmentInstance instance;
  private final int[] menteeRanks;
  private final int[] mentorRanks;
  private @Nullable StableProblem problem;
  private @Nullable StableMatching answer;

  StableContender(AssignmentInstance instance, int[] menteeRanks, int[] mentorRanks) {
    this.instance = instance;
    this.menteeRanks = menteeRanks;
    this.mentorRanks = mentorRanks;
  }

  @Override
  public String name() {
    return "stable engine";
  }

  @Override
  public void build() {
    AssignmentProblem edges = instance.problem();
    problem =
        StableProblem.of(
            edges.edges(), instance.places(), menteeRanks, mentorRanks, Proposing.MENTEES);
  }

  @Override
  public Answer solve() {
    StableMatching found = StableEngine.solve(built(), StepListener.NONE);
    answer = found;
    return new Answer(found.pairs(), found.totalScore());
  }

  @Override
  public boolean proved() {
    StableMatching found = answer;
    return found != null && StabilityChecker.blockingPairs(built(), found::edgeOf).isEmpty();
  }

  @Override
  public void drop() {
    problem = null;
    answer = null;
  }

  private StableProblem built() {
    StableProblem model = problem;
    if (model == null) {
      throw new IllegalStateException("nothing is built");
    }
    return model;
  }
}
