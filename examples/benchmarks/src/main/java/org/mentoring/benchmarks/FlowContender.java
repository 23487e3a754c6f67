package org.mentoring.benchmarks;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import org.jspecify.annotations.Nullable;

/**
 * OR-Tools' native min-cost flow: as many pairs as possible at the least cost, which is faster than
 * pricing the unmatched by an arc of their own.
 */
final class FlowContender implements Contender {
  private final AssignmentInstance instance;
  private @Nullable MinCostFlow model;

  FlowContender(AssignmentInstance instance) {
    this.instance = instance;
  }

  @Override
  public String name() {
    return "OR-Tools min-cost flow";
  }

  @Override
  public void build() {
    MinCostFlow built = new MinCostFlow();
    int mentees = instance.mentees();
    int sink = mentees + instance.mentors();
    for (int mentee = 0; mentee < mentees; mentee++) {
      built.setNodeSupply(mentee, 1);
      for (int edge = instance.starts()[mentee]; edge < instance.starts()[mentee + 1]; edge++) {
        built.addArcWithCapacityAndUnitCost(
            mentee, mentees + instance.mentorOf()[edge], 1, -instance.scores()[edge]);
      }
    }
    for (int mentor = 0; mentor < instance.mentors(); mentor++) {
      built.addArcWithCapacityAndUnitCost(mentees + mentor, sink, instance.places()[mentor], 0);
    }
    built.setNodeSupply(sink, -mentees);
    model = built;
  }

  @Override
  public Answer solve() {
    MinCostFlow built = model;
    if (built == null || built.solveMaxFlowWithMinCost() != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException(name() + " found no optimum");
    }
    return new Answer(Math.toIntExact(built.getMaximumFlow()), -built.getOptimalCost());
  }

  @Override
  public void drop() {
    MinCostFlow built = model;
    if (built != null) {
      built.delete();
    }
    model = null;
  }
}
