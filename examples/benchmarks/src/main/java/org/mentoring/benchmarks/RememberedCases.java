package org.mentoring.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.obligation.ObligationWindow;
import org.mentoring.spi.CompletionCase;
import org.mentoring.spi.CompletionRules;
import org.mentoring.spi.EligibilityRules;
import org.mentoring.spi.IncidentRules;
import org.mentoring.spi.MatchingRules;
import org.mentoring.spi.ObligationRules;
import org.mentoring.spi.RiskRules;
import org.mentoring.spi.RulesProvider;

/** Rules that keep what they were asked, so that it can be asked again without all around it. */
final class RememberedCases implements RulesProvider {
  private final RulesProvider rules;
  private final List<List<ObligationWindow>> windows = new ArrayList<>();
  private final List<CompletionCase> completions = new ArrayList<>();
  private boolean listening;

  RememberedCases(RulesProvider rules) {
    this.rules = rules;
  }

  /** Keeps what is asked while some work is done. */
  void during(Runnable work) {
    listening = true;
    work.run();
    listening = false;
  }

  List<List<ObligationWindow>> windows() {
    return windows;
  }

  List<CompletionCase> completions() {
    return completions;
  }

  @Override
  public ObligationRules obligations() {
    return (asked, asOf) -> {
      if (listening) {
        windows.add(asked);
      }
      return rules.obligations().judge(asked, asOf);
    };
  }

  @Override
  public CompletionRules completion() {
    return question -> {
      if (listening) {
        completions.add(question);
      }
      return rules.completion().missing(question);
    };
  }

  @Override
  public EligibilityRules eligibility() {
    return rules.eligibility();
  }

  @Override
  public MatchingRules matching() {
    return rules.matching();
  }

  @Override
  public RiskRules risks() {
    return rules.risks();
  }

  @Override
  public IncidentRules incidents() {
    return rules.incidents();
  }

  @Override
  public String hash() {
    return rules.hash();
  }

  @Override
  public void close() {
    rules.close();
  }

  /** What was asked on a day, put together case by case. */
  List<List<ObligationWindow>> together(int cases) {
    List<List<ObligationWindow>> batches = new ArrayList<>();
    for (int i = 0; i < windows.size(); i += cases) {
      List<ObligationWindow> batch = new ArrayList<>();
      windows.subList(i, Math.min(windows.size(), i + cases)).forEach(batch::addAll);
      batches.add(batch);
    }
    return batches;
  }

  /** Each window alone. */
  List<List<ObligationWindow>> apart() {
    List<List<ObligationWindow>> alone = new ArrayList<>();
    for (List<ObligationWindow> some : windows) {
      some.forEach(window -> alone.add(List.of(window)));
    }
    return alone;
  }

  static long judged(RulesProvider rules, List<List<ObligationWindow>> batches, LocalDate asOf) {
    long judged = 0;
    for (List<ObligationWindow> batch : batches) {
      judged += rules.obligations().judge(batch, asOf).size();
    }
    return judged;
  }
}
