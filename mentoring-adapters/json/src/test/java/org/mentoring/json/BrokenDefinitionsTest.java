package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.json.document.ReadLimits;

class BrokenDefinitionsTest {
  private static DefinitionReader reader;

  @BeforeAll
  static void open() {
    reader = DefinitionReader.open();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  static List<BrokenDefinition> broken() {
    return BrokenDefinition.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void each_broken_definition_has_exactly_its_own_fault_at_its_own_line(BrokenDefinition broken) {
    List<Problem> problems = problems(broken);

    assertThat(problems).extracting(Problem::code).containsExactly(broken.code());
    assertThat(problems.get(0).place().line()).as("line").isEqualTo(broken.line());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void each_fault_is_told_in_russian_and_in_english(BrokenDefinition broken) {
    ToldFaults.inBothLanguages(problems(broken).get(0));
  }

  private static List<Problem> problems(BrokenDefinition broken) {
    return reader.check("broken", broken.bytes(), broken.format()).problems();
  }

  /**
   * The approved texts lie in broken-messages.txt; a changed message shows there. To renew the
   * file: run this test with -Dmessages.write=FILE.
   */
  @Test
  void the_messages_read_as_approved() throws IOException {
    ToldFaults.asApproved(
        BrokenDefinition.all(),
        BrokenDefinition::name,
        BrokenDefinitionsTest::problems,
        "broken-messages.txt",
        "messages.write");
  }

  @Test
  void there_are_at_least_25_kinds() {
    assertThat(BrokenDefinition.all().stream().map(BrokenDefinition::code).distinct().count())
        .isGreaterThanOrEqualTo(25);
  }

  @Test
  void all_faults_of_a_file_are_told_at_once_by_line() {
    String text =
        BrokenDefinition.WHOLE
            .replace("version: 1.0.0", "version: one")
            .replace("at-least: 10", "at-least: 16.9")
            .replace("minutes: 480", "minutes: 0")
            .replace("any-of: [AT_RISK]", "any-of: [AT_RISC]")
            .replace("needs: [consent]", "needs: [konsent]")
            .replace("policy: OPTIMAL", "policy: BEST");

    List<Problem> problems =
        reader
            .check("many.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
            .problems();

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(
            "version.malformed",
            "code.unknown",
            "shape.not-integer",
            "requirement.unknown",
            "number.least",
            "shape.not-choice");
    assertThat(problems).extracting(problem -> problem.place().line()).isSorted().doesNotContain(0);
  }

  @Test
  void a_broken_completion_does_not_make_what_it_asks_for_unknown() {
    String text =
        BrokenLife.WHOLE
            .replace("requires: [GRADUATION_EVENT]", "at-least: P0D")
            .replace("never: [consent,", "never: [SUMMING_UP.MENTOR, MENTEE, consent,");

    assertThat(
            reader
                .check("broken", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                .problems())
        .extracting(Problem::code)
        .containsExactly("period.notPositive");
  }

  @Test
  void an_alias_does_not_make_every_key_missing() {
    List<Problem> problems =
        reader
            .check(
                "alias.yaml",
                "id: &a [x]\nversion: *a\n".getBytes(StandardCharsets.UTF_8),
                DocumentFormat.YAML)
            .problems();

    assertThat(problems)
        .extracting(Problem::code)
        .contains("shape.anchor", "shape.alias")
        .doesNotContain("shape.key-missing");
  }

  @Test
  void a_faulty_part_causes_no_further_complaint_that_it_is_missing() {
    String text =
        BrokenDefinition.WHOLE.replace(
            "{id: consent, kind: consent, by: GUARDIAN,", "{id: consent, kind: consent, by: 7,");

    assertThat(
            reader
                .check("one.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                .problems())
        .extracting(Problem::code)
        .containsExactly("shape.not-text");
  }

  @Test
  void a_faulty_policy_and_capacity_cause_no_complaint_of_what_depends_on_them() {
    String text =
        BrokenDefinition.WHOLE
            .replace("policy: OPTIMAL", "policy: STABEL")
            .replace("arrangements: [INDIVIDUAL]", "arrangements: [GROUP]")
            .replace(
                "capacity: {usual: 1, most: 3, cite: choice}",
                """
                capacity: {usual: 1, most: many, cite: choice}
                      proposing: MENTEE
                      group: {least: 3, most: 30, cite: choice}""");

    assertThat(
            reader
                .check("two.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                .problems())
        .extracting(Problem::code)
        .containsExactly("shape.not-choice", "shape.not-integer");
  }

  @Test
  void limits_can_be_set() {
    byte[] whole = BrokenDefinition.WHOLE.getBytes(StandardCharsets.UTF_8);
    try (DefinitionReader small = DefinitionReader.open(new ReadLimits(100, 64, 20));
        DefinitionReader flat = DefinitionReader.open(new ReadLimits(100_000, 3, 20))) {
      assertThat(small.check("whole", whole, DocumentFormat.YAML).problems())
          .extracting(Problem::code)
          .containsExactly("shape.large");
      assertThat(flat.check("whole", whole, DocumentFormat.YAML).problems())
          .extracting(Problem::code)
          .containsExactly("shape.deep");
    }
  }

  @Test
  void the_definition_that_is_broken_here_in_so_many_ways_is_whole_without() {
    assertThat(
            reader
                .check(
                    "whole",
                    BrokenDefinition.WHOLE.getBytes(StandardCharsets.UTF_8),
                    DocumentFormat.YAML)
                .problems())
        .isEmpty();
  }

  @Test
  void so_is_the_one_that_says_how_mentorships_live() {
    assertThat(
            reader
                .check(
                    "whole", BrokenLife.WHOLE.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                .problems())
        .isEmpty();
  }

  @Test
  void a_faulty_activity_causes_no_complaint_of_what_is_due() {
    String text = BrokenLife.WHOLE.replace("shape: REPORT, about", "shape: RAPPORT, about");

    assertThat(
            reader
                .check("one.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                .problems())
        .extracting(Problem::code)
        .containsExactly("shape.not-choice");
  }

  @Test
  void words_that_other_yaml_readers_take_for_truth_or_numbers_stay_text() {
    for (String word :
        List.of("no", "yes", "on", "off", "No", "True", "0x10", "1_000", "12:30", "NULL")) {
      String text =
          BrokenDefinition.WHOLE.replace("title: {en: Whole,", "title: {en: " + word + ",");
      assertThat(
              reader
                  .read(word, text.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
                  .title()
                  .en())
          .isEqualTo(word);
    }
  }

  @Test
  void a_byte_order_mark_is_allowed() {
    byte[] bytes = ("\uFEFF" + BrokenDefinition.WHOLE).getBytes(StandardCharsets.UTF_8);

    assertThat(reader.check("whole", bytes, DocumentFormat.YAML).problems()).isEmpty();
  }

  static Stream<String> encodings() {
    return Stream.of("UTF-16", "UTF-16LE", "UTF-16BE", "windows-1251");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void other_encodings_are_named_and_not_guessed(String encoding) {
    byte[] bytes = BrokenDefinition.WHOLE.getBytes(Charset.forName(encoding));
    List<String> codes = new ArrayList<>();
    reader
        .check("whole", bytes, DocumentFormat.YAML)
        .problems()
        .forEach(problem -> codes.add(problem.code()));

    assertThat(codes)
        .containsExactly(encoding.startsWith("UTF-16") ? "shape.utf-16" : "shape.not-utf-8");
  }

  @Test
  void a_number_that_would_exhaust_the_memory_is_never_expanded() {
    for (String number : List.of("1e1000000000", "9".repeat(1_000_000))) {
      String json = "{\"id\": \"x\", \"version\": " + number + "}";
      assertThat(
              reader
                  .check("huge", json.getBytes(StandardCharsets.UTF_8), DocumentFormat.JSON)
                  .problems())
          .extracting(Problem::code)
          .containsAnyOf("shape.number-exponent", "shape.number-long");
    }
  }
}
