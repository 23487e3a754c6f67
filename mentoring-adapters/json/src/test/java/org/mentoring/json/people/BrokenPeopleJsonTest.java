package org.mentoring.json.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoring.failure.Problem;
import org.mentoring.text.Language;
import org.mentoring.text.Messages;
import org.mentoring.validation.people.PeopleImport;

/**
 * Each kind of broken people has its own code, its line and a text in both languages; the good ones
 * stay wherever the document as a whole can be read.
 */
class BrokenPeopleJsonTest {
  /** The broken piece stands alone on line 4, between two good people on lines 2 and 6. */
  private static final String FRAME =
      """
      {"participants": [
        {"id": "good-1", "facts": [{"kind": "birth", "date": "2006-05-14"}]},
        {
          %s
        },
        {"id": "good-2", "facts": [{"kind": "birth", "date": "2006-05-14"}]}
      ]}
      """;

  @ParameterizedTest(name = "{0} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "id of a wrong type; \"id\": 15; shape.not-text",
        "id that is null; \"id\": null; shape.null",
        "no id; \"facts\": []; people.id-missing",
        "malformed id; \"id\": \"Иван\"; people.id-malformed",
        "unknown key; \"id\": \"b\", \"fakts\": []; people.person-key-unknown",
        "duplicate key; \"id\": \"b\", \"id\": \"c\"; shape.key-twice",
        "unknown kind of party; \"id\": \"b\", \"kind\": \"ROBOT\"; people.kind-unknown",
        "facts are no list; \"id\": \"b\", \"facts\": {}; shape.not-list",
        "a fact is no object; \"id\": \"b\", \"facts\": [5]; shape.not-object",
        "reference without a key; \"id\": \"b\", \"references\": [{\"system\": \"portal\"}]; people.reference-malformed",
        "reference of numbers; \"id\": \"b\", \"references\": [{\"system\": \"portal\", \"value\": 7}]; shape.not-text"
      })
  void a_broken_person_is_told_and_the_others_are_kept(String what, String piece, String code)
      throws IOException {
    PeopleImport read = read(FRAME.formatted(piece));

    assertThat(read.problems()).as(what).extracting(Problem::code).containsExactly(code);
    assertThat(read.problems().get(0).place().line()).isIn(3, 4);
    assertTheGoodOnesAreKept(read);
  }

  @ParameterizedTest(name = "{0} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a fraction; \"kind\": \"mentoring-capacity\", \"mentees\": 16.9; people.not-whole-number",
        "a text for a number; \"kind\": \"mentoring-capacity\", \"mentees\": \"15\"; people.not-whole-number",
        "truth for a number; \"kind\": \"mentoring-capacity\", \"mentees\": true; people.not-whole-number",
        "null for a number; \"kind\": \"mentoring-capacity\", \"mentees\": null; shape.null",
        "null for what may be absent; \"kind\": \"position-held\", \"position\": \"MENTOR\", \"practice\": null; shape.null",
        "a huge number; \"kind\": \"mentoring-capacity\", \"mentees\": 1e1000000000; shape.number-exponent",
        "a long number; \"kind\": \"mentoring-capacity\", \"mentees\": 123456789012345678901234567890; shape.number-long",
        "a number beyond an integer; \"kind\": \"mentoring-capacity\", \"mentees\": 9876543210; people.number-huge",
        "a number out of range; \"kind\": \"mentoring-capacity\", \"mentees\": 1001; people.out-of-range",
        "a key twice; \"kind\": \"mentoring-capacity\", \"mentees\": 1, \"mentees\": 2; shape.key-twice",
        "a broken key twice; \"kind\": \"mentoring-capacity\", \"mentees\": 1e9, \"mentees\": 2; shape.number-exponent+shape.key-twice",
        "a number of twenty digits; \"kind\": \"mentoring-capacity\", \"mentees\": 12345678901234567890; people.number-huge",
        "a value missing; \"kind\": \"mentoring-capacity\"; people.value-missing",
        "an unknown value; \"kind\": \"mentoring-capacity\", \"mentees\": 1, \"menteees\": 2; people.value-unknown",
        "a number for a text; \"kind\": \"interest\", \"topic\": 5; people.not-text",
        "a text for a list; \"kind\": \"availability\", \"windows\": \"MON 15:00-18:00\"; people.not-list",
        "an unknown kind; \"kind\": \"intrest\", \"topic\": \"chess\"; people.fact-kind-unknown",
        "no kind; \"topic\": \"chess\"; people.fact-kind-missing",
        "a kind of a wrong type; \"kind\": 5, \"topic\": \"chess\"; shape.not-text",
        "a control character; \"kind\": \"interest\", \"topic\": \"che\\u0007ss\"; shape.control-character",
        "half a character; \"kind\": \"interest\", \"topic\": \"che\\ud800ss\"; shape.surrogate"
      })
  void a_broken_fact_is_told_and_the_others_are_kept(String what, String piece, String codes)
      throws IOException {
    String fact = "{" + piece + ", \"from\": \"2020-09-01\"}";
    PeopleImport read = read(FRAME.formatted("\"id\": \"b\", \"facts\": [" + fact + "]"));

    assertThat(read.problems())
        .as(what)
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(codes.split("\\+"));
    assertThat(read.problems()).allMatch(problem -> problem.place().line() == 4);
    assertTheGoodOnesAreKept(read);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2020-02-30, people.date-nonexistent",
    "01.09.2020, people.date-malformed",
    "3020-09-01, people.date-range"
  })
  void a_date_that_is_none_is_told(String from, String code) throws IOException {
    String fact = "{\"kind\": \"interest\", \"topic\": \"chess\", \"from\": \"" + from + "\"}";
    PeopleImport read = read(FRAME.formatted("\"id\": \"b\", \"facts\": [" + fact + "]"));

    assertThat(read.problems()).extracting(Problem::code).containsExactly(code);
    assertTheGoodOnesAreKept(read);
  }

  @ParameterizedTest(name = "from {0} is {1}")
  @CsvSource({"20200901, shape.not-text", "null, shape.null"})
  void a_beginning_of_a_wrong_type_is_not_told_again_as_missing(String from, String code)
      throws IOException {
    String fact = "{\"kind\": \"interest\", \"topic\": \"chess\", \"from\": " + from + "}";
    PeopleImport read = read(FRAME.formatted("\"id\": \"b\", \"facts\": [" + fact + "]"));

    assertThat(read.problems()).extracting(Problem::code).containsExactly(code);
  }

  @ParameterizedTest(name = "{0} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "an empty file; ``; shape.empty; 0",
        "white space alone; ` \n `; shape.empty; 0",
        "a list at the root; `[]`; people.not-participants; 1",
        "no participants; `{}`; people.not-participants; 1",
        "participants of a wrong type; `{\n\"participants\": 5}`; shape.not-list; 2",
        "trailing content; `{\"participants\": []}\n{}`; shape.trailing; 2",
        "cut off; `{\"participants\": [\n{\"id\": \"a\"`; shape.ends-early; 2",
        "not JSON; `{\"participants\": [\n{id: \"a\"}]}`; shape.syntax; 2",
        "a comma too many; `{\"participants\": [\n{\"id\": \"a\"},]}`; shape.syntax; 2",
        "not a number; `{\"participants\": [\nNaN]}`; shape.number-not-finite; 2"
      })
  void a_document_that_cannot_be_read_is_told(String what, String text, String code, int line)
      throws IOException {
    PeopleImport read = read(text);

    assertThat(read.problems()).as(what).extracting(Problem::code).containsExactly(code);
    assertThat(read.problems().get(0).place().line()).isEqualTo(line);
    assertThat(read.accepted()).isEmpty();
  }

  @Test
  void keys_that_are_not_known_are_never_repeated() throws IOException {
    PeopleImport read =
        read(
            """
            {"participants": [
              {"id": "a", "SECRET 1971-07-17": 1},
              {"id": "b", "facts": [{"kind": "birth", "date": "1971-07-17", "SECRET.x": 1}]},
              {"id": "c", "SECRET": 1, "SECRET": {"SECRET": 1e9, "x": [1e9]}},
              {"id": "d", "facts": [{"kind": "interest", "topic": 1, "SECRET": null}]}
            ], "SECRET": 5}
            """);

    assertThat(read.problems()).hasSizeGreaterThan(6);
    assertThat(read.problems().toString()).doesNotContain("SECRET").doesNotContain("1971");
  }

  @Test
  void a_flat_person_is_led_to_the_facts() throws IOException {
    PeopleImport person = read("{\"id\": \"a\", \"born\": \"2006-05-14\"}");
    assertThat(Messages.of(Language.EN).render(person.problems().get(0)))
        .contains("{\"participants\": [");

    PeopleImport inside = read("{\"participants\": [{\"id\": \"a\", \"born\": \"2006-05-14\"}]}");
    assertThat(Messages.of(Language.EN).render(inside.problems().get(0)))
        .contains("{\"kind\": \"birth\", \"date\":")
        .doesNotContain("2006-05-14\"}]}]}");
  }

  @Test
  void a_missing_value_is_named_and_a_number_is_told_by_its_shape() throws IOException {
    PeopleImport read = read(FRAME.formatted("\"id\": \"b\", \"facts\": [{\"kind\": \"birth\"}]"));
    assertThat(Messages.of(Language.EN).render(read.problems().get(0))).contains("value date");

    PeopleImport number =
        read(
            FRAME.formatted(
                "\"id\": \"b\", \"facts\": [{\"kind\": \"mentoring-capacity\", \"mentees\": 1e9}]"));
    assertThat(number.problems().toString()).contains("shape:EXPONENT").doesNotContain("9e9");
  }

  @Test
  void deep_nesting_is_refused_at_its_line() throws IOException {
    String deep = "[\n".repeat(100) + "]".repeat(100);
    PeopleImport read = read("{\"participants\": [{\"id\": \"a\", \"facts\": " + deep + "}]}");

    assertThat(read.problems()).extracting(Problem::code).containsExactly("shape.deep");
    assertThat(read.problems().get(0).place().line()).isBetween(10, 17);
  }

  @Test
  void wrong_encodings_are_told() throws IOException {
    String text = "{\"participants\": [\n{\"id\": \"Иван\"}]}";

    PeopleImport cyrillic = read(text.getBytes(Charset.forName("windows-1251")));
    assertThat(cyrillic.problems()).extracting(Problem::code).containsExactly("shape.not-utf-8");
    assertThat(cyrillic.problems().get(0).place().line()).isEqualTo(2);
    assertThat(read(text.getBytes(StandardCharsets.UTF_16)).problems())
        .extracting(Problem::code)
        .containsExactly("shape.utf-16");
  }

  @Test
  void two_ids_alike_are_both_left_out_and_each_names_the_other_line() throws IOException {
    PeopleImport read =
        read("{\"participants\": [\n{\"id\": \"a\"},\n{\"id\": \"b\"},\n{\"id\": \"a\"}]}");

    assertThat(read.problems()).extracting(Problem::code).containsOnly("people.id-twice");
    assertThat(read.problems()).extracting(each -> each.place().line()).containsExactly(2, 4);
    assertThat(read.problems().get(0).parameters()).containsEntry("others", "4");
    assertThat(read.accepted()).extracting(each -> each.id().value()).containsExactly("b");
  }

  @Test
  void two_people_whose_ids_cannot_be_read_are_not_said_to_have_the_same_id() throws IOException {
    PeopleImport read = read("{\"participants\": [\n{\"id\": 1},\n{\"id\": 2},\n7,\n8]}");

    assertThat(read.problems())
        .extracting(Problem::code)
        .containsExactly(
            "shape.not-text", "shape.not-text", "shape.not-object", "shape.not-object");
    assertThat(read.read()).isEqualTo(4);
  }

  @Test
  void an_unknown_kind_of_fact_is_answered_with_the_nearest() throws IOException {
    PeopleImport read =
        read(
            "{\"participants\": [{\"id\": \"a\", \"facts\": [{\"kind\": \"trainning\", \"from\": \"2020-09-01\"}]}]}");

    assertThat(read.problems().get(0).parameters().get("maybe")).isEqualTo("training");
    assertThat(Messages.of(Language.EN).render(read.problems().get(0)))
        .contains("Maybe training?")
        .doesNotContain("trainning");
  }

  @Test
  void all_faults_of_several_people_are_told_at_once() throws IOException {
    PeopleImport read =
        read(
            """
            {"participants": [
              {"id": 1, "kind": "ROBOT"},
              {"id": "good-1"},
              {"id": "b", "colour": "red", "facts": [
                {"kind": "birth", "date": "2006-02-30"},
                {"kind": "training", "minutes": "480", "from": null}
              ]}
            ]}
            """);

    assertThat(read.problems())
        .extracting(problem -> problem.place().line() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "2 shape.not-text",
            "2 people.kind-unknown",
            "4 people.person-key-unknown",
            "5 people.date-nonexistent",
            "6 people.not-whole-number",
            "6 people.value-missing",
            "6 people.value-missing",
            "6 people.value-missing",
            "6 shape.null");
    assertThat(read.accepted()).extracting(each -> each.id().value()).containsExactly("good-1");
  }

  private static void assertTheGoodOnesAreKept(PeopleImport read) {
    assertThat(read.accepted())
        .extracting(each -> each.id().value())
        .containsExactly("good-1", "good-2");
    assertThat(read.refused()).isEqualTo(1);
  }

  private static PeopleImport read(String text) throws IOException {
    return read((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
  }

  private static PeopleImport read(byte[] bytes) throws IOException {
    PeopleImport read =
        PeopleJsonReader.open().read(new ByteArrayInputStream(bytes), "people.json");
    for (Problem problem : read.problems()) {
      for (Language language : List.of(Language.values())) {
        assertThat(Messages.of(language).keys()).contains("problem." + problem.code());
        assertThat(Messages.of(language).render(problem))
            .doesNotContainPattern("\\{[a-z]")
            .doesNotContain("shape:")
            .doesNotContain("Иван");
      }
    }
    return read;
  }
}
