package org.mentoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.criterion.Attribute;
import org.mentoring.participant.FactKinds;

class BundlesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z][A-Za-z0-9]*)\\s*[,}]");
  private static final Pattern PLURAL = Pattern.compile("\\{[a-zA-Z]+\\s*,\\s*plural\\s*,");
  private static final Pattern FORM = Pattern.compile("\\b(one|few|many|other)\\s*\\{");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choosing",
        "codes",
        "commands",
        "failures",
        "findings",
        "journal",
        "matching",
        "problems"
      })
  void no_text_has_two_apostrophes(String bundle) {
    for (String language : List.of("en", "ru")) {
      patterns(bundle, language)
          .forEach((key, pattern) -> assertThat(pattern).as(key).doesNotContain("''"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choosing",
        "codes",
        "commands",
        "failures",
        "findings",
        "journal",
        "matching",
        "problems"
      })
  void both_languages_have_the_same_keys(String bundle) {
    assertThat(patterns(bundle, "ru").keySet()).isEqualTo(patterns(bundle, "en").keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choosing",
        "codes",
        "commands",
        "failures",
        "findings",
        "journal",
        "matching",
        "problems"
      })
  void both_languages_use_the_same_values(String bundle) {
    Map<String, String> russian = patterns(bundle, "ru");

    patterns(bundle, "en")
        .forEach(
            (key, pattern) ->
                assertThat(arguments(Objects.requireNonNull(russian.get(key))))
                    .as(key)
                    .isEqualTo(arguments(pattern)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choosing",
        "codes",
        "commands",
        "failures",
        "findings",
        "journal",
        "matching",
        "problems"
      })
  void every_plural_has_all_forms_of_its_language(String bundle) {
    for (String language : List.of("en", "ru")) {
      SortedSet<String> needed =
          new TreeSet<>(
              language.equals("ru") ? List.of("one", "few", "many") : List.of("one", "other"));
      patterns(bundle, language)
          .forEach(
              (key, pattern) -> {
                Matcher plural = PLURAL.matcher(pattern);
                while (plural.find()) {
                  String inside = pattern.substring(plural.end(), closing(pattern, plural.start()));
                  assertThat(forms(inside)).as(language + " " + key).isEqualTo(needed);
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choosing",
        "codes",
        "commands",
        "failures",
        "findings",
        "journal",
        "matching",
        "problems"
      })
  void no_key_stands_twice(String bundle) throws IOException {
    for (String language : List.of("en", "ru")) {
      SortedSet<String> seen = new TreeSet<>();
      String text;
      try (Reader in = open(bundle, language)) {
        StringWriter out = new StringWriter();
        in.transferTo(out);
        text = out.toString();
      }
      for (String line : text.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          assertThat(seen.add(line.substring(0, line.indexOf('=')))).as(line).isTrue();
        }
      }
    }
  }

  @Test
  void every_kind_of_fact_has_a_title_in_both_languages() {
    for (String kind : FactKinds.names()) {
      for (Language language : Language.values()) {
        assertThat(Messages.of(language).keys()).contains("fact." + kind);
      }
    }
  }

  private static SortedSet<String> arguments(String pattern) {
    SortedSet<String> names = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(pattern);
    while (matcher.find()) {
      // A word of a plural form in braces is no argument; a form follows its name.
      String before = pattern.substring(0, matcher.start()).stripTrailing();
      if (!before.matches("(?s).*\\b(one|few|many|other)$")) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static SortedSet<String> forms(String inside) {
    SortedSet<String> forms = new TreeSet<>();
    Matcher matcher = FORM.matcher(inside);
    while (matcher.find()) {
      forms.add(matcher.group(1));
    }
    return forms;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new AssertionError("a brace is not closed: " + text);
  }

  @Test
  void every_built_in_attribute_is_named_in_both_languages() {
    for (Attribute attribute : Attribute.BUILT_IN) {
      assertThat(patterns("matching", "en")).containsKey("attribute." + attribute);
      assertThat(patterns("matching", "ru")).containsKey("attribute." + attribute);
    }
  }

  private static SortedMap<String, String> patterns(String bundle, String language) {
    Properties properties = new Properties();
    try (Reader in = open(bundle, language)) {
      properties.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    SortedMap<String, String> patterns = new TreeMap<>();
    properties.forEach((key, value) -> patterns.put((String) key, (String) value));
    return patterns;
  }

  private static Reader open(String bundle, String language) {
    return new InputStreamReader(
        Objects.requireNonNull(
            Messages.class.getResourceAsStream(bundle + "_" + language + ".properties")),
        StandardCharsets.UTF_8);
  }
}
