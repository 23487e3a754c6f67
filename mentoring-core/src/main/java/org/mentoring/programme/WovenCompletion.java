package org.mentoring.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.CompletionTerms.CitedItem;

/** When mentorships of a practice are complete under the rules of packs. */
final class WovenCompletion {
  private final String at;
  private final Practice practice;
  private final List<LaidRule> rules;
  private final KeptRecords kept;
  private final Consumer<Problem> problems;
  private final List<CitedItem> cited = new ArrayList<>();

  WovenCompletion(
      String at,
      Practice practice,
      List<LaidRule> rules,
      KeptRecords kept,
      Consumer<Problem> problems) {
    this.at = at;
    this.practice = practice;
    this.rules =
        rules.stream()
            .filter(rule -> rule.change() instanceof PackChange.CompletionAdded)
            .filter(rule -> rule.concerns(practice))
            .toList();
    this.kept = kept;
    this.problems = problems;
  }

  /** Where a practice does not say when, a pack does not either: that would let something pass. */
  @Nullable CompletionTerms terms() {
    CompletionTerms own = practice.completion();
    if (own == null || rules.isEmpty()) {
      return own;
    }
    List<Code> requires = new ArrayList<>(own.requires());
    List<Code> jointBy = new ArrayList<>(own.jointBy());
    List<Code> exitInterviews = new ArrayList<>(own.exitInterviews());
    List<Code> answered = new ArrayList<>(own.answered());
    List<EarlyEnding> endings = new ArrayList<>(own.endings());
    Period atLeast = own.atLeast();
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.CompletionAdded added) {
        Citation citation = rule.rule().citation();
        for (Code kind : added.requires()) {
          if (kept.of(kind)) {
            ask(requires, kind, CompletionTerms.item(kind, null), citation);
          }
        }
        for (Code kind : added.answered()) {
          if (kept.of(kind)) {
            ask(answered, kind, CompletionTerms.item(kind, null), citation);
          }
        }
        parts(jointBy, added.jointBy(), CompletionTerms.SUMMING_UP, citation);
        parts(exitInterviews, added.exitInterviews(), CompletionTerms.EXIT_INTERVIEW, citation);
        atLeast = longer(atLeast, added.atLeast(), own, rule);
        added.endings().forEach(each -> ending(endings, each, rule));
      }
    }
    return new CompletionTerms(
        requires,
        new TreeSet<>(jointBy),
        exitInterviews,
        atLeast,
        own.afterPhase(),
        endings,
        own.followUp(),
        own.citation(),
        answered,
        cited);
  }

  private void parts(List<Code> asked, Collection<Code> further, Code kind, Citation citation) {
    if (kept.of(kind)) {
      further.forEach(party -> ask(asked, party, CompletionTerms.item(kind, party), citation));
    }
  }

  private void ask(List<Code> asked, Code further, String item, Citation citation) {
    if (!asked.contains(further)) {
      asked.add(further);
      cited.add(new CitedItem(item, citation));
    }
  }

  private @Nullable Period longer(
      @Nullable Period found, @Nullable Period added, CompletionTerms own, LaidRule rule) {
    if (added == null || (found != null && TighteningOrder.atLeastAsLong(found, added))) {
      return found;
    }
    String item = CompletionTerms.item(CompletionTerms.LENGTH, null);
    if (found != null && !TighteningOrder.atLeastAsLong(added, found)) {
      Citation source =
          cited.stream()
              .filter(each -> each.item().equals(item))
              .map(CitedItem::citation)
              .findFirst()
              .orElse(own.citation());
      incomparable(rule, "/completion [" + source + "]");
    }
    cited.removeIf(each -> each.item().equals(item));
    cited.add(new CitedItem(item, rule.rule().citation()));
    return added;
  }

  private void ending(
      List<EarlyEnding> endings, PackChange.EndingTightened tightened, LaidRule rule) {
    for (int i = 0; i < endings.size(); i++) {
      EarlyEnding own = endings.get(i);
      if (own.reason().equals(tightened.reason()) && own.asCompleted()) {
        endings.set(i, tightened(own, tightened.atLeast(), rule));
      }
    }
  }

  private EarlyEnding tightened(EarlyEnding own, @Nullable Period atLeast, LaidRule rule) {
    Period found = own.atLeast();
    if (atLeast != null && found != null) {
      if (TighteningOrder.atLeastAsLong(found, atLeast)) {
        return own;
      }
      if (!TighteningOrder.atLeastAsLong(atLeast, found)) {
        incomparable(rule, "/ending:" + own.reason() + " [" + own.citation() + "]");
      }
    }
    return new EarlyEnding(
        own.reason(), own.askedBy(), atLeast != null, atLeast, rule.rule().citation(), own.again());
  }

  private void incomparable(LaidRule rule, String restated) {
    problems.accept(
        PackCheck.problem(
            "pack.incomparable",
            rule,
            Map.of(
                "restating", rule.cited(), "restated", at + restated, "parameters", "at-least")));
  }
}
