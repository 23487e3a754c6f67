package org.mentoring.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Problem;
import org.mentoring.participant.Position;

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
  private final SortedMap<String, Stated> woven = new TreeMap<>();

  private final SortedSet<String> ofDefinition = new TreeSet<>();

  /** For each added requirement that another one covers, the id of that one. */
  private final SortedMap<String, String> coveredBy = new TreeMap<>();

  /**
   * A requirement and who states it.
   *
   * @param rule null: the definition
   * @param place for people
   * @param restates whether it says anew what another one states
   */
  private record Stated(
      Requirement requirement, @Nullable LaidRule rule, String place, boolean restates) {}

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
    SortedMap<String, List<Stated>> byId = new TreeMap<>();
    for (Requirement each : own) {
      String place = at + "/requirement:" + each.id() + " [" + each.citation() + "]";
      add(byId, new Stated(each, null, place, false));
      ofDefinition.add(each.id());
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementAdded added
          && added.position() == position
          && rule.concerns(practice)) {
        add(byId, stated(rule, added.requirement(), false));
      }
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.RequirementRestated restated
          && rule.concerns(practice)
          && byId.containsKey(restated.requirement().id())) {
        add(byId, stated(rule, restated.requirement(), true));
      }
    }
    byId.forEach((id, all) -> woven.put(id, tightest(all)));
    coverOnce(unwaivable);
    return woven.values().stream().map(Stated::requirement).toList();
  }

  /** Where an added requirement is found after all: under its own id, or the one that covers it. */
  String idOf(String added) {
    return coveredBy.getOrDefault(added, added);
  }

  private static void add(SortedMap<String, List<Stated>> byId, Stated stated) {
    byId.computeIfAbsent(stated.requirement().id(), id -> new ArrayList<>()).add(stated);
  }

  private static Stated stated(LaidRule rule, Requirement requirement, boolean restates) {
    return new Stated(
        requirement, rule, rule.place() + " [" + rule.rule().citation() + "]", restates);
  }

  /** Of all that bear one id; whatever loosens another or cannot be compared is told. */
  private Stated tightest(List<Stated> all) {
    Stated tightest = all.get(0);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        compared(all.get(i), all.get(j));
      }
      Stated each = all.get(i);
      if (TighteningOrder.compare(each.requirement(), tightest.requirement())
          == TighteningOrder.Standing.TIGHTER) {
        tightest = each;
      }
    }
    return tightest;
  }

  private void compared(Stated one, Stated other) {
    boolean later = isRestatedBy(one, other);
    Stated restating = later ? other : one;
    Stated restated = later ? one : other;
    TighteningOrder.Standing standing =
        TighteningOrder.compare(restating.requirement(), restated.requirement());
    if (standing == TighteningOrder.Standing.INCOMPARABLE) {
      refused("pack.incomparable", restating, restated);
    } else if (standing == TighteningOrder.Standing.LOOSER && !areEquals(restating, restated)) {
      refused("pack.loosened", restating, restated);
    }
  }

  /** A restatement restates what is stated; a lower layer restates what a higher one asks. */
  private static boolean isRestatedBy(Stated one, Stated other) {
    if (one.restates() != other.restates()) {
      return other.restates();
    }
    if (one.rule() == null || other.rule() == null) {
      return other.rule() == null;
    }
    return one.rule().pack().layer().compareTo(other.rule().pack().layer()) <= 0;
  }

  /** Of two restatements, and of two of one layer, the tighter one counts. */
  private static boolean areEquals(Stated one, Stated other) {
    return one.rule() != null
        && other.rule() != null
        && one.restates() == other.restates()
        && (one.restates() || one.rule().pack().layer() == other.rule().pack().layer());
  }

  private void refused(String code, Stated restating, Stated restated) {
    LaidRule rule = restating.rule() != null ? restating.rule() : restated.rule();
    if (rule == null) {
      throw new IllegalStateException("a definition has each id once: " + restating.place());
    }
    problems.accept(
        PackCheck.problem(
            code,
            rule,
            Map.of(
                "restating", restating.place(),
                "restated", restated.place(),
                "parameters",
                    String.join(
                        ", ",
                        TighteningOrder.shortfall(
                            restating.requirement(), restated.requirement())))));
  }

  /** Leaves out what packs add and another requirement covers, unless an order names it. */
  private void coverOnce(SortedSet<String> unwaivable) {
    SortedSet<String> named = new TreeSet<>();
    for (Stated each : woven.values()) {
      if (each.requirement() instanceof Requirement.MetAfter order) {
        named.addAll(order.after());
        named.add(order.requirement());
      }
    }
    for (Stated each : List.copyOf(woven.values())) {
      String id = each.requirement().id();
      if (ofDefinition.contains(id) || named.contains(id)) {
        continue;
      }
      woven.values().stream()
          .filter(other -> covers(other, each, unwaivable))
          .findFirst()
          .ifPresent(other -> coveredBy.put(id, other.requirement().id()));
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

  private boolean covers(Stated other, Stated each, SortedSet<String> unwaivable) {
    if (other.requirement().id().equals(each.requirement().id())
        || (isUnwaivable(each.requirement(), unwaivable)
            && !isUnwaivable(other.requirement(), unwaivable))) {
      return false;
    }
    return switch (TighteningOrder.compare(other.requirement(), each.requirement())) {
      case TIGHTER -> true;
      // Of two alike the definition's stays, or else the one with the lower id.
      case EQUAL -> standsFor(other.requirement(), each.requirement(), unwaivable);
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
