package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.obligation.Obligation;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Position;
import org.mentoring.programme.RulePack;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;

/** Counts what is on record at the end of a run: what the programme kept, and no second book. */
final class Counting {
  private static final int PAGE = 1_000;
  private static final List<Integer> WITHIN = List.of(30, 60, 90);

  private final Life life;
  private final List<Person> people;
  private final LocalDate last;
  private final List<Particulars> all = new ArrayList<>();
  private final List<Particulars> begun;
  private final List<Figure> figures = new ArrayList<>();

  /** The day of the first assignment, by mentee. */
  private final Map<ParticipantId, LocalDate> assigned = new HashMap<>();

  private Counting(Life life, List<Person> people) {
    this.life = life;
    this.people = people;
    last = life.scenario().until().minusDays(1);
    MentorshipId after = null;
    do {
      Page<Particulars> page =
          life.stores().mentorships().list(Mentorships.Which.all(), after, PAGE);
      all.addAll(page.items());
      String next = page.next();
      after = next == null ? null : MentorshipId.of(next);
    } while (after != null);
    begun = all.stream().filter(each -> each.startedOn() != null).toList();
    for (Particulars each : begun) {
      each.mentees().forEach(mentee -> assigned.merge(mentee, day(each), Counting::earlier));
    }
  }

  static Figures of(Life life, List<Person> people, long seed) {
    Counting counting = new Counting(life, people);
    counting.count();
    Scenario scenario = life.scenario();
    return new Figures(
        scenario.definition().id(),
        scenario.definition().version().toString(),
        scenario.definition().hash(),
        life.mentoring().ruleSetHash(),
        scenario.definition().packs().stream().map(RulePack::name).toList(),
        scenario.practiceId(),
        scenario.from(),
        scenario.until(),
        seed,
        scenario.behaviour(),
        counting.figures);
  }

  private static LocalDate day(Particulars mentorship) {
    return mentorship.changes().get(0).on();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private void add(String code, double value) {
    figures.add(Figure.of(code, value));
  }

  private void add(String code, long count) {
    figures.add(Figure.of(code, count));
  }

  private void count() {
    people();
    pairs();
    months();
    waiting();
    fairness();
    comingBack();
    load();
    duties();
    life.refused()
        .forEach((code, times) -> figures.add(Figure.of("refused", times).detailed(code)));
  }

  private List<Person> of(Position position) {
    Set<ParticipantId> seen = new HashSet<>();
    return people.stream()
        .filter(person -> person.position() == position && seen.add(person.id()))
        .toList();
  }

  private void people() {
    came("mentees", of(Position.MENTEE));
    came("mentors", newMentors());
  }

  private void came(String code, List<Person> some) {
    add(code, some.size());
    Map<String, List<Person>> towns = byTown(some);
    byTown(people)
        .keySet()
        .forEach(
            town ->
                figures.add(Figure.of(code, towns.getOrDefault(town, List.of()).size()).at(town)));
  }

  /** Who came as a mentor; who comes back as one is told by alumni-returned. */
  private List<Person> newMentors() {
    Set<ParticipantId> before =
        of(Position.MENTEE).stream().map(Person::id).collect(Collectors.toSet());
    return of(Position.MENTOR).stream().filter(person -> !before.contains(person.id())).toList();
  }

  private static SortedMap<String, List<Person>> byTown(Collection<Person> some) {
    return some.stream()
        .collect(Collectors.groupingBy(Person::municipality, TreeMap::new, Collectors.toList()));
  }

  private void pairs() {
    add("pairs", begun.size());
    add("pairs-open", begun.stream().filter(each -> each.state().open()).count());
    SortedMap<String, Long> early = new TreeMap<>();
    Map<Closure.Kind, Long> ends = new HashMap<>();
    for (Particulars each : all) {
      Closure closure = each.closure();
      if (closure != null) {
        Closure.Kind kind = closure.asCompleted() ? Closure.Kind.COMPLETED : closure.kind();
        ends.merge(kind, 1L, Long::sum);
        Code reason = closure.reason();
        if (kind == Closure.Kind.EARLY && reason != null) {
          early.merge(reason.value(), 1L, Long::sum);
        }
      }
    }
    add("pairs-completed", ends.getOrDefault(Closure.Kind.COMPLETED, 0L));
    add("pairs-ended-early", ends.getOrDefault(Closure.Kind.EARLY, 0L));
    add("pairs-handed-over", ends.getOrDefault(Closure.Kind.HANDED_OVER, 0L));
    add("pairs-withdrawn", ends.getOrDefault(Closure.Kind.WITHDRAWN, 0L));
    early.forEach(
        (reason, count) -> figures.add(Figure.of("pairs-ended-early", count).detailed(reason)));
    Map<ParticipantId, String> towns = new HashMap<>();
    of(Position.MENTEE).forEach(person -> towns.put(person.id(), person.municipality()));
    begun.stream()
        .collect(
            Collectors.groupingBy(
                each -> towns.getOrDefault(each.mentees().first(), ""),
                TreeMap::new,
                Collectors.counting()))
        .forEach((town, count) -> figures.add(Figure.of("pairs", count).at(town)));
    lasting();
  }

  private void lasting() {
    List<Particulars> old = begun.stream().filter(each -> !halfAYear(each).isAfter(last)).toList();
    long lasted =
        old.stream()
            .filter(
                each -> {
                  Closure closure = each.closure();
                  return closure == null || !closure.on().isBefore(halfAYear(each));
                })
            .count();
    if (!old.isEmpty()) {
      add("six-months-percent", 100.0 * lasted / old.size());
    }
  }

  private static LocalDate halfAYear(Particulars begun) {
    LocalDate started = begun.startedOn();
    return (started == null ? day(begun) : started).plusMonths(6);
  }

  private void months() {
    YearMonth end = YearMonth.from(last);
    for (YearMonth month = YearMonth.from(life.scenario().from());
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      LocalDate day = month.atEndOfMonth();
      long until = begun.stream().filter(each -> !day(each).isAfter(day)).count();
      long open =
          begun.stream()
              .filter(each -> each.stateOn(day).filter(MentorshipState::open).isPresent())
              .count();
      figures.add(Figure.of("pairs", (double) until).in(month));
      figures.add(Figure.of("pairs-open", (double) open).in(month));
    }
  }

  private List<Double> waited(Collection<Person> mentees) {
    return mentees.stream()
        .filter(person -> assigned.containsKey(person.id()))
        .map(
            person ->
                (double)
                    ChronoUnit.DAYS.between(
                        person.arrived(), assigned.getOrDefault(person.id(), last)))
        .sorted()
        .toList();
  }

  private void waiting() {
    List<Person> mentees = of(Position.MENTEE);
    List<Double> days = waited(mentees);
    if (!days.isEmpty()) {
      add("waiting-days-mean", days.stream().mapToDouble(Double::doubleValue).average().orElse(0));
      add("waiting-days-median", Quantile.of(days, 0.5));
      add("waiting-days-tenth-longest", Quantile.of(days, 0.9));
    }
    byTown(mentees)
        .forEach(
            (town, some) -> {
              List<Double> ofTown = waited(some);
              if (!ofTown.isEmpty()) {
                figures.add(Figure.of("waiting-days-median", Quantile.of(ofTown, 0.5)).at(town));
              }
            });
    for (int within : WITHIN) {
      within(mentees, within);
    }
    add(
        "mentees-waiting",
        mentees.stream()
            .filter(person -> !person.gone() && !assigned.containsKey(person.id()))
            .count());
  }

  /** Of all who could have been assigned so soon, also those who never were. */
  private void within(List<Person> mentees, int days) {
    List<Person> early =
        mentees.stream().filter(person -> !person.arrived().plusDays(days).isAfter(last)).toList();
    if (!early.isEmpty()) {
      long soon = waited(early).stream().filter(waited -> waited <= days).count();
      add("matched-within-" + days + "-days-percent", 100.0 * soon / early.size());
    }
  }

  private double matched(List<Person> mentees) {
    return 100.0
        * mentees.stream().filter(person -> assigned.containsKey(person.id())).count()
        / mentees.size();
  }

  private void fairness() {
    List<Person> mentees = of(Position.MENTEE);
    if (mentees.isEmpty()) {
      return;
    }
    add("matched-percent", matched(mentees));
    List<Double> shares = new ArrayList<>();
    byTown(mentees)
        .forEach(
            (town, some) -> {
              shares.add(matched(some));
              figures.add(Figure.of("matched-percent", matched(some)).at(town));
            });
    shares.sort(null);
    add("matched-percent-least", shares.get(0));
    add("matched-percent-most", shares.get(shares.size() - 1));
    add("matched-gini", gini(shares));
  }

  /** Of sorted values: 0 if all are alike. */
  private static double gini(List<Double> sorted) {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i);
      weighted += (i + 1) * sorted.get(i);
    }
    int n = sorted.size();
    return sum == 0 ? 0 : 2 * weighted / (n * sum) - (n + 1.0) / n;
  }

  private void comingBack() {
    Map<ParticipantId, Long> times =
        begun.stream()
            .flatMap(each -> each.mentees().stream())
            .collect(Collectors.groupingBy(mentee -> mentee, Collectors.counting()));
    add("went-on", times.values().stream().filter(count -> count > 1).count());
    Set<ParticipantId> alumni = new HashSet<>();
    for (Particulars each : all) {
      Closure closure = each.closure();
      if (closure != null && closure.asCompleted()) {
        alumni.addAll(each.mentees());
      }
    }
    List<Person> returned =
        of(Position.MENTOR).stream().filter(person -> alumni.contains(person.id())).toList();
    add("alumni", alumni.size());
    add("alumni-returned", returned.size());
    add(
        "alumni-mentoring",
        returned.stream()
            .filter(person -> begun.stream().anyMatch(each -> each.mentors().contains(person.id())))
            .count());
  }

  private void load() {
    Map<ParticipantId, Long> pairs =
        begun.stream()
            .flatMap(each -> each.mentors().stream())
            .collect(Collectors.groupingBy(mentor -> mentor, Collectors.counting()));
    List<Person> mentors = newMentors();
    if (!mentors.isEmpty()) {
      long paired = mentors.stream().filter(person -> pairs.containsKey(person.id())).count();
      add("mentors-with-pair-percent", 100.0 * paired / mentors.size());
    }
    if (!pairs.isEmpty()) {
      add("pairs-per-mentor", (double) begun.size() / pairs.size());
      add(
          "pairs-per-mentor-most",
          pairs.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }
  }

  private void duties() {
    SortedMap<String, Long> states = new TreeMap<>();
    for (Particulars each : begun) {
      for (Obligation one : life.mentoring().oversight().obligations(each.id(), last)) {
        states.merge(one.window().cadence().due() + "." + one.state(), 1L, Long::sum);
      }
    }
    for (ParticipantId each : life.stores().participants().ids()) {
      for (Obligation one : life.mentoring().oversight().obligationsOf(each, last)) {
        states.merge(one.window().cadence().due() + "." + one.state(), 1L, Long::sum);
      }
    }
    states.forEach((state, count) -> figures.add(Figure.of("duties", count).detailed(state)));
    add("incidents", incidents());
    long withdrawn =
        people.stream()
            .map(Person::id)
            .distinct()
            .flatMap(id -> life.stores().participants().history(id).stream())
            .filter(
                entry ->
                    entry instanceof FactEntry.Recorded recorded
                        && recorded.fact() instanceof Fact.ConsentWithdrawal)
            .count();
    add("consents-withdrawn", withdrawn);
  }

  private long incidents() {
    long count = 0;
    org.mentoring.identity.@Nullable IncidentId after = null;
    do {
      Page<Incident> page = life.stores().incidents().list(after, PAGE);
      count += page.items().size();
      String next = page.next();
      after = next == null ? null : org.mentoring.identity.IncidentId.of(next);
    } while (after != null);
    return count;
  }
}
