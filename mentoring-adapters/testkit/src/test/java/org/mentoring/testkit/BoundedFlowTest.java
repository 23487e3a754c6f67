package org.mentoring.testkit;

import java.util.List;
import org.mentoring.assignment.BoundedProblem;
import org.mentoring.assignment.Edges;
import org.mentoring.spi.BoundedEngine;
import org.mentoring.spi.BoundedEngines;

class BoundedFlowTest extends BoundedEngineContract {
  @Override
  protected BoundedEngine engine() {
    BoundedProblem nobody = BoundedProblem.builder(Edges.builder(0).build()).build();
    return BoundedEngines.with(List.of()).engineFor(nobody).orElseThrow();
  }

  @Override
  protected int problems() {
    return 20_000;
  }
}
