package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 событие: сделано 1, 1 отказ; | 1 событие. | Предлагается 1 событие"
            + " | Не назван 1 муниципалитет | Пропущен 1 человек: | оказался повтором 1",
        "3 | 3 события: сделано 3, 3 отказа; | 3 события. | Предлагаются 3 события"
            + " | Не названы 3 муниципалитета | Пропущены 3 человека: | оказались повторами 3",
        "11 | 11 событий: сделано 11, 11 отказов; | 11 событий. | Предлагается 11 событий"
            + " | Не названо 11 муниципалитетов | Пропущено 11 человек: | оказались повторами 11",
        "21 | 21 событие: сделано 21, 21 отказ; | 21 событие. | Предлагается 21 событие"
            + " | Не назван 21 муниципалитет | Пропущен 21 человек: | оказался повтором 21"
      })
  void russian_nouns_and_verbs_go_with_their_numbers(
      int count,
      String happened,
      String surprises,
      String events,
      String withheld,
      String leftOut,
      String merged) {
    Texts texts = Texts.in(Language.RU);
    Value number = Value.of(count);
    Map<String, Value> sum =
        Map.of("all", number, "accepted", number, "refused", number, "surprises", number);

    assertThat(texts.say("replay.summary", sum)).startsWith(happened).endsWith(surprises);
    assertThat(texts.say("match.events", "count", count)).startsWith(events);
    assertThat(texts.say("public.withheld", "count", count)).startsWith(withheld);
    assertThat(texts.say("problems.title", "count", count)).isEqualTo(leftOut);
    assertThat(
            texts.say(
                "run.people",
                Map.of("read", number, "taken", number, "leftOut", number, "merged", number)))
        .endsWith(merged);
  }

  @Test
  void what_was_found_agrees_with_every_word_that_tells_its_shape() {
    Problem list =
        new Problem("shape.not-text", Place.of("a.yaml"), Map.of("found", "shape:LIST:3"));

    assertThat(Texts.in(Language.RU).say(list)).contains("Найдено: список из 3 значений;");
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
