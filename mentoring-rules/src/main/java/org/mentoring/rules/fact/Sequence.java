package org.mentoring.rules.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.Requirement.MetAfter;

/**
 * When the requirements that an order names were met. While one of them is not, there is nothing to
 * compare: that it is missing is told by its own rule. A part of the later one that came too early
 * counts as little as the whole.
 *
 * @param order the id of the requirement that asks for the order
 * @param before since when all those that come first are met
 * @param repeated whether the later one is met by what began on {@code before} or later
 */
public record Sequence(String order, LocalDate before, boolean repeated) {
  /** Those of all orders among the requirements of a party. */
  static List<Sequence> of(
      Collection<Requirement> requirements, Collection<JudgedFact> facts, LocalDate day) {
    Map<String, Requirement> byId =
        requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    List<Sequence> all = new ArrayList<>();
    for (Requirement requirement : requirements) {
      if (requirement instanceof MetAfter order) {
        of(order, byId, facts, day).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Sequence> of(
      MetAfter order, Map<String, Requirement> byId, Collection<JudgedFact> facts, LocalDate day) {
    FirstMet ever = new FirstMet(facts, LocalDate.MIN, day);
    LocalDate before = LocalDate.MIN;
    for (String earlier : order.after()) {
      Optional<LocalDate> met = met(ever, earlier, byId);
      if (met.isEmpty()) {
        return Optional.empty();
      }
      before = met.get().isAfter(before) ? met.get() : before;
    }
    FirstMet afterwards = new FirstMet(facts, before, day);
    boolean repeated = met(afterwards, order.requirement(), byId).isPresent();
    LocalDate since = before;
    return met(ever, order.requirement(), byId)
        .map(done -> new Sequence(order.id(), since, repeated));
  }

  private static Optional<LocalDate> met(
      FirstMet facts, String requirement, Map<String, Requirement> byId) {
    Requirement required = byId.get(requirement);
    return required == null ? Optional.empty() : facts.of(required);
  }
}
