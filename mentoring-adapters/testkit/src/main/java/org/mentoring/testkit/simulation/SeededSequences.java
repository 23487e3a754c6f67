package org.mentoring.testkit.simulation;

import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Runs jqwik's chains of actions by seeds, outside of its engine: for harnesses that count rounds
 * of their own, and go on where they were interrupted. The same seed gives the same chain; what
 * fails is shrunk as jqwik shrinks what fails a property. Thread-safe.
 */
public final class SeededSequences {
  private static final int MOST_SHRINKING = 1_000;

  private SeededSequences() {}

  /** A chain that failed, shrunk: its message tells the seed, the steps and what failed. */
  public static final class Failed extends AssertionError {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<String> steps;

    private Failed(long seed, ActionChain<?> chain, AssertionError cause) {
      super("seed " + seed + ": " + chain.transformations() + ": " + cause.getMessage(), cause);
      steps = List.copyOf(chain.transformations());
    }

    /** The fewest steps that were found to fail. */
    public List<String> steps() {
      return steps;
    }
  }

  /**
   * Runs the chain of a seed.
   *
   * @param longest up to so many steps, at least 1; how many the seed says
   * @param chains what they are made of
   * @param run runs a chain, and fails with an {@code AssertionError}
   * @throws Failed if it does
   */
  public static <S> void check(
      long seed, int longest, ActionChainArbitrary<S> chains, Consumer<ActionChain<S>> run) {
    JqwikSession.run(
        () -> {
          Shrinkable<ActionChain<S>> chain = chain(seed, longest, chains);
          Failed failed = failed(seed, chain, run);
          if (failed != null) {
            throw shrunk(seed, chain, failed, run);
          }
        });
  }

  /** Runs the chain of a seed and lets through whatever fails. */
  public static <S> void live(
      long seed, int longest, ActionChainArbitrary<S> chains, Consumer<ActionChain<S>> run) {
    JqwikSession.run(() -> run.accept(chain(seed, longest, chains).value()));
  }

  private static <S> Shrinkable<ActionChain<S>> chain(
      long seed, int longest, ActionChainArbitrary<S> chains) {
    Random random = new Random(seed);
    return chains
        .withMaxTransformations(1 + random.nextInt(longest))
        .generator(longest)
        .next(random);
  }

  private static <S> @Nullable Failed failed(
      long seed, Shrinkable<ActionChain<S>> shrinkable, Consumer<ActionChain<S>> run) {
    ActionChain<S> chain = shrinkable.value();
    try {
      run.accept(chain);
      return null;
    } catch (AssertionError e) {
      return new Failed(seed, chain, e);
    }
  }

  private static <S> Failed shrunk(
      long seed, Shrinkable<ActionChain<S>> chain, Failed first, Consumer<ActionChain<S>> run) {
    Failed last = first;
    Iterator<Shrinkable<ActionChain<S>>> simpler = chain.shrink().iterator();
    for (int tries = 0; tries < MOST_SHRINKING && simpler.hasNext(); tries++) {
      Shrinkable<ActionChain<S>> next = simpler.next();
      Failed again = failed(seed, next, run);
      if (again != null) {
        last = again;
        simpler = next.shrink().iterator();
      }
    }
    return last;
  }
}
