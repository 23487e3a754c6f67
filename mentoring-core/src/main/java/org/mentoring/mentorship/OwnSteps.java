package org.mentoring.mentorship;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many commands have taken steps and done nothing else. A step that shares its decision with a
 * change of state was taken together with it; where no decision tells, it may have been.
 *
 * @param least at least so many
 * @param most at most so many
 */
record OwnSteps(long least, long most) {
  static OwnSteps of(Particulars record) {
    Set<List<Object>> changes = new HashSet<>();
    record
        .changes()
        .forEach(
            each -> changes.add(List.of(each.on(), each.by(), each.decision(), each.recordedAt())));
    Set<List<Object>> others = new HashSet<>();
    record.rungs().forEach(each -> others.add(List.of(each.on(), each.by(), each.recordedAt())));
    record.agreements().forEach(each -> others.add(List.of(each.on(), each.by())));
    Set<List<Object>> own = new HashSet<>();
    long most = 0;
    for (StepTaken step : record.steps()) {
      List<Object> act = List.of(step.on(), step.by(), step.decision(), step.recordedAt());
      boolean withChange = changes.contains(act);
      most += withChange && !step.decision().isEmpty() ? 0 : 1;
      if (!withChange
          && !others.contains(List.of(step.on(), step.by(), step.recordedAt()))
          && !others.contains(List.of(step.on(), step.by()))) {
        own.add(act);
      }
    }
    return new OwnSteps(own.size(), most);
  }
}
