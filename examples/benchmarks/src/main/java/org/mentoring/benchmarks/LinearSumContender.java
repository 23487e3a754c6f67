package org.mentoring.benchmarks;

import com.google.ortools.graph.LinearSumAssignment;
import org.jspecify.annotations.Nullable;

/** OR-Tools' native solver for full squares. */
final class LinearSumContender implements Contender {
  private final AssignmentInstance instance;
  private @Nullable LinearSumAssignment model;

  LinearSumContender(AssignmentInstance instance) {
    this.instance = instance;
  }

  @Override
  public String name() {
    return "OR-Tools linear assignment";
  }

  @Override
  public void build() {
    LinearSumAssignment built = new LinearSumAssignment();
    for (int mentee = 0; mentee < instance.mentees(); mentee++) {
      for (int edge = instance.starts()[mentee]; edge < instance.starts()[mentee + 1]; edge++) {
        built.addArcWithCost(mentee, instance.mentorOf()[edge], -instance.scores()[edge]);
      }
    }
    model = built;
  }

  @Override
  public Answer solve() {
    LinearSumAssignment built = model;
    if (built == null || built.solve() != LinearSumAssignment.Status.OPTIMAL) {
      throw new IllegalStateException(name() + " found no optimum");
    }
    return new Answer(built.getNumNodes(), -built.getOptimalCost());
  }

  @Override
  public void drop() {
    LinearSumAssignment built = model;
    if (built != null) {
      built.delete();
    }
    model = null;
  }
}
