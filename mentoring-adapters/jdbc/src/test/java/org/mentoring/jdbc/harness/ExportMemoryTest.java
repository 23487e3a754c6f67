package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * G14: an export takes no more memory for more rows. A million mentorships under 128 MB for a
 * release, and usually as many as are too many for the 40 MB that the program then has.
 */
@Tag(Harness.TAG)
class ExportMemoryTest {
  private static final int FEW = 30_000;
  private static final int TOO_LITTLE_FOR_THEM = 40;
  private static final int ROWS = Harness.release() ? 1_000_000 : FEW;
  private static final int MEGABYTES = Harness.release() ? 128 : TOO_LITTLE_FOR_THEM;
  private static final int BATCH = 10_000;

  @TempDir Path folder;

  private record Ended(int exitCode, String output) {}

  @Test
  void many_mentorships_in_an_h2_file_are_exported_in_little_memory() {
    harness(
        "G14-h2",
        "an H2 file",
        () -> {
          try (ProofDatabase h2 = ProofDatabase.h2(folder)) {
            fill(h2, ROWS);
          }
          return folder.toString();
        });
  }

  @Test
  void many_mentorships_in_postgresql_are_exported_in_little_memory() {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      harness(
          "G14-postgresql",
          "PostgreSQL",
          () -> {
            fill(postgresql, ROWS);
            return url(postgresql.connections());
          });
    }
  }

  @Test
  void an_export_that_keeps_what_it_has_read_is_found() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2(folder)) {
      fill(h2, FEW);
    }
    Ended ended = exported(TOO_LITTLE_FOR_THEM, folder.toString(), ExportOfMany.HOARD);
    assertThat(ended.exitCode()).as(ended.output()).isNotZero();
    assertThat(ended.output()).contains("OutOfMemoryError");
  }

  private interface Filled {
    String where() throws SQLException;
  }

  private static void harness(String id, String engine, Filled filled) {
    String title =
        String.format(
            Locale.ROOT, "export of %,d mentorships in %s under -Xmx%dm", ROWS, engine, MEGABYTES);
    List<String> figures = new ArrayList<>();
    HarnessRounds harness = Harness.of(id, title, 1, 1);
    harness.run(
        number -> {
          String where = filled.where();
          long began = System.nanoTime();
          Ended ended = exported(MEGABYTES, where);
          double seconds = (System.nanoTime() - began) / 1e9;
          assertThat(ended.exitCode()).as(ended.output()).isZero();
          assertThat(ended.output().strip()).matches(ROWS + " [0-9]+ [0-9a-f]{64}");
          figures.add(String.format(Locale.ROOT, "exported in %.0f s", seconds));
        });
    figures.forEach(harness::tell);
  }

  /** One mentorship that commands made, and as many others as it takes with other ids. */
  private static void fill(ProofDatabase database, int rows) throws SQLException {
    Stores stores = database.stores();
    ProofProgramme programme = new ProofProgramme(stores, new SequentialIdentifiers());
    ParticipantId mentor = programme.mentor("mentor-x", 1);
    ParticipantId mentee = programme.mentee("mentee-x");
    MentorshipId first =
        programme
            .mentoring
            .mentorships()
            .assign(
                ProofProgramme.COORDINATOR,
                NewMentorship.individual(
                    ProofProgramme.PRACTICE, mentor, mentee, programme.today()))
            .orElseThrow()
            .id();
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement()) {
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      for (int from = 1; from < rows; from += BATCH) {
        int until = Math.min(rows - 1, from + BATCH - 1);
        String numbers =
            h2
                ? "(select x as n from system_range(" + from + ", " + until + ")) numbers"
                : "generate_series(" + from + ", " + until + ") numbers (n)";
        assertThat(
                statement.executeUpdate(
                    "insert into \"mentoring\".mentorship"
                        + " (id, version, practice, centre, state, started_on, body)"
                        + " select 'many-' || lpad(cast(n as varchar), 9, '0'), version, practice,"
                        + " centre, state, started_on,"
                        + " replace(replace(replace(body,"
                        + " '\""
                        + first
                        + "\"', '\"many-' || lpad(cast(n as varchar), 9, '0') || '\"'),"
                        + " 'mentor-x', 'mentor-' || n), 'mentee-x', 'mentee-' || n)"
                        + " from \"mentoring\".mentorship, "
                        + numbers
                        + " where id = '"
                        + first
                        + "'"))
            .isEqualTo(until - from + 1);
        assertThat(
                statement.executeUpdate(
                    "insert into \"mentoring\".mentorship_party"
                        + " (mentorship, participant, position, present)"
                        + " select 'many-' || lpad(cast(n as varchar), 9, '0'),"
                        + " replace(participant, '-x', '-' || n), position, present"
                        + " from \"mentoring\".mentorship_party, "
                        + numbers
                        + " where mentorship = '"
                        + first
                        + "'"))
            .isEqualTo(2 * (until - from + 1));
      }
    }
  }

  private static String url(DataSource connections) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      return connection.getMetaData().getURL();
    }
  }

  private static Ended exported(int megabytes, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ExportOfMany.class.getName()));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
