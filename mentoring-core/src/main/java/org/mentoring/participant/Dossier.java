package org.mentoring.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoring.criterion.Attribute;
import org.mentoring.identity.ParticipantId;

/**
 * The snapshot that a decision is made on: every fact about one participant that had begun to hold
 * by a day and was known at an instant. Facts that have ended stay in it, so that a refusal can say
 * so. Immutable and thread-safe.
 *
 * @param participant whom it is about
 * @param kind what kind of party
 * @param facts by id
 * @param asOf the day that is decided about
 * @param knownAt what was recorded later is not in it
 */
public record Dossier(
    ParticipantId participant,
    ParticipantKind kind,
    List<KnownFact> facts,
    LocalDate asOf,
    Instant knownAt) {
  /**
   * A child is everybody below this age (Convention on the Rights of the Child, article 1). No
   * definition can lower it, so it is no part of one.
   */
  private static final int OF_AGE = 18;

  /** Leaves out what begins later or became known later, and sorts by id. */
  public Dossier {
    facts =
        facts.stream()
            .filter(
                known ->
                    !known.validity().from().isAfter(asOf) && !known.recordedAt().isAfter(knownAt))
            .sorted()
            .toList();
  }

  /** The facts of a kind that hold on the day, by id. */
  public <F extends Fact> Stream<F> current(Class<F> type) {
    return facts.stream()
        .filter(known -> known.validity().contains(asOf))
        .map(KnownFact::fact)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** The birth date, if it is known; of several the last, for who may be a child is one. */
  public Optional<LocalDate> birthDate() {
    return current(Fact.Birth.class).map(Fact.Birth::date).max(Comparator.naturalOrder());
  }

  /** Whether the age is known, and 18 or more on the day. */
  public boolean ofAge() {
    return birthDate().map(born -> Period.between(born, asOf).getYears() >= OF_AGE).orElse(false);
  }

  /** The municipality, if it is known and only one. */
  public Optional<String> municipality() {
    List<String> places =
        current(Fact.Trait.class)
            .filter(trait -> trait.attribute().equals(Attribute.MUNICIPALITY))
            .map(Fact.Trait::value)
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  /** Redacted: whom and when, and how many facts. */
  @Override
  public String toString() {
    return "Dossier[" + participant + ", asOf=" + asOf + ", facts=" + facts.size() + "]";
  }
}
