package org.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;
import org.mentoring.time.Validity;

/**
 * A dated phase of a programme.
 *
 * @param id lower case with hyphens
 * @param title how people call it
 * @param when half-open
 * @param allows what may be done in it: {@code MATCHING}, that pairs form, {@code MEETING}, that
 *     they begin and meet, and kinds of activity, that they are recorded of its days; an act
 *     outside the phases that allow it is refused. Pairs form in no other phase; a kind of activity
 *     that no phase names is recorded of any day
 * @param citation where it comes from
 */
public record Phase(
    String id, LocalizedText title, Validity when, SortedSet<Code> allows, Citation citation) {
  /** Sorts and copies. */
  public Phase {
    allows = Invariants.sorted(allows);
  }

  /** The days after the first phase and before the last that are in none, in their order. */
  public static List<Validity> gaps(List<Phase> phases) {
    List<Validity> gaps = new ArrayList<>();
    LocalDate end = null;
    for (Validity each :
        phases.stream().map(Phase::when).sorted(Comparator.comparing(Validity::from)).toList()) {
      if (end != null && end.isBefore(each.from())) {
        gaps.add(Validity.between(end, each.from()));
      }
      LocalDate until = each.until();
      if (until == null) {
        break;
      }
      end = end == null || until.isAfter(end) ? until : end;
    }
    return List.copyOf(gaps);
  }
}
