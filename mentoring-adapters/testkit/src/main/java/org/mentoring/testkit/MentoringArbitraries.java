package org.mentoring.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mentoring.failure.Place;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.time.Validity;
import org.mentoring.validation.people.FactInput;
import org.mentoring.validation.people.ParticipantInput;

/**
 * People for properties, valid by construction: those of {@link SyntheticRegion}s with any seed and
 * any gaps, and facts of every kind with any values.
 */
public final class MentoringArbitraries {
  private static final LocalDate AS_OF = LocalDate.of(2020, 10, 1);

  private MentoringArbitraries() {}

  /**
   * Values of any public type of the library that is a record, an enumeration or sealed, made of
   * its parts; people and dossiers are whole ones, programmes and packs the built-in ones. They
   * shrink to few and short parts.
   *
   * @throws IllegalArgumentException if the type is none of those, or if only the library makes its
   *     values: mentorships in their states, what engines answer, what leaves for public pages
   */
  public static <T> Arbitrary<T> of(Class<T> type) {
    if (type == Dossier.class) {
      return dossiers().map(type::cast);
    }
    if (type == SyntheticRegion.class) {
      return regions().map(type::cast);
    }
    if (type == ParticipantInput.class) {
      return Arbitraries.oneOf(mentees(), mentors()).map(type::cast);
    }
    return DomainArbitraries.of(type);
  }

  /** Whether {@link #of} gives values of a type. */
  static boolean known(Class<?> type) {
    return type.getPackageName().startsWith("org.mentoring")
        && (type.isRecord() || type.isEnum() || type.isSealed())
        && !DomainArbitraries.OF_THE_LIBRARY.contains(type.getName());
  }

  /**
   * Values of a record of which one component is wrong, and named: each is refused with its code.
   *
   * @throws IllegalArgumentException if the record refuses nothing that was tried
   */
  public static Arbitrary<AlmostValid> almostValid(Class<? extends Record> type) {
    return of(type)
        .map(valid -> AlmostValid.of(valid))
        .filter(wrong -> !wrong.isEmpty())
        .flatMap(Arbitraries::of);
  }

  /** Ids of participants. */
  public static Arbitrary<ParticipantId> participantIds() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(64)
        .map(ParticipantId::of);
  }

  /** How much is missing. */
  public static Arbitrary<Gaps> gaps() {
    return Arbitraries.of(Gaps.usual(), Gaps.none());
  }

  /** Small regions on 1 October 2020. */
  public static Arbitrary<SyntheticRegion> regions() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 12),
            gaps())
        .as(
            (seed, mentees, mentors, gaps) ->
                new SyntheticRegion(seed, AS_OF, mentees, mentors, gaps));
  }

  /** One mentee with all that is known. */
  public static Arbitrary<ParticipantInput> mentees() {
    return Combinators.combine(Arbitraries.longs(), gaps())
        .as((seed, gaps) -> new SyntheticRegion(seed, AS_OF, 1, 0, gaps).people().get(0));
  }

  /** One mentor with all that is known. */
  public static Arbitrary<ParticipantInput> mentors() {
    return Combinators.combine(Arbitraries.longs(), gaps())
        .as((seed, gaps) -> new SyntheticRegion(seed, AS_OF, 0, 1, gaps).people().get(0));
  }

  /** Facts with their validity. */
  public static Arbitrary<FactInput> facts() {
    return Arbitraries.oneOf(mentees(), mentors())
        .flatMap(person -> Arbitraries.of(person.facts()));
  }

  /**
   * Facts of one kind with any values, texts with all kinds of punctuation among them, and any
   * validity from 1960 on; some consents are withdrawn.
   *
   * @param kind as {@link org.mentoring.participant.FactKinds} names it
   * @throws IllegalArgumentException if there is no such kind
   */
  public static Arbitrary<FactInput> facts(String kind) {
    Arbitrary<Integer> days = Arbitraries.integers().between(1, 3_000).injectNull(0.5);
    return Combinators.combine(ArbitraryFacts.of(kind), ArbitraryFacts.days(), days, days)
        .as(
            (fact, from, length, withdrawn) ->
                new FactInput(
                    fact,
                    length == null
                        ? Validity.from(from)
                        : Validity.between(from, from.plusDays(length)),
                    withdrawn != null && fact instanceof Fact.Consent
                        ? from.plusDays(withdrawn)
                        : null));
  }

  /** Participants of any kind with external references and these facts. */
  public static Arbitrary<ParticipantInput> participants(Arbitrary<List<FactInput>> facts) {
    Arbitrary<ExternalReference> references =
        Combinators.combine(Arbitraries.of("portal", "school-1"), ArbitraryFacts.texts())
            .as(ExternalReference::new);
    return Combinators.combine(
            participantIds(),
            Arbitraries.of(ParticipantKind.values()),
            references.set().ofMaxSize(2),
            facts)
        .as(
            (id, kind, known, told) ->
                new ParticipantInput(id, kind, new TreeSet<>(known), told, Place.of("arbitrary")));
  }

  /** What is known of a mentee or a mentor, on 1 October 2020. */
  public static Arbitrary<Dossier> dossiers() {
    return Arbitraries.oneOf(mentees(), mentors()).map(MentoringArbitraries::dossier);
  }

  private static Dossier dossier(ParticipantInput person) {
    Instant known = AS_OF.atStartOfDay().toInstant(ZoneOffset.UTC);
    List<KnownFact> facts = new ArrayList<>();
    for (FactInput input : person.facts()) {
      FactId id = FactId.of(String.format(Locale.ROOT, "f-%04d", facts.size() + 1));
      facts.add(new KnownFact(id, input.fact(), input.validity(), known));
    }
    return new Dossier(person.id(), person.kind(), facts, AS_OF, known);
  }
}
