package org.mentoring.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mentoring.failure.Problem;
import org.mentoring.programme.Statements.Stated;
import org.mentoring.programme.TighteningOrder.Standing;

/**
 * What is due again and again in a practice by its definition and the rules of packs together: the
 * practice's own in their order, then what packs add, by their ids.
 */
final class WovenCadences {
  private final String at;
  private final Practice practice;
  private final List<LaidRule> rules;
  private final Consumer<Problem> problems;
  private final List<LaidRule> restated = new ArrayList<>();

  WovenCadences(
      String at,
      Practice practice,
      List<LaidRule> rules,
      KeptRecords kept,
      Consumer<Problem> problems) {
    this.at = at;
    this.practice = practice;
    this.rules =
        rules.stream()
            .filter(rule -> rule.concerns(practice))
            .filter(
                rule -> {
                  Cadence cadence = rule.cadence();
                  return cadence != null
                      && (rule.change() instanceof PackChange.CadenceRestated
                          || kept.of(cadence.due()));
                })
            .toList();
    this.problems = problems;
  }

  List<Cadence> all() {
    if (rules.isEmpty()) {
      return practice.cadences();
    }
    SortedMap<String, List<Stated<Cadence>>> byId = new TreeMap<>();
    for (Cadence own : practice.cadences()) {
      if (own.id() != null) {
        String place = at + "/cadence:" + own.id() + " [" + own.citation() + "]";
        add(byId, new Stated<>(own, null, place, false));
      }
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.CadenceAdded added) {
        add(byId, Stated.by(rule, added.cadence(), false));
      }
    }
    for (LaidRule rule : rules) {
      if (rule.change() instanceof PackChange.CadenceRestated change
          && byId.containsKey(idOf(change.cadence()))) {
        add(byId, Stated.by(rule, change.cadence(), true));
        restated.add(rule);
      }
    }
    Statements<Cadence> statements =
        new Statements<>(CadenceOrder::compare, CadenceOrder::shortfall, problems);
    SortedMap<String, Cadence> tightest = new TreeMap<>();
    byId.forEach((id, all) -> tightest.put(id, statements.tightest(all).said()));
    List<Cadence> own = new ArrayList<>();
    for (Cadence each : practice.cadences()) {
      String id = each.id();
      own.add(id == null ? each : Objects.requireNonNullElse(tightest.remove(id), each));
    }
    return Stream.concat(own.stream(), uncovered(own, List.copyOf(tightest.values()))).toList();
  }

  /** The rules that restate something, once all is woven. */
  List<LaidRule> restated() {
    return restated;
  }

  /** Of two alike the practice's own stays, or else the one with the lower id. */
  private static Stream<Cadence> uncovered(List<Cadence> own, List<Cadence> added) {
    return added.stream()
        .filter(each -> own.stream().noneMatch(other -> CadenceOrder.covers(other, each)))
        .filter(each -> added.stream().noneMatch(other -> standsFor(other, each)));
  }

  private static boolean standsFor(Cadence other, Cadence each) {
    Standing standing = CadenceOrder.compare(other, each);
    return standing == Standing.TIGHTER
        || (standing == Standing.EQUAL && idOf(other).compareTo(idOf(each)) < 0);
  }

  private static void add(SortedMap<String, List<Stated<Cadence>>> byId, Stated<Cadence> stated) {
    byId.computeIfAbsent(idOf(stated.said()), id -> new ArrayList<>()).add(stated);
  }

  private static String idOf(Cadence cadence) {
    return Objects.requireNonNull(cadence.id());
  }
}
