package org.mentoring.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;

/**
 * A value of which one component is wrong, and named, so that it cannot be made: what a test of
 * one's own entries, imports and forms has to see refused.
 *
 * @param type the record
 * @param component what is wrong
 * @param wrong what stands there: a text, a number, or {@code null}
 * @param code by which the record's constructor refuses it
 * @param making tries to make it, and is refused
 */
public record AlmostValid(
    Class<?> type, String component, String wrong, String code, Supplier<Object> making) {
  private static final List<@Nullable Object> TEXTS =
      Collections.unmodifiableList(
          Arrays.asList(null, "", " ", "\u0000", "\uD800", "a".repeat(100_000)));
  private static final List<Object> FIGURES = List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE);

  /**
   * Everything that can be wrong with one component of a value, as far as its constructor refuses
   * it.
   *
   * @param valid a record
   */
  static List<AlmostValid> of(Record valid) {
    Class<?> type = valid.getClass();
    RecordComponent[] components = type.getRecordComponents();
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent each : components) {
      values.add(value(each, valid));
    }
    List<AlmostValid> all = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      for (@Nullable Object wrong : wrong(components[i])) {
        List<@Nullable Object> altered = new ArrayList<>(values);
        altered.set(i, wrong);
        String code = refusal(type, altered);
        if (code != null) {
          all.add(
              new AlmostValid(
                  type, components[i].getName(), spelt(wrong), code, () -> made(type, altered)));
        }
      }
    }
    return all;
  }

  private static List<@Nullable Object> wrong(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return TEXTS;
    }
    if (type == int.class || type == Integer.class) {
      return new ArrayList<>(FIGURES);
    }
    if (type == long.class || type == Long.class) {
      return List.of(-1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE);
    }
    if (type == List.class) {
      return List.of(List.of());
    }
    if (type == SortedSet.class) {
      return List.of(Collections.emptySortedSet());
    }
    return type.isPrimitive() ? List.of() : Collections.singletonList(null);
  }

  private static String spelt(@Nullable Object wrong) {
    String text = wrong instanceof String written ? '"' + written + '"' : String.valueOf(wrong);
    return text.length() <= 20 ? text : text.length() + " characters";
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static @Nullable String refusal(Class<?> type, List<@Nullable Object> values) {
    try {
      made(type, values);
      return null;
    } catch (MentoringException e) {
      return e.code();
    } catch (NullPointerException e) {
      return null;
    }
  }

  private static Object made(Class<?> type, List<@Nullable Object> values) {
    try {
      return DomainArbitraries.constructor(type).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not made: " + type.getName(), e);
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName() + " with " + component + " = " + wrong + ": " + code;
  }
}
