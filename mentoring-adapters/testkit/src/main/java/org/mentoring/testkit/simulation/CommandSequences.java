package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * Random sequences of commands for properties: people come to a small {@link Town}, are brought
 * together, meet, report, rest, come to harm, part, complete, are erased. A step asks the programme
 * what is next and gives the commands for it, so that most are carried out, whatever the definition
 * asks; now and then somebody is chosen who is not free or not ready. jqwik shrinks what fails to
 * few steps, and a {@link Town} tells them without personal data. Immutable: each method gives
 * another one.
 *
 * <pre>{@code
 * Arbitrary<ActionChain<Town>> lives =
 *     CommandSequences.of(definition, LocalDate.of(2020, 9, 1), rules).over(this::emptied).chains();
 * // and in a property, for each of them
 * life.withInvariant(Town::upheld).run();
 * }</pre>
 */
public final class CommandSequences {
  private static final int USUAL = 30;
  private static final int MOST = 1_000;
  private static final Period EVER = Period.ofYears(50);

  private final Scenario scenario;
  private final RulesProvider rules;
  private final Supplier<Stores> empty;
  private final boolean beside;
  private final int most;

  private CommandSequences(
      Scenario scenario, RulesProvider rules, Supplier<Stores> empty, boolean beside, int most) {
    this.scenario = scenario;
    this.rules = rules;
    this.empty = empty;
    this.beside = beside;
    this.most = most;
  }

  /**
   * Over stores in memory, in the first practice that matches one mentor with one mentee, up to 30
   * steps.
   *
   * @param definition the programme
   * @param from the first day; as a sequence may last for four years, and a database refuses a
   *     clock that is ahead of its own, best more than four years ago
   * @param rules that decide; they stay open
   * @throws MentoringException {@code simulation.practice} if there is no such practice
   */
  public static CommandSequences of(
      ProgrammeDefinition definition, LocalDate from, RulesProvider rules) {
    Behaviour settled = Behaviour.undisturbed().with(Habit.MENTEE_GOES_ON, 1, "choice");
    return new CommandSequences(
        Scenario.of(definition, from).with(settled).lasting(EVER),
        rules,
        InMemoryStores::create,
        false,
        USUAL);
  }

  /** In another practice. */
  public CommandSequences practice(String practiceId) {
    return new CommandSequences(scenario.practice(practiceId), rules, empty, beside, most);
  }

  /**
   * Over other stores.
   *
   * @param stores gives empty ones each time: for each chain, and each try to shrink one
   */
  public CommandSequences over(Supplier<Stores> stores) {
    return new CommandSequences(scenario, rules, stores, beside, most);
  }

  /**
   * Gives each command to a twin in memory as well: a step that is answered otherwise fails, and
   * {@link Town#sameAsInMemory()} compares all that both hold.
   */
  public CommandSequences besideMemory() {
    return new CommandSequences(scenario, rules, empty, true, most);
  }

  /**
   * With more or fewer steps.
   *
   * @param steps 1 to 1,000
   */
  public CommandSequences most(int steps) {
    Invariants.range("sequences.most", steps, 1, MOST);
    return new CommandSequences(scenario, rules, empty, beside, steps);
  }

  /** The sequences, to be run: {@code chain.withInvariant(Town::upheld).run()}. */
  public ActionChainArbitrary<Town> chains() {
    ActionChainArbitrary<Town> chains =
        ActionChain.startWith(this::town).withMaxTransformations(most);
    for (Deed deed : Deed.values()) {
      chains = chains.withAction(deed.weight(), action(deed));
    }
    return chains;
  }

  /** A town in which nothing has happened yet. */
  Town town() {
    @Nullable Town twin = beside ? new Town(scenario, InMemoryStores.create(), rules, null) : null;
    return new Town(scenario, empty.get(), rules, twin);
  }

  private static Action.Independent<Town> action(Deed deed) {
    // All alike: a few numbers that come most often would choose the same few people.
    Arbitrary<Integer> numbers =
        Arbitraries.integers()
            .between(0, 999)
            .withDistribution(RandomDistribution.uniform())
            .withoutEdgeCases();
    return () ->
        Combinators.combine(numbers, numbers, numbers)
            .as(
                (who, which, how) ->
                    Transformer.mutate(
                        Town.named(deed, who, which, how),
                        town -> town.live(deed, who, which, how)));
  }
}
