package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.MentorshipCommands;
import org.mentoring.activity.About;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Stores;

/**
 * What commands cost, against the same statements sent by hand: recorded once, then in turn given
 * as commands and sent bare. Every build sees that both leave the same rows; the figures are a
 * release's.
 */
class BareCostTest {
  /** Commands of one course, from the registration to a report. */
  private static final int COMMANDS = 34;

  @TempDir Path folder;

  @Test
  void h2_does_the_same_with_and_without_the_library() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2(folder)) {
      compare("B-h2", "courses on an H2 file, as commands and as bare statements", h2);
    }
  }

  @Test
  void postgresql_does_the_same_with_and_without_the_library() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      compare(
          "B-postgresql", "courses on PostgreSQL, as commands and as bare statements", postgresql);
    }
  }

  private static void compare(String id, String title, ProofDatabase database) throws Exception {
    int courses = Harness.release() ? 40 : 2;
    Recorded recorded = new Recorded();
    database.emptied();
    courses(database.stores(recorded.over(database.connections()), 1), courses);
    Rows expected = Rows.of(database.connections());
    long[] nanos = new long[2];
    int[] measured = new int[1];
    Harness harness = Harness.of(id, title, 1, 6);
    harness.run(
        number -> {
          long commands = asCommands(database, courses);
          sameRows(expected, database);
          long bare = bare(database, recorded);
          sameRows(expected, database);
          if (number > 1) {
            // The first two warm up.
            nanos[0] += commands;
            nanos[1] += bare;
            measured[0]++;
          }
        });
    if (Harness.release() && measured[0] > 0) {
      harness.tell(
          String.format(
              Locale.ROOT,
              "%,.0f commands a second, %.2f times the bare statements",
              1e9 * measured[0] * courses * COMMANDS / nanos[0],
              (double) nanos[0] / nanos[1]));
    }
  }

  /** But for columns that the database itself numbers, which goes on counting. */
  private static void sameRows(Rows expected, ProofDatabase database) throws SQLException {
    expected
        .changesTo(Rows.of(database.connections()))
        .forEach(
            (table, change) -> {
              assertThat(table.toLowerCase(Locale.ROOT))
                  .isIn("activity_entry", "definition_in_force", "journal", "outbox");
              assertThat(change).as("as many rows").matches("-(\\d+) \\+\\1");
            });
  }

  private static long asCommands(ProofDatabase database, int courses) {
    Stores stores = database.emptied();
    long began = System.nanoTime();
    courses(stores, courses);
    return System.nanoTime() - began;
  }

  private static long bare(ProofDatabase database, Recorded recorded) throws SQLException {
    database.emptied();
    long began = System.nanoTime();
    recorded.again(database.connections());
    return System.nanoTime() - began;
  }

  private static void courses(Stores stores, int courses) {
    ProofProgramme programme = new ProofProgramme(stores, new SequentialIdentifiers());
    for (int i = 0; i < courses; i++) {
      course(programme, i);
    }
  }

  private static void course(ProofProgramme programme, int number) {
    ParticipantId mentor = programme.mentor("mentor-" + number, 1);
    ParticipantId mentee = programme.mentee("mentee-" + number);
    MentorshipCommands commands = programme.mentoring.mentorships();
    LocalDate today = programme.today();
    MentorshipId id =
        commands
            .assign(COORDINATOR, NewMentorship.individual(PRACTICE, mentor, mentee, today))
            .orElseThrow()
            .id();
    commands.agree(COORDINATOR, id, Code.of("GUARDIAN"), mentee, today).orElseThrow();
    commands.agree(COORDINATOR, id, Code.of("MENTOR"), mentor, today).orElseThrow();
    commands.start(COORDINATOR, id, today).orElseThrow();
    commands.recordStep(COORDINATOR, id, "support", today).orElseThrow();
    for (int i = 0; i < 10; i++) {
      programme
          .mentoring
          .activities()
          .record(
              COORDINATOR,
              Code.of("MEETING"),
              About.mentorship(id),
              today,
              Happened.Meeting.held(Fact.Mode.IN_PERSON, 30 + i),
              null)
          .orElseThrow();
    }
    for (int i = 0; i < 6; i++) {
      programme.fact(mentee, new Fact.Interest("topic " + i));
    }
    commands.pause(COORDINATOR, id, "why", today).orElseThrow();
    commands.resume(COORDINATOR, id, "why", today).orElseThrow();
  }
}
