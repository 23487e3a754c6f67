package org.mentoring.ortools;

import org.mentoring.assignment.bounded.BoundedEngine;
import org.mentoring.testkit.BoundedEngineContract;

class OrToolsEngineTest extends BoundedEngineContract {
  @Override
  protected BoundedEngine engine() {
    return new OrToolsEngine();
  }

  @Override
  protected int problems() {
    return 150;
  }
}
