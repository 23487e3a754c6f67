package org.mentoring.benchmarks;

import org.jspecify.annotations.Nullable;
import org.mentoring.assignment.Assignment;
import org.mentoring.assignment.AssignmentProblem;
import org.mentoring.assignment.ExactEngine;
import org.mentoring.assignment.OptimalityChecker;
import org.mentoring.assignment.StepListener;

/** Ours. */
final class ExactContender implements Contender {
  static final String NAME = "exact engine";

  private final AssignmentInstance instance;
  private @Nullable AssignmentProblem problem;
  private @Nullable Assignment answer;

  ExactContender(AssignmentInstance instance) {
    this.instance = instance;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void build() {
    problem = instance.problem();
  }

  @Override
  public Answer solve() {
    Assignment found = ExactEngine.solve(built(), StepListener.NONE);
    answer = found;
    return new Answer(found.pairs(), found.totalScore());
  }

  @Override
  public boolean proved() {
    Assignment found = answer;
    return found != null && OptimalityChecker.check(built(), found).holds();
  }

  @Override
  public void drop() {
    problem = null;
    answer = null;
  }

  private AssignmentProblem built() {
    AssignmentProblem model = problem;
    if (model == null) {
      throw new IllegalStateException("nothing is built");
    }
    return model;
  }
}
