package org.mentoring.programme;

import java.util.List;
import java.util.Map;
import org.mentoring.identity.Code;

/** Whether budgets add up: each line of its units and of its shares, and all lines to the total. */
final class BudgetCheck {
  private static final Code BUDGET = Code.of("BUDGET");

  private final FoundProblems found;

  BudgetCheck(FoundProblems found) {
    this.found = found;
  }

  /** Whether a record is a budget. */
  static boolean isBudget(RecordTerms record) {
    return record.kind().equals(BUDGET);
  }

  void all(List<RecordTerms> records) {
    for (RecordTerms record : records) {
      String at = "record:" + record.id();
      if (isBudget(record)) {
        budget(at, record);
      } else if (record.total() != null
          || record.items().stream().anyMatch(item -> item.cost() != null)) {
        found.add("budget.elsewhere", at, Map.of("found", record.kind().value()));
      }
    }
  }

  private void budget(String at, RecordTerms budget) {
    for (RecordTerms.Item item : budget.items()) {
      RecordTerms.Cost cost = item.cost();
      if (cost != null) {
        String line = at + "/item:" + item.id();
        same("budget.line", line, cost.price() * cost.units(), item.amount(), item.id());
        same("budget.shares", line, item.amount(), cost.own() + cost.requested(), item.id());
      }
    }
    Long total = budget.total();
    boolean whole = budget.items().stream().allMatch(item -> item.cost() != null);
    if (total == null || !whole) {
      // What is not told cannot be checked.
      found.add("budget.incomplete", at, Map.of("found", budget.id()));
    } else {
      long sum = budget.items().stream().mapToLong(RecordTerms.Item::amount).sum();
      same("budget.total", at + "/total", sum, total, budget.id());
    }
  }

  private void same(String code, String at, long expected, long actual, String what) {
    if (expected != actual) {
      found.add(
          code,
          at,
          Map.of(
              "what", what, "expected", Long.toString(expected), "found", Long.toString(actual)));
    }
  }
}
