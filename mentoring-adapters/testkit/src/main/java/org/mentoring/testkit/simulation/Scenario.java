package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.mentoring.failure.Invariants;
import org.mentoring.failure.MentoringException;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * What is simulated: a programme with the packs that lie over it, one of its practices, a time, the
 * people and how they behave. Immutable; thread-safe if its population is.
 *
 * <p>What is not simulated: practices that form no pairs by matching, groups and teams (a pair is
 * simulated as one mentor and one mentee), waivers, the ladder of escalation, contests, budgets and
 * registers that a recorded decision opens. Where a practice needs one of these, the figures tell
 * what was refused.
 *
 * @param definition the programme, with the packs that lie over it
 * @param practiceId which of its practices; it must match, and know the arrangement of one to one
 * @param from the first day
 * @param until the day after the last
 * @param rounds how long from one matching to the next
 * @param population who comes
 * @param behaviour what people do
 */
public record Scenario(
    ProgrammeDefinition definition,
    String practiceId,
    LocalDate from,
    LocalDate until,
    Period rounds,
    Population population,
    Behaviour behaviour) {
  /**
   * Checks.
   *
   * @throws MentoringException {@code simulation.practice} for a practice that the programme does
   *     not have, that forms no pairs, or none of one to one; {@code simulation.time} if it ends
   *     before it begins
   * @throws org.mentoring.failure.InvalidValue where more duties are late and missed than there are
   */
  public Scenario {
    Invariants.positive("rounds", rounds);
    behaviour.consistent();
    if (!until.isAfter(from)) {
      throw new MentoringException(
          "simulation.time",
          Map.of("from", from.toString(), "until", until.toString()),
          "Let the simulation end after it begins.");
    }
    boolean known =
        definition
            .practice(practiceId)
            .filter(
                practice ->
                    practice.matching() != null
                        && practice.arrangements().contains(Arrangement.INDIVIDUAL))
            .isPresent();
    if (!known) {
      throw new MentoringException(
          "simulation.practice",
          Map.of("programme", definition.id(), "practice", practiceId),
          "Name a practice that matches one mentor with one mentee.");
    }
  }

  /**
   * A year of the first practice that can be simulated, with a matching every month: 100 mentees
   * and 130 mentors who apply in the first half year and behave as was {@link Behaviour#published()
   * published}.
   */
  public static Scenario of(ProgrammeDefinition definition, LocalDate from) {
    String first =
        definition.practices().stream()
            .filter(practice -> practice.matching() != null)
            .filter(practice -> practice.arrangements().contains(Arrangement.INDIVIDUAL))
            .map(Practice::id)
            .findFirst()
            .orElse("");
    return new Scenario(
        definition,
        first,
        from,
        from.plusYears(1),
        Period.ofMonths(1),
        Population.applicants(100, 130, Period.ofMonths(6)),
        Behaviour.published());
  }

  /** The practice. */
  public Practice practice() {
    return definition.practice(practiceId).orElseThrow();
  }

  /** The same for another practice. */
  public Scenario practice(String other) {
    return new Scenario(definition, other, from, until, rounds, population, behaviour);
  }

  /** The same programme in another version, or under other packs. */
  public Scenario under(ProgrammeDefinition other) {
    return new Scenario(other, practiceId, from, until, rounds, population, behaviour);
  }

  /** The same for another time, from the same first day on. */
  public Scenario lasting(Period time) {
    return new Scenario(
        definition, practiceId, from, from.plus(time), rounds, population, behaviour);
  }

  /** The same with matchings at other distances. */
  public Scenario matchingEvery(Period other) {
    return new Scenario(definition, practiceId, from, until, other, population, behaviour);
  }

  /** The same with other people. */
  public Scenario with(Population other) {
    return new Scenario(definition, practiceId, from, until, rounds, other, behaviour);
  }

  /** The same with another behaviour. */
  public Scenario with(Behaviour other) {
    return new Scenario(definition, practiceId, from, until, rounds, population, other);
  }

  long days() {
    return ChronoUnit.DAYS.between(from, until);
  }
}
