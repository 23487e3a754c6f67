package org.mentoring.programme;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;

/** The values of attributes that requirements restrict. */
final class AllowedValues {
  private AllowedValues() {}

  /** For each attribute that requirements restrict: what at least one of them allows. */
  static SortedMap<Attribute, SortedSet<String>> of(Collection<Practice> practices) {
    SortedMap<Attribute, SortedSet<String>> allowed = new TreeMap<>();
    Set<Attribute> free = new HashSet<>();
    practices.stream()
        .flatMap(practice -> practice.parties().stream())
        .flatMap(party -> party.requirements().stream())
        .filter(Requirement.TraitKnown.class::isInstance)
        .map(Requirement.TraitKnown.class::cast)
        .forEach(
            trait -> {
              Attribute attribute = Attribute.of(trait.attribute());
              allowed.computeIfAbsent(attribute, key -> new TreeSet<>()).addAll(trait.anyOf());
              if (trait.anyOf().isEmpty()) {
                free.add(attribute);
              }
            });
    allowed.keySet().removeAll(free);
    allowed.replaceAll((attribute, values) -> Invariants.sorted(values));
    return Collections.unmodifiableSortedMap(allowed);
  }
}
