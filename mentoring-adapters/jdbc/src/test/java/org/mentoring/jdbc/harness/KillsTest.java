package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.ProofServer;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * G3: programs and servers are killed with signal 9. What was acknowledged is there afterwards, and
 * nothing is there by halves.
 */
class KillsTest {
  @TempDir Path folder;

  @Test
  void what_a_killed_program_was_told_is_in_its_file() throws Exception {
    // One file for all rounds would grow without end.
    Harness.of("G3-h2-client", "kills of the program over an H2 file", 10, 150)
        .run(
            number -> {
              Path file = folder.resolve("h2-" + number);
              ProofDatabase.h2(file).close();
              List<String> told = killed("h2", file.toString(), number);
              try (ProofDatabase again = ProofDatabase.h2(file)) {
                check(again.stores(), told);
              }
            });
  }

  @Test
  void what_a_killed_program_was_told_is_on_its_server() throws Exception {
    try (ProofServer server = ProofServer.start(folder.resolve("client"))) {
      Harness.of("G3-postgresql-client", "kills of the program over PostgreSQL", 10, 150)
          .run(
              number -> {
                server.emptied();
                List<String> told = killed("postgresql", server.url(), number);
                check(server.stores(), told);
              });
    }
  }

  @Test
  void what_a_killed_server_acknowledged_is_there_when_it_is_up_again() throws Exception {
    try (ProofServer server = ProofServer.start(folder.resolve("server"))) {
      Harness.of("G3-postgresql-server", "kills of the PostgreSQL server, fsync on", 10, 200)
          .run(
              number -> {
                server.emptied();
                Process program = started("postgresql", server.url(), number);
                List<String> told = new ArrayList<>();
                try (BufferedReader lines = output(program)) {
                  listen(lines, told, 1 + new Random(number).nextInt(60));
                  server.kill();
                  // The program notices by itself; whatever it still tells counts.
                  lines.lines().forEach(told::add);
                }
                program.waitFor();
                server.startAgain();
                check(server.stores(), told);
              });
    }
  }

  @Test
  void a_database_that_writes_later_than_it_says_is_found() throws Exception {
    assertThatThrownBy(
            () -> {
              for (int number = 0; number < 10; number++) {
                Path file = folder.resolve("delayed-" + number);
                ProofDatabase.h2(file).close();
                List<String> told = killed("h2-default", file.toString(), number);
                try (ProofDatabase again = ProofDatabase.h2(file)) {
                  check(again.stores(), told);
                }
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("acknowledged");
  }

  /** Runs the program and kills it after it has told some commands; answers with all it told. */
  private static List<String> killed(String kind, String where, int number) throws Exception {
    Process program = started(kind, where, number);
    List<String> told = new ArrayList<>();
    try (BufferedReader lines = output(program)) {
      listen(lines, told, 1 + new Random(number).nextInt(60));
      // By its handle: otherwise its output would be closed with it.
      program.toHandle().destroyForcibly();
      // What it had told before it died.
      lines.lines().forEach(told::add);
    }
    program.waitFor();
    return told;
  }

  private static void listen(BufferedReader lines, List<String> told, int most) throws IOException {
    int done = 0;
    while (done < most) {
      String line = lines.readLine();
      assertThat(line).as("the program goes on until it is killed").isNotNull();
      told.add(line);
      done += line.startsWith("done ") ? 1 : 0;
    }
  }

  private static BufferedReader output(Process program) {
    return new BufferedReader(
        new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Process started(String kind, String where, int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            // Surefire starts this JVM with a jar that names the class path.
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KilledClient.class.getName(),
            kind,
            where,
            Integer.toString(number))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Nothing that was told is missing, and nothing is there by halves. */
  private static void check(Stores stores, List<String> told) throws SQLException {
    for (String line : told) {
      String[] words = line.split(" ");
      if (words[0].equals("made")) {
        assertThat(stores.participants().find(ParticipantId.of(words[1])))
            .as("acknowledged: %s", line)
            .isPresent();
      } else if (words[0].equals("done")) {
        CommandRecord command =
            stores
                .commands()
                .find(CommandId.of(words[1]))
                .orElseThrow(() -> new AssertionError("lost although acknowledged: " + line));
        assertThat(command.id().value()).isEqualTo(words[1]);
      }
    }
    Halves.none(stores);
  }

  /** What belongs together is there together. */
  private static final class Halves {
    private Halves() {}

    static void none(Stores stores) {
      List<CommandRecord> commands = new ArrayList<>();
      CommandId after = null;
      do {
        Page<CommandRecord> page = stores.commands().list(after, 1_000);
        commands.addAll(page.items());
        after = page.next() == null ? null : CommandId.of(page.next());
      } while (after != null);
      Observed.seal(stores);
      List<JournalEntry> entries =
          stores.journal().sealed(0, 10_000).stream().map(SealedEntry::entry).toList();
      Set<String> told = new HashSet<>();
      Set<CommandId> ids = new HashSet<>();
      commands.forEach(command -> ids.add(command.id()));
      for (JournalEntry entry : entries) {
        assertThat(ids).as("a command to each entry").contains(entry.command());
        told.add(entry.subjectKind() + " " + entry.subject());
        entry.details().forEach((name, value) -> told.add(name + " " + value));
      }
      for (CommandRecord command : commands) {
        assertThat(told).as("an entry to each command").contains("COMMAND " + command.id());
        for (DecisionId each : command.decisions()) {
          StoredDecision decision = stores.decisions().find(each).orElseThrow();
          assertThat(decision.command()).isEqualTo(command.id());
          assertThat(told).contains("DECISION " + each);
        }
      }
      for (ParticipantId id : stores.participants().ids()) {
        assertThat(told).as("an entry to each participant").contains("PARTICIPANT " + id);
        stores
            .participants()
            .history(id)
            .forEach(
                fact -> {
                  if (fact instanceof org.mentoring.participant.FactEntry.Recorded recorded) {
                    assertThat(told).as("an entry to each fact").contains("fact " + recorded.id());
                  }
                });
      }
      stores
          .mentorships()
          .list(Mentorships.Which.all(), null, 1_000)
          .items()
          .forEach(
              each -> {
                assertThat(told).contains("MENTORSHIP " + each.id());
                assertThat(stores.places().of(each.mentors().first())).isNotEmpty();
              });
      assertThat(
              new ProofProgramme(stores, new SequentialIdentifiers())
                  .mentoring
                  .journal()
                  .verify()
                  .faults())
          .isEmpty();
    }
  }
}
