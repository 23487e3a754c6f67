package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.participant.ParticipantKind;

/** Requirements of one party that nobody meets together, at all, or has to. */
final class RequirementFlaws {
  private final ProgrammeDefinition definition;
  private final String at;
  private final String party;
  private final Set<ParticipantKind> kinds;
  private final List<Requirement> requirements;
  private final List<Flaw> found = new ArrayList<>();

  /** Ids of those that nobody can meet together; of one alone, at all. */
  private final SortedSet<List<String>> impossible =
      new TreeSet<>(Comparator.comparing(ids -> String.join(" ", ids)));

  /**
   * @param at the anchor of the requirements
   * @param party the anchor of the path
   */
  RequirementFlaws(ProgrammeDefinition definition, String at, String party, PartyTerms terms) {
    this.definition = definition;
    this.at = at;
    this.party = party;
    this.kinds = terms.kinds();
    this.requirements = terms.requirements();
  }

  List<Flaw> of(List<PathStep> path) {
    ages();
    affiliations();
    standards();
    traits();
    for (Requirement.Extension each : all(Requirement.Extension.class)) {
      note("undecided.extension", each, Map.of("requirement", each.id()));
    }
    for (PathStep step : path) {
      // Each step is judged by its own needs: who meets one of two that exclude each other comes
      // to a step that needs that one alone.
      for (List<String> together : impossible) {
        if (step.needs().containsAll(together)) {
          boolean waivable =
              requirements.stream()
                  .filter(need -> together.contains(need.id()))
                  .anyMatch(this::isWaivable);
          found.add(
              new Flaw(
                  waivable ? "undecided.step-unreachable" : "flaw.step-unreachable",
                  party + "/step:" + step.id(),
                  null,
                  sorted(Map.of("step", step.id(), "requirements", String.join(", ", together))),
                  step.citation()));
        }
      }
    }
    return found;
  }

  private boolean isWaivable(Requirement requirement) {
    WaiverTerms waivers = definition.waivers();
    return waivers != null && waivers.mayBeWaived(requirement);
  }

  private <T extends Requirement> List<T> all(Class<T> kind) {
    return requirements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void note(String code, Requirement about, Map<String, String> witness) {
    found.add(
        new Flaw(code, at + "/requirement:" + about.id(), null, sorted(witness), about.citation()));
  }

  private static SortedMap<String, String> sorted(Map<String, String> witness) {
    return new TreeMap<>(witness);
  }

  private void together(List<String> ids) {
    impossible.add(ids.stream().distinct().sorted().toList());
  }

  /** Ages in whole years; null is no bound. */
  private record Years(int from, @Nullable Integer below) {
    boolean isEmpty() {
      return below != null && from >= below;
    }

    Years and(@Nullable Integer otherFrom, @Nullable Integer otherBelow) {
      return new Years(
          otherFrom == null ? from : Math.max(from, otherFrom),
          below == null
              ? otherBelow
              : otherBelow == null ? below : Integer.valueOf(Math.min(below, otherBelow)));
    }

    String told() {
      return from + ".." + (below == null ? "" : Integer.toString(below - 1));
    }
  }

  private void ages() {
    List<Requirement.Age> ages = all(Requirement.Age.class);
    if (!kinds.contains(ParticipantKind.PERSON)) {
      String all = kinds.stream().map(ParticipantKind::name).collect(Collectors.joining(", "));
      ages.forEach(
          each ->
              note(
                  "undecided.age-of-no-person",
                  each,
                  Map.of("requirement", each.id(), "kinds", all)));
    }
    for (Requirement.Age one : ages) {
      for (Requirement.Age other : ages) {
        Integer from = one.atLeast();
        Integer below = other.below();
        if (from != null && below != null && from >= below) {
          together(List.of(one.id(), other.id()));
          note(
              "flaw.ages-apart",
              one,
              Map.of(
                  "requirement", one.id(),
                  "other", other.id(),
                  "from", from.toString(),
                  "below", below.toString()));
        }
      }
    }
    Years allowed = new Years(0, null);
    for (Requirement.Age each : ages) {
      allowed = allowed.and(each.atLeast(), each.below());
    }
    if (!ages.isEmpty() && !allowed.isEmpty()) {
      consents(allowed, ages);
    }
  }

  /** Who meets the age has a known one, so that a consent of other ages is asked of nobody. */
  private void consents(Years allowed, List<Requirement.Age> ages) {
    boolean waivable = ages.stream().anyMatch(this::isWaivable);
    for (Requirement.ConsentGiven each : all(Requirement.ConsentGiven.class)) {
      Years asked = new Years(0, null).and(each.fromAge(), each.belowAge());
      if (allowed.and(each.fromAge(), each.belowAge()).isEmpty()) {
        note(
            waivable ? "undecided.never-asked" : "flaw.never-asked",
            each,
            Map.of(
                "requirement", each.id(),
                "asked", asked.told(),
                "allowed", allowed.told(),
                "other", ages.stream().map(Requirement::id).collect(Collectors.joining(", "))));
      }
    }
  }

  private void affiliations() {
    List<Requirement.AffiliationFits> all = all(Requirement.AffiliationFits.class);
    SortedSet<Code> barred = new TreeSet<>();
    all.forEach(each -> barred.addAll(each.noneOf()));
    for (Requirement.AffiliationFits each : all) {
      if (!each.anyOf().isEmpty() && barred.containsAll(each.anyOf())) {
        List<String> others =
            all.stream()
                .filter(other -> !Collections.disjoint(other.noneOf(), each.anyOf()))
                .map(Requirement::id)
                .toList();
        together(Stream.concat(Stream.of(each.id()), others.stream()).toList());
        note(
            "flaw.affiliations-barred",
            each,
            Map.of(
                "requirement", each.id(),
                "asked", each.anyOf().stream().map(Code::value).collect(Collectors.joining(", ")),
                "other", String.join(", ", others)));
      }
    }
  }

  private void standards() {
    for (Requirement.StandardMet each : all(Requirement.StandardMet.class)) {
      definition
          .standard(each.standard())
          .filter(standard -> standard.approvedOn() == null)
          .ifPresent(
              standard -> {
                together(List.of(each.id()));
                note(
                    "flaw.standard-draft",
                    each,
                    Map.of(
                        "requirement", each.id(),
                        "standard", standard.id(),
                        "authority", standard.approvedBy().value()));
              });
    }
  }

  /** One person may have several values, of which one meets the first and one the second. */
  private void traits() {
    List<Requirement.TraitKnown> traits = all(Requirement.TraitKnown.class);
    for (int i = 0; i < traits.size(); i++) {
      Requirement.TraitKnown one = traits.get(i);
      for (Requirement.TraitKnown other : traits.subList(i + 1, traits.size())) {
        if (one.attribute().equals(other.attribute())
            && !one.anyOf().isEmpty()
            && !other.anyOf().isEmpty()
            && Collections.disjoint(one.anyOf(), other.anyOf())) {
          note(
              "undecided.trait-values",
              one,
              Map.of("requirement", one.id(), "other", other.id(), "attribute", one.attribute()));
        }
      }
    }
  }
}
