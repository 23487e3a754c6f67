package org.mentoring.programme;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;

/**
 * One rule of a pack.
 *
 * @param code stable code, lower case with hyphens, unique within the pack
 * @param from the first day on which it is in force; null where its source names none: on every day
 *     before {@code until}
 * @param until the first day on which it is in force no more; null: it is still
 * @param change what it changes in a programme
 * @param citation where it comes from
 */
public record PackRule(
    String code,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    PackChange change,
    Citation citation) {
  /** Refuses an end that is not after the beginning. */
  public PackRule {
    Invariants.holds(
        from == null || until == null || until.isAfter(from),
        "validity.empty",
        "until",
        "a day after from");
  }

  /** Whether acts of this day are judged by it. */
  public boolean inForce(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** Whether it changes something in a practice, as far as the rule names practices and formats. */
  public boolean concerns(Practice practice) {
    return (practices().isEmpty() || practices().contains(practice.id()))
        && (formats().isEmpty() || formats().contains(practice.format()));
  }

  /** The practices that it names; empty: all. */
  SortedSet<String> practices() {
    if (change instanceof PackChange.RequirementAdded added) {
      return added.practices();
    } else if (change instanceof PackChange.RequirementRestated restated) {
      return restated.practices();
    } else if (change instanceof PackChange.CriterionAdded added) {
      return added.practices();
    } else if (change instanceof PackChange.AgreementAdded added) {
      return added.practices();
    } else if (change instanceof PackChange.EscalationAdded added) {
      return added.practices();
    } else if (change instanceof PackChange.CadenceAdded added) {
      return added.practices();
    } else if (change instanceof PackChange.CadenceRestated restated) {
      return restated.practices();
    } else if (change instanceof PackChange.CompletionAdded added) {
      return added.practices();
    }
    return new TreeSet<>();
  }

  /** The formats that it names; empty: all. */
  SortedSet<MentoringFormat> formats() {
    return change instanceof PackChange.RequirementAdded added ? added.formats() : new TreeSet<>();
  }
}
