package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoring.jdbc.EmbeddedDatabase;
import org.mentoring.json.BuiltInProgrammes;

/** A year kept in an embedded file: asked, sealed, proved, made again, carried elsewhere. */
class StoreCommandsTest {
  private static final Path YEAR =
      Path.of("..", "mentorship-year", "src/main/resources/org/mentoring/year/tyumen-year.yaml");
  private static final Path GUIDE = Path.of(".");
  private static final Pattern CONSOLE =
      Pattern.compile("(?ms)^```console\\n\\$ mentoring (.*?)\\n(.*?)\\n```$");

  @TempDir static Path shared;

  @TempDir Path folder;

  /** Played once: nothing that a test does changes it, but that entries are sealed. */
  @BeforeAll
  static void the_year_is_played_into_a_store() {
    Shell.Answer answer =
        Shell.run("run", YEAR.toString(), "--store", shared.resolve("year").toString());
    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(ExitCode.OK);
  }

  private static Shell.Answer on(Path store, String command, String... further) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--quiet", "--store", store.toString()));
    arguments.addAll(Arrays.asList(further));
    return Shell.run(arguments.toArray(String[]::new));
  }

  private static Shell.Answer onYear(String command, String... further) {
    Shell.Answer answer = on(shared.resolve("year"), command, further);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.exitCode()).as(answer.out()).isEqualTo(ExitCode.OK);
    return answer;
  }

  @ParameterizedTest
  @CsvSource({
    "due, 2022-05-29",
    "complete, 2022-05-29",
    "progress, 2022-05-29",
  })
  void a_question_to_a_store_is_answered_as_one_to_its_file(String command, String asOf) {
    String stored = onYear(command, "--as-of", asOf, "--format", "csv").out();
    Shell.Answer played =
        Shell.run(command, YEAR.toString(), "--as-of", asOf, "--format", "csv", "--quiet");
    assertThat(played.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(stored).isEqualTo(played.out().replace("pair,", "mentorship-1,"));
  }

  @Test
  void a_store_is_measured_as_its_file_is() {
    String[] asked = {"--pack", "eepm-4", "--as-of", "2022-05-29", "--format", "csv"};
    Shell.Answer played =
        Shell.run(
            Stream.of(List.of("conformance", YEAR.toString(), "--quiet"), List.of(asked))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertThat(played.exitCode()).as(played.err()).isEqualTo(ExitCode.OK);
    assertThat(onYear("conformance", asked).out())
        .isEqualTo(played.out().replace(",pair,", ",mentorship-1,"));
  }

  @Test
  void what_the_library_refuses_is_told_in_the_language_asked_for() throws IOException {
    Files.writeString(folder.resolve("letter.mv.db"), "Dear Sir or Madam, this is no database.");
    Path store = folder.resolve("letter");
    Shell.Answer russian = on(store, "verify", "--lang", "ru");
    Shell.Answer english = on(store, "verify");

    assertThat(russian.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(russian.err())
        .startsWith("Сделать это нельзя. Файл — не база данных этой библиотеки")
        .contains("восстановите резервную копию. (store.unreadable)")
        .doesNotContain("Look at", "{");
    assertThat(english.err())
        .startsWith("Cannot be done. The file is no database of this library")
        .contains("restore a backup. (store.unreadable)");
  }

  @Test
  void a_journal_is_sealed_and_proved_up_to_a_checkpoint() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    onYear("seal");
    Shell.Answer first = onYear("verify", "--checkpoint", checkpoint.toString());
    assertThat(first.out()).contains("0 unsealed", "There was no checkpoint to compare with");
    String kept = Files.readString(checkpoint);
    assertThat(kept).matches("[1-9][0-9]* [0-9a-f]{64}\\n");
    assertThat(onYear("verify", "--checkpoint", checkpoint.toString()).out())
        .doesNotContain("checkpoint");
    assertThat(onYear("verify", "--checkpoint", checkpoint.toString(), "--format", "json").out())
        .contains("\"comparedWithCheckpoint\" : true");
    assertThat(onYear("verify", "--format", "json").out())
        .contains("\"comparedWithCheckpoint\" : false");

    Files.writeString(checkpoint, kept.substring(0, kept.indexOf(' ') + 1) + "0".repeat(64));
    Shell.Answer other =
        on(shared.resolve("year"), "verify", "--checkpoint", checkpoint.toString());
    assertThat(other.exitCode()).isEqualTo(ExitCode.FAULTS);
    assertThat(Files.readString(checkpoint)).endsWith("0".repeat(64));
    assertThat(
            on(
                    shared.resolve("year"),
                    "verify",
                    "--format",
                    "json",
                    "--checkpoint",
                    checkpoint.toString())
                .out())
        .contains("\"kind\" : \"REWRITTEN\"", "\"intact\" : false");

    for (String broken :
        List.of("no checkpoint", "", "-1 " + "0".repeat(64), "1 " + "0".repeat(9_999))) {
      Files.writeString(checkpoint, broken);
      Shell.Answer refused =
          on(shared.resolve("year"), "verify", "--checkpoint", checkpoint.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(refused.err()).contains("this is not a checkpoint");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void every_decision_is_made_again_and_compared_with_another_definition(String language) {
    assertThat(onYear("replay", "--lang", language).out()).contains(" 0 ");
    assertThat(onYear("replay", "--format", "json").out())
        .contains("\"different\" : 0", "\"tampered\" : 0", "\"decisions\" : [ ]");
    assertThat(onYear("what-if", "--changed", "tyumen-2020", "--format", "csv").out().lines())
        .containsExactly("decision,result,about,before,after");
    Shell.Answer changed = onYear("what-if", "--changed", "tyumen-2020@1.0.0", "--lang", language);
    List<String> told = changed.out().lines().toList();
    assertThat(told).filteredOn(line -> line.contains("FINDINGS")).hasSize(2);
    // What is told of a decision before and after is never the same.
    for (String part : changed.out().split("\n\n", -1)) {
      List<String> before = part.lines().filter(line -> line.startsWith("  - ")).toList();
      List<String> after = part.lines().filter(line -> line.startsWith("  + ")).toList();
      if (!before.isEmpty()) {
        assertThat(before.stream().map(line -> line.substring(4)).toList())
            .isNotEqualTo(after.stream().map(line -> line.substring(4)).toList());
      }
    }
  }

  @Test
  void a_store_is_carried_elsewhere_and_comes_out_the_same() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Path again = folder.resolve("again.jsonl");
    Path restored = folder.resolve("restored");
    String told = onYear("export", file.toString()).out();
    Shell.Answer imported = on(restored, "import", file.toString());
    assertThat(imported.exitCode()).as(imported.err()).isEqualTo(ExitCode.OK);
    assertThat(on(restored, "export", again.toString()).out()).isEqualTo(told);
    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
    assertThat(on(restored, "verify").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(on(restored, "replay").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(on(restored, "import", file.toString()).exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void nothing_is_kept_of_a_file_that_was_altered() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Path restored = folder.resolve("restored");
    onYear("export", file.toString());
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"version\":1", "\"version\":2"));
    Shell.Answer refused = on(restored, "import", file.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.err()).contains("programme.jsonl:");
    // An empty file would look like a store.
    assertThat(folder.resolve("restored.mv.db")).doesNotExist();
    Files.writeString(file, text);
    assertThat(on(restored, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void an_export_never_takes_the_place_of_the_store() {
    Path store = shared.resolve("year.mv.db");
    Shell.Answer onto = on(shared.resolve("year"), "export", store.toString());
    assertThat(onto.exitCode()).isEqualTo(ExitCode.OUTPUT);
    assertThat(onto.err()).contains("year.mv.db: a file of this name holds a store");
    assertThat(on(shared.resolve("year"), "verify", "--out", store.toString()).exitCode())
        .isEqualTo(ExitCode.OUTPUT);
    onYear("verify");
  }

  @Test
  void who_is_erased_is_gone_from_the_file_and_the_journal_still_verifies() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Path store = folder.resolve("erased");
    onYear("export", file.toString());
    assertThat(on(store, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    String[] by = {"--reason", "CONSENT_WITHDRAWN", "--by", "c-1", "--organisation", "ishim"};
    List<String> early = new ArrayList<>(List.of("--on", "2020-10-05"));
    early.addAll(0, Arrays.asList(by));
    early.add(0, "starling");
    Shell.Answer refused = on(store, "erase", early.toArray(String[]::new));
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.REFUSED);

    early.set(early.size() - 1, "2022-12-31");
    Shell.Answer erased = on(store, "erase", early.toArray(String[]::new));
    assertThat(erased.exitCode()).as(erased.out() + erased.err()).isEqualTo(ExitCode.OK);
    assertThat(on(store, "verify").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(on(store, "replay").out()).contains("somebody was erased");
    assertThat(on(store, "export", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(file)).contains("{\"erasure\":{\"participant\":\"starling\"");
  }

  @Test
  void erasures_are_kept_apart_and_carried_out_again_over_a_restored_backup() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Path store = folder.resolve("live");
    Path backup = folder.resolve("backup");
    Path erasures = folder.resolve("erasures.jsonl");
    String[] by = {"--by", "c-1", "--organisation", "ishim"};
    onYear("export", file.toString());
    assertThat(on(store, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    Files.copy(Path.of(store + ".mv.db"), Path.of(backup + ".mv.db"));
    assertThat(
            on(
                    store,
                    "erase",
                    with(by, "starling", "--reason", "CONSENT_WITHDRAWN", "--on", "2022-12-31"))
                .exitCode())
        .isEqualTo(ExitCode.OK);

    assertThat(on(store, "erasures", "export", erasures.toString()).out())
        .startsWith("1 erasure written");
    assertThat(on(backup, "erasures", "reapply", erasures.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(on(backup, "erasures", with(by, "reapply", erasures.toString())).out())
        .contains("0 erased again, 0 erased already, 0 not known here", "Not erased", "starling");
    String[] operator = {
      "--by", "o-1", "--capacity", "REGIONAL_OPERATOR", "--organisation", "operator"
    };
    assertThat(on(backup, "erasures", with(operator, "reapply", erasures.toString())).out())
        .contains("1 erased again, 0 erased already, 0 not known here");
    assertThat(on(backup, "erasures", with(by, "reapply", erasures.toString())).out())
        .contains("0 erased again, 1 erased already");
    assertThat(on(backup, "replay").out()).contains("somebody was erased");
    assertThat(on(backup, "verify").exitCode()).isEqualTo(ExitCode.OK);

    String text = Files.readString(erasures);
    Files.writeString(erasures, text.substring(text.indexOf('\n') + 1));
    Shell.Answer cut = on(backup, "erasures", with(by, "reapply", erasures.toString()));
    assertThat(cut.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(cut.err()).contains("erasures.jsonl:");
  }

  private static String[] with(String[] some, String... others) {
    List<String> all = new ArrayList<>(Arrays.asList(others));
    all.addAll(Arrays.asList(some));
    return all.toArray(String[]::new);
  }

  @Test
  void whose_time_has_come_is_told_and_erased_where_that_is_asked_for() throws IOException {
    Path file = folder.resolve("programme.jsonl");
    Path store = folder.resolve("old");
    onYear("export", file.toString());
    assertThat(on(store, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);

    assertThat(on(store, "retention", "--as-of", "2022-12-31").out()).startsWith("0 people");
    Shell.Answer due = on(store, "retention", "--as-of", "2026-06-01");
    assertThat(due.out()).contains("starling: to be erased since", "--apply");
    assertThat(on(store, "retention", "--as-of", "2026-06-01", "--apply").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(on(store, "retention", "--as-of", "2026-06-01").out()).isEqualTo(due.out());
    Shell.Answer applied =
        on(
            store,
            "retention",
            "--as-of",
            "2026-06-01",
            "--apply",
            "--by",
            "c-1",
            "--organisation",
            "ishim",
            "--format",
            "json");
    assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCode.OK);
    assertThat(applied.out()).contains("\"participant\" : \"starling\"", "\"erased\" : true");
    assertThat(on(store, "retention", "--as-of", "2026-06-01", "--format", "csv").out().lines())
        .containsExactly("participant,registrations,since,erased,codes");
    assertThat(on(store, "verify").exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_store_remembers_its_definition() throws IOException, SQLException {
    Path file = folder.resolve("programme.jsonl");
    Path store = folder.resolve("own");
    onYear("export", file.toString());
    assertThat(on(store, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    assertThat(on(store, "verify", "--format", "json").out())
        .contains("\"programme\" : \"tyumen-2020\"", "\"version\" : \"" + current() + "\"");

    execute(store, "update $.definition set body = replace(body, 'tyumen-2020', 'tyumen-2021')");
    Shell.Answer altered = on(store, "replay");
    assertThat(altered.exitCode()).isEqualTo(ExitCode.FAULTS);
    assertThat(altered.err()).contains("--definition");
    assertThat(on(store, "replay", "--definition", "tyumen-2020").exitCode())
        .isEqualTo(ExitCode.OK);

    execute(store, "delete from $.definition_in_force");
    execute(store, "delete from $.definition");
    assertThat(on(store, "replay").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(on(store, "due", "--as-of", "2022-05-29").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(on(store, "due", "--as-of", "2022-05-29", "--definition", "tyumen-2020").exitCode())
        .isEqualTo(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Not judged (1), is not known here; known are: 1.0.0; give the definition",
    "ru, Не рассмотрено (1), здесь неизвестна; известны: 1.0.0; подключите определение",
  })
  void a_mentorship_whose_version_nobody_knows_is_told_with_what_is_due(
      String language, String heading, String why) throws SQLException {
    Path file = folder.resolve("programme.jsonl");
    Path store = folder.resolve("forgetful");
    onYear("export", file.toString());
    assertThat(on(store, "import", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    execute(store, "delete from $.definition_in_force");
    execute(store, "delete from $.definition");
    String[] asked = {
      "--as-of", "2020-12-01", "--definition", "tyumen-2020@1.0.0", "--lang", language
    };

    Shell.Answer all = on(store, "due", asked);
    assertThat(all.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(all.out()).containsOnlyOnce("mentorship-1").contains(heading, why);
    Shell.Answer overdue = on(store, "due", with(asked, "--state", "overdue"));
    assertThat(overdue.exitCode()).isEqualTo(ExitCode.LEFT_OUT);
    assertThat(overdue.out()).containsOnlyOnce("mentorship-1").contains(heading, why);
    assertThat(on(store, "due", with(asked, "--format", "json")).out())
        .contains("\"notJudged\" : [\n", "\"code\" : \"mentorship.version-unknown\"");
    assertThat(on(store, "due", with(asked, "--format", "csv", "--state", "met")).out())
        .contains("NOT_JUDGED,mentorship.version-unknown,,mentorship-1,");
    assertThat(onYear("due", "--as-of", "2020-12-01", "--format", "json").out())
        .contains("\"notJudged\" : [ ]");
  }

  private static String current() {
    return BuiltInProgrammes.read("tyumen-2020").version().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "delete from $.definition_in_force, DEFINITION_MISSING",
    "update $.definition set body = 'x', DEFINITION_CHANGED",
    "'update $.definition set body = replace(body, ''tyumen-2020'', ''tyumen-2021'')', DEFINITION_CHANGED",
  })
  void a_definition_that_was_tampered_with_is_a_fault_of_the_store(String sql, String fault)
      throws SQLException, IOException {
    Path store = copied("tampered");
    execute(store, sql);

    Shell.Answer verified = on(store, "verify", "--format", "json");
    assertThat(verified.err()).isEmpty();
    assertThat(verified.exitCode()).isEqualTo(ExitCode.FAULTS);
    assertThat(verified.out()).contains("\"kind\" : \"" + fault + "\"");
    Shell.Answer sealed = on(store, "seal");
    assertThat(sealed.exitCode()).isEqualTo(ExitCode.FAULTS);
    assertThat(sealed.err()).contains("run verify");
    assertThat(on(store, "seal", "--definition", "tyumen-2020").exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_person_whose_records_cannot_be_read_keeps_nobody_elses_data()
      throws SQLException, IOException {
    Path store = copied("broken");
    Path file = Path.of(store + ".mv.db");
    String born = "2006-05-17";
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(born);
    execute(
        store,
        "update $.activity_entry set body = 'x', about_id = 'oak' where about_id = 'starling'");
    String[] asked = {"--as-of", "2026-06-01", "--apply", "--by", "c-1", "--organisation", "ishim"};
    Shell.Answer applied = on(store, "retention", asked);

    assertThat(applied.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(applied.out())
        .contains("oak is not erased:", "(record.malformed)", "1 of 2 erased")
        .doesNotContain("starling is not erased");
    assertThat(applied.err()).contains("1 record in the store cannot be read", "activity");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(born);
    Path erasures = folder.resolve("erasures.jsonl");
    assertThat(on(store, "erasures", "export", erasures.toString()).out()).startsWith("1 erasure");
    assertThat(Files.readString(erasures)).contains("starling").doesNotContain("oak");
    assertThat(on(store, "retention", with(asked, "--format", "json")).out())
        .contains("\"participant\" : \"oak\"", "\"failed\" : \"record.malformed\"")
        .doesNotContain("starling");
  }

  @Test
  void erasures_are_kept_apart_though_the_definition_cannot_be_read()
      throws SQLException, IOException {
    Path store = copied("tampered");
    execute(store, "update $.definition set body = 'x'");
    Shell.Answer exported =
        on(store, "erasures", "export", folder.resolve("erasures.jsonl").toString());
    assertThat(exported.err()).isEmpty();
    assertThat(exported.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void an_export_of_a_store_with_a_fault_is_written_and_told_to_be_no_backup()
      throws SQLException, IOException {
    Path store = copied("tampered");
    Path file = folder.resolve("programme.jsonl");
    assertThat(on(store, "seal").exitCode()).isEqualTo(ExitCode.OK);
    execute(
        store, "update $.journal set body = replace(body, '\"c-1\"', '\"c-2\"') where number = 50");
    Shell.Answer exported = on(store, "export", file.toString());
    assertThat(exported.exitCode()).isEqualTo(ExitCode.FAULTS);
    assertThat(exported.out()).contains("lines written", "SHA-256");
    assertThat(exported.err()).contains("found in the store", "no backup", "50");
    assertThat(file).isRegularFile();
    assertThat(on(folder.resolve("again"), "import", file.toString()).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void a_store_of_an_earlier_release_is_left_alone_until_somebody_migrates_it()
      throws SQLException, IOException {
    Path store = copied("earlier");
    execute(store, "delete from $.\"mentoring_schema_history\" where \"version\" = '4'");
    execute(store, "drop index $.fact_entry_recorded_at");
    List<String> run = List.of("run", YEAR.toString(), "--store", store.toString(), "--quiet");

    for (Shell.Answer answer :
        List.of(on(store, "verify"), Shell.run(run.toArray(String[]::new)), on(store, "verify"))) {
      assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(answer.err()).contains("earlier release", "migrate", "(migration.outstanding)");
    }
    Shell.Answer migrated = on(store, "migrate");
    assertThat(migrated.exitCode()).as(migrated.err()).isEqualTo(ExitCode.OK);
    assertThat(on(store, "verify").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Shell.run(run.toArray(String[]::new)).err()).contains("holds something already");
    assertThat(on(store, "migrate").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(on(folder.resolve("none"), "migrate").exitCode()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void a_schema_that_is_not_there_is_told_as_such() {
    Shell.Answer answer = on(shared.resolve("year"), "verify", "--schema", "nope");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err())
        .contains("no tables of the library in the schema nope", "--schema")
        .doesNotContain("state", "earlier release");
  }

  /** The year in a file of its own. */
  private Path copied(String name) throws IOException {
    Path store = folder.resolve(name);
    Files.copy(shared.resolve("year.mv.db"), folder.resolve(name + ".mv.db"));
    return store;
  }

  @Test
  void decisions_that_were_tampered_with_are_told_by_the_exit_code_of_a_comparison()
      throws SQLException, IOException {
    Path store = copied("tampered");
    execute(store, "update $.decision set body = 'x'");
    Shell.Answer compared = on(store, "what-if", "--changed", "tyumen-2020");
    assertThat(compared.out()).contains("14 tampered with");
    assertThat(compared.exitCode()).isEqualTo(ExitCode.FAULTS);
  }

  @Test
  void a_checkpoint_of_an_empty_chain_counts_as_none() throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    Files.writeString(checkpoint, "0 " + "0".repeat(64) + "\n");
    Shell.Answer told = onYear("verify", "--checkpoint", checkpoint.toString(), "--format", "json");
    assertThat(told.out()).contains("\"comparedWithCheckpoint\" : false");
    Files.writeString(checkpoint, "0 " + "0".repeat(64) + "\n");
    assertThat(onYear("verify", "--checkpoint", checkpoint.toString()).out())
        .contains("There was no checkpoint to compare with");
  }

  @Test
  void a_url_of_another_database_than_postgresql_is_refused_and_makes_no_file() throws IOException {
    Path url = Path.of("jdbc:h2:" + folder.resolve("canary"));
    assertThat(on(url, "verify").exitCode()).isEqualTo(ExitCode.INPUT);
    Shell.Answer answer = Shell.run("run", YEAR.toString(), "--store", url.toString());
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("jdbc:postgresql:").doesNotContain("canary");
    assertThat(folder).isEmptyDirectory();
  }

  /** As somebody with a database client. */
  private static void execute(Path store, String sql) throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(store + ".mv.db"));
        Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("$.", "\"mentoring\"."));
    }
  }

  @Test
  void what_is_missing_on_the_command_line_is_told() throws IOException {
    assertThat(Shell.run("verify").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(on(folder.resolve("none"), "verify").exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(folder).isEmptyDirectory();
    assertThat(Shell.run("due", "--as-of", "2020-12-01").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(
            Shell.run("due", YEAR.toString(), "--store", "x", "--as-of", "2020-12-01").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            Shell.run("run", YEAR.toString(), "--store", shared.resolve("year").toString())
                .exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void a_url_that_nothing_speaks_to_is_told_without_the_url() {
    Shell.Answer answer = on(Path.of("jdbc:oracle:canary"), "verify");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("no driver").doesNotContain("canary");
  }

  @Test
  void a_password_is_told_nowhere() {
    Shell.Answer answer =
        on(
            Path.of("jdbc:postgresql://localhost:1/none?password=canary-url"),
            "verify",
            "--store-user",
            "somebody",
            "--store-password",
            "canary-option",
            "--debug");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.out() + answer.err()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ru.md"})
  void the_guide_shows_what_the_commands_print(String readme) throws IOException {
    List<MatchResult> blocks =
        CONSOLE
            .matcher(Files.readString(GUIDE.resolve(readme), StandardCharsets.UTF_8))
            .results()
            .toList();
    assertThat(blocks).hasSizeGreaterThan(3);
    for (MatchResult block : blocks) {
      List<String> arguments = new ArrayList<>();
      for (String each : block.group(1).split(" ", -1)) {
        arguments.add(
            each.equals("tyumen-year.yaml")
                ? YEAR.toString()
                : each.startsWith("year") ? folder.resolve(each).toString() : each);
      }
      arguments.add("--quiet");
      Shell.Answer answer = Shell.run(arguments.toArray(String[]::new));
      assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.OK);
      assertThat(lines(answer.out()))
          .containsSubsequence(
              lines(block.group(2)).stream().filter(line -> !line.equals("...")).toList());
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).toList();
  }
}
