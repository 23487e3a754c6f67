package org.mentoring.validation.definition;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Criterion;
import org.mentoring.programme.MatchingPlan;

/** Turns records of the core back into drafts, by the names of their components. */
final class Drafting {
  private Drafting() {}

  static <T> T of(Record value, Class<T> draft) {
    RecordComponent[] components = draft.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = part(value, components[i]);
    }
    try {
      return draft.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + draft.getName(), e);
    }
  }

  private static @Nullable Object part(Record value, RecordComponent component) {
    String name = component.getName();
    if (value instanceof MatchingPlan plan && (name.equals("hard") || name.equals("soft"))) {
      List<Criterion> criteria =
          plan.criteria().stream().filter(one -> one.hard() == name.equals("hard")).toList();
      return convert(criteria, component.getGenericType());
    }
    String from = name.equals("cite") ? "citation" : name;
    Object found = Conversion.call(Conversion.method(value.getClass(), from), value);
    return found == null ? null : convert(found, component.getGenericType());
  }

  private static @Nullable Object convert(Object value, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (value instanceof Record tuple) {
        return list(components(tuple), arguments[0]);
      }
      return value instanceof Map<?, ?> map
          ? map(map, arguments[1])
          : list((Collection<?>) value, arguments[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (value instanceof Boolean truth) {
      return truth ? truth : null;
    }
    if (raw == String.class) {
      return value.toString();
    }
    return value instanceof Record record && (raw.isRecord() || raw.isSealed())
        ? of(record, draftFor(record, raw))
        : value;
  }

  private static List<Object> components(Record tuple) {
    List<Object> all = new ArrayList<>();
    for (RecordComponent component : tuple.getClass().getRecordComponents()) {
      Object value = Conversion.call(component.getAccessor(), tuple);
      if (value != null) {
        all.add(value);
      }
    }
    return all;
  }

  private static @Nullable List<Object> list(Collection<?> values, Type element) {
    List<Object> all = new ArrayList<>();
    for (Object value : values) {
      Object converted = convert(value, element);
      if (converted != null) {
        all.add(converted);
      }
    }
    return all.isEmpty() ? null : List.copyOf(all);
  }

  private static @Nullable Map<String, Object> map(Map<?, ?> map, Type element) {
    Map<String, Object> all = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          Object converted = value == null ? null : convert(value, element);
          if (converted != null) {
            all.put(String.valueOf(key), converted);
          }
        });
    return all.isEmpty() ? null : all;
  }

  private static Class<?> draftFor(Record value, Class<?> raw) {
    if (raw.isRecord()) {
      return raw;
    }
    return Arrays.stream(raw.getPermittedSubclasses())
        .filter(draft -> Conversion.targetOf(draft) == value.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no draft for " + value.getClass().getName()));
  }
}
