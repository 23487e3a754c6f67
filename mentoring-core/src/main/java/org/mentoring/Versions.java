package org.mentoring;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentoring.mentorship.PinnedVersion;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Version;

/**
 * The versions of a running programme: the one in force, those that it was given, and those that
 * its store has kept, which are made as they are asked for. Thread-safe.
 */
final class Versions {
  private final Mentoring current;
  private final KnownDefinitions known;
  private final Function<ProgrammeDefinition, Mentoring> making;
  private final Map<String, Mentoring> made = new ConcurrentHashMap<>();

  Versions(
      Mentoring current, KnownDefinitions known, Function<ProgrammeDefinition, Mentoring> making) {
    this.current = current;
    this.known = known;
    this.making = making;
    made.put(current.pinned().definitionHash(), current);
  }

  /** What judges by a definition. */
  Mentoring of(ProgrammeDefinition definition) {
    return made.computeIfAbsent(definition.hash(), hash -> making.apply(definition));
  }

  /** All that judged something here. */
  Collection<Mentoring> made() {
    return made.values();
  }

  /** The version that something is pinned to; the current one if to none. */
  Optional<Mentoring> pinnedTo(@Nullable PinnedVersion by) {
    if (by == null) {
      return Optional.of(current);
    }
    Mentoring there = made.get(by.definitionHash());
    return Optional.ofNullable(there)
        .or(() -> known.find(by.definitionHash()).map(this::of))
        .filter(each -> each.pinned().equals(by));
  }

  /** The version with this number; the current one for null. */
  Optional<Mentoring> numbered(@Nullable Version version) {
    if (version == null || version.equals(current.definition().version())) {
      return Optional.of(current);
    }
    return known.all().stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .map(this::of);
  }

  /** Whether something holds of a version that is known. */
  boolean anyKnown(Predicate<ProgrammeDefinition> asked) {
    return known.all().stream().anyMatch(asked);
  }

  /** All numbers, the current one first. */
  String numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    known.all().forEach(each -> numbers.add(each.version().toString()));
    return String.join(", ", numbers);
  }
}
