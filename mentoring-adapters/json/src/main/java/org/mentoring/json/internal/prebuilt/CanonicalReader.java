package org.mentoring.json.internal.prebuilt;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;

/**
 * Reads what {@link CanonicalForm} wrote, by the types of the records' components. The records'
 * constructors check what they always check.
 */
final class CanonicalReader {
  private final String text;
  private int at;

  private CanonicalReader(String text) {
    this.text = text;
  }

  /**
   * The value with this canonical form; line ends between its parts do not count.
   *
   * @throws IllegalArgumentException if it is no canonical form of the type
   */
  static <T extends Record> T read(String text, Class<T> type) {
    CanonicalReader reader = new CanonicalReader(text);
    T value = type.cast(reader.record(type));
    reader.expectEnd();
    return value;
  }

  private @Nullable Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (next() == '"') {
      return quoted(raw);
    }
    if (next() == '-' || Character.isDigit(next())) {
      long number = Long.parseLong(word());
      return raw == long.class || raw == Long.class ? (Object) number : Math.toIntExact(number);
    }
    int start = at;
    String word = word();
    if (next() == '(') {
      at = start;
      return record(raw);
    }
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> constant(raw, word);
    };
  }

  private Object record(Class<?> declared) {
    Class<?> type = named(declared, word());
    expect('(');
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      int start = at;
      if (!word().equals(components[i].getName())) {
        if (!components[i].isAnnotationPresent(OmittedIfAbsent.class)) {
          throw malformed();
        }
        at = start;
        values[i] = types[i] == List.class ? List.of() : null;
        continue;
      }
      expect('=');
      values[i] = value(components[i].getGenericType());
      expect(',');
    }
    expect(')');
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no value of " + type.getName(), e);
    }
  }

  private Class<?> named(Class<?> declared, String name) {
    if (declared.isRecord() && declared.getSimpleName().equals(name)) {
      return declared;
    }
    if (declared.isSealed()) {
      for (Class<?> permitted : declared.getPermittedSubclasses()) {
        if (permitted.getSimpleName().equals(name)) {
          return permitted;
        }
      }
    }
    throw malformed();
  }

  private Object container(Class<?> raw, Type[] arguments) {
    if (raw == SortedMap.class) {
      SortedMap<@Nullable Object, @Nullable Object> map = new TreeMap<>();
      expect('{');
      while (next() != '}') {
        Object key = value(arguments[0]);
        expect(':');
        map.put(key, value(arguments[1]));
        expect(',');
      }
      expect('}');
      return map;
    }
    Collection<@Nullable Object> values;
    if (raw == List.class) {
      values = new ArrayList<>();
    } else if (raw == SortedSet.class) {
      values = new TreeSet<>();
    } else {
      throw malformed();
    }
    expect('[');
    while (next() != ']') {
      values.add(value(arguments[0]));
      expect(',');
    }
    expect(']');
    return values;
  }

  private Object quoted(Class<?> raw) {
    expect('"');
    StringBuilder written = new StringBuilder();
    while (next() != '"') {
      if (next() == '\\') {
        at++;
      }
      written.append(next());
      at++;
    }
    expect('"');
    String value = written.toString();
    if (raw == String.class) {
      return value;
    }
    if (raw == LocalDate.class) {
      return LocalDate.parse(value);
    }
    if (raw == Period.class) {
      return Period.parse(value);
    }
    if (raw == ZoneId.class) {
      return ZoneId.of(value);
    }
    throw malformed();
  }

  private Object constant(Class<?> raw, String name) {
    Object @Nullable [] constants = raw.getEnumConstants();
    if (constants != null) {
      for (Object constant : constants) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    }
    throw malformed();
  }

  private String word() {
    skipLineEnds();
    int start = at;
    while (at < text.length() && (next() == '-' || Character.isJavaIdentifierPart(next()))) {
      at++;
    }
    return text.substring(start, at);
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (next() != c) {
      throw malformed();
    }
    at++;
    // A line end inside quotes is part of the text.
    if (c != '"') {
      skipLineEnds();
    }
  }

  private void expectEnd() {
    skipLineEnds();
    if (at < text.length()) {
      throw malformed();
    }
  }

  private void skipLineEnds() {
    while (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("no canonical form, from character " + at);
  }
}
