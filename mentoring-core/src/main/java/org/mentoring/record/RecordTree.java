package org.mentoring.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;

/**
 * The library's values as trees of maps, lists, texts, whole numbers and booleans, which any JSON
 * library writes and reads, and back to equal values. A record is a map by the names of its
 * components; nulls and empty collections are left out. A record with one text alone, as an id or a
 * code, is that text. Where a value may be of several types, {@code is} names the one that it has.
 * Reading checks all that constructors check, and refuses what it does not know.
 */
public final class RecordTree {
  private static final String TYPE = "is";

  private static final Map<Class<?>, Function<String, Object>> TEXTS =
      Map.ofEntries(
          Map.entry(Instant.class, InstantText::parse),
          Map.entry(LocalDate.class, LocalDate::parse),
          Map.entry(LocalTime.class, LocalTime::parse),
          Map.entry(YearMonth.class, YearMonth::parse),
          Map.entry(Period.class, Period::parse),
          Map.entry(Duration.class, Duration::parse),
          Map.entry(ZoneId.class, ZoneId::of),
          Map.entry(BigDecimal.class, RecordTree::plain),
          Map.entry(DayOfWeek.class, DayOfWeek::valueOf));

  private RecordTree() {}

  /** With an exponent, a few letters would ask for gigabytes. */
  private static BigDecimal plain(String text) {
    if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new NumberFormatException("an exponent");
    }
    return new BigDecimal(text);
  }

  /**
   * The tree of a value.
   *
   * @param declared the type that it will be read as
   * @param value a record, or a value of one of the sealed types
   */
  public static Object write(Class<?> declared, Object value) {
    return written(declared, value);
  }

  /**
   * The value of a tree.
   *
   * @param declared as it was written
   * @param tree maps, lists, texts, whole numbers and booleans
   * @throws MentoringException {@code record.malformed}; it names the place and what is allowed
   *     there, and not what stands there
   */
  public static <T> T read(Class<T> declared, Object tree) {
    return declared.cast(new Reading(null, declared.getSimpleName()).value(declared, tree));
  }

  private static Object written(Type type, Object value) {
    if (value instanceof Record record) {
      return ofRecord(raw(type), record);
    }
    if (value instanceof SortedMap<?, ?> map) {
      return ofMap((ParameterizedType) type, map);
    }
    if (value instanceof Collection<?> all) {
      if (!(value instanceof List<?>) && !(value instanceof SortedSet<?>)) {
        throw new IllegalArgumentException("without an order: " + type);
      }
      Type of = ((ParameterizedType) type).getActualTypeArguments()[0];
      List<Object> list = new ArrayList<>(all.size());
      for (Object each : all) {
        list.add(written(of, each));
      }
      return list;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Long || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (TEXTS.containsKey(value.getClass()) || value instanceof ZoneId) {
      return value.toString();
    }
    throw new IllegalArgumentException("no tree: " + value.getClass().getName());
  }

  private static Object ofRecord(Class<?> declared, Record record) {
    RecordShape shape = RecordShape.of(record.getClass());
    boolean named = declared != record.getClass();
    if (shape.isText() && !named) {
      return shape.read(0, record);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    if (named) {
      tree.put(TYPE, RecordShape.name(record.getClass(), declared));
    }
    List<RecordComponent> components = shape.components();
    for (int i = 0; i < components.size(); i++) {
      Object value = shape.readOrNull(i, record);
      if (value != null && !isAbsent(value)) {
        tree.put(components.get(i).getName(), written(components.get(i).getGenericType(), value));
      }
    }
    return tree;
  }

  private static boolean isAbsent(Object value) {
    return (value instanceof Collection<?> all && all.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private static Object ofMap(ParameterizedType type, SortedMap<?, ?> map) {
    Type keys = type.getActualTypeArguments()[0];
    Type values = type.getActualTypeArguments()[1];
    if (RecordShape.isTextual(raw(keys))) {
      Map<String, Object> tree = new LinkedHashMap<>();
      map.forEach((key, value) -> tree.put((String) written(keys, key), written(values, value)));
      return tree;
    }
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(List.of(written(keys, key), written(values, value))));
    return pairs;
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** Reads with the place in the tree at hand, for the errors. */
  private record Reading(@Nullable Reading within, String component) {
    private Reading at(String inner) {
      return new Reading(this, inner);
    }

    private String place() {
      return within == null ? component : within.place() + "." + component;
    }

    private Object value(Type type, @Nullable Object tree) {
      Class<?> raw = raw(type);
      if (tree == null) {
        throw malformed("a value");
      }
      if (RecordShape.isOfRecords(raw)) {
        return record(raw, tree);
      }
      if (raw == List.class || raw == SortedSet.class) {
        return collection((ParameterizedType) type, raw, tree);
      }
      if (raw == SortedMap.class) {
        return map((ParameterizedType) type, tree);
      }
      if (raw.isEnum()) {
        return constant(raw, text(tree));
      }
      if (raw == String.class) {
        return text(tree);
      }
      if (raw == boolean.class || raw == Boolean.class) {
        if (tree instanceof Boolean) {
          return tree;
        }
        throw malformed("true or false");
      }
      if (raw == long.class || raw == Long.class) {
        return number(tree);
      }
      if (raw == int.class || raw == Integer.class) {
        long number = number(tree);
        if (number != (int) number) {
          throw malformed("a whole number of 32 bits");
        }
        return (int) number;
      }
      return textual(raw, text(tree));
    }

    private Object textual(Class<?> raw, String text) {
      Function<String, Object> parse = TEXTS.get(raw);
      if (parse == null) {
        throw new IllegalArgumentException("no tree: " + raw.getName());
      }
      try {
        return parse.apply(text);
      } catch (DateTimeException | NumberFormatException e) {
        throw malformed("a text of " + raw.getSimpleName());
      }
    }

    private String text(Object tree) {
      if (tree instanceof String text) {
        return text;
      }
      throw malformed("a text");
    }

    private long number(Object tree) {
      if (tree instanceof Long || tree instanceof Integer) {
        return ((Number) tree).longValue();
      }
      throw malformed("a whole number");
    }

    private Object constant(Class<?> raw, String name) {
      for (Object constant : raw.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw malformed("one of " + raw.getSimpleName());
    }

    private Object collection(ParameterizedType type, Class<?> raw, Object tree) {
      if (!(tree instanceof List<?> list)) {
        throw malformed("a list");
      }
      Type of = type.getActualTypeArguments()[0];
      Collection<Object> values = raw == List.class ? new ArrayList<>() : new TreeSet<>();
      int number = 0;
      for (Object each : list) {
        values.add(at(Integer.toString(number)).value(of, each));
        number++;
      }
      return values;
    }

    private Object map(ParameterizedType type, Object tree) {
      Type keys = type.getActualTypeArguments()[0];
      Type values = type.getActualTypeArguments()[1];
      SortedMap<Object, Object> map = new TreeMap<>();
      if (tree instanceof Map<?, ?> entries) {
        entries.forEach((key, value) -> map.put(value(keys, key), value(values, value)));
      } else if (tree instanceof List<?> pairs) {
        for (Object pair : pairs) {
          if (!(pair instanceof List<?> two) || two.size() != 2) {
            throw malformed("a list of pairs");
          }
          map.put(value(keys, two.get(0)), value(values, two.get(1)));
        }
      } else {
        throw malformed("a map");
      }
      return map;
    }

    private Object record(Class<?> declared, Object tree) {
      boolean isRecord = RecordShape.isRecord(declared);
      if (isRecord && RecordShape.of(declared).isText() && tree instanceof String text) {
        return made(RecordShape.of(declared), new Object[] {text});
      }
      if (!(tree instanceof Map<?, ?> entries)) {
        throw malformed("a map");
      }
      Class<?> type = isRecord ? declared : named(declared, entries);
      RecordShape shape = RecordShape.of(type);
      unknown(shape, entries.keySet(), !isRecord);
      List<RecordComponent> components = shape.components();
      @Nullable Object[] values = new Object[components.size()];
      for (int i = 0; i < values.length; i++) {
        RecordComponent component = components.get(i);
        Object value = entries.get(component.getName());
        values[i] =
            value == null
                ? absent(component)
                : at(component.getName()).value(component.getGenericType(), value);
      }
      return made(shape, values);
    }

    private void unknown(RecordShape shape, Set<?> names, boolean typed) {
      for (Object name : names) {
        if (!(typed && TYPE.equals(name)) && !shape.has(name)) {
          throw malformed("components of " + shape.name());
        }
      }
    }

    private Class<?> named(Class<?> declared, Map<?, ?> entries) {
      Object name = entries.get(TYPE);
      return RecordShape.permitted(declared, name)
          .orElseThrow(() -> at(TYPE).malformed("a kind of " + declared.getSimpleName()));
    }

    private @Nullable Object absent(RecordComponent component) {
      Class<?> type = component.getType();
      if (type == List.class) {
        return List.of();
      }
      if (type == SortedSet.class) {
        return new TreeSet<>();
      }
      if (type == SortedMap.class) {
        return new TreeMap<>();
      }
      if (type.isPrimitive()) {
        throw at(component.getName()).malformed("a value");
      }
      return null;
    }

    private Object made(RecordShape shape, @Nullable Object[] values) {
      try {
        return shape.make(values);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof MentoringException refusal) {
          throw new MentoringException(
              "record.malformed",
              Map.of("place", place(), "because", refusal.code()),
              "Look at the source of this record, at the place named.");
        }
        throw malformed("what " + shape.name() + " allows");
      }
    }

    private MentoringException malformed(String allowed) {
      return new MentoringException(
          "record.malformed",
          Map.of("place", place(), "allowed", allowed),
          "Look at the source of this record, at the place named.");
    }
  }
}
