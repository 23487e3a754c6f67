package org.mentoring.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.Citation;

/** The components of records, read and put together anew. */
final class RecordParts {
  private RecordParts() {}

  /** What the record cites; null if it cites nothing. */
  static @Nullable Citation citation(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getType() == Citation.class) {
        return (Citation) read(component, record);
      }
    }
    return null;
  }

  /** Type and name of a part, as {@code Cadence MENTOR_REPORT}. */
  static String name(Record record) {
    RecordComponent first = record.getClass().getRecordComponents()[0];
    Object value = read(first, record);
    boolean plain = !(value instanceof Collection<?>) && !(value instanceof Map<?, ?>);
    return record.getClass().getSimpleName() + (plain ? " " + value : "");
  }

  /** Whether the value, or something inside it, cites anything. */
  static boolean holdsCitations(@Nullable Object value) {
    List<Citation> found = new ArrayList<>();
    CanonicalForm.visit(value, Citation.class, found::add);
    return !found.isEmpty();
  }

  /**
   * A record with other parts.
   *
   * @param record which
   * @param emptied whether its own plain values become neutral
   * @param goes parts that are left out where they may be
   * @param part puts a part together anew
   */
  static Record rebuilt(
      Record record, boolean emptied, Predicate<Record> goes, UnaryOperator<Record> part) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = rebuilt(components[i], read(components[i], record), goes, part);
    }
    if (emptied) {
      empty(record, components, values);
    }
    return made(record, values);
  }

  /** The record with another value of one component. */
  static Record with(Record record, String name, @Nullable Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = components[i].getName().equals(name) ? value : read(components[i], record);
    }
    return made(record, values);
  }

  private static @Nullable Object rebuilt(
      RecordComponent component,
      @Nullable Object value,
      Predicate<Record> goes,
      UnaryOperator<Record> part) {
    if (!holdsCitations(value) || value instanceof Citation) {
      return value;
    }
    if (value instanceof Record inside) {
      return goes.test(inside) && isOptional(component) ? null : part.apply(inside);
    }
    if (value instanceof Collection<?> inside) {
      Stream<Record> left = inside.stream().map(Record.class::cast).filter(goes.negate()).map(part);
      return value instanceof List ? left.toList() : new TreeSet<>(left.toList());
    }
    return value;
  }

  /** As much as the constructor allows: all at once, else one after the other. */
  private static void empty(
      Record record, RecordComponent[] components, @Nullable Object[] values) {
    for (int i = 0; i < components.length; i++) {
      Object kept = values[i];
      for (@Nullable Object neutral : neutral(components[i], kept)) {
        values[i] = neutral;
        if (isAllowed(record, values)) {
          break;
        }
        values[i] = kept;
      }
    }
  }

  /** Neutral values in the order in which they are tried; none where the value has to stay. */
  private static List<@Nullable Object> neutral(RecordComponent component, @Nullable Object value) {
    List<@Nullable Object> tried = new ArrayList<>();
    if (value == null || holdsCitations(value)) {
      return tried;
    }
    if (value instanceof SortedSet<?>) {
      tried.add(new TreeSet<>());
    } else if (value instanceof SortedMap<?, ?>) {
      tried.add(new TreeMap<>());
    } else if (value instanceof Collection<?>) {
      tried.add(List.of());
    } else if (isOptional(component)) {
      tried.add(null);
    } else if (component.getType() == int.class) {
      tried.addAll(List.of(0, 1));
    } else if (component.getType() == boolean.class) {
      tried.add(false);
    }
    return tried;
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isAllowed(Record record, @Nullable Object[] values) {
    try {
      constructor(record).newInstance(values);
      return true;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MentoringException) {
        return false;
      }
      throw new IllegalStateException("a record that refuses without a reason", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be made", e);
    }
  }

  private static Record made(Record record, @Nullable Object[] values) {
    try {
      return (Record) constructor(record).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MentoringException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("a record that refuses without a reason", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be made", e);
    }
  }

  private static Constructor<?> constructor(Record record) throws NoSuchMethodException {
    return record
        .getClass()
        .getDeclaredConstructor(
            Stream.of(record.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be read", e);
    }
  }
}
