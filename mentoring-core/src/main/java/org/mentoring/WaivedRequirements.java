package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Effect;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.WaiverTerms;
import org.mentoring.waiver.Waiver;

/** Takes from decisions about participation what an authority waived. Thread-safe. */
final class WaivedRequirements {
  private final Given given;

  /** Finds the waivers of a participant. */
  @FunctionalInterface
  interface Given {
    List<Waiver> to(ParticipantId participant, Instant knownAt);
  }

  WaivedRequirements(Given given) {
    this.given = given;
  }

  /**
   * The waivers of a party's requirements that hold on the dossier's day, by id. What nobody may
   * waive is not among them, whatever lies in the store.
   *
   * @param bounds who may waive what on that day; null: nobody anything
   */
  List<Waiver> holding(PartyTerms party, Dossier dossier, @Nullable WaiverTerms bounds) {
    if (bounds == null) {
      return List.of();
    }
    return given.to(dossier.participant(), dossier.knownAt()).stream()
        .filter(waiver -> waiver.holds(dossier.asOf(), dossier.knownAt()))
        .filter(waiver -> bounds.admits(waiver.authority(), waiver.requirement()))
        .filter(waiver -> asks(party, waiver.requirement(), bounds))
        .sorted(Comparator.comparing(Waiver::id))
        .toList();
  }

  private static boolean asks(PartyTerms party, String id, WaiverTerms bounds) {
    return party.requirements().stream()
        .filter(requirement -> requirement.id().equals(id))
        .anyMatch(bounds::mayBeWaived);
  }

  /**
   * What is asked of a party where what is waived need not come first. Nobody is kept waiting for
   * it, and whoever hands it in after all repeats nothing for it; the rest keeps its order. In the
   * second version what is waived does not come after anything either.
   */
  static PartyTerms ordered(PartyTerms party, List<Waiver> waivers) {
    if (waivers.isEmpty()
        || party.requirements().stream().noneMatch(Requirement.Order.class::isInstance)) {
      return party;
    }
    SortedSet<String> waived = new TreeSet<>();
    waivers.forEach(waiver -> waived.add(waiver.requirement()));
    List<Requirement> asked = new ArrayList<>();
    for (Requirement each : party.requirements()) {
      if (each instanceof Requirement.Order order) {
        SortedSet<String> first = new TreeSet<>(order.after());
        first.removeAll(waived);
        if (first.isEmpty()) {
          continue;
        }
        if (each instanceof Requirement.MetAfter) {
          asked.add(
              new Requirement.MetAfter(
                  each.id(), each.citation(), order.requirement(), first, order.title()));
        } else if (!waived.contains(order.requirement())) {
          asked.add(
              new Requirement.DoneAfter(
                  each.id(), each.citation(), order.requirement(), first, order.title()));
        }
      } else {
        asked.add(each);
      }
    }
    return new PartyTerms(
        party.position(), party.kinds(), asked, party.path(), party.citation(), party.burnOut());
  }

  /** The findings, in which a waived requirement only informs. */
  static List<Finding> applied(List<Finding> findings, List<Waiver> waivers) {
    if (waivers.isEmpty()) {
      return findings;
    }
    SortedMap<String, Waiver> byRequirement = new TreeMap<>();
    for (Waiver waiver : waivers) {
      // Of two waivers the longer one is told; equal ones are told apart by their ids.
      byRequirement.merge(
          waiver.requirement(),
          waiver,
          (one, other) -> other.until().isAfter(one.until()) ? other : one);
    }
    SortedMap<String, Finding> told = new TreeMap<>();
    List<Finding> all = new ArrayList<>();
    for (Finding finding : findings) {
      Waiver waiver = byRequirement.get(finding.requirement());
      if (waiver == null || finding.effect() == Effect.INFORMS) {
        all.add(finding);
      } else {
        told.merge(
            finding.requirement(),
            applied(finding, waiver).on(finding.facts()),
            (one, other) -> one.on(other.facts()));
      }
    }
    all.addAll(told.values());
    return all;
  }

  private static Finding applied(Finding finding, Waiver waiver) {
    return Finding.of("waiver.applied", finding.requirement(), finding.citation(), Effect.INFORMS)
        .with("requirement", Parameter.term(finding.requirement()))
        .with("authority", Parameter.code(waiver.authority()).as(Sensitivity.ABOUT_PARTY))
        .with("until", Parameter.day(waiver.until()).as(Sensitivity.ABOUT_PARTY));
  }
}
