package org.mentoring;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Citation;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.CentreTerms;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.WaiverTerms;

/**
 * What a definition asks for, by the names that a waiver can bear. A mentorship is asked for what
 * is due in it and at its completion; a participant for requirements and for what is due from it.
 */
final class WaivableNames {
  private final Map<String, Set<Requirement>> requirements = new HashMap<>();
  private final SortedSet<String> participants = new TreeSet<>();
  private final SortedMap<String, SortedSet<String>> mentorships = new TreeMap<>();
  private final Map<String, Set<String>> parts = new HashMap<>();

  WaivableNames(ProgrammeDefinition definition) {
    for (Practice practice : definition.practices()) {
      SortedSet<String> names = new TreeSet<>();
      practice.parties().stream().map(PartyTerms::requirements).forEach(this::requirements);
      due(practice.cadences(), names);
      due(practice.cadences(), participants);
      CompletionTerms completion = practice.completion();
      if (completion != null) {
        names.addAll(completion.names());
        due(completion.followUp(), names);
        completion.names().forEach(this::item);
      }
      mentorships.put(practice.id(), names);
    }
    CentreTerms centre = definition.centre();
    if (centre != null) {
      requirements(centre.requirements());
      due(centre.cadences(), participants);
    }
    participants.addAll(requirements.keySet());
  }

  private void requirements(List<Requirement> asked) {
    asked.forEach(one -> requirements.computeIfAbsent(one.id(), id -> new HashSet<>()).add(one));
  }

  private static void due(List<Cadence> cadences, SortedSet<String> names) {
    cadences.forEach(cadence -> names.add(cadence.due().value()));
  }

  /** A name that stands for several things may be marked through each of them. */
  private void item(String item) {
    for (String part : item.split("\\.", -1)) {
      parts.computeIfAbsent(item, name -> new HashSet<>()).add(part);
    }
  }

  SortedSet<String> ofParticipants() {
    return Collections.unmodifiableSortedSet(participants);
  }

  /**
   * Names for a mentorship.
   *
   * @param practice its id; null where it is not known: those of all practices
   */
  SortedSet<String> ofMentorships(@Nullable String practice) {
    SortedSet<String> all = new TreeSet<>();
    mentorships.forEach(
        (id, names) -> {
          if (practice == null || id.equals(practice)) {
            all.addAll(names);
          }
        });
    return all;
  }

  /**
   * Where a requirement comes from; empty for a name that is none, or stands for several sources.
   */
  Optional<Citation> source(String name) {
    List<Citation> sources =
        requirements.getOrDefault(name, Set.of()).stream()
            .map(Requirement::citation)
            .distinct()
            .toList();
    return sources.size() == 1 ? Optional.of(sources.get(0)) : Optional.empty();
  }

  /** Whether the definition lets somebody waive what bears the name. */
  boolean waivable(String name, WaiverTerms terms) {
    return terms.mayBeWaived(name)
        && parts.getOrDefault(name, Set.of()).stream().allMatch(terms::mayBeWaived)
        && requirements.getOrDefault(name, Set.of()).stream().allMatch(terms::mayBeWaived);
  }
}
