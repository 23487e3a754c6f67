package org.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoring.BusyProgramme.HEAD;
import static org.mentoring.BusyProgramme.TODAY;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.indicator.BudgetReport;

class BudgetsTest {
  private final BusyProgramme busy = new BusyProgramme();

  private void spent(String line, long roubles, LocalDate on) {
    busy.record(
            HEAD,
            "EXPENSE",
            About.programme(),
            on,
            new Happened.Entry(line, new TreeSet<>(), roubles))
        .orElseThrow();
  }

  @Test
  void a_budget_tells_of_each_line_who_pays_what_was_spent_and_what_is_left() {
    spent("speakers", 20_000, TODAY.minusDays(1));
    spent("speakers", 30_000, TODAY);
    spent("bank", 3_000, TODAY);

    BudgetReport report = busy.mentoring.reports().budgets(TODAY).get(0);
    assertThat(report.lines())
        .extracting(
            BudgetReport.Line::item,
            BudgetReport.Line::planned,
            BudgetReport.Line::own,
            BudgetReport.Line::requested,
            BudgetReport.Line::spent,
            BudgetReport.Line::left)
        .containsExactly(
            tuple("speakers", 100_000L, 10_000L, 90_000L, 50_000L, 50_000L),
            tuple("bank", 2_600L, 0L, 2_600L, 3_000L, -400L));
    assertThat(report)
        .extracting(
            BudgetReport::total,
            BudgetReport::own,
            BudgetReport::requested,
            BudgetReport::spent,
            BudgetReport::left)
        .containsExactly(102_600L, 10_000L, 92_600L, 53_000L, 49_600L);
    assertThat(busy.mentoring.reports().budgets(TODAY.minusDays(1)).get(0).spent())
        .isEqualTo(20_000);
  }
}
