package org.mentoring.study;

import java.time.LocalDate;
import java.time.Period;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.testkit.simulation.Difference;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.Study;
import org.mentoring.testkit.simulation.StudyResult;

/** Do children wait less if pairs are matched every fortnight, and not every month? */
public final class Fortnight {
  private Fortnight() {}

  /**
   * Prints the answer.
   *
   * @param arguments the number of runs
   */
  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    SyntheticRegion region = SyntheticRegion.standard().sized(40, 52);
    Scenario monthly =
        Scenario.of(BuiltInProgrammes.read("tyumen-2020"), LocalDate.of(2020, 9, 1))
            .with(Population.of(region, Period.ofMonths(4)))
            .lasting(Period.ofMonths(6));
    Scenario fortnightly = monthly.matchingEvery(Period.ofWeeks(2));

    StudyResult seldom = Study.of(monthly).seeds(1, runs).run();
    StudyResult often = Study.of(fortnightly).seeds(1, runs).run();

    Difference days = often.difference(seldom, "waiting-days-median");
    System.out.println(days);
    System.out.println(often.difference(seldom, "matched-within-60-days-percent"));
  }
}
