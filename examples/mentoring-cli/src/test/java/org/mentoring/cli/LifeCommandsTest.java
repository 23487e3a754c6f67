package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** run, due, complete and progress over a file of dated happenings. */
class LifeCommandsTest {
  private static final Path GUIDE = Path.of("..", "mentorship-year");
  private static final Path YEARS = GUIDE.resolve("src/main/resources/org/mentoring/year");
  private static final Path TYUMEN = YEARS.resolve("tyumen-year.yaml");
  private static final Pattern CONSOLE =
      Pattern.compile("(?ms)^```console\\n\\$ mentoring (.*?)\\n(.*?)\\n```$");
  private static final String SMALL =
      """
      programme: tyumen-2020
      by: {id: c-1, capacity: MENTORING_CENTRE, organisation: centre}
      people: {anna: {}, boris: {}}
      happenings:
        - {on: 2020-10-01, do: assign, mentors: [boris], mentees: [anna], as: pair}
        - {on: 2020-10-02, known: 2020-10-05, do: start, mentorship: pair}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void the_guide_shows_what_the_commands_print(String file) throws IOException {
    List<MatchResult> blocks =
        CONSOLE.matcher(Files.readString(GUIDE.resolve(file))).results().toList();

    assertThat(blocks).hasSize(5);
    for (MatchResult block : blocks) {
      List<String> arguments = new ArrayList<>(Arrays.asList(block.group(1).split(" ")));
      arguments.set(1, YEARS.resolve(arguments.get(1)).toString());
      arguments.add("--quiet");
      Shell.Answer answer = Shell.run(arguments.toArray(String[]::new));

      assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
      assertThat(masked(answer.out()))
          .containsSubsequence(
              masked(block.group(2)).stream().filter(line -> !line.equals("...")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tyumen-year.yaml", "irkutsk-year.yaml"})
  void a_year_runs_to_its_end_as_its_file_says(String file) {
    Shell.Answer answer = Shell.run("run", YEARS.resolve(file).toString());

    assertThat(answer.exitCode()).as(answer.out()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).contains("0 do not come as the file says.");
  }

  @Test
  void a_surprise_stops_the_run_with_its_place_and_all_findings() throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), SMALL);

    Shell.Answer stopped = Shell.run("run", file.toString());
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(stopped.out())
        .contains("small.yaml:5:5")
        .contains("--keep-going")
        .doesNotContain("start");

    Shell.Answer told = Shell.run("run", file.toString(), "--keep-going", "--lang", "ru");
    assertThat(told.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(told.out())
        .contains("не проиграно: pair не существует")
        .contains("(стало известно 2020-10-05)");

    Shell.Answer due = Shell.run("due", file.toString(), "--as-of", "2020-10-10");
    assertThat(due.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(due.err())
        .contains("small.yaml:5:5")
        .contains("assign")
        .contains("expected: done; came: refused")
        .contains("run");
    assertThat(due.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | expected: done; came: refused | expected: refused; came: done"
            + " | expected findings: consent.missing; came: command.participant-exists"
            + " | expected: ELIGIBLE; came: NOT YET | expected findings: none; came: age.unknown"
            + " | expected this many: 3; came: 0",
        "ru | ожидалось: сделано; вышло: отказ | ожидалось: отказ; вышло: сделано"
            + " | ожидались выводы: consent.missing; вышли: command.participant-exists"
            + " | ожидалось: ДОПУЩЕН; вышло: ПОКА НЕТ | ожидались выводы: никаких; вышли: age.unknown"
            + " | ожидалось количество: 3; вышло: 0"
      })
  void a_surprise_tells_what_the_file_says_and_what_came(
      String language,
      String refused,
      String done,
      String findings,
      String verdict,
      String further,
      String count)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("surprises.yaml"),
            SMALL.substring(0, SMALL.indexOf("  - {on"))
                + """
                  - {on: 2020-10-01, do: assign, mentors: [boris], mentees: [anna]}
                  - {on: 2020-10-02, do: register, who: vera, expect-refused: [consent.missing]}
                  - {on: 2020-10-03, do: register, who: vera, expect-refused: [consent.missing]}
                  - {on: 2020-10-04, do: decide, who: anna, position: MENTEE, verdict: ELIGIBLE, findings: []}
                  - {on: 2020-10-05, do: obligations, who: anna, count: 3}
                """);

    String out = Shell.run("run", file.toString(), "--keep-going", "--lang", language).out();

    assertThat(out).contains(refused, done, findings, verdict, further, count);
    assertThat(Shell.run("run", file.toString(), "--keep-going", "--format", "json").out())
        .contains("\"matter\" : \"VERDICT\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TABLE", "JSON", "CSV"})
  void what_rests_on_events_that_came_to_nothing_is_told_with_its_place(String format)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("nobody.yaml"),
            SMALL.substring(0, SMALL.indexOf("  - {on"))
                + """
                  - {on: 2020-10-01, do: propose, as: autumn}
                  - {on: 2020-10-01, do: plan-events, proposal: autumn, dates: [], as: days}
                  - {on: 2020-10-02, do: rank, events: days, who: anna, position: MENTEE, order: [boris]}
                  - {on: 2020-10-03, do: close-events, events: days}
                """);

    Shell.Answer answer = Shell.run("run", file.toString(), "--keep-going", "--format", format);

    assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(answer.out()).contains("days").contains("close-events");
    if (format.equals("TABLE")) {
      assertThat(answer.out()).contains("nobody.yaml:7:5").contains("nobody.yaml:8:5");
    }
  }

  @Test
  void a_value_that_a_command_does_not_take_leaves_what_was_played_on_the_screen()
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("unfit.yaml"),
            SMALL.substring(0, SMALL.indexOf("  - {on"))
                + """
                  - {on: 2020-10-01, do: record, who: anna, fact: {kind: interest, topic: chess}}
                  - {on: 2020-10-01, do: decide, who: anna, position: MENTEE}
                  - {on: 2020-10-02, do: waive, requirement: x, who: anna, reason: r, from: 2020-10-05, until: 2020-10-01}
                """);

    Shell.Answer answer = Shell.run("run", file.toString(), "--keep-going", "--lang", "ru");

    assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(answer.out()).contains("register").contains("unfit.yaml:7:5");
    assertThat(answer.err()).doesNotContain("validity.empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TABLE | en | starling: it has a mentorship in this practice already",
        "TABLE | ru | Не вошёл 1 наставляемый в предложение:",
        "JSON | en | \"reason\" : \"IN_MENTORSHIP\"",
        "CSV | ru | starling,IN_MENTORSHIP,у него уже есть наставничество"
      })
  void who_has_a_mentorship_already_is_told_to_be_left_out_of_a_proposal(
      String format, String language, String expected) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("again.yaml"),
            Files.readString(TYUMEN) + "  - {on: 2020-12-20, do: propose, as: winter}\n");

    Shell.Answer answer =
        Shell.run(
            "run",
            file.toString(),
            "--until",
            "2020-12-20",
            "--quiet",
            "--format",
            format,
            "--lang",
            language);

    assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | decide: The practice adolescents has no position TUTOR. Allowed: MENTEE, MENTOR."
            + " | decide: The programme has no practice adolescents. Allowed: ",
        "ru | decide: В практике adolescents нет позиции TUTOR. Допустимы: MENTEE, MENTOR."
            + " | decide: В программе нет практики adolescents. Допустимы: "
      })
  void what_no_command_takes_is_told_in_sentences_with_its_place(
      String language, String position, String practice) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("unfit.yaml"),
            SMALL.substring(0, SMALL.indexOf("  - {on"))
                + """
                  - {on: 2020-10-02, do: decide, who: anna, position: TUTOR}
                """);

    assertThat(Shell.run("run", file.toString(), "--lang", language).err())
        .contains("unfit.yaml:5:", position)
        .doesNotContain("position.unknown");
    Files.writeString(file, Files.readString(file).replace("TUTOR", "MENTEE"));
    assertThat(
            Shell.run(
                    "run",
                    file.toString(),
                    "--definition",
                    "civil-service-mentoring",
                    "--keep-going",
                    "--lang",
                    language)
                .out())
        .contains("unfit.yaml:5:5", practice)
        .doesNotContain("practice.unknown");
  }

  @Test
  void every_fault_of_a_file_is_told_with_its_place() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("broken.yaml"),
            SMALL.replace("do: assign", "do: asign").replace("mentorship: pair", "mentorship: 1"));

    Shell.Answer answer = Shell.run("run", file.toString());

    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("2 problems").contains("broken.yaml:5").contains("assign");
  }

  @Test
  void files_that_cannot_be_used_are_told() {
    assertThat(Shell.run("run", folder.resolve("none.yaml").toString()).exitCode())
        .isEqualTo(ExitCode.INPUT);
    assertThat(Shell.run("run", folder.toString()).exitCode()).isEqualTo(ExitCode.INPUT);
    Shell.Answer table = Shell.run("due", "pom.xml", "--as-of", "2020-10-10");
    assertThat(table.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(table.err()).contains(".yaml");
    Shell.Answer unknown =
        Shell.run("complete", TYUMEN.toString(), "--as-of", "2021-05-22", "--mentorship", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("nobody");
    for (String name : List.of("Анна Петрова", "Petrova Anna")) {
      Shell.Answer misspelt =
          Shell.run("complete", TYUMEN.toString(), "--as-of", "2021-05-22", "--mentorship", name);
      assertThat(misspelt.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(misspelt.err()).contains("as in the file").doesNotContain("Petrova", "Петрова");
      assertThat(Shell.run("run", TYUMEN.toString(), name).err()).doesNotContain(name);
    }
  }

  @Test
  void only_obligations_in_the_states_asked_for_are_told() {
    String overdue =
        Shell.run(
                "due", TYUMEN.toString(), "--as-of", "2020-12-20", "--state", "overdue", "--quiet")
            .out();

    assertThat(overdue).contains("Overdue (1)").doesNotContain("Due (");
    assertThat(Shell.run("due", TYUMEN.toString(), "--as-of", "2020-08-10", "--quiet").out())
        .contains("Nothing is in such a state.");
  }

  @Test
  void other_programs_read_with_whom_something_is_due_and_what_nothing_can_make_up_for() {
    String[] asked = {"due", TYUMEN.toString(), "--as-of", "2020-12-20", "--quiet", "--format"};
    String[] json = Arrays.copyOf(asked, asked.length + 1);
    json[asked.length] = "json";

    assertThat(Shell.run(json).out())
        .contains("\"with\" : \"MENTOR\"", "\"with\" : \"MENTEE\"", "\"with\" : \"GUARDIAN\"")
        .doesNotContain("\"over\"");
    json[3] = "2022-05-29";
    assertThat(Shell.run(json).out()).contains("\"over\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TABLE", "JSON", "CSV"})
  void what_is_at_risk_and_open_incidents_stand_beside_what_is_due(String format) {
    String[] asked = {
      "due", TYUMEN.toString(), "--as-of", "2021-02-22", "--quiet", "--format", format
    };
    String all = Shell.run(asked).out();
    String[] filtered = Arrays.copyOf(asked, asked.length + 2);
    filtered[asked.length] = "--state";
    filtered[asked.length + 1] = "due";
    String some = Shell.run(filtered).out();

    String risk =
        switch (format) {
          case "TABLE" -> "At risk (1)";
          case "JSON" -> "\"atRisk\"";
          default -> "AT_RISK";
        };
    assertThat(all).contains(risk).contains("incident-").doesNotContain("CONFLICT");
    assertThat(all).doesNotContain("quarrel").doesNotContain("did not let");
    assertThat(some).doesNotContain(risk).doesNotContain("incident-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run %s --until 2020-12-20",
        "due %s --as-of 2020-12-20",
        "complete %s --as-of 2021-05-22 --mentorship pair",
        "progress %s --as-of 2020-12-31",
        "progress %s --as-of 2020-12-31 --public"
      })
  void every_command_tells_the_same_to_other_programs(String line) throws IOException {
    String[] arguments = (String.format(line, TYUMEN) + " --quiet --format json").split(" ");
    Shell.Answer json = Shell.run(arguments);
    assertThat(json.exitCode()).as(json.err()).isEqualTo(ExitCode.OK);
    try (JsonParser parser = new JsonFactory().createParser(json.out())) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }

    arguments[arguments.length - 1] = "csv";
    List<String> table = Shell.run(arguments).out().lines().toList();
    assertThat(table).hasSizeGreaterThan(1);
  }

  @Test
  void the_public_form_names_nobody_and_no_centre() {
    String told =
        Shell.run("progress", TYUMEN.toString(), "--as-of", "2021-06-01", "--public").out();

    assertThat(told).doesNotContain("starling").doesNotContain("oak").doesNotContain("ishim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TABLE", "JSON", "CSV"})
  void the_public_form_names_no_place_that_it_withholds(String format) {
    Shell.Answer answer =
        Shell.run(
            "progress",
            TYUMEN.toString(),
            "--as-of",
            "2020-12-31",
            "--public",
            "--quiet",
            "--format",
            format);

    assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
    // What happened in one place alone is not told, not even as a total.
    assertThat(answer.out()).contains("26").doesNotContain("Ишим").doesNotContain("Тобольск");
  }

  @Test
  void the_same_happenings_can_be_played_in_another_programme() {
    Shell.Answer answer =
        Shell.run(
            "run", TYUMEN.toString(), "--definition", "irkutsk-2017", "--keep-going", "--quiet");

    assertThat(answer.exitCode()).isIn(ExitCode.REFUSED, ExitCode.INPUT);
  }

  /** Hashes differ from version to version. */
  private static List<String> masked(String text) {
    return text.lines()
        .map(line -> line.replaceAll(" ([0-9a-f]{8}|\\*{8})(?=[,)])", " *"))
        .toList();
  }
}
