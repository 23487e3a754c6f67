package org.mentoring.json.happening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.participant.Fact;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * Puts the people of a file among its happenings. A person is registered on the first day on which
 * something is told of it, or where the file says so; a fact becomes known on the day from which it
 * holds, or when the person is registered if that is later.
 */
final class PeopleOfFile {
  private final Map<String, LocalDate> registered = new HashMap<>();
  private final Map<String, LocalDate> mentioned = new HashMap<>();
  private final Optional<LocalDate> begin;

  private PeopleOfFile(List<Happening> told) {
    begin = told.stream().map(Happening::known).min(Comparator.naturalOrder());
    for (Happening happening : told) {
      happening
          .references()
          .filter(reference -> reference.thing() == Thing.PARTICIPANT)
          .forEach(reference -> earliest(mentioned, reference.handle(), happening.known()));
      if (happening.registers()) {
        happening
            .references()
            .forEach(reference -> earliest(registered, reference.handle(), happening.known()));
      }
    }
  }

  /** All happenings in the order in which they become known. */
  static List<Happening> among(
      List<Happening> told, Collection<ParticipantInput> people, Actor by) {
    PeopleOfFile days = new PeopleOfFile(told);
    List<Happening> all = new ArrayList<>();
    people.forEach(person -> all.addAll(days.of(person, by)));
    all.addAll(told);
    return inOrder(all);
  }

  /** Happenings in the order in which they become known. */
  static List<Happening> inOrder(List<Happening> happenings) {
    List<Happening> all = new ArrayList<>(happenings);
    // On one day people are registered first; the sort keeps everything else as it is written.
    all.sort(
        Comparator.comparing(Happening::known).thenComparing(happening -> !happening.registers()));
    return List.copyOf(all);
  }

  private static void earliest(Map<String, LocalDate> days, String handle, LocalDate day) {
    days.merge(handle, day, (one, other) -> one.isBefore(other) ? one : other);
  }

  private List<Happening> of(ParticipantInput person, Actor by) {
    String handle = person.id().value();
    Reference who = new Reference(Thing.PARTICIPANT, handle, person.place());
    Optional<LocalDate> first = first(person).or(() -> begin);
    if (first.isEmpty()) {
      return List.of();
    }
    List<Happening> all = new ArrayList<>();
    if (!registered.containsKey(handle)) {
      all.add(
          happening(
              person,
              first.get(),
              PeopleVerbs.REGISTER,
              by,
              Map.of("who", who, PeopleVerbs.PERSON, person)));
    }
    int number = 0;
    for (FactInput fact : person.facts()) {
      LocalDate known = later(fact.validity().from(), first.get());
      LocalDate withdrawn = fact.withdrawn();
      if (withdrawn == null) {
        all.add(happening(person, known, PeopleVerbs.RECORD, by, Map.of("who", who, "fact", fact)));
      } else {
        String consent = handle + ":consent-" + number++;
        Reference given = new Reference(Thing.FACT, consent, person.place());
        all.add(
            new Happening(
                person.place(),
                known,
                known,
                PeopleVerbs.RECORD,
                by,
                consent,
                null,
                Map.of("who", who, "fact", fact)));
        all.add(
            new Happening(
                person.place(),
                withdrawn,
                later(withdrawn, known),
                PeopleVerbs.WITHDRAW_CONSENT,
                by,
                null,
                null,
                Map.of("consent", given)));
      }
    }
    return all;
  }

  /** The day when the person is registered; empty if nothing at all is told of it. */
  private Optional<LocalDate> first(ParticipantInput person) {
    String handle = person.id().value();
    LocalDate explicit = registered.get(handle);
    if (explicit != null) {
      return Optional.of(explicit);
    }
    Stream<LocalDate> facts =
        person.facts().stream()
            .filter(input -> !(input.fact() instanceof Fact.Birth))
            .filter(input -> !(input.fact() instanceof Fact.ClearanceCertificate))
            .map(input -> input.validity().from());
    return Stream.concat(facts, Stream.ofNullable(mentioned.get(handle)))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  private static Happening happening(
      ParticipantInput person, LocalDate known, Verb verb, Actor by, Map<String, Object> values) {
    return new Happening(person.place(), known, known, verb, by, null, null, values);
  }
}
