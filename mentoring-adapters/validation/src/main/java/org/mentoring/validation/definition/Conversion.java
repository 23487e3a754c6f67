package org.mentoring.validation.definition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.programme.Version;
import org.mentoring.validation.Found;
import org.mentoring.validation.KeyNames;
import org.mentoring.validation.Locations;
import org.mentoring.validation.constraint.Becomes;
import org.mentoring.validation.constraint.Required;
import org.mentoring.validation.constraint.Usually;

/**
 * Turns drafts into the records of the core by the names of their components, so that a new kind of
 * requirement needs only its draft. What is faulty already is passed over; what a constructor of
 * the core refuses becomes a problem.
 */
final class Conversion {
  private final Locations locations;
  private final Set<String> faulty;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<String>> codePaths = new HashMap<>();

  /**
   * @param locations where the parts stand
   * @param told the problems found before; their parts are not converted
   */
  Conversion(Locations locations, Collection<Problem> told) {
    this.locations = locations;
    this.faulty =
        told.stream()
            .map(problem -> problem.place().path())
            .map(path -> path == null ? "" : path)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  List<Problem> problems() {
    return problems;
  }

  /** Where a code stands, in the order of the draft. */
  List<String> pathsOfCode(String code) {
    return codePaths.getOrDefault(code, List.of());
  }

  /** The record that a draft becomes, or null if a part that it cannot do without is faulty. */
  @Nullable Object record(Record draft, String path) {
    if ((draft instanceof PackRuleDraft || draft instanceof BenchmarkDraft)
        && anyFaultWithin(path)) {
      return null;
    }
    Class<? extends Record> target = targetOf(draft.getClass());
    RecordComponent[] components = target.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      Part part = part(draft, components[i], path);
      Object standIn = part.broken ? StandIns.of(target, components[i]) : null;
      values[i] = part.broken ? standIn : part.value;
      whole &= !part.broken || standIn != null;
    }
    return whole ? construct(draft, values, path) : null;
  }

  private record Part(@Nullable Object value, boolean broken) {
    static final Part BROKEN = new Part(null, true);
  }

  private Part part(Record draft, RecordComponent component, String path) {
    String name = component.getName().equals("citation") ? "cite" : component.getName();
    if (draft instanceof MatchingDraft matching && name.equals("criteria")) {
      return new Part(criteria(matching, path), false);
    }
    RecordComponent from = find(draft.getClass(), name);
    if (from == null) {
      // A soft criterion's force needs its weight: without one there is nothing to convert.
      if (draft instanceof MatchingDraft.Soft soft && soft.weight() == null) {
        return Part.BROKEN;
      }
      return isFaulty(path + ".weight")
          ? Part.BROKEN
          : new Part(call(method(draft.getClass(), name), draft), false);
    }
    String at = path.isEmpty() ? KeyNames.of(name) : path + "." + KeyNames.of(name);
    Object value = call(from.getAccessor(), draft);
    if (value == null) {
      return absent(from, component, at);
    }
    boolean nested = value instanceof Collection<?> || value instanceof Map<?, ?>;
    if (isFaulty(at)) {
      return nested ? new Part(empty(component.getType()), false) : Part.BROKEN;
    }
    Object converted = convert(value, component.getGenericType(), at);
    return new Part(converted, converted == null);
  }

  private Part absent(RecordComponent from, RecordComponent component, String at) {
    Usually usual = from.getAnnotation(Usually.class);
    Class<?> type = component.getType();
    if (usual != null) {
      return new Part(usual(usual.value(), type), false);
    }
    if (type == boolean.class) {
      return new Part(isFaulty(at) ? null : Boolean.FALSE, isFaulty(at));
    }
    Object empty = empty(type);
    if (empty != null) {
      return new Part(empty, false);
    }
    // A value that could not be read is absent too, and its fault has been told.
    return from.isAnnotationPresent(Required.class) || isFaulty(at)
        ? Part.BROKEN
        : new Part(null, false);
  }

  private static Object usual(String value, Class<?> type) {
    if (type == Attribute.class) {
      return Attribute.of(value);
    }
    return type == long.class ? (Object) Long.valueOf(value) : Integer.valueOf(value);
  }

  private static @Nullable Object empty(Class<?> type) {
    if (type == List.class) {
      return List.of();
    }
    if (type == SortedSet.class) {
      return new TreeSet<>();
    }
    return type == SortedMap.class ? new TreeMap<>() : null;
  }

  private List<Object> criteria(MatchingDraft draft, String path) {
    List<Object> all = new ArrayList<>();
    elements(draft.hard(), path + ".hard", all);
    elements(draft.soft(), path + ".soft", all);
    return all;
  }

  private void elements(@Nullable List<? extends Record> drafts, String path, List<Object> into) {
    if (drafts == null || isFaulty(path)) {
      return;
    }
    for (int i = 0; i < drafts.size(); i++) {
      Object converted = drafts.get(i) == null ? null : record(drafts.get(i), path + "[" + i + "]");
      if (converted != null) {
        into.add(converted);
      }
    }
  }

  private @Nullable Object convert(Object value, Type type, String path) {
    Class<?> raw =
        type instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) type;
    if (value instanceof Record draft) {
      return record(draft, path);
    }
    if (value instanceof List<?> list && raw.isRecord()) {
      return construct(
          raw.asSubclass(Record.class), list.toArray(), refused -> placed(refused, path));
    }
    if (value instanceof List<?> list) {
      return collection(list, raw, ((ParameterizedType) type).getActualTypeArguments()[0], path);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, (ParameterizedType) type, path);
    }
    return value instanceof String text ? text(text, raw, path) : value;
  }

  private @Nullable Object collection(List<?> values, Class<?> raw, Type element, String path) {
    Collection<Object> all = raw == SortedSet.class ? new TreeSet<>() : new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String at = path + "[" + i + "]";
      Object value = values.get(i);
      if (value == null || isFaulty(at)) {
        continue;
      }
      Object converted = convert(value, element, at);
      if (converted != null && !all.add(converted)) {
        problem("definition.value-twice", at, Map.of("found", Found.told(value)));
      }
    }
    return all;
  }

  private Object map(Map<?, ?> map, ParameterizedType type, String path) {
    SortedMap<Object, Object> all = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          String at = path + "." + key;
          if (!isFaulty(at) && value != null) {
            Object name = convert(key, type.getActualTypeArguments()[0], at);
            Object converted = convert(value, type.getActualTypeArguments()[1], at);
            if (name != null && converted != null) {
              all.put(name, converted);
            }
          }
        });
    return all;
  }

  private @Nullable Object text(String text, Class<?> raw, String path) {
    try {
      if (raw == Code.class) {
        codePaths.computeIfAbsent(text, any -> new ArrayList<>()).add(path);
        return Code.of(text);
      }
      if (raw == Citation.class) {
        return Citation.of(text);
      }
      if (raw == Attribute.class) {
        return Attribute.of(text);
      }
      if (raw == Version.class) {
        return Version.parse(text);
      }
      if (raw == ZoneId.class) {
        return zone(text, path);
      }
      return text;
    } catch (InvalidValue e) {
      problem(e.code(), path, Map.of("found", Found.told(text)));
      return null;
    }
  }

  private @Nullable Object zone(String text, String path) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      problem("definition.zone-unknown", path, Map.of("found", Found.told(text)));
      return null;
    }
    return ZoneId.of(text);
  }

  private @Nullable Object construct(Record draft, @Nullable Object[] values, String path) {
    return construct(targetOf(draft.getClass()), values, refusal -> refused(refusal, draft, path));
  }

  private static @Nullable Object construct(
      Class<? extends Record> target, @Nullable Object[] values, Consumer<InvalidValue> refused) {
    RecordComponent[] components = target.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      return target.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue refusal) {
        refused.accept(refusal);
        return null;
      }
      if (e.getCause() instanceof InvalidDefinition broken) {
        throw broken;
      }
      throw new IllegalStateException("cannot make " + target.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + target.getName(), e);
    }
  }

  private void placed(InvalidValue refused, String path) {
    Map<String, String> parameters = new TreeMap<>(refused.attributes());
    parameters.put("found", "[…]");
    problem(refused.code(), path, parameters);
  }

  private void refused(InvalidValue refused, Record draft, String path) {
    if (refused.code().equals("list.empty") && anyFaultWithin(path)) {
      return;
    }
    String what = refused.attributes().getOrDefault("what", "");
    String key = KeyNames.of(what.substring(what.lastIndexOf('.') + 1));
    String at = path;
    String found = "{…}";
    for (RecordComponent component : draft.getClass().getRecordComponents()) {
      Object value = call(component.getAccessor(), draft);
      if (value != null && KeyNames.of(component.getName()).equals(key)) {
        at = path.isEmpty() ? key : path + "." + key;
        found = Found.told(value);
      }
    }
    Map<String, String> parameters = new TreeMap<>(refused.attributes());
    parameters.put("found", found);
    problem(refused.code(), at, parameters);
  }

  private void problem(String code, String path, Map<String, String> parameters) {
    faulty.add(path);
    problems.add(new Problem(code, locations.placeOf(path), parameters));
  }

  private boolean isFaulty(String path) {
    return faulty.contains(path);
  }

  private boolean anyFaultWithin(String path) {
    return faulty.stream().anyMatch(told -> told.startsWith(path));
  }

  static Class<? extends Record> targetOf(Class<?> draft) {
    Becomes becomes = draft.getAnnotation(Becomes.class);
    if (becomes == null) {
      throw new IllegalStateException("no draft: " + draft.getName());
    }
    return becomes.value();
  }

  static @Nullable RecordComponent find(Class<?> type, String name) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component;
      }
    }
    return null;
  }

  static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getName() + " has no " + name, e);
    }
  }

  @SuppressWarnings("UnusedException")
  static @Nullable Object call(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new MentoringException(
          "draft.unreadable", Map.of("part", accessor.getName()), "This is a bug: report it.");
    }
  }
}
