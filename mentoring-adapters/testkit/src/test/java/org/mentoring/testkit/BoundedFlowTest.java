package org.mentoring.testkit;

import java.util.List;
import org.mentoring.assignment.Edges;
import org.mentoring.assignment.bounded.BoundedEngine;
import org.mentoring.assignment.bounded.BoundedEngines;
import org.mentoring.assignment.bounded.BoundedProblem;
import org.mentoring.spi.SystemSources;

class BoundedFlowTest extends BoundedEngineContract {
  @Override
  protected BoundedEngine engine() {
    BoundedProblem nobody = BoundedProblem.builder(Edges.builder(0).build()).build();
    return BoundedEngines.with(List.of(), SystemSources.stopwatch())
        .engineFor(nobody)
        .orElseThrow();
  }

  @Override
  protected int problems() {
    return 20_000;
  }
}
