package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.participant.Fact.Outcome;
import org.mentoring.programme.Arrangement;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Requirement.CoursePassed;
import org.mentoring.programme.Requirement.DoneAfter;

/**
 * How what was done stands to what has to come first. It is known as soon as the later one is done:
 * whoever does the last of the earlier ones is then told nothing that was not told before.
 *
 * @param order the id of the requirement that asks for the order
 * @param before since when all those that come first are met; null while one of them is not
 * @param repeated whether the later one was done on {@code before} or later, while they held
 * @param arrangement the only one that asks for the later one; null if all do
 */
public record Succession(
    String order, @Nullable LocalDate before, boolean repeated, @Nullable Arrangement arrangement) {
  private static final Set<Outcome> MET = Set.of(Outcome.POSITIVE);

  /** What is not clear was done as well: it is not earlier or later once somebody has looked. */
  private static final Set<Outcome> DONE = Set.of(Outcome.POSITIVE, Outcome.INCONCLUSIVE);

  /** Those of all orders among the requirements of a party. */
  static List<Succession> of(
      Collection<Requirement> requirements, Collection<JudgedFact> facts, Occasion occasion) {
    Map<String, Requirement> asked = new TreeMap<>();
    requirements.stream()
        .filter(each -> isAsked(each, occasion))
        .forEach(each -> asked.put(each.id(), each));
    List<Succession> all = new ArrayList<>();
    for (Requirement each : asked.values()) {
      if (each instanceof DoneAfter order) {
        of(order, asked, facts, occasion).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Succession> of(
      DoneAfter order,
      Map<String, Requirement> asked,
      Collection<JudgedFact> facts,
      Occasion occasion) {
    Requirement later = asked.get(order.requirement());
    List<Requirement> first =
        order.after().stream()
            .filter(asked::containsKey)
            .map(id -> Objects.requireNonNull(asked.get(id)))
            .filter(each -> comesBefore(each, later, occasion))
            .toList();
    if (later == null
        || first.isEmpty()
        || FirstMet.issued(facts, LocalDate.MIN, occasion.day(), DONE).of(later).isEmpty()) {
      return Optional.empty();
    }
    LocalDate before = inOrderSince(first, later, facts, occasion.day());
    boolean repeated = before != null;
    return Optional.of(
        new Succession(
            order.id(),
            repeated ? before : since(first, facts, occasion.day()),
            repeated,
            arrangement(later)));
  }

  /**
   * Since when all that comes first held, on a day on which the later one had been done after it;
   * null if there is no such day. What had lapsed by then came before nothing.
   */
  private static @Nullable LocalDate inOrderSince(
      List<Requirement> first, Requirement later, Collection<JudgedFact> facts, LocalDate asOf) {
    SortedSet<LocalDate> days = new TreeSet<>();
    facts.forEach(fact -> days.add(FirstMet.issuedOn(fact)));
    for (LocalDate day : days.headSet(asOf.plusDays(1))) {
      LocalDate since = since(first, facts, day);
      if (since != null && FirstMet.issued(facts, since, day, DONE).of(later).isPresent()) {
        return since;
      }
    }
    return null;
  }

  /** Since when all of them are met by what holds on a day; null while one of them is not. */
  private static @Nullable LocalDate since(
      List<Requirement> first, Collection<JudgedFact> facts, LocalDate day) {
    LocalDate since = LocalDate.MIN;
    for (Requirement each : first) {
      List<JudgedFact> held = facts.stream().filter(fact -> holds(fact, each, day)).toList();
      LocalDate met = FirstMet.issued(held, LocalDate.MIN, day, MET).of(each).orElse(null);
      if (met == null) {
        return null;
      }
      since = met.isAfter(since) ? met : since;
    }
    return since;
  }

  private static boolean holds(JudgedFact fact, Requirement requirement, LocalDate day) {
    LocalDate until = fact.standing().until();
    return (until == null || until.isAfter(day))
        && (!(requirement instanceof Requirement.Clearance clearance)
            || !(fact instanceof JudgedFact.ClearanceCertificate certificate)
            || certificate.inDate(day, clearance.validFor()));
  }

  private static boolean isAsked(Requirement requirement, Occasion occasion) {
    return !(requirement instanceof Requirement.Clearance clearance)
        || occasion.maybeAged(clearance.fromAge(), null);
  }

  /** Nobody is kept waiting for the course of an arrangement in which he does not work. */
  private static boolean comesBefore(
      Requirement first, @Nullable Requirement later, Occasion occasion) {
    Arrangement only = arrangement(first);
    return only == null || occasion.arrangements().size() == 1 || only == arrangement(later);
  }

  private static @Nullable Arrangement arrangement(@Nullable Requirement requirement) {
    return requirement instanceof CoursePassed course ? course.arrangement() : null;
  }
}
