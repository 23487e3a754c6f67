package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * @param repeated whether the later one was done on {@code before} or later
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
    LocalDate before = since(first, FirstMet.issued(facts, LocalDate.MIN, occasion.day(), MET));
    boolean repeated =
        before != null
            && FirstMet.issued(facts, before, occasion.day(), DONE).of(later).isPresent();
    return Optional.of(new Succession(order.id(), before, repeated, arrangement(later)));
  }

  private static @Nullable LocalDate since(List<Requirement> first, FirstMet facts) {
    LocalDate since = LocalDate.MIN;
    for (Requirement each : first) {
      LocalDate met = facts.of(each).orElse(null);
      if (met == null) {
        return null;
      }
      since = met.isAfter(since) ? met : since;
    }
    return since;
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
