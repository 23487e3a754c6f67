package org.mentoring.digest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One text for each value, so that equal values have equal bytes: records by their type and
 * components (those {@link OmittedIfAbsent} only where they hold something), lists in their order,
 * sorted sets and maps in theirs, texts quoted. Unsorted sets and maps are refused, because their
 * order is no part of their value.
 */
public final class CanonicalForm {
  /** Java makes a record's components anew whenever they are asked for, which is slow. */
  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
      };

  /**
   * A component of a record type.
   *
   * @param label its name with an equals sign
   * @param accessor what gives its value
   * @param omittedIfAbsent whether the form leaves it out where it is absent
   */
  private record Component(String label, Method accessor, boolean omittedIfAbsent) {
    static Component of(RecordComponent component) {
      Method accessor = component.getAccessor();
      // Spares a look at the caller's rights at each call; where it is refused, all is as before.
      accessor.trySetAccessible();
      return new Component(
          component.getName() + "=",
          accessor,
          component.isAnnotationPresent(OmittedIfAbsent.class));
    }
  }

  private CanonicalForm() {}

  /** The canonical text of a record, list, sorted set or map, text, number, date, enum or null. */
  public static String of(@Nullable Object value) {
    // Room for most records, so that it need not grow.
    StringBuilder out = new StringBuilder(512);
    write(value, out);
    return out.toString();
  }

  /** SHA-256 of the canonical text as UTF-8, 64 hexadecimal digits. */
  public static String sha256(@Nullable Object value) {
    return sha256OfText(of(value));
  }

  /** SHA-256 of a text as UTF-8, 64 hexadecimal digits. */
  public static String sha256OfText(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Hands every value of a type that stands anywhere inside a value to the consumer. */
  public static <T> void visit(@Nullable Object value, Class<T> type, Consumer<T> found) {
    if (type.isInstance(value)) {
      found.accept(type.cast(value));
    }
    if (value instanceof Record record) {
      for (Component component : COMPONENTS.get(record.getClass())) {
        visit(read(component, record), type, found);
      }
    } else if (value instanceof Collection<?> values) {
      values.forEach(each -> visit(each, type, found));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            visit(key, type, found);
            visit(each, type, found);
          });
    }
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Record record) {
      writeRecord(record, out);
    } else if (value instanceof List<?> || value instanceof SortedSet<?>) {
      writeAll((Collection<?>) value, out);
    } else if (value instanceof SortedMap<?, ?> map) {
      out.append('{');
      map.forEach(
          (key, each) -> {
            write(key, out);
            out.append(':');
            write(each, out);
            out.append(',');
          });
      out.append('}');
    } else if (value instanceof CharSequence
        || value instanceof Temporal
        || value instanceof TemporalAmount
        || value instanceof ZoneId) {
      quote(value.toString(), out);
    } else if (value instanceof Enum<?> constant) {
      out.append(constant.name());
    } else if (value instanceof BigDecimal number) {
      quote(number.toPlainString(), out);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no canonical form: " + value.getClass().getName());
    }
  }

  private static void writeRecord(Record record, StringBuilder out) {
    Class<?> type = record.getClass();
    out.append(type.getSimpleName()).append('(');
    for (Component component : COMPONENTS.get(type)) {
      Object value = read(component, record);
      if (component.omittedIfAbsent && isAbsent(value)) {
        continue;
      }
      out.append(component.label);
      write(value, out);
      out.append(',');
    }
    out.append(')');
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || (value instanceof List<?> list && list.isEmpty());
  }

  private static void writeAll(Collection<?> values, StringBuilder out) {
    out.append('[');
    for (Object each : values) {
      write(each, out);
      out.append(',');
    }
    out.append(']');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
      out.append(text).append('"');
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }

  private static @Nullable Object read(Component component, Record record) {
    try {
      return component.accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("not readable: " + component.accessor, e);
    }
  }
}
