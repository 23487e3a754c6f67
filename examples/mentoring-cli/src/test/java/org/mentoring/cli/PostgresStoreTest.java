package org.mentoring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year kept in PostgreSQL, by a role that owns its database and has to say its password. */
class PostgresStoreTest {
  private static final Path YEAR =
      Path.of("..", "mentorship-year", "src/main/resources/org/mentoring/year/tyumen-year.yaml");
  private static final String ROLE = "portal";
  private static final String PASSWORD = "canary-of-the-role";

  @TempDir static Path shared;
  private static EmbeddedPostgres server;
  private static String url;

  @TempDir Path folder;

  @BeforeAll
  static void the_year_is_played_into_a_database() throws IOException, SQLException {
    Path rights = shared.resolve("pg_hba.conf");
    Files.writeString(
        rights, "host all postgres all trust\nhost all " + ROLE + " all scram-sha-256\n");
    // Readable by the account that the server runs under.
    assertThat(rights.toFile().setReadable(true, false)).isTrue();
    assertThat(shared.toFile().setExecutable(true, false)).isTrue();
    server = EmbeddedPostgres.builder().setServerConfig("hba_file", rights.toString()).start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
      statement.execute("create database programme owner " + ROLE);
    }
    url = "jdbc:postgresql://localhost:" + server.getPort() + "/programme";
    Shell.Answer answer = on("run", YEAR.toString());
    assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(ExitCode.OK);
  }

  @AfterAll
  static void the_server_is_stopped() throws IOException {
    server.close();
  }

  private static Shell.Answer on(String command, String... further) {
    return with(PASSWORD, command, further);
  }

  private static Shell.Answer with(String password, String command, String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--quiet",
                "--store",
                url,
                "--store-user",
                ROLE,
                "--store-password",
                password));
    arguments.addAll(Arrays.asList(further));
    return Shell.run(arguments.toArray(String[]::new));
  }

  private static String done(String command, String... further) {
    Shell.Answer answer = on(command, further);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.exitCode()).as(answer.out()).isEqualTo(ExitCode.OK);
    return answer.out();
  }

  @Test
  void every_command_works_on_it_as_on_a_file() throws IOException {
    assertThat(
            done("due", "--as-of", "2022-05-29", "--format", "csv")
                .replace("mentorship-1,", "pair,"))
        .isEqualTo(
            Shell.run("due", YEAR.toString(), "--as-of", "2022-05-29", "--format", "csv", "--quiet")
                .out());
    assertThat(done("seal")).contains("entries sealed");
    assertThat(done("verify")).contains(" 0 unsealed", "no fault");
    assertThat(done("replay")).contains(" 0 different");
    assertThat(done("what-if", "--changed", "tyumen-2020")).contains(" 0 decided otherwise");

    Path out = folder.resolve("programme.jsonl");
    Path again = folder.resolve("again.jsonl");
    Path file = folder.resolve("file");
    String told = done("export", out.toString());
    assertThat(
            Shell.run("import", out.toString(), "--store", file.toString(), "--quiet").exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(Shell.run("export", again.toString(), "--store", file.toString(), "--quiet").out())
        .isEqualTo(told);
    assertThat(Files.mismatch(out, again)).isEqualTo(-1);
  }

  @Test
  void an_export_is_read_into_another_schema_and_a_person_erased_there() {
    Path out = folder.resolve("programme.jsonl");
    done("export", out.toString());
    done("import", out.toString(), "--schema", "moved");
    Shell.Answer erased =
        on(
            "erase",
            "starling",
            "--schema",
            "moved",
            "--reason",
            "CONSENT_WITHDRAWN",
            "--on",
            "2022-12-31",
            "--by",
            "c-1",
            "--organisation",
            "ishim");
    assertThat(erased.exitCode()).as(erased.err()).isEqualTo(ExitCode.OK);
    assertThat(erased.out()).contains("starling is erased");
    // Of the embedded file the command takes the bytes itself.
    assertThat(erased.err()).contains("VACUUM FULL");
    assertThat(done("verify", "--schema", "moved")).contains("no fault");
    assertThat(done("replay", "--schema", "moved")).contains("somebody was erased");
    assertThat(done("replay")).doesNotContain("somebody was erased");
  }

  @Test
  void a_wrong_password_is_told_by_its_code_and_not_repeated() {
    Shell.Answer answer = with("canary-wrong", "verify", "--debug");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("store.denied", "28P01");
    assertThat(answer.out() + answer.err()).doesNotContain("canary");
  }

  @Test
  void a_database_that_is_not_there_and_a_schema_that_nobody_made_are_told() {
    String there = url;
    try {
      url = there.replace("/programme", "/none");
      Shell.Answer answer = on("verify");
      assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
      assertThat(answer.err()).contains("3D000").doesNotContain("canary");
    } finally {
      url = there;
    }
    Shell.Answer answer = on("verify", "--schema", "nobody_made");
    assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(answer.err()).contains("migration.outstanding", "nobody_made");
  }

  @Test
  void user_and_password_come_from_the_environment() throws IOException, InterruptedException {
    Path told = folder.resolve("told");
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            MentoringCommand.class.getName(),
            "verify",
            "--quiet",
            "--store",
            url);
    process.environment().put("MENTORING_STORE_USER", ROLE);
    process.environment().put("MENTORING_STORE_PASSWORD", PASSWORD);
    process.redirectErrorStream(true).redirectOutput(told.toFile());
    Process running = process.start();
    assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(told, StandardCharsets.UTF_8);
    assertThat(running.exitValue()).as(text).isEqualTo(ExitCode.OK);
    assertThat(text).contains("no fault").doesNotContain("canary");
  }
}
