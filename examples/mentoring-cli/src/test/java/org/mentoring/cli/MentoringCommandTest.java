package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.cli.Shell.Answer;
import org.mentoring.text.Language;

class MentoringCommandTest {
  @TempDir static Path folder;
  private static Path people;

  @BeforeAll
  static void write_people() {
    people = Shell.people(folder);
  }

  @Test
  void check_tells_what_a_definition_holds_and_what_is_not_acted_on_yet() {
    Answer answer = Shell.run("check", "tyumen-2020");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out())
        .contains("tyumen-2020 2.0.0: valid, content hash ")
        .contains("adolescents: 18 requirements, 5 matching criteria")
        .contains("Said in it and not acted on yet (1):")
        .contains("ru-work-with-minors@2020");
  }

  @Test
  void check_tells_the_days_that_are_in_no_phase() {
    assertThat(Shell.run("check", "desnogorsk-social-apartment").out())
        .contains("In no phase of the programme: 2024-07-01 to 2024-08-31.");
    assertThat(Shell.run("check", "desnogorsk-social-apartment", "--lang", "ru").out())
        .contains("Ни в одном этапе программы: с 2024-07-01 по 2024-08-31.");
  }

  @Test
  void an_older_version_of_a_built_in_definition_is_listed_and_can_be_named() {
    assertThat(Shell.run("check", "--list").out().lines())
        .contains("tyumen-2020@1.0.0", "tyumen-2020@2.0.0");
    assertThat(Shell.run("check", "tyumen-2020@1.0.0").out())
        .contains("tyumen-2020 1.0.0: valid")
        .contains("S2-13");
    assertThat(Shell.run("check", "tyumen-2020@1.0.1"))
        .satisfies(answer -> told(answer, ExitCode.INPUT, "Did you mean tyumen-2020@1.0.0?"));
  }

  @Test
  void check_tells_every_fault_of_a_definition_with_its_line() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "id: Broken\nversion: 1\nunheard-of: 2\n");

    Answer answer = Shell.run("check", broken.toString());

    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("problem").contains("broken.yaml:3");
  }

  @Test
  void decide_counts_and_tells_each_person_in_both_languages() {
    Answer english = Shell.onPeople("decide", people);
    Answer russian = Shell.onPeople("decide", people, "--lang", "ru", "--position", "mentor");

    assertThat(english.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(english.out()).contains("ELIGIBLE").contains("NOT YET").contains("mentee-00001");
    assertThat(russian.out()).contains("ДОПУЩЕН").doesNotContain("mentee-00001 ");
  }

  @Test
  void decide_writes_json_that_parses_and_csv_with_a_row_a_finding() throws IOException {
    assertParses(Shell.onPeople("decide", people, "--format", "json").out());
    List<String> rows = Shell.onPeople("decide", people, "--format", "csv").out().lines().toList();

    assertThat(rows.get(0)).startsWith("participant,practice,position,verdict,requirement,code");
    assertThat(rows).hasSizeGreaterThan(90);
  }

  @Test
  void the_public_reads_no_id_and_no_small_figure() {
    for (String format : List.of("table", "json", "csv")) {
      for (String command : List.of("decide", "match")) {
        Answer answer = Shell.onPeople(command, people, "--audience", "public", "--format", format);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(answer.out()).isNotBlank().doesNotContain("mentee-").doesNotContain("mentor-");
      }
    }
  }

  @Test
  void match_writes_all_result_files_and_says_where_they_lie() throws IOException {
    Path out = folder.resolve("results");

    Answer answer = Shell.onPeople("match", people, "--out", out.toString(), "--show", "2");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).contains(out.toString()).contains("Time in milliseconds:");
    assertThat(out)
        .isDirectoryContaining("glob:**pairs.csv")
        .isDirectoryContaining("glob:**unmatched.csv")
        .isDirectoryContaining("glob:**decisions.csv")
        .isDirectoryContaining("glob:**problems.txt");
    assertParses(Files.readString(out.resolve("proposal.json")));
    assertParses(Files.readString(out.resolve("decisions.json")));
  }

  @Test
  void the_same_input_gives_the_same_proposal() {
    assertThat(Shell.onPeople("match", people, "--format", "json").out())
        .isEqualTo(Shell.onPeople("match", people, "--format", "json").out());
  }

  @Test
  void a_coordinator_rejects_a_pair_and_locks_it_with_a_reason() {
    String[] first = pair();
    String wish = first[0] + "=" + first[1] + ":they know: each other";

    Answer locked = Shell.onPeople("match", people, "--lock", wish);
    Answer rejected = Shell.onPeople("match", people, "--reject", wish, "--format", "csv");

    assertThat(locked.out()).contains("locked by a coordinator: they know: each other");
    assertThat(Shell.onPeople("match", people, "--lock", wish, "--format", "csv").out())
        .contains("true,they know: each other");
    assertThat(Shell.onPeople("match", people, "--reject", wish).out())
        .contains("Rejected by a coordinator: 1")
        .contains(first[0] + " - " + first[1] + ": they know: each other");
    assertThat(rejected.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(rejected.out()).doesNotContain(first[0] + "," + first[1] + ",");
  }

  @Test
  void pairs_that_exist_are_kept_and_those_that_end_are_told() throws IOException {
    String[] first = pair();
    Path current = folder.resolve("pairs.csv");
    String gone = first[0] + ",mentor-who-left";
    Files.writeString(current, "mentee,mentor\n" + gone + "\n");

    Answer rematch = Shell.onPeople("match", people, "--current", current.toString());

    assertThat(rematch.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(rematch.out())
        .contains("Of the pairs that existed 0 are kept, 1 end")
        .contains(first[0] + " - mentor-who-left");
  }

  @Test
  void a_file_of_current_pairs_that_is_none_is_told_with_its_line() throws IOException {
    Path current = folder.resolve("pairs.csv");
    Files.writeString(current, "mentee,mentor\nnobody,nobody-either\n");
    Answer unknown = Shell.onPeople("match", people, "--current", current.toString());
    Files.writeString(current, "who,with\n");
    Answer header = Shell.onPeople("match", people, "--current", current.toString());

    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("Line 2").contains("nobody");
    assertThat(header.err()).contains("mentee,mentor");
    assertThat(Shell.onPeople("match", people, "--current", "no-such-file").err())
        .contains("no-such-file");
  }

  @Test
  void an_option_that_is_given_twice_is_named() {
    assertThat(Shell.onPeople("match", people, "--show", "1", "--show", "2").err())
        .contains("--show is given twice");
  }

  @Test
  void a_wish_without_reason_or_with_an_unknown_person_is_told() {
    String[] first = pair();

    assertThat(Shell.onPeople("match", people, "--lock", first[0] + "=" + first[1]).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Shell.onPeople("match", people, "--lock", first[0] + "=nobody:why").err())
        .contains("nobody");
  }

  @Test
  void a_lock_that_the_programme_forbids_is_refused_with_its_reason() {
    String[] first = pair();

    Answer answer =
        Shell.onPeople("match", people, "--lock", first[0] + "=" + notEligible() + ":wanted");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(answer.err()).contains("may not take part");
  }

  @Test
  void explain_tells_a_person_and_a_pair_even_one_that_cannot_be() {
    String[] first = pair();

    Answer person = Shell.onPeople("explain", people, first[0]);
    Answer pair = Shell.onPeople("explain", people, first[0], first[1]);
    Answer impossible = Shell.onPeople("explain", people, first[0], notEligible());

    assertThat(person.out()).contains("Steps:").contains(first[1]);
    assertThat(pair.out()).contains("possible, ").contains("proposed: ");
    assertThat(impossible.out())
        .contains("A pair needs two parties who may take part.")
        .contains("Not everybody here may take part yet.")
        .contains("neither excluded the other");
    assertThat(Shell.onPeople("explain", people, "nobody").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_pair_that_is_possible_and_not_proposed_is_told_so() throws IOException {
    String[] first = pair();
    List<String> rows = Files.readAllLines(people);
    String mentor = row(rows, first[1]);
    Path three =
        Files.write(
            folder.resolve("three.csv"),
            List.of(
                rows.get(0),
                row(rows, first[0]),
                mentor,
                mentor.replaceFirst("^[^,]*,[^,]*,", "mentor-other,,")));

    List<String> told = new ArrayList<>();
    for (String each : List.of(first[1], "mentor-other")) {
      told.add(Shell.onPeople("explain", three, first[0], each).out());
    }

    assertThat(told).allSatisfy(text -> assertThat(text).doesNotContain("not possible"));
    assertThat(told)
        .filteredOn(text -> text.contains("possible, but not proposed"))
        .singleElement()
        .asString()
        .contains("proposed instead");
  }

  private static String row(List<String> rows, String id) {
    return rows.stream().filter(row -> row.startsWith(id + ",")).findFirst().get();
  }

  @Test
  void decisions_about_many_are_not_for_a_party() {
    for (String format : List.of("table", "json", "csv")) {
      Answer answer = Shell.onPeople("decide", people, "--audience", "party", "--format", format);

      told(answer, ExitCode.USAGE, "explain PERSON --audience party");
      assertThat(answer.out()).isEmpty();
    }
  }

  @Test
  void of_a_pair_a_party_reads_its_own_part_only() {
    String mentee = pair()[0];
    String mentor = notEligible();

    Answer whose = Shell.onPeople("explain", people, mentee, mentor, "--audience", "party");
    Answer forMentee = forParty(mentee, mentee, mentor);
    Answer forMentor = forParty(mentor, mentee, mentor);

    told(whose, ExitCode.USAGE, "--for");
    told(forParty("mentee-00040", mentee, mentor), ExitCode.USAGE, "one of the two");
    told(Shell.onPeople("explain", people, mentee, "--for", mentee), ExitCode.USAGE, "--for");
    assertThat(forMentee.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(forMentee.out())
        .contains("Nothing can be told about this pair")
        .doesNotContain("NOT YET")
        .doesNotContain("next");
    assertThat(forMentor.out()).contains("NOT YET");
  }

  @Test
  void of_a_possible_pair_a_party_reads_the_points_and_not_who_excluded_whom() {
    String[] first = pair();

    assertThat(forParty(first[1], first[0], first[1]).out())
        .contains("possible, ")
        .doesNotContain("excluded")
        .doesNotContain("proposed");
  }

  private static Answer forParty(String reader, String mentee, String mentor) {
    return Shell.onPeople(
        "explain", people, mentee, mentor, "--audience", "party", "--for", reader);
  }

  @Test
  void a_party_does_not_read_who_the_other_is() {
    String[] first = pair();

    assertThat(Shell.onPeople("explain", people, first[0], "--audience", "party").out())
        .contains("a pair is proposed")
        .doesNotContain(first[1]);
  }

  @Test
  void good_rows_are_decided_and_bad_ones_listed_with_their_lines() throws IOException {
    List<String> rows = Files.readAllLines(people);
    Path broken = folder.resolve("some-broken.csv");
    Files.writeString(
        broken,
        rows.get(0)
            + "\n"
            + rows.get(1)
            + "\n"
            + rows.get(2).replaceFirst("mentee-00002", "not an id")
            + "\n"
            + rows.get(3)
            + "\n");

    Answer answer = Shell.onPeople("decide", broken);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(answer.out())
        .contains("3 read, 2 taken, 1 left out")
        .contains("mentee-00001")
        .contains("mentee-00003");
    assertThat(answer.err()).contains("Left out (1):").contains("some-broken.csv:3");
  }

  @Test
  void many_bad_rows_do_not_flood_the_screen_and_a_file_holds_them_all() throws IOException {
    StringBuilder table = new StringBuilder("id,since,applications\ngood,2020-09-01,MENTOR/SELF\n");
    for (int i = 0; i < 30; i++) {
      table.append("not an id " + i + ",2020-09-01,MENTOR/SELF\n");
    }
    Path bad = Files.writeString(folder.resolve("thirty-bad.csv"), table);
    Path all = folder.resolve("all-problems.txt");

    Answer told = Shell.onPeople("decide", bad);
    Answer filed = Shell.onPeople("decide", bad, "--problems", all.toString());

    assertThat(told.out()).doesNotContain("thirty-bad.csv:");
    assertThat(told.err()).contains("... and 10 more, use --problems FILE");
    assertThat(told.err().lines().filter(line -> line.contains("thirty-bad.csv:"))).hasSize(20);
    assertThat(filed.err()).contains("see " + all);
    assertThat(Files.readAllLines(all)).hasSize(30);
  }

  @Test
  void who_is_in_no_position_is_counted_and_named() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("no-position.csv"),
            "id,since,applications,municipality\na,2020-09-01,MENTOR/SELF,Город Тюмень\n"
                + "lost-1,2020-09-01,,Город Тюмень\nlost-2,2020-09-01,,Город Тюмень\n");
    Path out = folder.resolve("no-position");

    Answer english = Shell.onPeople("match", table, "--out", out.toString());
    Answer russian = Shell.onPeople("decide", table, "--lang", "ru");

    assertThat(english.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(english.out())
        .contains("3 read, 3 taken")
        .contains("taken, but in no position of the programme: 2 (lost-1, lost-2)");
    assertThat(russian.out())
        .contains("2 человека приняты, но без позиции в программе (lost-1, lost-2)");
    assertThat(Files.readString(out.resolve("problems.txt"))).contains("lost-1: ", "lost-2: ");
    assertThat(Files.readString(out.resolve("decisions.json"))).contains("withoutPosition");
    assertThat(Shell.onPeople("decide", people).out()).doesNotContain("in no position");
  }

  @Test
  void what_the_programme_refuses_is_told_with_what_to_do() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("refused.csv"),
            "id,since,applications,referrals,municipality\n"
                + "a,2020-09-01,MENTOR/SELF,,Город Тюмень\n"
                + "late,2020-09-01,MENTOR/SELF@2020-11-05,,Город Тюмень\n");

    Answer answer = Shell.onPeople("decide", table);

    assertThat(answer.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(answer.err())
        .contains("refused.csv:3")
        .contains("the day of the run (2020-10-01)")
        .contains("later --as-of")
        .doesNotContain("today");
  }

  @Test
  void check_lists_what_the_rules_add_to_a_definition() throws IOException {
    Path reverse =
        Path.of(
            "..",
            "..",
            "mentoring-adapters",
            "json",
            "src",
            "test",
            "resources",
            "org",
            "mentoring",
            "json",
            "sketches",
            "nefteyugansk-2023.yaml");

    assertThat(Shell.run("check", reverse.toString()).out())
        .contains("more by the rules")
        .contains("format.reverse-younger-or-shorter");
    assertThat(Shell.run("check", "tyumen-2020", "--lang", "ru").out()).contains("по правилам");
  }

  @Test
  void check_says_what_a_plan_holds_beside_its_criteria() {
    Path full =
        Path.of("..", "..", "mentoring-adapters", "json", "src", "test", "resources")
            .resolve(Path.of("org", "mentoring", "json", "full-matching.yaml"));

    assertThat(Shell.run("check", full.toString()).out().lines().map(String::strip))
        .contains(
            "as many pairs as possible, then the greatest total score  [E-2]",
            "a mentor has 6 mentees at a time, at most 8 if the mentor says so  [E-3]",
            "in a rematch an existing pair counts 25 points more  [E-4]",
            "where places are scarce, who waited longest goes first  [E-5]",
            "a group is 3 to 8 mentees of one mentor; with fewer it does not open  [E-6]",
            "a group has 1 to 2 mentors  [E-7]",
            "of the mentees with municipality Абатский район at least 4 are matched  [E-8]",
            "the mentors of one coordinator have at most 40 mentees in all (attribute: curator)  [E-9]",
            "mentees with the same value go to one mentor or to none (attribute: family)  [E-10]",
            "stable pairs: nobody would rather leave with somebody else; mentors propose  [E-12]",
            "an event has places for 12 pairs; each mentee meets 3 possible mentors,"
                + " then both sides rank  [E-13]",
            "a rematch keeps existing pairs before score counts  [E-14]");
    assertThat(Shell.run("check", full.toString(), "--lang", "ru").out().lines())
        .contains(
            "    группа - от 3 до 8 наставляемых у одного наставника; меньшая не открывается  [E-6]",
            "    среди наставляемых с признаком «муниципалитет: Викуловский район» пару получают"
                + " не меньше 2  [E-8]",
            "    у наставников одного координатора всего не больше 20 наставляемых"
                + " (признак: координатор)  [E-15]");
  }

  @Test
  void the_help_names_the_audiences_that_a_command_takes() {
    assertThat(Shell.run("decide", "--help").out()).doesNotContain("party");
    assertThat(Shell.run("match", "--help").out()).doesNotContain("party");
    assertThat(Shell.run("explain", "--help").out()).doesNotContain("public").contains("--for");
  }

  @Test
  void progress_is_told_of_long_work_only_and_never_of_its_end() {
    for (long second : new long[] {1, 1_000_000_000L}) {
      StringWriter err = new StringWriter();
      AtomicLong clock = new AtomicLong();
      Terminal terminal =
          new Terminal(
              InputStream.nullInputStream(),
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              false,
              () -> clock.getAndAdd(second));
      Stages stages = new Stages(terminal, Texts.in(Language.EN), false);

      stages.time(
          "record",
          progress -> {
            progress.reached(100, 200);
            progress.reached(200, 200);
            return 0;
          });

      assertThat(err.toString().lines().toList())
          .isEqualTo(second == 1 ? List.of() : List.of("record the facts: 100 / 200"));
    }
  }

  @Test
  void no_result_holds_a_birth_date_or_an_interest() throws IOException {
    Path out = folder.resolve("private");
    Shell.onPeople("match", people, "--out", out.toString());
    List<String> told = new ArrayList<>();
    for (String file : List.of("pairs.csv", "unmatched.csv", "proposal.json", "decisions.json")) {
      told.add(Files.readString(out.resolve(file)));
    }
    told.add(Files.readString(out.resolve("decisions.csv")));
    told.add(Files.readString(out.resolve("events.csv")));
    List<String> rows = Files.readAllLines(people);
    int born = List.of(rows.get(0).split(",")).indexOf("born");

    for (String row : rows.subList(1, rows.size())) {
      String date = row.split(",", -1)[born];
      if (!date.isEmpty()) {
        assertThat(told).noneMatch(text -> text.contains(date));
      }
    }
    assertThat(told).noneMatch(text -> text.contains("кулинария"));
  }

  @Test
  void standard_input_is_read() {
    String table = "id,since,applications\na,2020-09-01,MENTOR/SELF\n";

    Answer answer =
        Shell.runOn(
            table,
            "decide",
            "--definition",
            "tyumen-2020",
            "--as-of",
            "2020-10-01",
            "--people",
            "-");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(answer.out()).contains("1 read, 1 taken");
  }

  @Test
  void a_table_of_a_russian_spreadsheet_is_read_when_asked_for_and_proposed_when_not()
      throws IOException {
    Path table = folder.resolve("russian.csv");
    Files.writeString(
        table,
        "id;since;applications;municipality\nn-1;01.09.2020;MENTOR/SELF;Город Тюмень\n",
        Charset.forName("windows-1251"));

    Answer strict = Shell.onPeople("decide", table);
    Answer russian = Shell.onPeople("decide", table, "--csv-dialect", "russian");

    assertThat(strict.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(strict.err()).contains("--csv-dialect russian");
    assertThat(russian.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(russian.out()).contains("n-1");
  }

  @Test
  void a_table_in_utf_8_with_semicolons_is_proposed_its_own_spelling() throws IOException {
    Path table = folder.resolve("russian-utf8.csv");
    Files.writeString(
        table, "id;since;applications;municipality\nn-1;01.09.2020;MENTOR/SELF;Город Тюмень\n");

    Answer strict = Shell.onPeople("decide", table);
    Answer russian = Shell.onPeople("decide", table, "--csv-dialect", "russian");
    Answer fitting = Shell.onPeople("decide", table, "--csv-dialect", "russian-utf8");

    assertThat(strict.err()).contains("--csv-dialect russian-utf8");
    assertThat(russian.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(russian.err()).contains("--csv-dialect russian-utf8");
    assertThat(fitting.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void what_a_spreadsheet_would_run_is_escaped() {
    assertThat(CsvText.of(List.of("a", "b"), List.of(List.of("=1+1", "@x"))))
        .isEqualTo("a,b\n'=1+1,'@x\n");
  }

  @Test
  void mistakes_are_told_without_a_stack_trace_and_with_their_own_exit_code() {
    assertThat(Shell.onPeople("decide", folder.resolve("none.csv")))
        .satisfies(answer -> told(answer, ExitCode.INPUT, "there is no such file"));
    assertThat(Shell.onPeople("decide", folder))
        .satisfies(answer -> told(answer, ExitCode.INPUT, "this is a folder"));
    assertThat(Shell.onPeople("decide", people, "--practice", "adolescent"))
        .satisfies(answer -> told(answer, ExitCode.USAGE, "Did you mean adolescents?"));
    assertThat(Shell.onPeople("decide", people, "--format", "xml"))
        .satisfies(answer -> told(answer, ExitCode.USAGE, "table, json, csv"));
    assertThat(Shell.run("decyde"))
        .satisfies(answer -> told(answer, ExitCode.USAGE, "Did you mean decide"));
    assertThat(Shell.run("match", "--lang", "ru"))
        .satisfies(answer -> told(answer, ExitCode.USAGE, "Не хватает: --definition"));
    assertThat(Shell.run("check", "tyumen"))
        .satisfies(answer -> told(answer, ExitCode.INPUT, "Did you mean tyumen-2020?"));
    assertThat(
            Shell.run(
                "decide",
                "--definition",
                "tyumen-2020",
                "--people",
                "x.csv",
                "--as-of",
                "2020-13-01"))
        .satisfies(answer -> told(answer, ExitCode.USAGE, "there is no day 2020-13-01"));
  }

  @Test
  void a_result_that_cannot_be_written_is_told() {
    Answer answer = Shell.onPeople("decide", people, "--out", people.resolve("x").toString());

    told(answer, ExitCode.OUTPUT, "cannot be written");
  }

  @Test
  void the_help_speaks_both_languages() {
    assertThat(Shell.run("match", "--help").out()).contains("Usage: mentoring match");
    assertThat(Shell.run("--help").out()).contains("Exit codes:").contains("explain");
    assertThat(Shell.run("match", "--help", "--lang", "ru").out()).contains("Запуск:");
  }

  private static void told(Answer answer, int exitCode, String text) {
    assertThat(answer.exitCode()).isEqualTo(exitCode);
    assertThat(answer.err()).contains(text).doesNotContain("\tat ").doesNotContain("Exception");
  }

  private static String[] pair() {
    String row =
        Shell.onPeople("match", people, "--format", "csv").out().lines().skip(1).findFirst().get();
    return row.split(",");
  }

  private static String notEligible() {
    return Shell.onPeople("decide", people, "--position", "mentor", "--format", "csv")
        .out()
        .lines()
        .filter(row -> row.contains(",NOT_YET,"))
        .findFirst()
        .get()
        .split(",")[0];
  }

  private static void assertParses(String json) throws IOException {
    int values = 0;
    try (JsonParser parser =
        new JsonFactory().createParser(json.getBytes(StandardCharsets.UTF_8))) {
      while (parser.nextToken() != null) {
        values++;
      }
    }
    assertThat(values).isGreaterThan(10);
  }
}
