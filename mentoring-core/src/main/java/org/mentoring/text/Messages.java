package org.mentoring.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;

/**
 * The texts of the library in one language. A pattern holds {@code {name}} for a value and {@code
 * {name, plural, one {# час} few {# часа} many {# часов}}} for words that follow a number; {@code
 * #} is the number. Immutable and thread-safe.
 */
public final class Messages {
  /** Bundles by concern; each exists in both languages with the same keys. */
  private static final List<String> BUNDLES =
      List.of(
          "choosing",
          "codes",
          "commands",
          "failures",
          "findings",
          "journal",
          "matching",
          "problems");

  private static final String SHAPE = "shape:";
  private static final String SHAPE_KEY = "shape.";
  private static final Map<Language, Messages> ALL = load();

  private final Language language;
  private final SortedMap<String, String> patterns;

  private Messages(Language language, SortedMap<String, String> patterns) {
    this.language = language;
    this.patterns = Collections.unmodifiableSortedMap(patterns);
  }

  /** The texts in a language. */
  public static Messages of(Language language) {
    Messages messages = ALL.get(language);
    if (messages == null) {
      throw new IllegalStateException("no messages in " + language);
    }
    return messages;
  }

  /**
   * The same texts and more: keys of {@code further} win. For embedders' own findings and for
   * programs with own texts.
   */
  public Messages with(Map<String, String> further) {
    SortedMap<String, String> all = new TreeMap<>(patterns);
    all.putAll(further);
    return new Messages(language, all);
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** All keys. */
  public SortedSet<String> keys() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(patterns.keySet()));
  }

  /** The text of a key with its values, if there is such a key. */
  public Optional<String> find(String key, Map<String, Value> values) {
    String pattern = patterns.get(key);
    return pattern == null
        ? Optional.empty()
        : Optional.of(MessagePattern.render(pattern, values, language));
  }

  /**
   * The text of a key with its values.
   *
   * @throws MentoringException {@code message.unknown} if there is no such key
   */
  public String render(String key, Map<String, Value> values) {
    return find(key, values)
        .orElseThrow(
            () ->
                new MentoringException(
                    "message.unknown",
                    Map.of("key", key, "language", language.name()),
                    "Add the key to the bundle of both languages."));
  }

  /** The text of a key that takes no values. */
  public String render(String key) {
    return render(key, Map.of());
  }

  /** One problem as a line: place, what was found, what is allowed, what to do. */
  public String render(Problem problem) {
    Map<String, Value> values = new TreeMap<>();
    problem.parameters().forEach((name, value) -> values.put(name, told(name, value)));
    String text =
        find("problem." + problem.code(), values)
            .orElseGet(() -> problem.code() + " " + problem.parameters());
    return problem.place() + ": " + text;
  }

  /**
   * An exception as a line: what went wrong, then what can be done. The texts are those of its
   * code, {@code failure.<code>} and {@code failure-hint.<code>} (with {@code .<why>} at the end
   * where the exception has an attribute {@code why} and there is such a key); the attributes are
   * their values. An exception without texts here, as an embedder's own, is told by its code,
   * attributes and hint. What makes an {@link org.mentoring.failure.InvalidInput} invalid is told
   * by rendering its problems.
   */
  public String render(MentoringException failure) {
    Map<String, Value> values = new TreeMap<>();
    failure.attributes().forEach((name, value) -> values.put(name, Value.of(value)));
    try {
      Optional<String> said = of("failure.", failure, values);
      Optional<String> advised = of("failure-hint.", failure, values);
      if (said.isPresent() && advised.isPresent()) {
        return said.get() + " " + advised.get();
      }
    } catch (MentoringException lacking) {
      // An embedder's own port may throw our code with fewer attributes: that is told all the same.
      return asItIs(failure);
    }
    return asItIs(failure);
  }

  private Optional<String> of(String kind, MentoringException failure, Map<String, Value> values) {
    String key = kind + failure.code();
    String why = failure.attributes().get("why");
    return find(why == null ? key : key + "." + why, values).or(() -> find(key, values));
  }

  private static String asItIs(MentoringException failure) {
    return failure.code() + " " + new TreeMap<>(failure.attributes()) + ". " + failure.hint();
  }

  private Value told(String name, String parameter) {
    return switch (name) {
      case "maybe" -> Value.of(proposal(parameter));
      case "kind" -> Value.of(find("fact." + parameter, Map.of()).orElse(parameter));
      default -> shapeOr(parameter);
    };
  }

  /** A sentence, or nothing where nothing is alike. */
  private String proposal(String words) {
    return words.isEmpty() ? "" : " " + render("proposal", Map.of("words", Value.of(words)));
  }

  /**
   * A value that was found is told by its shape, {@code shape:TEXT:12}, where it may be personal.
   */
  private Value shapeOr(String parameter) {
    if (!parameter.startsWith(SHAPE)) {
      return Value.of(parameter);
    }
    String shape = parameter.substring(SHAPE.length());
    int colon = shape.indexOf(':');
    String name = colon < 0 ? shape : shape.substring(0, colon);
    long size = colon < 0 ? 0 : Long.parseLong(shape.substring(colon + 1));
    return Value.of(find(SHAPE_KEY + name, Map.of("n", Value.of(size))).orElse(shape));
  }

  /**
   * The name of a constant of an enumeration or of a code, or the code itself if it has none here.
   */
  public String nameOf(String code) {
    return find("code." + code, Map.of()).orElse(code);
  }

  private static Map<Language, Messages> load() {
    Map<Language, Messages> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      SortedMap<String, String> patterns = new TreeMap<>();
      for (String bundle : BUNDLES) {
        read(bundle + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties")
            .forEach((key, value) -> patterns.put((String) key, (String) value));
      }
      all.put(language, new Messages(language, patterns));
    }
    return all;
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + resource, e);
    }
    return properties;
  }
}
