package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;

/**
 * G1: random commands give the same observable state on all stores. jqwik makes the sequences and
 * shrinks those that fail; rounds are counted by {@link Harness}, so that a release can be resumed.
 */
final class SameEverywhere {
  private static final int LONGEST = 50;
  private static final int MOST_SHRINKING = 1_000;

  private SameEverywhere() {}

  /** The same commands on both: the twin in memory says what the other must answer. */
  static final class Both {
    private final RandomLife expected;
    private final RandomLife actual;

    private Both(RandomLife expected, RandomLife actual) {
      this.expected = expected;
      this.actual = actual;
    }

    private void attempt(Step step) {
      same(actual.attempted(step), expected.attempted(step));
    }

    private void compare() {
      same(actual.left(), expected.left());
    }

    /** The first line that differs says more than all of them. */
    private static void same(List<String> actual, List<String> expected) {
      for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
        assertThat(actual.get(i)).isEqualTo(expected.get(i));
      }
      assertThat(actual).hasSameSizeAs(expected);
    }
  }

  /** Two stores that answered otherwise, and the fewest commands that were found to show it. */
  static final class Different extends AssertionError {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<String> commands;

    private Different(long seed, ActionChain<Both> chain, AssertionError cause) {
      super("seed " + seed + ": " + chain.transformations() + ": " + cause.getMessage(), cause);
      commands = List.copyOf(chain.transformations());
    }

    List<String> commands() {
      return commands;
    }
  }

  /**
   * Gives the same commands to the twin in memory and to other stores.
   *
   * @param empty makes empty stores
   * @throws Different if they answer otherwise
   */
  static void check(long seed, Supplier<Stores> empty) {
    JqwikSession.run(
        () -> {
          Shrinkable<ActionChain<Both>> commands =
              commands(
                  seed,
                  () ->
                      new Both(
                          new RandomLife(InMemoryStores.create()), new RandomLife(empty.get())),
                  Both::attempt);
          Different different = different(seed, commands);
          if (different != null) {
            throw shrunk(seed, commands, different);
          }
        });
  }

  /** Gives commands to one life; the same seed gives the same. */
  static void live(long seed, RandomLife life, BiConsumer<RandomLife, Step> attempt) {
    JqwikSession.run(() -> commands(seed, () -> life, attempt).value().run());
  }

  /** Up to fifty commands; what they choose depends on what there is when they are given. */
  private static <S> Shrinkable<ActionChain<S>> commands(
      long seed, Supplier<S> start, BiConsumer<S, Step> attempt) {
    Random random = new Random(seed);
    ActionChainArbitrary<S> chains =
        ActionChain.startWith(start).withMaxTransformations(1 + random.nextInt(LONGEST));
    for (Step.Command command : Step.Command.values()) {
      chains = chains.withAction(command.weight(), action(command, attempt));
    }
    return chains.generator(LONGEST).next(random);
  }

  private static <S> Action.Independent<S> action(
      Step.Command command, BiConsumer<S, Step> attempt) {
    return () ->
        Step.of(command)
            .map(
                step ->
                    Transformer.mutate(
                        "%s %s %s %s".formatted(command, step.who(), step.which(), step.how()),
                        state -> attempt.accept(state, step)));
  }

  private static @Nullable Different different(long seed, Shrinkable<ActionChain<Both>> commands) {
    ActionChain<Both> chain = commands.value();
    try {
      chain.run().compare();
      return null;
    } catch (AssertionError e) {
      return new Different(seed, chain, e);
    }
  }

  /** As jqwik shrinks what fails a property. */
  private static Different shrunk(
      long seed, Shrinkable<ActionChain<Both>> commands, Different first) {
    Different last = first;
    Iterator<Shrinkable<ActionChain<Both>>> simpler = commands.shrink().iterator();
    for (int tries = 0; tries < MOST_SHRINKING && simpler.hasNext(); tries++) {
      Shrinkable<ActionChain<Both>> next = simpler.next();
      Different again = different(seed, next);
      if (again != null) {
        last = again;
        simpler = next.shrink().iterator();
      }
    }
    return last;
  }
}
