package org.mentoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Problem;
import org.mentoring.json.document.DocumentFormat;
import org.mentoring.programme.ProgrammeDefinition;

class BrokenPacksTest {
  private static DefinitionReader reader;

  @BeforeAll
  static void open() {
    reader = DefinitionReader.open();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  static List<BrokenPack> broken() {
    return BrokenPack.all();
  }

  private static ProgrammeDefinition programme() {
    return reader.read(
        "whole", BrokenLife.WHOLE.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
  }

  private static List<Problem> problems(BrokenPack broken) {
    if (!broken.laid()) {
      return reader.checkPack("pack", broken.bytes(), DocumentFormat.YAML).problems();
    }
    try {
      ProgrammeDefinition unused =
          programme()
              .withPacks(List.of(reader.readPack("pack", broken.bytes(), DocumentFormat.YAML)));
      return List.of();
    } catch (InvalidDefinition refusal) {
      return refusal.problems();
    }
  }

  /** The programme with the pack written into its own document. */
  private static String within(BrokenPack broken) {
    return BrokenLife.WHOLE
        + "packs:\n  - "
        + broken.text().stripTrailing().replace("\n", "\n    ")
        + "\n";
  }

  @ParameterizedTest
  @MethodSource("broken")
  void each_broken_pack_has_exactly_its_own_fault(BrokenPack broken) {
    assertThat(problems(broken)).extracting(Problem::code).containsExactly(broken.code());
    Problem problem = problems(broken).get(0);
    if (broken.laid()) {
      assertThat(problem.place().source()).isEqualTo("law@1.0.0");
      assertThat(problem.place().path()).startsWith("rule:");
    } else {
      assertThat(problem.place().line()).as("line").isEqualTo(broken.line());
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_pack_within_a_definition_is_told_by_lines_of_its_document(BrokenPack broken) {
    List<Problem> problems =
        reader
            .check("within", within(broken).getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML)
            .problems();
    assertThat(problems).extracting(Problem::code).contains(broken.code());
    int before = (int) BrokenLife.WHOLE.lines().count() + 1;
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals(broken.code()))
        .allSatisfy(problem -> assertThat(problem.place().line()).isGreaterThan(before));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void each_fault_is_told_in_russian_and_in_english(BrokenPack broken) {
    ToldFaults.inBothLanguages(problems(broken).get(0));
  }

  /**
   * The approved texts lie in broken-packs.txt; a changed message shows there. To renew the file:
   * run this test with -Dpack-messages.write=FILE.
   */
  @Test
  void the_messages_read_as_approved() throws IOException {
    ToldFaults.asApproved(
        BrokenPack.all(),
        BrokenPack::name,
        BrokenPacksTest::problems,
        "broken-packs.txt",
        "pack-messages.write");
  }

  @Test
  void there_are_at_least_30_of_at_least_20_kinds() {
    assertThat(BrokenPack.all()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(BrokenPack.all().stream().map(BrokenPack::code).distinct().count())
        .isGreaterThanOrEqualTo(20);
  }

  @Test
  void the_pack_that_is_broken_here_in_so_many_ways_is_whole_without() {
    assertThat(
            programme()
                .withPacks(
                    List.of(
                        reader.readPack(
                            "whole",
                            BrokenPack.WHOLE.getBytes(StandardCharsets.UTF_8),
                            DocumentFormat.YAML)))
                .packs())
        .hasSize(1);
  }
}
