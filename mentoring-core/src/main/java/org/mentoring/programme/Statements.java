package org.mentoring.programme;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;
import org.mentoring.programme.TighteningOrder.Standing;

/**
 * What a definition and the rules of packs say under one id, and which of it counts: the tightest.
 * Whatever loosens what it restates, or cannot be compared with it, becomes a problem.
 *
 * @param <T> what is said, as requirements
 */
final class Statements<T> {
  private final BiFunction<T, T, Standing> order;
  private final BiFunction<T, T, SortedSet<String>> shortfall;
  private final Consumer<Problem> problems;

  /**
   * Something that is said.
   *
   * @param rule null: the definition
   * @param place for people
   * @param restates whether it says anew what another one states
   */
  record Stated<T>(T said, @Nullable LaidRule rule, String place, boolean restates) {
    static <T> Stated<T> by(LaidRule rule, T said, boolean restates) {
      return new Stated<>(said, rule, rule.cited(), restates);
    }
  }

  /**
   * @param order how the first stands to the second
   * @param shortfall the parameters in which the first does not ask for all that the second does
   */
  Statements(
      BiFunction<T, T, Standing> order,
      BiFunction<T, T, SortedSet<String>> shortfall,
      Consumer<Problem> problems) {
    this.order = order;
    this.shortfall = shortfall;
    this.problems = problems;
  }

  /** Of all that bear one id; at least one. */
  Stated<T> tightest(List<Stated<T>> all) {
    Stated<T> tightest = all.get(0);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        compared(all.get(i), all.get(j));
      }
      Stated<T> each = all.get(i);
      if (order.apply(each.said(), tightest.said()) == Standing.TIGHTER) {
        tightest = each;
      }
    }
    return tightest;
  }

  private void compared(Stated<T> one, Stated<T> other) {
    boolean later = isRestatedBy(one, other);
    Stated<T> restating = later ? other : one;
    Stated<T> restated = later ? one : other;
    Standing standing = order.apply(restating.said(), restated.said());
    if (standing == Standing.INCOMPARABLE) {
      refused("pack.incomparable", restating, restated);
    } else if (standing == Standing.LOOSER && !areEquals(restating, restated)) {
      refused("pack.loosened", restating, restated);
    }
  }

  /** A restatement restates what is stated; a lower layer restates what a higher one asks. */
  private static boolean isRestatedBy(Stated<?> one, Stated<?> other) {
    if (one.restates() != other.restates()) {
      return other.restates();
    }
    if (one.rule() == null || other.rule() == null) {
      return other.rule() == null;
    }
    return one.rule().pack().layer().compareTo(other.rule().pack().layer()) <= 0;
  }

  /** Of two restatements, and of two of one layer, the tighter one counts. */
  private static boolean areEquals(Stated<?> one, Stated<?> other) {
    return one.rule() != null
        && other.rule() != null
        && one.restates() == other.restates()
        && (one.restates() || one.rule().pack().layer() == other.rule().pack().layer());
  }

  private void refused(String code, Stated<T> restating, Stated<T> restated) {
    LaidRule rule = restating.rule() != null ? restating.rule() : restated.rule();
    if (rule == null) {
      throw new IllegalStateException("a definition has each id once: " + restating.place());
    }
    problems.accept(
        PackCheck.problem(
            code,
            rule,
            Map.of(
                "restating", restating.place(),
                "restated", restated.place(),
                "parameters",
                    String.join(", ", shortfall.apply(restating.said(), restated.said())))));
  }
}
