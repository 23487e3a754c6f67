package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.simulation.CommandSequences;
import org.mentoring.testkit.simulation.SeededSequences;
import org.mentoring.testkit.simulation.Town;

/**
 * G1: random commands give the same observable state on all stores: those of all kinds, many of
 * which are refused, and in every fiftieth round those of the testkit, which come further. jqwik
 * makes the sequences and shrinks those that fail; rounds are counted by {@link Harness}, so that a
 * release can be resumed.
 */
final class SameEverywhere {
  private static final int LONGEST = 50;
  private static final int OF_TESTKIT = 50;
  private static final LocalDate FROM = LocalDate.of(2020, 10, 1);

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

  /**
   * Gives the same commands to the twin in memory and to other stores.
   *
   * @param empty makes empty stores
   * @throws SeededSequences.Failed if they answer otherwise
   */
  static void check(long seed, Supplier<Stores> empty) {
    SeededSequences.check(
        seed,
        LONGEST,
        commands(
            () -> new Both(new RandomLife(InMemoryStores.create()), new RandomLife(empty.get())),
            Both::attempt),
        chain -> chain.run().compare());
  }

  /**
   * A round of the harness: in every fiftieth one the testkit's sequences, as an embedder would
   * compare stores of its own.
   */
  static void checkRound(long seed, Supplier<Stores> empty) {
    if (seed % OF_TESTKIT < OF_TESTKIT - 1) {
      check(seed, empty);
      return;
    }
    SeededSequences.check(
        seed,
        LONGEST,
        CommandSequences.of(ProofProgramme.DEFINITION, FROM, ProofProgramme.RULES)
            .over(empty)
            .besideMemory()
            .chains(),
        chain -> {
          Town town = chain.run();
          town.sameAsInMemory();
        });
  }

  /** Gives commands to one life; the same seed gives the same. */
  static void live(long seed, RandomLife life, BiConsumer<RandomLife, Step> attempt) {
    SeededSequences.live(
        seed, LONGEST, commands(() -> life, attempt), chain -> assertThat(chain.run()).isNotNull());
  }

  /** Up to fifty commands; what they choose depends on what there is when they are given. */
  private static <S> ActionChainArbitrary<S> commands(
      Supplier<S> start, BiConsumer<S, Step> attempt) {
    ActionChainArbitrary<S> chains = ActionChain.startWith(start);
    for (Step.Command command : Step.Command.values()) {
      chains = chains.withAction(command.weight(), action(command, attempt));
    }
    return chains;
  }

  private static <S> Action.Independent<S> action(
      Step.Command command, BiConsumer<S, Step> attempt) {
    return () ->
        Step.of(command)
            .map(
                step ->
                    Transformer.mutate(
                        String.format(
                            Locale.ROOT,
                            "%s %s %s %s",
                            command,
                            step.who(),
                            step.which(),
                            step.how()),
                        state -> attempt.accept(state, step)));
  }
}
