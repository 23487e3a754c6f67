package org.mentoring.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;

/**
 * Records of any type with any values that their constructors allow, found by trying; so that new
 * types and components need no new code. The same seed gives the same records.
 */
final class RandomRecords {
  private static final int TRIES = 4_000;
  private static final int DEEPEST = 7;

  /** What texts of all kinds look like: names, codes, versions, digests, salts, free text. */
  private static final List<String> TEXTS =
      List.of(
          "adolescents",
          "ADOLESCENTS",
          "a-b.c",
          "a",
          "age@1",
          "1.2.3",
          "0123456789abcdef".repeat(2),
          "0123456789abcdef".repeat(4),
          "Ночь, «улица», фонарь",
          "a \"quoted\" \\ line\nand\tanother \uD83D\uDE00 {}[]:,",
          "");

  private static final Map<Class<?>, Function<Random, Object>> VALUES =
      Map.ofEntries(
          Map.entry(String.class, random -> TEXTS.get(random.nextInt(TEXTS.size()))),
          Map.entry(int.class, random -> figure(random)),
          Map.entry(Integer.class, random -> figure(random)),
          Map.entry(long.class, random -> (long) figure(random)),
          Map.entry(Long.class, random -> (long) figure(random)),
          Map.entry(boolean.class, Random::nextBoolean),
          Map.entry(Boolean.class, Random::nextBoolean),
          Map.entry(
              Instant.class,
              random ->
                  Instant.EPOCH.plusSeconds(random.nextInt()).plusNanos(random.nextInt(1_000_000))),
          Map.entry(LocalDate.class, random -> LocalDate.of(2020, 9, 1).plusDays(day(random))),
          Map.entry(LocalTime.class, random -> LocalTime.of(random.nextInt(24), 30)),
          Map.entry(YearMonth.class, random -> YearMonth.of(2020, 1 + random.nextInt(12))),
          Map.entry(Period.class, random -> Period.of(0, random.nextInt(3), random.nextInt(3))),
          Map.entry(Duration.class, random -> Duration.ofMinutes(random.nextInt(3_000))),
          Map.entry(ZoneId.class, random -> ZoneId.of(random.nextBoolean() ? "Z" : "Asia/Irkutsk")),
          Map.entry(
              BigDecimal.class, random -> BigDecimal.valueOf(figure(random), random.nextInt(3))));

  private final Random random;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  private static int figure(Random random) {
    return random.nextInt(4) == 0 ? random.nextInt(1_000_000) : random.nextInt(5);
  }

  private static int day(Random random) {
    return random.nextInt(60) - 20;
  }

  /**
   * A value of a type.
   *
   * @throws IllegalStateException if none was found
   */
  <T> T of(Class<T> type) {
    return type.cast(value(type, 0));
  }

  private Object value(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, depth);
    }
    Class<?> raw = (Class<?>) type;
    Function<Random, Object> plain = VALUES.get(raw);
    if (plain != null) {
      return plain.apply(random);
    }
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (raw.isRecord()) {
      return record(raw, depth);
    }
    if (raw.isSealed()) {
      List<Class<?>> kinds = new ArrayList<>(List.of(raw.getPermittedSubclasses()));
      if (depth > DEEPEST) {
        kinds.removeIf(kind -> holds(kind, raw));
      }
      return value(kinds.get(random.nextInt(kinds.size())), depth + 1);
    }
    throw new IllegalStateException("no values of " + raw.getName());
  }

  /** Whether a kind is made of others of its sealed type. */
  private static boolean holds(Class<?> kind, Class<?> sealed) {
    return kind.isRecord()
        && Stream.of(kind.getRecordComponents())
            .anyMatch(each -> each.getGenericType().getTypeName().contains(sealed.getName()));
  }

  private Object collection(ParameterizedType type, int depth) {
    int size = depth > DEEPEST ? 0 : random.nextInt(3);
    Type of = type.getActualTypeArguments()[0];
    if (type.getRawType() == List.class) {
      return Stream.generate(() -> value(of, depth + 1)).limit(size).toList();
    }
    if (type.getRawType() == SortedSet.class) {
      SortedSet<Object> set = new TreeSet<>();
      for (int i = 0; i < size; i++) {
        set.add(value(of, depth + 1));
      }
      return Collections.unmodifiableSortedSet(set);
    }
    SortedMap<Object, Object> map = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      map.put(value(of, depth + 1), value(type.getActualTypeArguments()[1], depth + 1));
    }
    return map;
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : components) {
      types.add(component.getType());
    }
    for (int i = 0; i < TRIES; i++) {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int at = 0; at < values.length; at++) {
        values[at] = component(components[at], depth);
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof MentoringException)
            && !(e.getCause() instanceof IllegalArgumentException)) {
          throw new IllegalStateException("no reason is told by " + type.getName(), e);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("not made: " + type.getName(), e);
      }
    }
    throw new IllegalStateException("nothing found that is allowed in " + type.getName());
  }

  private @Nullable Object component(RecordComponent component, int depth) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return optional && (depth > DEEPEST || random.nextInt(3) == 0)
        ? null
        : value(component.getGenericType(), depth + 1);
  }
}
