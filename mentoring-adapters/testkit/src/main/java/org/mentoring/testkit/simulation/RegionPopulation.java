package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mentoring.participant.Position;
import org.mentoring.testkit.SyntheticRegion;
import org.mentoring.validation.people.ParticipantInput;

/** A synthetic region whose people come over some time. */
final class RegionPopulation implements Population {
  private static final String AGAIN = "-again";

  private final SyntheticRegion region;
  private final Period over;

  RegionPopulation(SyntheticRegion region, Period over) {
    this.region = region;
    this.over = over;
  }

  @Override
  public List<Newcomer> newcomers(Scenario scenario, long seed) {
    Chance chance = new Chance(seed);
    LocalDate last = scenario.from().plus(over);
    int days = (int) Math.max(1, last.toEpochDay() - scenario.from().toEpochDay());
    Map<LocalDate, List<String>> arrivals = new HashMap<>();
    for (ParticipantInput person : on(scenario.from(), seed)) {
      int after = chance.of("arrival", person.id().value()).below(days);
      LocalDate day = scenario.from().plusDays(after);
      // People look the same on all days of a week, which saves inventing the region every day.
      LocalDate look = day.minusDays(after % 7);
      arrivals.computeIfAbsent(look, any -> new ArrayList<>()).add(person.id().value());
    }
    List<Newcomer> newcomers = new ArrayList<>();
    for (LocalDate look : new TreeSet<>(arrivals.keySet())) {
      Map<String, ParticipantInput> people = new HashMap<>();
      on(look, seed).forEach(person -> people.put(person.id().value(), person));
      for (String id : arrivals.getOrDefault(look, List.of())) {
        int after = chance.of("arrival", id).below(days);
        newcomers.add(
            new Newcomer(
                scenario.from().plusDays(after),
                id.startsWith("mentee") ? Position.MENTEE : Position.MENTOR,
                java.util.Objects.requireNonNull(people.get(id))));
      }
    }
    return newcomers;
  }

  private List<ParticipantInput> on(LocalDate day, long seed) {
    return new SyntheticRegion(
            region.seed() * 1_000_003 + seed,
            day,
            region.mentees(),
            region.mentors(),
            region.gaps())
        .people().stream().filter(person -> !person.id().value().endsWith(AGAIN)).toList();
  }
}
