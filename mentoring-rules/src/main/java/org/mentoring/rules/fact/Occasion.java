package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.Arrangement;

/**
 * What is decided about: the day and the practice, and how old the party may be.
 *
 * @param day that is decided about
 * @param practice the practice's id
 * @param arrangements that the practice allows
 * @param ages in whole years after each birth date on record; empty if there is none
 */
public record Occasion(
    LocalDate day, String practice, SortedSet<Arrangement> arrangements, List<Integer> ages) {
  /** Copies. */
  public Occasion {
    ages = List.copyOf(ages);
  }

  /**
   * Whether the party may be of an age between the bounds. Where the age is unknown or disputed,
   * what is asked at an age is asked.
   *
   * @param from inclusive; null for no bound
   * @param below exclusive; null for no bound
   */
  public boolean maybeAged(@Nullable Integer from, @Nullable Integer below) {
    return ages.isEmpty()
        || ages.stream()
            .anyMatch(years -> (from == null || years >= from) && (below == null || years < below));
  }
}
