package org.mentoring.benchmarks;

import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.alg.interfaces.MinimumCostFlowAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jspecify.annotations.Nullable;

/**
 * JGraphT's min-cost flow, which takes a fraction of the time of its bipartite matching. Staying
 * unmatched is an arc that costs more than all pairs together.
 */
final class JgraphtContender implements Contender {
  private final AssignmentInstance instance;
  private final int sink;
  private @Nullable Graph<Integer, DefaultWeightedEdge> model;

  JgraphtContender(AssignmentInstance instance) {
    this.instance = instance;
    this.sink = instance.mentees() + instance.mentors();
  }

  @Override
  public String name() {
    return "JGraphT min-cost flow";
  }

  @Override
  public void build() {
    Graph<Integer, DefaultWeightedEdge> built =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    for (int node = 0; node <= sink; node++) {
      built.addVertex(node);
    }
    int mentees = instance.mentees();
    for (int mentee = 0; mentee < mentees; mentee++) {
      for (int edge = instance.starts()[mentee]; edge < instance.starts()[mentee + 1]; edge++) {
        built.setEdgeWeight(
            built.addEdge(mentee, mentees + instance.mentorOf()[edge]),
            AssignmentInstance.MOST - instance.scores()[edge]);
      }
      built.setEdgeWeight(built.addEdge(mentee, sink), AssignmentInstance.MOST * (mentees + 1.0));
    }
    for (int mentor = 0; mentor < instance.mentors(); mentor++) {
      built.setEdgeWeight(built.addEdge(mentees + mentor, sink), 0);
    }
    model = built;
  }

  @Override
  public Answer solve() {
    Graph<Integer, DefaultWeightedEdge> built = model;
    if (built == null) {
      throw new IllegalStateException("nothing is built");
    }
    int mentees = instance.mentees();
    MinimumCostFlowAlgorithm.MinimumCostFlow<DefaultWeightedEdge> found =
        new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
            .getMinimumCostFlow(
                new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                    built,
                    node -> node < mentees ? 1 : node == sink ? -mentees : 0,
                    arc -> places(built.getEdgeSource(arc))));
    int pairs = 0;
    long score = 0;
    for (DefaultWeightedEdge arc : built.edgeSet()) {
      int source = built.getEdgeSource(arc);
      if (source < mentees && built.getEdgeTarget(arc) != sink && found.getFlow(arc) > 0.5) {
        pairs++;
        score += AssignmentInstance.MOST - (long) built.getEdgeWeight(arc);
      }
    }
    return new Answer(pairs, score);
  }

  private int places(int node) {
    return node < instance.mentees() ? 1 : instance.places()[node - instance.mentees()];
  }

  @Override
  public void drop() {
    model = null;
  }
}
