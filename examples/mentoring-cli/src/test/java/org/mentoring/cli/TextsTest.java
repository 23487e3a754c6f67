package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)[,}]");

  @Test
  void both_languages_have_the_same_keys_with_the_same_values() {
    Set<String> english = keys(Language.EN);

    assertThat(keys(Language.RU)).isEqualTo(english);
    for (String key : english) {
      assertThat(places(Language.RU, key)).as(key).isEqualTo(places(Language.EN, key));
    }
  }

  @Test
  void no_text_of_the_library_is_replaced_by_one_of_this_program() {
    assertThat(keys(Language.EN)).doesNotContainAnyElementsOf(Messages.of(Language.EN).keys());
  }

  private static Set<String> keys(Language language) {
    return new TreeSet<>(Collections.list(Texts.in(language).help().getKeys()));
  }

  private static Set<String> places(Language language, String key) {
    Set<String> places = new TreeSet<>();
    PLACE
        .matcher(Texts.in(language).help().getString(key))
        .results()
        .forEach(result -> places.add(result.group(1)));
    return places;
  }
}
