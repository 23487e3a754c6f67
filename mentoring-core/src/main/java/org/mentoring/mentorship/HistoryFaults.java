package org.mentoring.mentorship;

import java.util.ArrayList;
import java.util.List;
import org.mentoring.failure.InvalidValue;

/** What is wrong with a record, all of it; places and what is allowed, never a value. */
final class HistoryFaults {
  private final List<String> whats = new ArrayList<>();
  private final List<String> alloweds = new ArrayList<>();

  /** Answers whether it holds, so that what rests on it need not be asked. */
  boolean holds(boolean condition, String what, String allowed) {
    if (!condition && !(whats.contains(what) && alloweds.contains(allowed))) {
      whats.add(what);
      alloweds.add(allowed);
    }
    return condition;
  }

  /**
   * Refuses the record if there is a fault.
   *
   * @throws InvalidValue {@code mentorship.history}
   */
  void refuseAny() {
    if (whats.isEmpty()) {
      return;
    }
    if (whats.size() == 1) {
      throw new InvalidValue("mentorship.history", whats.get(0), alloweds.get(0));
    }
    List<String> each = new ArrayList<>();
    for (int i = 0; i < whats.size(); i++) {
      each.add(whats.get(i) + ": " + alloweds.get(i));
    }
    throw new InvalidValue(
        "mentorship.history",
        String.join(", ", new java.util.LinkedHashSet<>(whats)),
        String.join("; ", each));
  }
}
