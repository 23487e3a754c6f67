package org.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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
        if (!concernsAnything(laid)) {
          found.add(flaw("flaw.rule-nowhere", laid, Map.of()));
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
    }
    return true;
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
              || laid.change() instanceof PackChange.EscalationAdded;
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
