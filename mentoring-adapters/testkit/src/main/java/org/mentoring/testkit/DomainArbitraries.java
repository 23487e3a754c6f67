package org.mentoring.testkit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.criterion.Term;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.ParticipantId;
import org.mentoring.json.BuiltInPacks;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.matching.CriterionScore;
import org.mentoring.memory.InMemoryStores;
import org.mentoring.participant.Dossier;
import org.mentoring.programme.Benchmark;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.PackChange;
import org.mentoring.programme.PackRule;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.Requirement;
import org.mentoring.programme.RulePack;
import org.mentoring.programme.Yardsticks;
import org.mentoring.spi.EligibilityCase;
import org.mentoring.spi.PolicyCase;
import org.mentoring.spi.Stores;

/**
 * Values of any type of the domain, made from the components of its record, so that new types need
 * no new code. What a constructor refuses is not among them. They shrink to few and short parts:
 * the first of a list of texts, low figures, early days, empty lists.
 */
final class DomainArbitraries {
  private static final int DEEPEST = 3;
  private static final LocalDate FIRST = LocalDate.of(2020, 9, 1);

  /** What texts of all kinds look like: names, codes, versions, digests, salts, free text. */
  private static final List<String> TEXTS =
      List.of(
          "a",
          "adolescents",
          "ADOLESCENTS",
          "a-b.c",
          "age@1",
          "1.2.3",
          "S2-04",
          "0123456789abcdef".repeat(2),
          "0123456789abcdef".repeat(4),
          "Ночь, «улица», фонарь",
          "a \"quoted\" \\ line\nand\tanother \uD83D\uDE00 {}[]:,",
          "");

  private static final Map<Class<?>, Supplier<Arbitrary<?>>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, () -> Arbitraries.of(TEXTS)),
          Map.entry(int.class, DomainArbitraries::figures),
          Map.entry(Integer.class, DomainArbitraries::figures),
          Map.entry(long.class, () -> figures().map(Integer::longValue)),
          Map.entry(Long.class, () -> figures().map(Integer::longValue)),
          Map.entry(double.class, () -> figures().map(Integer::doubleValue)),
          Map.entry(Double.class, () -> figures().map(Integer::doubleValue)),
          Map.entry(boolean.class, () -> Arbitraries.of(false, true)),
          Map.entry(Boolean.class, () -> Arbitraries.of(false, true)),
          Map.entry(
              Instant.class,
              () ->
                  Arbitraries.integers()
                      .between(0, 100_000_000)
                      .map(second -> Instant.parse("2020-09-01T09:00:00Z").plusSeconds(second))),
          Map.entry(LocalDate.class, DomainArbitraries::days),
          Map.entry(
              LocalTime.class,
              () -> Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 30))),
          Map.entry(
              YearMonth.class,
              () -> Arbitraries.integers().between(1, 12).map(month -> YearMonth.of(2020, month))),
          Map.entry(
              Period.class,
              () ->
                  Combinators.combine(
                          Arbitraries.integers().between(0, 2),
                          Arbitraries.integers().between(0, 5))
                      .as((months, days) -> Period.of(0, months, days))),
          Map.entry(
              Duration.class,
              () -> Arbitraries.integers().between(0, 3_000).map(Duration::ofMinutes)),
          Map.entry(DayOfWeek.class, () -> Arbitraries.of(DayOfWeek.values())),
          Map.entry(
              ZoneId.class,
              () ->
                  Arbitraries.of("Z", "Asia/Irkutsk", "Asia/Tyumen")
                      .filter(DomainArbitraries::zone)
                      .map(ZoneId::of)),
          Map.entry(
              BigDecimal.class,
              () ->
                  Combinators.combine(figures(), Arbitraries.integers().between(0, 2))
                      .as((figure, scale) -> BigDecimal.valueOf(figure, scale))),
          Map.entry(
              ProgrammeDefinition.class,
              () -> Arbitraries.of(BuiltInProgrammes.names()).map(BuiltInProgrammes::read)),
          Map.entry(
              RulePack.class, () -> Arbitraries.of(BuiltInPacks.names()).map(BuiltInPacks::read)),
          Map.entry(Activity.class, ActivityArbitraries::activities),
          Map.entry(Happened.class, ActivityArbitraries::happened),
          Map.entry(PackRule.class, DomainArbitraries::packRules),
          Map.entry(PackChange.class, () -> packRules().map(PackRule::change)),
          Map.entry(
              Yardsticks.class,
              () ->
                  Arbitraries.of(BuiltInProgrammes.names())
                      .map(name -> BuiltInProgrammes.read(name).yardsticks())),
          Map.entry(Practice.class, DomainArbitraries::practices),
          Map.entry(
              PartyTerms.class, () -> practices().flatMap(each -> Arbitraries.of(each.parties()))),
          Map.entry(EligibilityCase.class, DomainArbitraries::cases),
          Map.entry(PolicyCase.class, DomainArbitraries::policies),
          Map.entry(
              PackChange.RequirementAdded.class, () -> changes(PackChange.RequirementAdded.class)),
          Map.entry(
              PackChange.RequirementRestated.class,
              () ->
                  of(Requirement.Documents.class)
                      .map(
                          each ->
                              new PackChange.RequirementRestated(
                                  Collections.emptySortedSet(), each))),
          Map.entry(PackChange.CadenceAdded.class, () -> changes(PackChange.CadenceAdded.class)),
          Map.entry(
              PackChange.CadenceRestated.class,
              () ->
                  changes(PackChange.CadenceAdded.class)
                      .map(
                          each ->
                              new PackChange.CadenceRestated(each.practices(), each.cadence()))),
          Map.entry(
              PackChange.CompletionAdded.class, () -> changes(PackChange.CompletionAdded.class)),
          Map.entry(
              Benchmark.class,
              () ->
                  Arbitraries.of(
                      BuiltInPacks.names().stream()
                          .flatMap(name -> BuiltInPacks.read(name).benchmarks().stream())
                          .toList())),
          Map.entry(
              CriterionScore.Leaf.class,
              () ->
                  Combinators.combine(some(), figures(), Arbitraries.of(false, true))
                      .as(
                          (terms, figure, holds) ->
                              new CriterionScore.Leaf(terms.get(0), holds, figure, figure, true))),
          Map.entry(Term.And.class, () -> some().map(Term.And::new)),
          Map.entry(Term.Or.class, () -> some().map(Term.Or::new)),
          Map.entry(Stores.class, () -> Arbitraries.create(InMemoryStores::create)));

  /**
   * What only the library makes, so that no values of it can be put together of parts: mentorships,
   * which their commands lead from state to state, what engines answer, and what leaves for public
   * pages.
   */
  static final Set<String> OF_THE_LIBRARY =
      Set.of(
          "org.mentoring.VersionMove",
          "org.mentoring.assignment.Certificate$WorstScoreProof",
          "org.mentoring.assignment.bounded.BoundedAnswer",
          "org.mentoring.assignment.bounded.BoundedAnswer$Feasible",
          "org.mentoring.assignment.bounded.BoundedAnswer$Optimal",
          "org.mentoring.journey.IndividualRoute",
          "org.mentoring.journey.IndividualRoute$Step",
          "org.mentoring.matching.MatchAttempt$Found",
          "org.mentoring.matching.MatchProposal",
          "org.mentoring.matching.MatchRequest",
          "org.mentoring.matching.MatchResult",
          "org.mentoring.matching.Unmatched",
          "org.mentoring.mentorship.Active",
          "org.mentoring.mentorship.Agreed",
          "org.mentoring.mentorship.Closed",
          "org.mentoring.mentorship.Closing",
          "org.mentoring.mentorship.Ended",
          "org.mentoring.mentorship.InFollowUp",
          "org.mentoring.mentorship.Mentorship",
          "org.mentoring.mentorship.Mentorship$Endable",
          "org.mentoring.mentorship.Mentorship$Leavable",
          "org.mentoring.mentorship.Mentorship$Movable",
          "org.mentoring.mentorship.Mentorship$NotBegun",
          "org.mentoring.mentorship.Mentorship$Pausable",
          "org.mentoring.mentorship.Mentorship$Replaceable",
          "org.mentoring.mentorship.Mentorship$Stepping",
          "org.mentoring.mentorship.Mentorship$Underway",
          "org.mentoring.mentorship.MentorshipSnapshot",
          "org.mentoring.mentorship.Paused",
          "org.mentoring.mentorship.Proposed",
          "org.mentoring.programme.Measure$AnyRequirement",
          "org.mentoring.publication.PublicAward",
          "org.mentoring.publication.PublicAwards",
          "org.mentoring.publication.PublicConformance",
          "org.mentoring.publication.PublicFigure",
          "org.mentoring.publication.PublicFigures",
          "org.mentoring.publication.PublicProgress",
          "org.mentoring.publication.PublicReport",
          "org.mentoring.spi.BurnOutCase",
          "org.mentoring.spi.CompletionCase");

  private static final Map<Made, Arbitrary<?>> MADE = new ConcurrentHashMap<>();

  private DomainArbitraries() {}

  private record Made(Type type, int depth) {}

  private static boolean zone(String name) {
    return name.equals("Z") || ZoneId.getAvailableZoneIds().contains(name);
  }

  private static Arbitrary<Integer> figures() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 5)),
        Tuple.of(1, Arbitraries.integers().between(0, 1_000_000)));
  }

  /** Composed terms are made of plain ones: of each other they would be large, and hard to read. */
  private static Arbitrary<List<Term>> some() {
    return Arbitraries.oneOf(of(Term.Same.class), of(Term.NotSelf.class))
        .map(each -> (Term) each)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  private static Arbitrary<PackRule> packRules() {
    return Arbitraries.of(
        BuiltInPacks.names().stream()
            .flatMap(name -> BuiltInPacks.read(name).rules().stream())
            .toList());
  }

  private static <T extends PackChange> Arbitrary<T> changes(Class<T> kind) {
    return packRules().map(PackRule::change).filter(kind::isInstance).map(kind::cast);
  }

  private static Arbitrary<Practice> practices() {
    return Arbitraries.of(
        BuiltInProgrammes.names().stream()
            .flatMap(name -> BuiltInProgrammes.read(name).practices().stream())
            .toList());
  }

  private static Arbitrary<EligibilityCase> cases() {
    List<EligibilityCase> empty = new ArrayList<>();
    for (String name : BuiltInProgrammes.names()) {
      ProgrammeDefinition definition = BuiltInProgrammes.read(name);
      for (Practice practice : definition.practices()) {
        for (PartyTerms party : practice.parties()) {
          Dossier nothing =
              new Dossier(
                  ParticipantId.of("somebody"),
                  party.kinds().first(),
                  List.of(),
                  FIRST,
                  FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
          empty.add(new EligibilityCase(definition, practice, party, nothing));
        }
      }
    }
    return Combinators.combine(Arbitraries.of(empty), MentoringArbitraries.dossiers())
        .as(
            (each, dossier) ->
                new EligibilityCase(each.definition(), each.practice(), each.party(), dossier));
  }

  private static Arbitrary<PolicyCase> policies() {
    List<PolicyCase> all = new ArrayList<>();
    for (String name : BuiltInProgrammes.names()) {
      ProgrammeDefinition definition = BuiltInProgrammes.read(name);
      for (Practice practice : definition.practices()) {
        MatchingPlan plan = practice.matching();
        if (plan != null) {
          all.add(new PolicyCase(definition, practice, plan, Collections.emptySortedSet()));
        }
      }
    }
    return Arbitraries.of(all);
  }

  static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 60).map(day -> FIRST.plusDays(day - 20L));
  }

  /**
   * Values of a type.
   *
   * @throws IllegalArgumentException if there are none
   */
  static <T> Arbitrary<T> of(Class<T> type) {
    return made(type, 0).map(type::cast);
  }

  /** The type itself and all that values of it are made of. */
  private static Arbitrary<?> made(Type type, int depth) {
    Arbitrary<?> known = MADE.get(new Made(type, depth));
    if (known == null) {
      known = make(type, depth);
      MADE.put(new Made(type, depth), known);
    }
    return known;
  }

  private static Arbitrary<?> make(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, depth);
    }
    if (type instanceof WildcardType wildcard) {
      return made(wildcard.getUpperBounds()[0], depth);
    }
    if (type instanceof TypeVariable<?> any) {
      return made(any.getBounds()[0] == Object.class ? String.class : any.getBounds()[0], depth);
    }
    if (!(type instanceof Class<?> raw)) {
      throw new IllegalArgumentException("no values of " + type);
    }
    if (OF_THE_LIBRARY.contains(raw.getName())) {
      throw new IllegalArgumentException("only the library makes a " + raw.getName());
    }
    Supplier<Arbitrary<?>> plain = PLAIN.get(raw);
    if (plain != null) {
      return plain.get();
    }
    if (raw.isEnum()) {
      return Arbitraries.of(raw.getEnumConstants());
    }
    if (raw.isRecord()) {
      return record(raw, depth);
    }
    if (raw.isSealed()) {
      return oneOf(raw, depth);
    }
    throw new IllegalArgumentException("no values of " + raw.getName());
  }

  private static Arbitrary<?> oneOf(Class<?> sealed, int depth) {
    List<Class<?>> kinds = new ArrayList<>(Arrays.asList(sealed.getPermittedSubclasses()));
    kinds.removeIf(kind -> kind.isInterface() && !kind.isSealed());
    kinds.removeIf(kind -> OF_THE_LIBRARY.contains(kind.getName()));
    if (depth >= DEEPEST) {
      kinds.removeIf(kind -> holds(kind, sealed) && kinds.size() > 1);
    }
    List<Arbitrary<?>> all = new ArrayList<>();
    for (Class<?> kind : kinds) {
      // Made when it is asked for: kinds may hold others of their own type.
      all.add(Arbitraries.lazy(() -> made(kind, depth + 1).map(each -> (Object) each)));
    }
    return Arbitraries.of(all).flatMap(each -> each);
  }

  /** Whether a kind is made of others of its sealed type. */
  private static boolean holds(Class<?> kind, Class<?> sealed) {
    return kind.isRecord()
        && Arrays.stream(kind.getRecordComponents())
            .anyMatch(each -> each.getGenericType().getTypeName().contains(sealed.getName()));
  }

  private static Arbitrary<?> collection(ParameterizedType type, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    int most = depth >= DEEPEST ? 0 : 2;
    if (raw == Optional.class) {
      return lazily(of[0], depth).optional();
    }
    if (raw == List.class || raw == Collection.class) {
      return lazily(of[0], depth).list().ofMaxSize(most);
    }
    if (raw == Set.class || raw == SortedSet.class) {
      return lazily(of[0], depth)
          .list()
          .ofMaxSize(most)
          .map(all -> Collections.unmodifiableSortedSet(new TreeSet<>(all)));
    }
    if (raw == Map.class || raw == SortedMap.class) {
      return Combinators.combine(lazily(of[0], depth), lazily(of[1], depth))
          .as(Map::entry)
          .list()
          .ofMaxSize(most)
          .map(
              entries -> {
                SortedMap<Object, Object> map = new TreeMap<>();
                entries.forEach(each -> map.put(each.getKey(), each.getValue()));
                return map;
              });
    }
    if (raw.isRecord() || raw.isSealed()) {
      return made(raw, depth);
    }
    throw new IllegalArgumentException("no values of " + type);
  }

  private static Arbitrary<Object> lazily(Type type, int depth) {
    return Arbitraries.lazy(() -> made(type, depth + 1).map(each -> (Object) each));
  }

  private static Arbitrary<?> record(Class<?> type, int depth) {
    List<Arbitrary<@Nullable Object>> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Arbitrary<@Nullable Object> values =
          Arbitraries.lazy(
              () -> made(component.getGenericType(), depth + 1).map(each -> (Object) each));
      components.add(optional(component.getAnnotatedType()) ? values.injectNull(0.3) : values);
    }
    return Combinators.combine(components)
        .as(values -> Optional.ofNullable(created(type, values)))
        .filter(100_000, Optional::isPresent)
        .map(Optional::orElseThrow)
        .withoutEdgeCases();
  }

  private static boolean optional(AnnotatedElement component) {
    return component.isAnnotationPresent(Nullable.class);
  }

  /** A record; null where its constructor refuses what it is given. */
  static @Nullable Object created(Class<?> type, List<@Nullable Object> values) {
    try {
      return constructor(type).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MentoringException
          || e.getCause() instanceof IllegalArgumentException) {
        return null;
      }
      throw new IllegalStateException("no reason is told by " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not made: " + type.getName(), e);
    }
  }

  static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    if (!Modifier.isPublic(type.getModifiers())) {
      constructor.setAccessible(true);
    }
    return constructor;
  }
}
