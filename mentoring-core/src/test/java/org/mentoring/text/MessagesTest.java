package org.mentoring.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;
import org.mentoring.identity.Code;

class MessagesTest {
  private static final Messages RUSSIAN =
      Messages.of(Language.RU)
          .with(
              Map.of(
                  "test.meetings", "{n, plural, one {# встреча} few {# встречи} many {# встреч}}"));
  private static final Messages ENGLISH =
      Messages.of(Language.EN)
          .with(Map.of("test.meetings", "{n, plural, one {# meeting} other {# meetings}}"));

  @ParameterizedTest
  @CsvSource({
    "0,встреч",
    "1,встреча",
    "2,встречи",
    "4,встречи",
    "5,встреч",
    "11,встреч",
    "12,встреч",
    "14,встреч",
    "21,встреча",
    "22,встречи",
    "25,встреч",
    "101,встреча",
    "111,встреч",
    "112,встреч",
    "122,встречи"
  })
  void russian_words_follow_their_number(long number, String word) {
    assertThat(RUSSIAN.render("test.meetings", Map.of("n", Value.of(number))))
        .isEqualTo(number + " " + word);
  }

  @ParameterizedTest
  @CsvSource({
    "0,meetings",
    "1,meeting",
    "2,meetings",
    "11,meetings",
    "21,meetings",
    "101,meetings"
  })
  void english_words_follow_their_number(long number, String word) {
    assertThat(ENGLISH.render("test.meetings", Map.of("n", Value.of(number))))
        .isEqualTo(number + " " + word);
  }

  @Property
  boolean the_russian_form_depends_on_the_last_two_digits_alone(
      @ForAll @LongRange(min = 0, max = 1_000_000) long number) {
    String text = RUSSIAN.render("test.meetings", Map.of("n", Value.of(number)));
    String sameEnding = RUSSIAN.render("test.meetings", Map.of("n", Value.of(number % 100)));
    return text.substring(text.indexOf(' ')).equals(sameEnding.substring(sameEnding.indexOf(' ')));
  }

  @Test
  void values_may_stand_inside_a_plural_form() {
    Messages messages =
        Messages.of(Language.EN)
            .with(Map.of("k", "{n, plural, one {{who} has # place} other {{who} has # places}}"));

    assertThat(messages.render("k", Map.of("n", Value.of(2), "who", Value.of("m-1"))))
        .isEqualTo("m-1 has 2 places");
  }

  @Test
  void a_value_is_never_read_as_a_pattern() {
    Messages messages = Messages.of(Language.EN).with(Map.of("k", "found {found}"));

    assertThat(messages.render("k", Map.of("found", Value.of("{n, plural, #}"))))
        .isEqualTo("found {n, plural, #}");
    Messages counted =
        Messages.of(Language.EN).with(Map.of("k", "{n, plural, other {# of {who}}}"));
    assertThat(counted.render("k", Map.of("n", Value.of(3), "who", Value.of("{n}#"))))
        .isEqualTo("3 of {n}#");
  }

  @Test
  void a_missing_key_a_missing_value_and_a_broken_pattern_are_bugs_with_a_code() {
    Messages broken = Messages.of(Language.EN).with(Map.of("k", "{n", "p", "{n, plural, one {x}}"));

    assertThatThrownBy(() -> broken.render("no.such.key"))
        .isInstanceOf(MentoringException.class)
        .hasMessageContaining("message.unknown");
    assertThatThrownBy(() -> broken.render("k", Map.of("n", Value.of(1))))
        .hasMessageContaining("message.broken");
    assertThatThrownBy(() -> broken.render("p", Map.of("n", Value.of(2))))
        .hasMessageContaining("no form for 2");
    assertThatThrownBy(() -> broken.render("p", Map.of())).hasMessageContaining("no value for 'n'");
  }

  @Test
  void a_problem_without_a_text_is_still_told_with_its_place() {
    Problem problem =
        new Problem("never.heard-of", new Place("people.csv", 7, 0, "born"), Map.of("found", "x"));

    assertThat(RUSSIAN.render(problem)).isEqualTo("people.csv:7 born: never.heard-of {found=x}");
  }

  @Test
  void the_likest_words_are_proposed_first() {
    assertThat(Vocabulary.nearest(Code.of("JUVENILE_AFFAIRS_COMISSION"), List.of()))
        .startsWith("JUVENILE_AFFAIRS_COMMISSION");
    assertThat(Vocabulary.nearest(Code.of("CHESS_CLUP"), List.of(Code.of("CHESS_CLUB"))))
        .startsWith("CHESS_CLUB");
  }
}
