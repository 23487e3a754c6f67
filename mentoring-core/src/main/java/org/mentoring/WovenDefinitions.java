package org.mentoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;

/**
 * A definition as its packs make it from day to day. What is woven once stays at hand, for between
 * two days on which a rule comes or goes nothing changes. Thread-safe.
 */
final class WovenDefinitions {
  private final ProgrammeDefinition laid;
  private final NavigableSet<LocalDate> turns = new TreeSet<>();
  private final Map<LocalDate, Woven> woven = new ConcurrentHashMap<>();

  /**
   * What holds from a turn on.
   *
   * @param rules of packs, in force
   */
  private record Woven(ProgrammeDefinition definition, List<String> rules) {}

  WovenDefinitions(ProgrammeDefinition laid) {
    this.laid = laid;
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

  private Woven at(LocalDate day) {
    return woven.computeIfAbsent(turn(day), turn -> new Woven(laid.on(turn), laid.rulesOn(turn)));
  }
}
