package org.mentoring.validation.people;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.InvalidValue;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactKinds;
import org.mentoring.participant.WeeklyWindow;

/**
 * The components of a kind of fact and how they are written in files: codes, constants, dates,
 * periods and ids as texts, numbers as numbers, weekly windows as a list of texts as {@code MON
 * 15:00-18:00}. {@code consent-withdrawal} has no shape: it names a recorded fact, so in files a
 * consent tells when it was withdrawn. Immutable and thread-safe.
 */
public final class FactShape {
  private static final SortedMap<String, FactShape> ALL = all();

  private final String kind;
  private final Class<?> type;
  private final List<Component> components;

  private FactShape(String kind, Class<?> type, List<Component> components) {
    this.kind = kind;
    this.type = type;
    this.components = List.copyOf(components);
  }

  /** The shape of a kind, if there is one of that name that files may hold. */
  public static Optional<FactShape> of(String kind) {
    return Optional.ofNullable(ALL.get(kind));
  }

  /** All shapes by kind. */
  public static SortedMap<String, FactShape> byKind() {
    return ALL;
  }

  /** The kind's name. */
  public String kind() {
    return kind;
  }

  /** The components in the order of the record. */
  public List<Component> components() {
    return components;
  }

  /** The component of a name, if there is one. */
  public Optional<Component> component(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst();
  }

  /** A fact's values as files hold them, in the order of the record; absent ones are left out. */
  public static Map<String, Object> valuesOf(Fact fact) {
    FactShape shape = ALL.get(fact.kind());
    if (shape == null) {
      throw new IllegalArgumentException("not for files: " + fact.kind());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      Object value = read(component, fact);
      if (value != null) {
        values.put(component.getName(), written(value));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /** The fact of these values, each of its component's type. */
  Fact create(List<@Nullable Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return (Fact) type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue refused) {
        throw refused;
      }
      throw new IllegalStateException("cannot make a " + kind, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + kind, e);
    }
  }

  private static Object written(Object value) {
    if (value instanceof Integer number) {
      return (long) number;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof List<?> windows) {
      return windows.stream().map(window -> WindowText.of((WeeklyWindow) window)).toList();
    }
    return value.toString();
  }

  private static @Nullable Object read(RecordComponent component, Fact fact) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static SortedMap<String, FactShape> all() {
    SortedMap<String, FactShape> all = new TreeMap<>();
    for (String name : FactKinds.names()) {
      Class<?> type = FactKinds.classOf(name).orElseThrow();
      if (type != Fact.ConsentWithdrawal.class) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
          AnnotatedElement use = component.getAnnotatedType();
          components.add(
              new Component(
                  component.getName(),
                  Form.of(component.getType()),
                  use.isAnnotationPresent(Nullable.class),
                  constants(component.getType())));
        }
        all.put(name, new FactShape(name, type, components));
      }
    }
    return Collections.unmodifiableSortedMap(all);
  }

  private static List<String> constants(Class<?> type) {
    if (!type.isEnum()) {
      return List.of();
    }
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  Object constant(Component component, String name) {
    RecordComponent found =
        Arrays.stream(type.getRecordComponents())
            .filter(each -> each.getName().equals(component.name()))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(found.getType().getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * One component of a kind.
   *
   * @param name as in the record
   * @param form how it is written
   * @param optional whether it may be absent
   * @param constants what a {@link Form#CONSTANT} may be, otherwise empty
   */
  public record Component(String name, Form form, boolean optional, List<String> constants) {}

  /** How a component is written in files. */
  public enum Form {
    /** A free text. */
    TEXT,
    /** A {@link Code}. */
    CODE,
    /** A constant of an enumeration. */
    CONSTANT,
    /** A day, {@code 2020-09-01}. */
    DATE,
    /** A whole number. */
    NUMBER,
    /** A {@link ParticipantId}. */
    PARTICIPANT,
    /** The name of an {@link Attribute}. */
    ATTRIBUTE,
    /** An ISO period of years, months and days, {@code P1Y}. */
    PERIOD,
    /** A list of {@code MON 15:00-18:00}. */
    WINDOWS;

    private static Form of(Class<?> type) {
      if (type.isEnum()) {
        return CONSTANT;
      }
      Form form =
          Map.<Class<?>, Form>of(
                  String.class, TEXT,
                  Code.class, CODE,
                  LocalDate.class, DATE,
                  int.class, NUMBER,
                  ParticipantId.class, PARTICIPANT,
                  Attribute.class, ATTRIBUTE,
                  Period.class, PERIOD,
                  List.class, WINDOWS)
              .get(type);
      if (form == null) {
        throw new IllegalStateException(
            "no form in files for " + type.getName().toLowerCase(Locale.ROOT));
      }
      return form;
    }
  }
}
