package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/** The texts of this program and of the library in one language. */
final class Texts {
  private final Messages messages;
  private final Map<String, String> own;

  private Texts(Messages messages, Map<String, String> own) {
    this.messages = messages;
    this.own = own;
  }

  static Texts in(Language language) {
    Map<String, String> own = new TreeMap<>();
    String resource = "cli_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + resource, e);
    }
    properties.forEach((key, value) -> own.put((String) key, (String) value));
    return new Texts(Messages.of(language).with(own), own);
  }

  Messages messages() {
    return messages;
  }

  Language language() {
    return messages.language();
  }

  String say(String key) {
    return messages.render(key);
  }

  String say(String key, Map<String, Value> values) {
    return messages.render(key, values);
  }

  String say(String key, String name, Value value) {
    return messages.render(key, Map.of(name, value));
  }

  String say(String key, String name, long value) {
    return messages.render(key, Map.of(name, Value.of(value)));
  }

  String say(String key, String name, String value) {
    return messages.render(key, Map.of(name, Value.of(value)));
  }

  String say(Problem problem) {
    return messages.render(problem);
  }

  String say(MentoringException failure) {
    return messages.render(failure);
  }

  String nameOf(Enum<?> constant) {
    return messages.nameOf(constant.name());
  }

  /** The texts of the help, as picocli asks for them. */
  ResourceBundle help() {
    return new ResourceBundle() {
      @Override
      protected @Nullable Object handleGetObject(String key) {
        return own.get(key);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(own.keySet());
      }
    };
  }
}
