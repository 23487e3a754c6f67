package org.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.rules.ObligationRulesTest.window;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;

class ObligationStatesPropertyTest {
  private static final DroolsRules RULES = DroolsRules.create();
  private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);

  @AfterContainer
  static void close() {
    RULES.close();
  }

  @Property
  void every_window_has_the_state_that_plain_java_gives_it(
      @ForAll("cases") List<ObligationWindow> windows, @ForAll("days") LocalDate asOf) {
    List<Obligation> judged = RULES.obligations().judge(windows, asOf);

    assertThat(judged).extracting(Obligation::window).isEqualTo(windows);
    assertThat(judged)
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(oracle(each.window(), asOf)));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-5, 45).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<List<ObligationWindow>> cases() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 4);
    return Combinators.combine(
            days(),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(1, 4),
            few,
            few,
            Arbitraries.of(true, false))
        .as(
            (opens, length, times, inTime, late, waived) ->
                window(
                    times,
                    Math.min(inTime, times),
                    Math.min(late, times - Math.min(inTime, times)),
                    waived,
                    opens,
                    opens.plusDays(length)))
        .list()
        .ofMaxSize(12);
  }

  private static ObligationState oracle(ObligationWindow window, LocalDate asOf) {
    int times = window.cadence().times();
    if (window.doneInTime() >= times) {
      return ObligationState.MET;
    } else if (window.waived()) {
      return ObligationState.WAIVED;
    } else if (window.doneInTime() + window.doneLate() >= times) {
      return ObligationState.MET_LATE;
    } else if (asOf.isBefore(window.opens())) {
      return ObligationState.UPCOMING;
    }
    return asOf.isAfter(window.deadline()) ? ObligationState.OVERDUE : ObligationState.DUE;
  }
}
