package org.mentoring.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoring.Oversight;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.MentorshipId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.programme.RulePack;
import org.mentoring.rules.DroolsRules;
import org.mentoring.spi.CompletionCase;

/**
 * A region's year run through obligations and completion: through {@link Oversight}, which reads
 * the stores and lays out the calendar, and through the rules alone. A case is one obligation
 * judged, or one mentorship's completion. Rules and plain Java have to give the same states. Beside
 * it the cost of measuring the same year by a standard.
 */
public final class YearBenchmark {
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 9;
  private static final double AIM = 25;
  private static final LocalDate AS_OF = YearOfRegion.AS_OF;

  private final DroolsRules rules;
  private final RememberedCases cases;
  private final YearOfRegion year;
  private final Oversight oversight;
  private final RulePack standard = BuiltInPacks.read("eepm-4");

  private YearBenchmark(DroolsRules rules, int pairs, int municipalities, int events) {
    this.rules = rules;
    cases = new RememberedCases(rules);
    year = new YearOfRegion(pairs, municipalities, events, cases);
    oversight = year.mentoring().oversight();
  }

  /** Prints the figures; fails where rules and plain Java disagree. */
  public static void main(String[] arguments) {
    measure().figures().forEach(figure -> System.out.println(figure.line()));
  }

  static Measured measure() {
    return new Measured(
        YearOfRegion.SEED + "; " + ROUNDS + " rounds", measure(1_000, 26, 1_500, WARM_UP, ROUNDS));
  }

  static List<Figure> measure(int pairs, int municipalities, int events, int warmUp, int rounds) {
    try (DroolsRules rules = DroolsRules.create()) {
      long before = held();
      YearBenchmark benchmark = new YearBenchmark(rules, pairs, municipalities, events);
      long after = held();
      return benchmark.figures(after - before, warmUp, rounds);
    }
  }

  private List<Figure> figures(long held, int warmUp, int rounds) {
    cases.during(this::ofMentorships);
    List<List<ObligationWindow>> whole = List.copyOf(cases.windows());
    cases.during(this::completed);
    List<CompletionCase> completions = List.copyOf(cases.completions());
    List<List<ObligationWindow>> apart = cases.apart();
    List<List<ObligationWindow>> ten = cases.together(10);
    List<List<ObligationWindow>> hundred = cases.together(100);
    Map<ObligationState, Long> states = requireAgreement(whole);
    Timings[] taken =
        Timings.ofAll(
            warmUp,
            rounds,
            this::ofMentorships,
            this::dueEverywhere,
            this::completed,
            () -> RememberedCases.judged(rules, whole, AS_OF),
            () -> RememberedCases.judged(rules, apart, AS_OF),
            () -> RememberedCases.judged(rules, ten, AS_OF),
            () -> RememberedCases.judged(rules, hundred, AS_OF),
            () -> plain(whole),
            () -> missing(completions),
            this::conformance);
    double obligations = apart.size() * 1e3;
    double everywhere = dueEverywhere() * 1e3;
    double mentorships = whole.size() * 1e3;
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.without("the year", year.told()));
    figures.add(Figure.without("obligations judged", told(states)));
    figures.add(Figure.without("complete", complete()));
    figures.add(
        taken[3]
            .figure("rules alone, a pooled session a mentorship: an obligation", obligations, "µs")
            .aimingAt(AIM));
    figures.add(taken[3].figure("… a mentorship with all its obligations", mentorships, "µs"));
    figures.add(
        taken[4].figure("… a pooled session each obligation: an obligation", obligations, "µs"));
    figures.add(taken[5].figure("… one for ten mentorships: an obligation", obligations, "µs"));
    figures.add(
        taken[6].figure("… one for a hundred mentorships: an obligation", obligations, "µs"));
    figures.add(taken[7].figure("plain Java by hand: an obligation", obligations, "µs"));
    figures.add(Figure.ratio("rules alone to plain Java", taken[3].median(), taken[7].median()));
    figures.add(
        taken[0]
            .figure("Oversight.obligations, stores to states: an obligation", obligations, "µs")
            .aimingAt(AIM));
    figures.add(taken[0].figure("… a mentorship with all its obligations", mentorships, "µs"));
    figures.add(
        taken[1].figure(
            "Oversight.due, all of the programme in pages of 1,000: an obligation",
            everywhere,
            "µs"));
    figures.add(taken[1].figure("… the whole programme", 1e6, "ms"));
    figures.add(
        taken[8].figure("completion, rules alone: a mentorship", mentorships, "µs").aimingAt(AIM));
    figures.add(
        taken[2].figure(
            "Oversight.completion, stores to decision: a mentorship", mentorships, "µs"));
    figures.add(
        Figure.without(
            "benchmarks of " + standard.name(),
            String.format(Locale.ROOT, "%,d cases, %,d of them met", conformance(), met())));
    figures.add(taken[9].figure("reports().conformance: a case", conformance() * 1e3, "µs"));
    figures.add(taken[9].figure("… the whole programme", 1e6, "ms"));
    figures.add(Figure.of("heap that the year's records hold", held / (double) (1L << 20), "MiB"));
    figures.add(
        Figure.of("heap in use when all was measured", held() / (double) (1L << 20), "MiB"));
    return figures;
  }

  private long ofMentorships() {
    long found = 0;
    for (MentorshipId id : year.mentorships()) {
      found += oversight.obligations(id, AS_OF).size();
    }
    return found;
  }

  private long dueEverywhere() {
    long found = 0;
    String next = null;
    do {
      ObligationPage page = oversight.due(AS_OF, Set.of(), next, 1_000);
      found += page.items().size();
      next = page.next();
    } while (next != null);
    return found;
  }

  private long completed() {
    long complete = 0;
    for (MentorshipId id : year.mentorships()) {
      complete += oversight.completion(id, AS_OF).verdict() == Verdict.ELIGIBLE ? 1 : 0;
    }
    return complete;
  }

  private long conformance() {
    return measuredBy(standard).mapToLong(result -> result.cases().size()).sum();
  }

  private long met() {
    return measuredBy(standard).mapToLong(result -> result.count(CaseState.MET)).sum();
  }

  private Stream<BenchmarkResult> measuredBy(RulePack pack) {
    return year.mentoring().reports().conformance(pack, null, AS_OF).benchmarks().stream();
  }

  private long missing(List<CompletionCase> all) {
    long missing = 0;
    for (CompletionCase each : all) {
      missing += rules.completion().missing(each).size();
    }
    return missing;
  }

  private String complete() {
    return String.format(
        Locale.ROOT, "%,d of %,d mentorships", completed(), year.mentorships().size());
  }

  private Map<ObligationState, Long> requireAgreement(List<List<ObligationWindow>> all) {
    Map<ObligationState, Long> states = new EnumMap<>(ObligationState.class);
    for (List<ObligationWindow> some : all) {
      for (Obligation each : rules.obligations().judge(some, AS_OF)) {
        if (each.state() != state(each.window())) {
          throw new IllegalStateException("rules and plain Java disagree on " + each);
        }
        states.merge(each.state(), 1L, Long::sum);
      }
    }
    return states;
  }

  private static String told(Map<ObligationState, Long> states) {
    return states.entrySet().stream()
        .map(state -> String.format(Locale.ROOT, "%,d %s", state.getValue(), state.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** A new list of judged obligations, as the rules give. */
  private static long plain(List<List<ObligationWindow>> all) {
    long judged = 0;
    for (List<ObligationWindow> some : all) {
      List<Obligation> obligations = new ArrayList<>(some.size());
      for (ObligationWindow window : some) {
        obligations.add(new Obligation(window, state(window)));
      }
      judged += obligations.size();
    }
    return judged;
  }

  private static ObligationState state(ObligationWindow window) {
    int times = window.cadence().times();
    if (window.doneInTime() >= times) {
      return ObligationState.MET;
    } else if (window.waived()) {
      return ObligationState.WAIVED;
    } else if (window.doneInTime() + window.doneLate() >= times) {
      return ObligationState.MET_LATE;
    } else if (AS_OF.isBefore(window.opens())) {
      return ObligationState.UPCOMING;
    }
    return AS_OF.isAfter(window.deadline()) ? ObligationState.OVERDUE : ObligationState.DUE;
  }

  /** Bytes of the heap that are in use after a collection. */
  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
