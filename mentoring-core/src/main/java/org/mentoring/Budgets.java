package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.indicator.BudgetReport;
import org.mentoring.programme.ActivityTerms;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RecordTerms;

/** Budgets of a definition, and what the entries that name their lines have spent. */
final class Budgets {
  private final ProgrammeDefinition definition;
  private final List<Activity> activities;

  Budgets(ProgrammeDefinition definition, List<Activity> activities) {
    this.definition = definition;
    this.activities = activities;
  }

  List<BudgetReport> all() {
    List<BudgetReport> reports = new ArrayList<>();
    for (RecordTerms record : definition.records()) {
      Long total = record.total();
      if (total != null) {
        reports.add(
            new BudgetReport(record.id(), record.title(), lines(record), total, record.citation()));
      }
    }
    return List.copyOf(reports);
  }

  private List<BudgetReport.Line> lines(RecordTerms budget) {
    Set<Code> kinds =
        definition.activities().stream()
            .filter(terms -> budget.id().equals(terms.record()))
            .map(ActivityTerms::kind)
            .collect(Collectors.toSet());
    List<BudgetReport.Line> lines = new ArrayList<>();
    for (RecordTerms.Item item : budget.items()) {
      RecordTerms.Cost cost = item.cost();
      if (cost != null) {
        lines.add(
            new BudgetReport.Line(
                item.id(),
                item.title(),
                item.amount(),
                cost.own(),
                cost.requested(),
                spent(kinds, item.id())));
      }
    }
    return lines;
  }

  private long spent(Set<Code> kinds, String item) {
    return activities.stream()
        .filter(activity -> kinds.contains(activity.kind()))
        .map(Activity::happened)
        .filter(Happened.Entry.class::isInstance)
        .map(Happened.Entry.class::cast)
        .filter(entry -> item.equals(entry.item()))
        .mapToLong(Happened.Entry::number)
        .sum();
  }
}
