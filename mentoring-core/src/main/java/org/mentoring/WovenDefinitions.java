package org.mentoring;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;

/**
 * A definition as its packs make it from day to day. What is woven once stays at hand, for between
 * two days on which a rule comes or goes nothing changes. Thread-safe.
 */
final class WovenDefinitions {
  private final ProgrammeDefinition laid;
  private final ProgrammeDefinition bare;
  private final NavigableSet<LocalDate> turns = new TreeSet<>();
  private final Map<LocalDate, Woven> woven = new ConcurrentHashMap<>();
  private final Map<String, List<Cadence>> cadences = new ConcurrentHashMap<>();

  /**
   * What holds from a turn on.
   *
   * @param rules of packs, in force
   */
  private record Woven(ProgrammeDefinition definition, List<String> rules) {}

  WovenDefinitions(ProgrammeDefinition laid) {
    this.laid = laid;
    bare = laid.withoutPacks();
    turns.add(LocalDate.MIN);
    for (RulePack pack : laid.packs()) {
      for (PackRule rule : pack.rules()) {
        Optional.ofNullable(rule.from()).ifPresent(turns::add);
        Optional.ofNullable(rule.until()).ifPresent(turns::add);
      }
    }
  }

  /** The day since which nothing has come or gone. */
  LocalDate turn(LocalDate day) {
    LocalDate turn = turns.floor(day);
    return turn == null ? LocalDate.MIN : turn;
  }

  ProgrammeDefinition on(LocalDate day) {
    return laid.packs().isEmpty() ? laid : at(day).definition;
  }

  /** The rules of packs that are in force, as decisions name them. */
  List<String> rules(LocalDate day) {
    return laid.packs().isEmpty() ? List.of() : at(day).rules;
  }

  /** The definition without its packs: what it asks by itself, it asks under whatever pack. */
  ProgrammeDefinition bare() {
    return bare;
  }

  /** The definition with its packs, of no day. */
  ProgrammeDefinition laid() {
    return laid;
  }

  /**
   * What is due in a practice on whatever day: its own, and then what packs bring. The place of
   * each does not change with time.
   */
  List<Cadence> cadences(String practice) {
    return laid.packs().isEmpty()
        ? listed(laid, practice)
        : cadences.computeIfAbsent(
            practice,
            id -> {
              Set<Cadence> all = new LinkedHashSet<>(listed(laid, id));
              turns.forEach(turn -> all.addAll(listed(at(turn).definition, id)));
              return List.copyOf(all);
            });
  }

  /** What is due in a practice on a day, in the order in which the definition and packs tell it. */
  List<Cadence> cadences(String practice, LocalDate day) {
    return listed(on(day), practice);
  }

  /** The turns by which something may be otherwise from one day to another, each included. */
  NavigableSet<LocalDate> turns(LocalDate first, LocalDate last) {
    return turns.subSet(turn(first), true, first.isAfter(last) ? first : last, true);
  }

  private static List<Cadence> listed(ProgrammeDefinition definition, String practice) {
    return definition.practice(practice).map(Practice::cadences).orElse(List.of());
  }

  private Woven at(LocalDate day) {
    return woven.computeIfAbsent(turn(day), turn -> new Woven(laid.on(turn), laid.rulesOn(turn)));
  }
}
