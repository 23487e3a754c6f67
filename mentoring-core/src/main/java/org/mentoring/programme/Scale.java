package org.mentoring.programme;

import java.util.List;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;

/**
 * An ordered attribute, as the levels of a competence or the grades of a service.
 *
 * @param attribute its name
 * @param levels from the lowest to the highest, at least two, no level twice
 * @param citation where it comes from
 */
public record Scale(Attribute attribute, List<String> levels, Citation citation) {
  /** Refuses fewer than two levels and a level that stands twice. */
  public Scale {
    levels = List.copyOf(levels);
    Invariants.range("scale.levels", levels.size(), 2, 1_000);
    Invariants.holds(
        levels.stream().distinct().count() == levels.size(),
        "scale.twice",
        "levels",
        "each level once");
  }
}
