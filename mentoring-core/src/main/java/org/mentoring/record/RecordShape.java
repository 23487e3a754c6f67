package org.mentoring.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record type is made of; worked out once for each type, because Java makes it anew. */
final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private static final ClassValue<Kinds> KINDS =
      new ClassValue<>() {
        @Override
        protected Kinds computeValue(Class<?> type) {
          return new Kinds(type);
        }
      };

  private final Class<?> type;
  private final List<RecordComponent> components;
  private final Set<String> names;
  private final List<Method> accessors = new ArrayList<>();
  private final Constructor<?> constructor;
  private final boolean text;

  private RecordShape(Class<?> type) {
    this.type = type;
    components = List.of(type.getRecordComponents());
    names = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
    for (RecordComponent component : components) {
      Method accessor = component.getAccessor();
      accessor.trySetAccessible();
      accessors.add(accessor);
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has it: " + type.getName(), e);
    }
    constructor.trySetAccessible();
    text = components.size() == 1 && components.get(0).getType() == String.class;
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** Whether values of the type are written as a text, so that they can be keys. */
  static boolean isTextual(Class<?> type) {
    return type == String.class || type.isEnum() || (type.isRecord() && of(type).isText());
  }

  /** Whether a type is that of a record: the platform works it out anew at each question. */
  static boolean isRecord(Class<?> type) {
    return KINDS.get(type).record;
  }

  /** Whether values of the type are records, or of a sealed type. */
  static boolean isOfRecords(Class<?> type) {
    return KINDS.get(type).structured;
  }

  /** The name by which a kind is told from the others of a sealed type. */
  static String name(Class<?> kind, Class<?> declared) {
    String name = KINDS.get(declared).names.get(kind);
    if (name == null) {
      throw new IllegalArgumentException(kind.getName() + " is no " + declared.getName());
    }
    return name;
  }

  static Optional<Class<?>> permitted(Class<?> declared, @Nullable Object name) {
    return Optional.ofNullable(name).map(KINDS.get(declared).byName::get);
  }

  /** What values of a type may be; worked out once for each type as well. */
  private static final class Kinds {
    final boolean record;
    final boolean structured;
    final Map<Class<?>, String> names = new HashMap<>();
    final Map<Object, Class<?>> byName = new HashMap<>();

    Kinds(Class<?> declared) {
      record = declared.isRecord();
      List<Class<?>> kinds = of(declared).toList();
      // The platform's own types may be sealed too, as ZoneId is since Java 21.
      structured = !kinds.isEmpty();
      for (Class<?> kind : kinds) {
        String name = name(kind, kinds);
        names.put(kind, name);
        byName.putIfAbsent(name, kind);
      }
    }

    private static Stream<Class<?>> of(Class<?> declared) {
      if (declared.isRecord()) {
        return Stream.of(declared);
      }
      Class<?>[] permitted = declared.getPermittedSubclasses();
      return permitted == null ? Stream.empty() : Stream.of(permitted).flatMap(Kinds::of);
    }

    private static String name(Class<?> kind, List<Class<?>> all) {
      boolean unique =
          all.stream().filter(each -> each.getSimpleName().equals(kind.getSimpleName())).count()
              == 1;
      Class<?> outer = kind.getDeclaringClass();
      return unique || outer == null
          ? kind.getSimpleName()
          : outer.getSimpleName() + "." + kind.getSimpleName();
    }
  }

  List<RecordComponent> components() {
    return components;
  }

  boolean has(@Nullable Object component) {
    return component instanceof String name && names.contains(name);
  }

  String name() {
    return type.getSimpleName();
  }

  /** Whether one text is all that there is. */
  boolean isText() {
    return text;
  }

  Object read(int component, Record record) {
    Object value = readOrNull(component, record);
    if (value == null) {
      throw new IllegalStateException("null: " + accessors.get(component));
    }
    return value;
  }

  @Nullable Object readOrNull(int component, Record record) {
    try {
      return accessors.get(component).invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("not readable: " + accessors.get(component), e);
    }
  }

  Object make(@Nullable Object[] values) throws InvocationTargetException {
    try {
      return constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("not made: " + type.getName(), e);
    }
  }
}
