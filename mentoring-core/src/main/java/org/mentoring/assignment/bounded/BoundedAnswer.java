package org.mentoring.assignment.bounded;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an engine answers to a {@link BoundedProblem}. */
public sealed interface BoundedAnswer {
  /**
   * Nothing is better.
   *
   * @param assignment the pairs
   * @param proof what proves it; null where the engine has a proof of its own that cannot be told
   */
  record Optimal(BoundedAssignment assignment, @Nullable BoundedPrices proof)
      implements BoundedAnswer {
    /** The proof that {@link BoundedChecker} verifies; empty where the engine's word has to do. */
    public Optional<BoundedPrices> prices() {
      return Optional.ofNullable(proof);
    }
  }

  /**
   * The time is over: the best that was found, and how good an answer can be at all.
   *
   * @param assignment the pairs; they keep every bound
   * @param atMost proved: no answer is better than this
   * @param proof what proves it; null where the engine has a proof of its own
   */
  record Feasible(BoundedAssignment assignment, Objective atMost, @Nullable BoundedPrices proof)
      implements BoundedAnswer {
    /** The proof that {@link BoundedChecker} verifies; empty where the engine's word has to do. */
    public Optional<BoundedPrices> prices() {
      return Optional.ofNullable(proof);
    }
  }

  /**
   * The bounds cannot be met together.
   *
   * @param limits these alone contradict each other: were every other bound lifted, there would
   *     still be no answer
   * @param minimal whether each of them is known to be needed for the contradiction
   */
  record Infeasible(List<Limit> limits, boolean minimal) implements BoundedAnswer {
    /** Sorts. */
    public Infeasible {
      limits = limits.stream().sorted().distinct().toList();
    }
  }

  /**
   * No engine at hand honours these bounds, so nothing was tried.
   *
   * @param bounds by kind and number
   */
  record NotHonoured(List<Bound> bounds) implements BoundedAnswer {
    /** Sorts. */
    public NotHonoured {
      bounds = bounds.stream().sorted().distinct().toList();
    }
  }

  /**
   * The time is over before any answer was found or excluded.
   *
   * @param atMost proved: no answer is better than this
   */
  record Undecided(Objective atMost) implements BoundedAnswer {}
}
