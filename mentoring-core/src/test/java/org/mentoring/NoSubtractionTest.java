package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.Standing;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.publication.PublicAwards;
import org.mentoring.publication.PublicFigure;
import org.mentoring.publication.PublicReport;
import org.mentoring.time.Validity;

/**
 * Whoever has the whole public report, and a pencil, learns no figure of a place that was left out:
 * for each such figure at least two values are left that all that is told allows.
 */
class NoSubtractionTest {
  private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
  private static final List<String> TOWNS = List.of("A", "B", "C", "D", "E", "F");
  private static final List<String> SUMS = List.of("MENTORSHIPS", "EVENTS", "WORKSHOP");
  private static final ProgrammeDefinition DEFINITION = SmallProgramme.definition(List.of());

  private record Table(SortedMap<String, SortedMap<String, Long>> figures) {
    long of(String indicator, String town) {
      return figures.getOrDefault(indicator, new TreeMap<>()).getOrDefault(town, 0L);
    }
  }

  @Property(tries = 2_000)
  void no_figure_of_a_place_that_is_left_out_can_be_computed(@ForAll("tables") Table table) {
    PublicReport report =
        PublicReport.of(DEFINITION, DAY, List.of(progress(table)), new PublicAwards(List.of(), 0));

    Set<String> namedForDeeds = new HashSet<>();
    Set<String> leftOutOfDeeds = new HashSet<>();
    for (PublicFigure figure : report.targets().get(0).figures()) {
      Set<String> named = new HashSet<>();
      figure.byMunicipality().keySet().forEach(place -> named.add(place.name()));
      List<String> open = new ArrayList<>();
      boolean fewest = figure.indicator().value().equals("EVENTS_PER_MUNICIPALITY");
      String counted = fewest ? "EVENTS" : figure.indicator().value();
      for (String town : TOWNS) {
        if (!named.contains(town) && table.of(counted, town) > 0) {
          open.add(town);
        }
      }
      assertThat(figure.withheld()).isEqualTo(open.size());
      if (!figure.indicator().value().equals("MENTORSHIPS")) {
        namedForDeeds.addAll(named);
        leftOutOfDeeds.addAll(open);
      }
      boolean sum = SUMS.contains(figure.indicator().value());
      if (sum && figure.told() && !open.isEmpty()) {
        long left =
            figure.reached()
                - figure.byMunicipality().values().stream().mapToLong(Long::longValue).sum();
        // One place has exactly what is left; several that have one each are known too.
        assertThat(open).hasSizeGreaterThan(1);
        assertThat(left).isGreaterThan(open.size());
        Statistics.label("told beside what is left out").collect(figure.indicator());
      }
      if (!sum && figure.told() && !open.isEmpty()) {
        // The fewest is the figure of one place: it is told only of one that may be named.
        assertThat(TOWNS)
            .anyMatch(
                town ->
                    !open.contains(town)
                        && table.figures().get("EVENTS").containsKey(town)
                        && table.of("EVENTS", town) == figure.reached());
      }
    }
    // What is left out of one figure of deeds is no sum or difference of others.
    assertThat(Collections.disjoint(namedForDeeds, leftOutOfDeeds)).isTrue();
    Statistics.label("told beside what is left out")
        .coverage(
            coverage -> {
              coverage.check(Code.of("EVENTS")).count(count -> count > 0);
              coverage.check(Code.of("MENTORSHIPS")).count(count -> count > 0);
            });
  }

  private static TargetProgress progress(Table table) {
    List<FigureProgress> figures = new ArrayList<>();
    table
        .figures()
        .forEach(
            (indicator, towns) -> {
              long total = towns.values().stream().mapToLong(Long::longValue).sum();
              figures.add(figure(indicator, total, towns));
            });
    SortedMap<String, Long> events = table.figures().get("EVENTS");
    figures.add(
        figure(
            "EVENTS_PER_MUNICIPALITY",
            events.values().stream().mapToLong(Long::longValue).min().orElse(0),
            events));
    return new TargetProgress(
        new Validity(DAY.minusMonths(1), DAY.plusMonths(1)), 0, Citation.CHOICE, DAY, figures);
  }

  private static FigureProgress figure(String indicator, long reached, Map<String, Long> towns) {
    return new FigureProgress(
        Code.of(indicator),
        indicator.equals("MENTORSHIPS"),
        10,
        10,
        reached,
        Standing.RUNNING,
        new TreeMap<>(towns),
        0,
        new TreeMap<>(),
        0);
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<SortedMap<String, Long>> some = towns(1, 14);
    return Combinators.combine(some, towns(0, 4), towns(0, 3))
        .as(
            (pairs, workshops, others) -> {
              SortedMap<String, Long> events = new TreeMap<>(workshops);
              others.forEach((town, count) -> events.merge(town, count, Long::sum));
              SortedMap<String, SortedMap<String, Long>> figures = new TreeMap<>();
              figures.put("MENTORSHIPS", pairs);
              figures.put("WORKSHOP", workshops);
              figures.put("EVENTS", events);
              return new Table(figures);
            });
  }

  private static Arbitrary<SortedMap<String, Long>> towns(long least, long most) {
    return Arbitraries.maps(Arbitraries.of(TOWNS), Arbitraries.longs().between(least, most))
        .ofMinSize(1)
        .map(TreeMap::new);
  }
}
