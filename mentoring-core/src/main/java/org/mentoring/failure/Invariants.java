package org.mentoring.failure;

import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The checks that constructors of values share. Each throws {@link InvalidValue} and tells what is
 * allowed.
 */
public final class Invariants {
  private Invariants() {}

  /**
   * Refuses a missing value with {@code value.missing}; callers need not check for null at compile
   * time.
   */
  public static void present(String what, @Nullable Object... values) {
    for (Object value : values) {
      if (value == null) {
        throw new InvalidValue("value.missing", what, "no null");
      }
    }
  }

  /** Refuses a number outside the inclusive range with {@code number.range}. */
  public static void range(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InvalidValue(
          "number.range",
          what,
          least + " to " + most,
          Map.of("least", Long.toString(least), "most", Long.toString(most)));
    }
  }

  /** Refuses an empty list with {@code list.empty}; returns an unmodifiable copy. */
  public static <T> List<T> notEmpty(String what, List<T> values) {
    if (values.isEmpty()) {
      throw new InvalidValue("list.empty", what, "at least one");
    }
    return List.copyOf(values);
  }

  /** An unmodifiable copy in natural order, so that equal sets have equal texts. */
  public static <T extends Comparable<? super T>> SortedSet<T> sorted(Collection<T> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** As {@link #sorted}, and refuses an empty set with {@code list.empty}. */
  public static <T extends Comparable<? super T>> SortedSet<T> sortedNotEmpty(
      String what, Collection<T> values) {
    if (values.isEmpty()) {
      throw new InvalidValue("list.empty", what, "at least one");
    }
    return sorted(values);
  }

  /** Refuses a blank text or one over the length with {@code text.length}. */
  public static String text(String what, String value, int most) {
    if (value.isBlank() || value.length() > most) {
      throw new InvalidValue(
          "text.length",
          what,
          "1 to " + most + " characters",
          Map.of("most", Integer.toString(most)));
    }
    return value;
  }

  /**
   * Refuses a period that is zero or negative, or has a negative part, with {@code
   * period.notPositive}; none is no such period.
   */
  public static void positive(String what, @Nullable Period period) {
    holds(
        period == null || (!period.isNegative() && !period.isZero()),
        "period.notPositive",
        what,
        "a positive period, as P1D, P2W or P6M");
  }

  /** Refuses a condition that does not hold, with the code given. */
  public static void holds(boolean condition, String code, String what, String allowed) {
    if (!condition) {
      throw new InvalidValue(code, what, allowed);
    }
  }
}
