package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.cli.Shell.Answer;

/** How far a replayed year meets a standard; the guide of the year shows the table. */
class ConformanceCommandTest {
  private static final Path YEAR =
      Path.of("..", "mentorship-year", "src/main/resources/org/mentoring/year/tyumen-year.yaml");
  private static final String AS_OF = "2021-05-28";

  @TempDir Path folder;

  private static Answer asked(String pack, String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of("conformance", YEAR.toString(), "--pack", pack, "--as-of", AS_OF, "--quiet"));
    arguments.addAll(List.of(further));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void every_case_is_told_to_other_programs() {
    Answer json = asked("eepm-4", "--format", "json");
    assertThat(json.exitCode()).as(json.err()).isEqualTo(ExitCode.OK);
    assertThat(json.out())
        .contains("\"standard\" : \"eepm-4@1.0.0\"")
        .contains("\"participant\" : \"oak\"")
        .contains("\"state\" : \"MET\"")
        .contains("\"unjudged\" : \"BY_PEOPLE\"");

    Answer csv = asked("eepm-4", "--format", "csv");
    assertThat(csv.out())
        .contains("written-application,EEPM,adolescents,pair,oak,MET,,,")
        .contains("references,EEPM,adolescents,pair,oak,NOT_RECORDED,eepm-references,");
  }

  @Test
  void for_a_public_page_there_is_neither_a_name_nor_a_small_group() {
    for (String format : List.of("table", "json", "csv")) {
      Answer answer = asked("eepm-4", "--public", "--format", format);
      assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
      assertThat(answer.out()).doesNotContain("oak", "starling", "pair");
    }
    assertThat(asked("eepm-4", "--public").out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(" commitment to a year not told", " rematch policy 1 of 1 met");
    assertThat(asked("eepm-4", "--public", "--lang", "ru").out())
        .contains("не сообщается", "выполнено 1 из 1");
  }

  @Test
  void a_standard_of_later_days_has_no_case_and_a_file_is_a_standard_too() throws IOException {
    assertThat(asked("eepm-5").out()).contains("no case").doesNotContain("of 1 met");
    Path file =
        Files.writeString(
            folder.resolve("ours.yaml"),
            """
            id: ours
            version: 1.0.0
            layer: STANDARD
            title: {en: Ours, ru: Наш}
            rules:
              - {code: agreed, change: {kind: agreement, by: [MENTOR]}, cite: ours}
              - {code: never, change: {kind: never-waived, names: [consent]}, cite: ours}
            """);
    assertThat(asked(file.toString()).out().lines().map(String::strip))
        .contains(
            "Ours (ours@1.0.0)",
            "agreed  1 of 1 met",
            "never   a rule over the definition, not judged case by case");
  }

  @Test
  void what_ended_before_the_time_is_left_out_and_an_unknown_standard_is_told() {
    assertThat(asked("eepm-4", "--from", "2021-05-28").out()).contains("no case");
    Answer unknown = asked("eepm-6");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(unknown.err()).contains("eepm-4");
    assertThat(asked("eepm-4", "--from", "2021-06-28").exitCode()).isNotEqualTo(ExitCode.OK);
  }

  @Test
  void a_public_page_is_of_all_time_so_that_a_first_day_is_refused_and_not_left_unread() {
    for (String language : List.of("en", "ru")) {
      Answer answer = asked("eepm-4", "--public", "--from", "2021-01-01", "--lang", language);
      assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(answer.out()).isEmpty();
      assertThat(answer.err()).contains("--from", "--public");
    }
  }
}
