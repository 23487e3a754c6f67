package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;
import org.mentoring.participant.Position;
import org.mentoring.programme.Statements.Stated;

/**
 * What a definition and the rules of packs ask of one party together. The order in which packs are
 * laid does not matter: of requirements with one id the tightest counts, and one that another
 * covers is not asked beside it.
 */
final class WovenRequirements {
  private final String at;
  private final @Nullable Practice practice;
  private final Position position;
  private final List<LaidRule> rules;
  private final Consumer<Problem> problems;
  private final SortedMap<String, Stated<Requirement>> woven = new TreeMap<>();

  private final SortedSet<String> ofDefinition = new TreeSet<>();

  /** For each added requirement that another one covers, the id of that one. */
  private final SortedMap<String, String> coveredBy = new TreeMap<>();

  /**
   * @param at how problems call the practice or the centre
   * @param practice null for centres
   * @param rules those in force, in their order
   */
  WovenRequirements(
      String at,
      @Nullable Practice practice,
      Position position,
      List<LaidRule> rules,
      Consumer<Problem> problems) {
    this.at = at;
    this.practice = practice;
    this.position = position;
    this.rules = rules;
    this.problems = problems;
  }

  /**
   * The requirements.
   *
   * @param own those of the definition
   * @param unwaivable names of what nobody can waive
   */
  List<Requirement> of(Collection<Requirement> own, SortedSet<String> unwaivable) {
    SortedMap<String, List<Stated<Requirement>>> byId = new TreeMap<>();
    for (Requirement each : own) {
      String place = at + "/requirement:" + each.id() + " [" + each.citation() + "]";
      add(byId, new Stated<>(each, null, place, false));
      ofDefinition.add(each.id());
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementAdded added
          && added.position() == position
          && rule.concerns(practice)) {
        add(byId, Stated.by(rule, added.requirement(), false));
      }
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementRestated restated
          && rule.concerns(practice)
          && byId.containsKey(restated.requirement().id())) {
        add(byId, Stated.by(rule, restated.requirement(), true));
      }
    }
    Statements<Requirement> statements =
        new Statements<>(TighteningOrder::compare, TighteningOrder::shortfall, problems);
    byId.forEach((id, all) -> woven.put(id, statements.tightest(all)));
    coverOnce(unwaivable);
    return woven.values().stream().map(Stated::said).toList();
  }

  /** Where an added requirement is found after all: under its own id, or the one that covers it. */
  String idOf(String added) {
    return coveredBy.getOrDefault(added, added);
  }

  private static void add(
      SortedMap<String, List<Stated<Requirement>>> byId, Stated<Requirement> stated) {
    byId.computeIfAbsent(stated.said().id(), id -> new ArrayList<>()).add(stated);
  }

  /** Leaves out what packs add and another requirement covers, unless an order names it. */
  private void coverOnce(SortedSet<String> unwaivable) {
    SortedSet<String> named = new TreeSet<>();
    for (Stated<Requirement> each : woven.values()) {
      if (each.said() instanceof Requirement.Order order) {
        named.addAll(order.after());
        named.add(order.requirement());
      }
    }
    for (Stated<Requirement> each : List.copyOf(woven.values())) {
      String id = each.said().id();
      if (ofDefinition.contains(id) || named.contains(id)) {
        continue;
      }
      woven.values().stream()
          .filter(other -> covers(other, each, unwaivable))
          .findFirst()
          .ifPresent(other -> coveredBy.put(id, other.said().id()));
    }
    woven.keySet().removeAll(coveredBy.keySet());
    // What covers may be covered itself.
    coveredBy.replaceAll((id, by) -> last(by));
  }

  private String last(String id) {
    String at = id;
    while (coveredBy.containsKey(at)) {
      at = coveredBy.getOrDefault(at, at);
    }
    return at;
  }

  private boolean covers(
      Stated<Requirement> other, Stated<Requirement> each, SortedSet<String> unwaivable) {
    if (other.said().id().equals(each.said().id())
        || (isUnwaivable(each.said(), unwaivable) && !isUnwaivable(other.said(), unwaivable))) {
      return false;
    }
    return switch (TighteningOrder.compare(other.said(), each.said())) {
      case TIGHTER -> true;
      // Of two alike the definition's stays, or else the one with the lower id.
      case EQUAL -> standsFor(other.said(), each.said(), unwaivable);
      default -> false;
    };
  }

  private boolean standsFor(Requirement other, Requirement each, SortedSet<String> unwaivable) {
    return ofDefinition.contains(other.id())
        || isUnwaivable(other, unwaivable) != isUnwaivable(each, unwaivable)
        || other.id().compareTo(each.id()) < 0;
  }

  private static boolean isUnwaivable(Requirement requirement, SortedSet<String> unwaivable) {
    String kind = requirement.kind();
    return unwaivable.contains(requirement.id())
        || unwaivable.contains(kind.substring(0, kind.indexOf('@')));
  }
}
