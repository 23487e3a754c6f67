package org.mentoring.centre;

import java.util.List;
import org.mentoring.decision.Finding;

/**
 * Whether a centre can work under a way to organise mentoring (S1-01). Immutable.
 *
 * @param model the organisational model's id
 * @param missing what is not there; empty if it can
 */
public record ModelStanding(String model, List<Finding> missing) {
  /** Sorts and copies. */
  public ModelStanding {
    missing = missing.stream().sorted().toList();
  }

  /** Whether the centre can work so. */
  public boolean open() {
    return missing.isEmpty();
  }
}
