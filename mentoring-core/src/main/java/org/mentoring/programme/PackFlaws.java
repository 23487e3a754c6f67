package org.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.participant.Position;

/** Rules of packs that nothing of the programme can fire. */
final class PackFlaws {
  private final ProgrammeDefinition definition;

  PackFlaws(ProgrammeDefinition definition) {
    this.definition = definition;
  }

  List<Flaw> all() {
    List<Flaw> found = new ArrayList<>();
    for (RulePack pack : definition.packs()) {
      for (PackRule rule : pack.rules()) {
        LaidRule laid = new LaidRule(pack, rule);
        SortedSet<Code> unrecorded = unrecorded(laid);
        if (!concernsAnything(laid)) {
          found.add(flaw("flaw.rule-nowhere", laid, Map.of()));
        } else if (!unrecorded.isEmpty()) {
          found.add(
              flaw(
                  "flaw.rule-unrecorded",
                  laid,
                  Map.of(
                      "kinds",
                      unrecorded.stream().map(Code::value).collect(Collectors.joining(", ")))));
        } else {
          over(laid, found);
        }
      }
    }
    return found;
  }

  private boolean concernsAnything(LaidRule laid) {
    PackChange change = laid.change();
    if (change instanceof PackChange.RequirementAdded added) {
      return added.position() == Position.CENTRE
          ? definition.centre() != null && laid.concerns(null)
          : anyPractice(laid, practice -> practice.party(added.position()).isPresent());
    } else if (change instanceof PackChange.CriterionAdded) {
      return anyPractice(laid, practice -> practice.matching() != null);
    } else if (change instanceof PackChange.AgreementAdded
        || change instanceof PackChange.EscalationAdded) {
      return anyPractice(laid, practice -> practice.mentorship() != null);
    } else if (change instanceof PackChange.CadenceAdded) {
      return anyPractice(laid, practice -> true);
    } else if (change instanceof PackChange.CompletionAdded added) {
      return anyPractice(laid, practice -> changes(added, practice.completion()));
    }
    return true;
  }

  /** Endings alone change nothing where there are none for their reasons. */
  private static boolean changes(
      PackChange.CompletionAdded added, @Nullable CompletionTerms completion) {
    return completion != null
        && (added.endings().isEmpty()
            || !KeptRecords.asked(added).isEmpty()
            || added.atLeast() != null
            || completion.endings().stream()
                .anyMatch(
                    own ->
                        added.endings().stream()
                            .anyMatch(each -> each.reason().equals(own.reason()))));
  }

  /** What a rule asks for and none of the practices that it concerns keeps on record. */
  private SortedSet<Code> unrecorded(LaidRule laid) {
    SortedSet<Code> unrecorded = new TreeSet<>();
    Cadence cadence = laid.cadence();
    if (cadence != null) {
      unrecorded.add(cadence.due());
    } else if (laid.change() instanceof PackChange.CompletionAdded added) {
      unrecorded.addAll(KeptRecords.asked(added));
    }
    definition.practices().stream()
        .filter(laid::concerns)
        .map(practice -> new KeptRecords(definition, practice))
        .forEach(kept -> unrecorded.removeIf(kept::of));
    return unrecorded;
  }

  private boolean anyPractice(LaidRule laid, Predicate<Practice> has) {
    return definition.practices().stream().filter(laid::concerns).anyMatch(has);
  }

  /**
   * What judges pairs needs a pair, and none forms before the first phase that lets them. After the
   * last phase some may still be open.
   */
  private void over(LaidRule laid, List<Flaw> found) {
    if (definition.phases().isEmpty()) {
      return;
    }
    LocalDate until = laid.rule().until();
    LocalDate first =
        definition.phases().stream()
            .map(phase -> phase.when().from())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    if (until != null && !until.isAfter(first)) {
      boolean ofPairs =
          laid.change() instanceof PackChange.CriterionAdded
              || laid.change() instanceof PackChange.AgreementAdded
              || laid.change() instanceof PackChange.EscalationAdded
              || laid.change() instanceof PackChange.CompletionAdded
              || laid.cadence() != null;
      found.add(
          flaw(
              ofPairs ? "flaw.rule-over" : "undecided.rule-over",
              laid,
              Map.of("until", until.minusDays(1).toString(), "first", first.toString())));
    }
    LocalDate from = laid.rule().from();
    LocalDate end = PhaseFlaws.end(definition.phases()).orElse(null);
    if (from != null && end != null && !from.isBefore(end)) {
      found.add(
          flaw(
              "undecided.rule-late",
              laid,
              Map.of("from", from.toString(), "end", end.minusDays(1).toString())));
    }
  }

  private static Flaw flaw(String code, LaidRule laid, Map<String, String> witness) {
    TreeMap<String, String> all = new TreeMap<>(witness);
    all.put("rule", laid.rule().code());
    all.put("pack", laid.pack().name());
    return new Flaw(
        code,
        "pack:" + laid.pack().name() + "/" + LaidRule.anchor(laid.rule()),
        null,
        all,
        laid.rule().citation());
  }
}
