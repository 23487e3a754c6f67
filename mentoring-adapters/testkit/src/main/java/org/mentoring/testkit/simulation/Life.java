package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.Mentoring;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Outcome;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.spi.RulesProvider;
import org.mentoring.spi.Stores;

/**
 * What the parts of one simulated run share: the programme itself, its time, its luck and what it
 * refused.
 */
final class Life {
  private final Scenario scenario;
  private final Stores stores;
  private final Mentoring mentoring;
  private final SimulatedClock clock;
  private final Agenda agenda;
  private final Chance chance;
  private final SortedMap<String, Long> refused = new TreeMap<>();
  private long accepted;
  private final Map<List<String>, ProgrammeDefinition> woven = new HashMap<>();

  Life(Scenario scenario, long seed, RulesProvider rules) {
    this(scenario, seed, rules, InMemoryStores.create());
  }

  Life(Scenario scenario, long seed, RulesProvider rules, Stores stores) {
    this.scenario = scenario;
    this.stores = stores;
    clock = new SimulatedClock(scenario.definition().zone(), scenario.from());
    agenda = new Agenda(clock, scenario.until());
    chance = new Chance(seed);
    mentoring =
        Mentoring.of(scenario.definition())
            .rules(rules)
            .stores(stores)
            .clock(clock)
            .identifiers(new SequentialIdentifiers())
            .build();
  }

  Scenario scenario() {
    return scenario;
  }

  Behaviour behaviour() {
    return scenario.behaviour();
  }

  Stores stores() {
    return stores;
  }

  Mentoring mentoring() {
    return mentoring;
  }

  Agenda agenda() {
    return agenda;
  }

  Chance chance() {
    return chance;
  }

  LocalDate today() {
    return clock.today();
  }

  /** So many days go by; what was entered for them and for today happens now. */
  void passes(int days) {
    clock.set(clock.today().plusDays(days));
    agenda.catchUp();
  }

  Practice practice() {
    return today(scenario.definition()).practice(scenario.practiceId()).orElseThrow();
  }

  PartyTerms party(Position position) {
    return practice().party(position).orElseThrow();
  }

  /** What is asked today, with the packs that are in force. */
  private ProgrammeDefinition today(ProgrammeDefinition definition) {
    return definition.packs().isEmpty()
        ? definition
        : woven.computeIfAbsent(definition.rulesOn(today()), rules -> definition.on(today()));
  }

  /** The value of a command; a refusal is counted, and the simulation goes on. */
  <T> Optional<T> tried(Outcome<T> outcome) {
    outcome
        .refused()
        .ifPresent(
            decision ->
                decision.findings().stream()
                    .filter(finding -> finding.effect() != Effect.INFORMS)
                    .map(Finding::code)
                    .distinct()
                    .forEach(code -> refused.merge(code, 1L, Long::sum)));
    accepted += outcome.accepted().isPresent() ? 1 : 0;
    return outcome.accepted();
  }

  /** How many commands were carried out. */
  long accepted() {
    return accepted;
  }

  /** How often commands were refused, by the code of the finding. */
  SortedMap<String, Long> refused() {
    return refused;
  }
}
