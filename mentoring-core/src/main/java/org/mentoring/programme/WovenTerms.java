package org.mentoring.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;
import org.mentoring.programme.MentorshipTerms.RematchTerms;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.programme.MentorshipTerms.Silence;

/** How mentorships of a practice run under the rules of packs. */
final class WovenTerms {
  private final String at;
  private final Practice practice;
  private final List<LaidRule> rules;
  private final Consumer<Problem> problems;

  WovenTerms(String at, Practice practice, List<LaidRule> rules, Consumer<Problem> problems) {
    this.at = at;
    this.practice = practice;
    this.rules = rules.stream().filter(rule -> rule.concerns(practice)).toList();
    this.problems = problems;
  }

  @Nullable MentorshipTerms terms() {
    MentorshipTerms own = practice.mentorship();
    if (own == null) {
      return null;
    }
    SortedSet<Code> agreedBy = new TreeSet<>(own.agreedBy());
    List<Silence> silences = new ArrayList<>(own.silences());
    List<Rung> ladder = own.ladder();
    RematchTerms rematch = own.rematch();
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.AgreementAdded added) {
        agreedBy.addAll(added.by());
      } else if (rule.change() instanceof PackChange.EscalationAdded added) {
        added.silences().forEach(silence -> silent(silences, silence, rule));
        ladder = ladder.isEmpty() ? added.ladder() : ladder;
        rematch = waiting(rematch, added.buffer(), rule);
      }
    }
    return new MentorshipTerms(
        own.path(), agreedBy, own.longestPause(), silences, ladder, rematch, own.citation());
  }

  /** Each party has one, and of two that which is found earlier. */
  private void silent(List<Silence> silences, Silence added, LaidRule rule) {
    for (int i = 0; i < silences.size(); i++) {
      Silence own = silences.get(i);
      if (own.party().equals(added.party())) {
        if (TighteningOrder.atLeastAsLong(added.longerThan(), own.longerThan())) {
          return;
        }
        if (TighteningOrder.atLeastAsLong(own.longerThan(), added.longerThan())) {
          silences.set(i, added);
        } else {
          incomparable(
              rule, "/silence:" + own.party() + " [" + own.citation() + "]", "longer-than");
        }
        return;
      }
    }
    silences.add(added);
  }

  private void incomparable(LaidRule rule, String restated, String parameter) {
    problems.accept(
        PackCheck.problem(
            "pack.incomparable",
            rule,
            Map.of(
                "restating", rule.place() + " [" + rule.rule().citation() + "]",
                "restated", at + restated,
                "parameters", parameter)));
  }

  private @Nullable RematchTerms waiting(
      @Nullable RematchTerms rematch, @Nullable Period buffer, LaidRule rule) {
    if (rematch == null || buffer == null) {
      return rematch;
    }
    Period own = rematch.buffer();
    if (own != null && TighteningOrder.atLeastAsLong(own, buffer)) {
      return rematch;
    }
    if (own != null && !TighteningOrder.atLeastAsLong(buffer, own)) {
      incomparable(rule, "/rematch [" + rematch.citation() + "]", "buffer");
    }
    return new RematchTerms(
        rematch.askedBy(),
        rematch.childFromAge(),
        rematch.decidedBy(),
        buffer,
        rematch.citation(),
        rematch.historyConsent());
  }
}
