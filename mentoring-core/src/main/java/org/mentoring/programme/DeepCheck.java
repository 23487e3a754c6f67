package org.mentoring.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is wrong with the sense of a definition whose form is valid: requirements that contradict
 * each other or that no person can meet, steps that cannot be reached, what is due, or noticed,
 * after the programme or its own series is over, gaps between phases, weights that never matter,
 * rules of packs that nothing can fire, and completions that their path does not lead to.
 *
 * <p>The check is sound and not complete. It compares intervals and finite sets; each flaw has a
 * witness that shows it, and what those cannot show is told as undecided. A definition without
 * flaws may still be wrong. Where packs lie over the definition, every stretch of days with its own
 * rules is looked at.
 *
 * @param flaws shown by a witness, by their paths
 * @param undecided what a person has to look at, by their paths
 */
public record DeepCheck(List<Flaw> flaws, List<Flaw> undecided) {
  /** Copies. */
  public DeepCheck {
    flaws = List.copyOf(flaws);
    undecided = List.copyOf(undecided);
  }

  /** Looks at a definition and the packs over it. */
  public static DeepCheck of(ProgrammeDefinition definition) {
    List<LocalDate> days = firstDays(definition);
    SortedMap<Flaw, LocalDate> first = new TreeMap<>();
    SortedMap<Flaw, Integer> times = new TreeMap<>();
    for (LocalDate day : days) {
      for (Flaw flaw : foundOn(definition.on(day))) {
        first.putIfAbsent(flaw, day);
        times.merge(flaw, 1, Integer::sum);
      }
    }
    new PackFlaws(definition).all().forEach(flaw -> times.put(flaw, days.size()));
    List<Flaw> flaws = new ArrayList<>();
    List<Flaw> undecided = new ArrayList<>();
    times.forEach(
        (flaw, count) ->
            (flaw.isUndecided() ? undecided : flaws)
                .add(flaw.on(count == days.size() ? null : first.get(flaw))));
    return new DeepCheck(flaws, undecided);
  }

  private static SortedSet<Flaw> foundOn(ProgrammeDefinition definition) {
    SortedSet<Flaw> found = new TreeSet<>();
    for (Practice practice : definition.practices()) {
      String at = "practice:" + practice.id();
      for (PartyTerms party : practice.parties()) {
        found.addAll(
            new RequirementFlaws(definition, at, at + "/party:" + party.position(), party)
                .of(party.path()));
      }
      found.addAll(new WeightFlaws(at, practice).all());
      found.addAll(new PathFlaws(at, practice).all());
    }
    CentreTerms centre = definition.centre();
    if (centre != null) {
      found.addAll(
          new RequirementFlaws(definition, "centre", "centre", centre.party()).of(centre.path()));
    }
    found.addAll(new PhaseFlaws(definition).all());
    found.addAll(CadenceFlaws.of(definition));
    return found;
  }

  /** A day of each stretch in which the same rules are in force. */
  private static List<LocalDate> firstDays(ProgrammeDefinition definition) {
    SortedSet<LocalDate> changes = new TreeSet<>();
    for (RulePack pack : definition.packs()) {
      for (PackRule rule : pack.rules()) {
        Stream.of(Optional.ofNullable(rule.from()), Optional.ofNullable(rule.until()))
            .flatMap(Optional::stream)
            .forEach(changes::add);
      }
    }
    List<LocalDate> days = new ArrayList<>();
    days.add(changes.isEmpty() ? LocalDate.EPOCH : changes.first().minusDays(1));
    days.addAll(changes);
    return days;
  }
}
