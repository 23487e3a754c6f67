package org.mentoring.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.text.Messages;

/** Hosts' validators read the texts from bundles of Jakarta's name; they are those of the core. */
class ValidationBundlesTest {
  private static final String PREFIX = "constraint.";

  /** Codes of Jakarta's own constraints, which have texts of their own in every validator. */
  private static final Set<String> STANDARD =
      Set.of("list.empty", "number.least", "number.most", "definition.size");

  @ParameterizedTest
  @CsvSource({
    "ContributorValidationMessages, en",
    "ContributorValidationMessages_en, en",
    "ContributorValidationMessages_ru, ru"
  })
  void the_bundle_holds_the_constraint_texts_of_the_core(String bundle, String language)
      throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    SortedMap<String, String> core = core(language);
    core.forEach(
        (key, text) -> {
          if (key.startsWith(PREFIX) && !STANDARD.contains(key.substring(PREFIX.length()))) {
            expected.put(key.substring(PREFIX.length()), text);
          }
        });

    assertThat(contributed(bundle)).isEqualTo(expected).hasSizeGreaterThan(40);
  }

  private static SortedMap<String, String> core(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            open(Messages.class, "problems_" + language + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return sorted(properties);
  }

  /** As validators read it: not in UTF-8. */
  private static SortedMap<String, String> contributed(String bundle) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(DraftMessages.class, "/" + bundle + ".properties")) {
      properties.load(in);
    }
    return sorted(properties);
  }

  private static InputStream open(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResourceAsStream(name), name);
  }

  private static SortedMap<String, String> sorted(Properties properties) {
    SortedMap<String, String> sorted = new TreeMap<>();
    properties.forEach((key, value) -> sorted.put((String) key, (String) value));
    return sorted;
  }
}
