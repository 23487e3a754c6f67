package org.mentoring.testkit.simulation;

import java.time.Period;
import java.util.List;
import org.mentoring.testkit.SyntheticRegion;

/**
 * Who comes to a simulated programme, and when. Must give the same people for the same scenario and
 * seed, each under an id of its own. Thread-safe.
 */
@FunctionalInterface
public interface Population {
  /**
   * The people of one run, in any order.
   *
   * @param scenario what is simulated
   * @param seed of the run: another seed, other luck, and if the population wants, other people
   */
  List<Newcomer> newcomers(Scenario scenario, long seed);

  /** The same people in every run. */
  static Population of(List<Newcomer> people) {
    List<Newcomer> all = List.copyOf(people);
    return (scenario, seed) -> all;
  }

  /**
   * The people of a synthetic region, who come one after the other, evenly by chance, from the
   * first day on. Each looks on the day of arrival as the region looks on its {@link
   * SyntheticRegion#asOf() day}; those who are registered twice come once. In each run other
   * people, by its seed and that of the region.
   *
   * @param over how long they go on coming; zero: all come on the first day
   */
  static Population of(SyntheticRegion region, Period over) {
    return new RegionPopulation(region, over);
  }

  /**
   * Invented applicants for whatever the practice of the scenario asks: of a fitting age and kind,
   * with what nobody can hand in later (circumstance, register, affiliation, attributes) and
   * nothing else, so that all other requirements are met one by one. They want and offer things by
   * chance.
   *
   * @param mentees 0 to 1,000,000
   * @param mentors 0 to 1,000,000
   * @param over how long they go on coming; zero: all come on the first day
   */
  static Population applicants(int mentees, int mentors, Period over) {
    return new ApplicantPopulation(mentees, mentors, over);
  }
}
