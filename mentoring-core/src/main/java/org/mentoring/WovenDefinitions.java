package org.mentoring;

import java.time.LocalDate;
import java.util.HashSet;
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
import org.mentoring.programme.TighteningOrder;

/**
 * A definition as its packs make it from day to day. What is woven once stays at hand, for between
 * two days on which a rule comes or goes nothing changes. Thread-safe.
 */
final class WovenDefinitions {
  private final ProgrammeDefinition laid;
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

  /**
   * Whether a period of a cadence asks for something: on each of its days the cadence was in force
   * or a tighter one, and no tighter one took its place on all of them. So nothing is asked of days
   * before a law, and a law that comes or goes within a period leaves no gap.
   */
  boolean asks(String practice, Cadence cadence, LocalDate opens, LocalDate due) {
    if (laid.packs().isEmpty()) {
      return true;
    }
    Set<Cadence> throughout = null;
    for (LocalDate turn : turns.subSet(turn(opens), true, opens.isAfter(due) ? opens : due, true)) {
      Set<Cadence> there = new HashSet<>();
      for (Cadence each : listed(at(turn).definition, practice)) {
        if (each.equals(cadence) || covers(each, cadence)) {
          there.add(each);
        }
      }
      if (there.isEmpty()) {
        return false;
      }
      if (throughout == null) {
        throughout = there;
      } else {
        throughout.retainAll(there);
      }
    }
    return throughout == null || throughout.isEmpty() || throughout.contains(cadence);
  }

  private static boolean covers(Cadence one, Cadence other) {
    TighteningOrder.Standing standing = TighteningOrder.compare(one, other);
    return standing == TighteningOrder.Standing.TIGHTER
        || standing == TighteningOrder.Standing.EQUAL;
  }

  private static List<Cadence> listed(ProgrammeDefinition definition, String practice) {
    return definition.practice(practice).map(Practice::cadences).orElse(List.of());
  }

  private Woven at(LocalDate day) {
    return woven.computeIfAbsent(turn(day), turn -> new Woven(laid.on(turn), laid.rulesOn(turn)));
  }
}
