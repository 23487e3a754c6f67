package org.mentoring.participant;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of fact by their stable names, for readers and writers of files. */
public final class FactKinds {
  private static final Map<Class<?>, String> NAMES =
      Arrays.stream(Fact.class.getPermittedSubclasses())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), FactKinds::hyphenated));

  private static final Map<String, Class<?>> CLASSES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              NAMES.entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey))));

  private FactKinds() {}

  /** All names, sorted. */
  public static Iterable<String> names() {
    return CLASSES.keySet();
  }

  /** The record class of a kind, if there is one of that name. */
  public static Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(CLASSES.get(name));
  }

  static String nameOf(Class<?> type) {
    String name = NAMES.get(type);
    if (name == null) {
      throw new IllegalStateException("not a fact: " + type.getName());
    }
    return name;
  }

  private static String hyphenated(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
