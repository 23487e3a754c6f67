package org.mentoring.study;

import java.time.LocalDate;
import java.time.Period;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.testkit.simulation.Behaviour;
import org.mentoring.testkit.simulation.Forecast;
import org.mentoring.testkit.simulation.Habit;
import org.mentoring.testkit.simulation.Interval;
import org.mentoring.testkit.simulation.Population;
import org.mentoring.testkit.simulation.ProgressBar;
import org.mentoring.testkit.simulation.Scenario;
import org.mentoring.testkit.simulation.Study;
import org.mentoring.testkit.simulation.StudyResult;

/** A whole study: will so many pairs form with these mentors, and how many of them last? */
public final class ThirtyLines {
  private ThirtyLines() {}

  /**
   * Prints the answer.
   *
   * @param arguments mentees, mentors, pairs that are hoped for, years, runs
   */
  public static void main(String[] arguments) {
    int[] asked = {40, 52, 30, 1, 4};
    for (int i = 0; i < arguments.length; i++) {
      asked[i] = Integer.parseInt(arguments[i]);
    }
    // study
    SyntheticRegion region = SyntheticRegion.standard().sized(asked[0], asked[1]);
    Behaviour behaviour =
        Behaviour.published().with(Habit.TIME_TO_MEET, 21, "made up for this guide");
    Scenario scenario =
        Scenario.of(BuiltInProgrammes.read("tyumen-2020"), LocalDate.of(2020, 9, 1))
            .with(Population.of(region, Period.ofMonths(8 * asked[3])))
            .with(behaviour)
            .lasting(Period.ofYears(asked[3]));
    StudyResult result =
        Study.of(scenario).seeds(1, asked[4]).telling(new ProgressBar(System.err, "lived")).run();
    Forecast forecast = result.forecast("pairs", asked[2]);
    Interval waiting = result.interval("waiting-days-median");
    System.out.println();
    System.out.println(forecast);
    System.out.println(waiting);
    System.out.println(result.interval("six-months-percent"));
    System.out.print(result.csv());
    // end
  }
}
