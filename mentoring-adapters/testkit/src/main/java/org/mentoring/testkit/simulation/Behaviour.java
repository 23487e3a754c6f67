package org.mentoring.testkit.simulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;

/**
 * How people behave in a simulated programme: each habit a number with its source. Immutable and
 * thread-safe.
 *
 * @param habits every habit once
 * @param timesToMeet days on average until a requirement is met, by the id of the requirement; for
 *     all others {@link Habit#TIME_TO_MEET} holds
 */
public record Behaviour(
    SortedMap<Habit, Assumption> habits, SortedMap<String, Assumption> timesToMeet) {
  /** Refuses a missing habit and numbers out of the range of their unit; copies. */
  public Behaviour {
    habits = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Habit, Assumption>) habits));
    timesToMeet =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Assumption>) timesToMeet));
    for (Habit habit : Habit.values()) {
      Assumption given = habits.get(habit);
      Invariants.holds(given != null, "behaviour.incomplete", "habits", "every habit once");
      inRange(habit.name(), given, habit);
    }
    timesToMeet.values().forEach(time -> inRange("timesToMeet", time, Habit.TIME_TO_MEET));
    double lasts = value(habits, Habit.LASTS_HALF_A_YEAR);
    Invariants.range(Habit.LASTS_HALF_A_YEAR.name(), (long) Math.ceil(lasts), 1, 1);
  }

  private static void inRange(String what, @Nullable Assumption given, Habit habit) {
    double value = given == null ? 0 : given.value();
    Invariants.range(what, (long) Math.ceil(value), 0, habit.most());
  }

  /**
   * Nothing goes wrong: pairs last, duties are done, requirements are met within a day, nobody
   * comes back. A pair goes on for nine months.
   */
  public static Behaviour undisturbed() {
    Map<Habit, Assumption> habits = new EnumMap<>(Habit.class);
    for (Habit habit : Habit.values()) {
      habits.put(habit, Assumption.choice(0));
    }
    habits.put(Habit.LASTS_HALF_A_YEAR, Assumption.choice(1));
    habits.put(Habit.MENTOR_GOES_ON, Assumption.choice(1));
    habits.put(Habit.LENGTH, Assumption.choice(270));
    return new Behaviour(new TreeMap<>(habits), new TreeMap<>());
  }

  /**
   * What was published, as far as it was: that 43 % of matches reach six months, that 40 to 80 % of
   * mentees want to go on (the middle of it), and that up to 100 % of alumni do not come back in
   * the first year. Everything else is a choice, and says so.
   */
  public static Behaviour published() {
    return undisturbed()
        .with(
            Habit.LASTS_HALF_A_YEAR,
            0.43,
            "EEPM, 4th edition (2015): in one study 43 % of community matches reached 6 months")
        .with(
            Habit.MENTEE_GOES_ON,
            0.6,
            "S3-10: 40-80 % of mentees want to go on, also with a new mentor; the middle")
        .with(
            Habit.ALUMNUS_RETURNS,
            0,
            "S3-09: up to 100 % of alumni do not come back in the first year")
        .with(Habit.DUTY_MISSED, 0.1, "choice")
        .with(Habit.DUTY_LATE, 0.15, "choice")
        .with(Habit.MOVES, 0.05, "choice")
        .with(Habit.INCIDENTS, 0.03, "choice")
        .with(Habit.CONSENT_WITHDRAWN, 0.02, "choice")
        .with(Habit.FACT_LATE, 0.05, "choice")
        .with(Habit.FACT_LATE_BY, 7, "choice")
        .with(Habit.TIME_TO_MEET, 14, "choice")
        .with(Habit.NEVER_MET, 0.02, "choice")
        .with(Habit.MENTOR_GOES_ON, 0.5, "choice")
        .with(Habit.TASTE, 0.5, "choice");
  }

  /**
   * The same with another number for a habit. That no more duties are late and missed than there
   * are is looked at where a {@link Scenario} is given the behaviour.
   */
  public Behaviour with(Habit habit, double value, String source) {
    Map<Habit, Assumption> others = new TreeMap<>(habits);
    others.put(habit, new Assumption(value, source));
    return new Behaviour(new TreeMap<>(others), timesToMeet);
  }

  /** The same with another time to meet one requirement, in days on average. */
  public Behaviour meeting(String requirement, double days, String source) {
    SortedMap<String, Assumption> others = new TreeMap<>(timesToMeet);
    others.put(requirement, new Assumption(days, source));
    return new Behaviour(habits, others);
  }

  /**
   * Refuses what cannot be so together. Not the constructor does so: which of two habits is changed
   * first does not matter.
   */
  Behaviour consistent() {
    double duties = value(Habit.DUTY_MISSED) + value(Habit.DUTY_LATE);
    Invariants.range("DUTY_MISSED + DUTY_LATE", (long) Math.ceil(duties), 0, 1);
    return this;
  }

  /** The number of a habit. */
  public double value(Habit habit) {
    return value(habits, habit);
  }

  /** Days on average until a requirement is met. */
  public double daysToMeet(String requirement) {
    Assumption own = timesToMeet.get(requirement);
    return own == null ? value(Habit.TIME_TO_MEET) : own.value();
  }

  private static double value(Map<Habit, Assumption> habits, Habit habit) {
    return Objects.requireNonNull(habits.get(habit)).value();
  }
}
