package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
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
import org.mentoring.spi.Activities;
import org.mentoring.spi.Participants;
import org.mentoring.spi.Stores;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * What commands cost, against the same statements sent by hand: recorded once, then in turn given
 * as commands and sent bare. Every build sees that both leave the same rows; the figures are a
 * release's.
 */
@Tag(Harness.TAG)
class BareCostTest {
  /** Commands of one course, from the registration to a report. */
  private static final int COMMANDS = 34;

  private static final Set<String> NUMBERED =
      Set.of("activity_entry", "definition_in_force", "journal", "outbox");

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

  @Test
  void commands_that_leave_other_rows_than_the_statements_are_found() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      Course recorded = Course.recorded(h2, 1);
      assertThatThrownBy(
              () ->
                  recorded.asCommands(
                      stores ->
                          Planted.in(
                              stores,
                              Participants.class,
                              Planted.dropping(
                                  Participants.class, stores.participants(), "append", 14))))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("fact_entry");
      assertThatThrownBy(
              () ->
                  recorded.asCommands(
                      stores ->
                          Planted.in(
                              stores,
                              Activities.class,
                              Planted.dropping(
                                  Activities.class, stores.activities(), "append", 3))))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("as many rows of activity_entry");
    }
  }

  @Test
  void statements_that_leave_other_rows_than_the_commands_are_found() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      Course recorded = Course.recorded(h2, 1);
      recorded.statements().forgetLast("fact_entry");
      assertThatThrownBy(() -> recorded.bare())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("fact_entry");
    }
  }

  private static void compare(String id, String title, ProofDatabase database) throws Exception {
    int courses = Harness.release() ? 40 : 2;
    Course recorded = Course.recorded(database, courses);
    long[] nanos = new long[2];
    int[] measured = new int[1];
    HarnessRounds harness = Harness.of(id, title, 1, 6);
    harness.run(
        number -> {
          long commands = recorded.asCommands(UnaryOperator.identity());
          long bare = recorded.bare();
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

  /** What was sent to a database, and the rows that it left. */
  private record Course(ProofDatabase database, int courses, Recorded statements, Rows expected) {
    static Course recorded(ProofDatabase database, int courses) throws SQLException {
      Recorded statements = new Recorded();
      database.emptied();
      give(database.stores(statements.over(database.connections()), 1), courses);
      return new Course(database, courses, statements, Rows.of(database.connections()));
    }

    /** How many nanoseconds it takes, given as commands. */
    long asCommands(UnaryOperator<Stores> bug) throws SQLException {
      Stores stores = bug.apply(database.emptied());
      long began = System.nanoTime();
      give(stores, courses);
      long took = System.nanoTime() - began;
      sameRows(expected, database);
      return took;
    }

    /** How many nanoseconds it takes, sent by hand. */
    long bare() throws SQLException {
      database.emptied();
      long began = System.nanoTime();
      statements.again(database.connections());
      long took = System.nanoTime() - began;
      sameRows(expected, database);
      return took;
    }
  }

  /** But for columns that the database itself numbers: it goes on counting. */
  private static void sameRows(Rows expected, ProofDatabase database) throws SQLException {
    SortedMap<String, String> changes = new TreeMap<>();
    expected
        .changesTo(Rows.of(database.connections()))
        .forEach((table, change) -> changes.put(table.toLowerCase(Locale.ROOT), change));
    assertThat(changes.keySet()).as("with other rows").isSubsetOf(NUMBERED);
    changes.forEach(
        (table, change) ->
            assertThat(change).as("as many rows of %s", table).matches("-(\\d+) \\+\\1"));
  }

  private static void give(Stores stores, int courses) {
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
