package org.mentoring.testkit.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.mentoring.failure.MentoringException;
import org.mentoring.spi.RulesProvider;

/**
 * Runs a scenario: everything that happens is a command of the library over stores in memory, and
 * whether somebody may take part, who fits whom, what is due and what is complete the library alone
 * tells. Chance only decides what people do. Thread-safe: runs of several threads at once do not
 * touch each other.
 */
public final class Simulation implements AutoCloseable {
  private final Scenario scenario;
  private final RulesProvider rules;
  private final boolean own;

  private Simulation(Scenario scenario, RulesProvider rules, boolean own) {
    this.scenario = scenario;
    this.rules = rules;
    this.own = own;
  }

  /**
   * With the rules that are found as a service; closing gives them back.
   *
   * @throws MentoringException {@code rules.missing} if there are none
   */
  public static Simulation of(Scenario scenario) {
    return new Simulation(scenario, found(), true);
  }

  /** With these rules, which stay open. */
  public static Simulation of(Scenario scenario, RulesProvider rules) {
    return new Simulation(scenario, rules, false);
  }

  static RulesProvider found() {
    return ServiceLoader.load(RulesProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new MentoringException(
                    "rules.missing",
                    Map.of("service", RulesProvider.class.getName()),
                    "Add the artifact mentoring-rules to the class path, or hand rules in."));
  }

  /** Lives the time of the scenario once. The same seed gives the same life. */
  public SimulatedRun run(long seed) {
    return run(seed, days -> {});
  }

  /** The listener is told of days that go by, all of the scenario's together. */
  SimulatedRun run(long seed, LongConsumer daysGone) {
    Life life = new Life(scenario, seed, rules);
    List<Newcomer> newcomers =
        scenario.population().newcomers(scenario, seed).stream()
            .sorted(Comparator.comparing(Newcomer::on).thenComparing(each -> each.person().id()))
            .toList();
    SortedSet<String> towns = new TreeSet<>();
    newcomers.forEach(each -> towns.add(Intake.municipality(each)));
    SimulatedCentres centres = new SimulatedCentres(life);
    centres.open(towns);
    Records records = new Records(life, centres);
    Intake intake = new Intake(life);
    Duties duties = new Duties(life, records, intake);
    Companionship companionship = new Companionship(life, centres, records, intake, duties);
    newcomers.forEach(each -> life.agenda().on(each.on(), () -> intake.arrive(each)));
    new Rounds(life, centres, records, intake, companionship).plan();
    companionship.plan();
    life.agenda().live(daysGone);
    return new SimulatedRun(
        Counting.of(life, intake.people(), seed),
        life.mentoring(),
        life.stores(),
        scenario.until().minusDays(1));
  }

  @Override
  public void close() {
    if (own) {
      rules.close();
    }
  }
}
