package org.mentoring.programme;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Place;

/** A rule of a pack that is laid over a definition. */
record LaidRule(RulePack pack, PackRule rule) implements Comparable<LaidRule> {
  Place place() {
    return new Place(pack.name(), 0, 0, anchor(rule));
  }

  /** The place with the source, for people. */
  String cited() {
    return place() + " [" + rule.citation() + "]";
  }

  static String anchor(PackRule rule) {
    return "rule:" + rule.code();
  }

  PackChange change() {
    return rule.change();
  }

  /** What is asked under an id, added or restated; null where it is neither. */
  @Nullable Requirement requirement() {
    if (change() instanceof PackChange.RequirementAdded added) {
      return added.requirement();
    }
    return change() instanceof PackChange.RequirementRestated restated
        ? restated.requirement()
        : null;
  }

  /** What is due again and again, added or restated; null where it is neither. */
  @Nullable Cadence cadence() {
    if (change() instanceof PackChange.CadenceAdded added) {
      return added.cadence();
    }
    return change() instanceof PackChange.CadenceRestated restated ? restated.cadence() : null;
  }

  /** The id of what it restates; null where it restates nothing. */
  @Nullable String restates() {
    if (change() instanceof PackChange.RequirementRestated restated) {
      return restated.requirement().id();
    }
    return change() instanceof PackChange.CadenceRestated restated ? restated.cadence().id() : null;
  }

  /** The practices that it names; empty: all. */
  SortedSet<String> practices() {
    return rule.practices();
  }

  // Null stands for centres, which belong to no practice.
  boolean concerns(@Nullable Practice practice) {
    return practice == null
        ? practices().isEmpty() && rule.formats().isEmpty()
        : rule.concerns(practice);
  }

  @Override
  public int compareTo(LaidRule other) {
    int order = pack.compareTo(other.pack);
    return order != 0 ? order : rule.code().compareTo(other.rule.code());
  }
}
