package org.mentoring.jdbc.harness;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.mentoring.Given;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Identifiers;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;

/**
 * A program that is killed: gives commands as fast as it can and tells each on a line of its
 * output, only after it was committed. It ends by itself after many commands or when the database
 * is gone.
 */
final class KilledClient {
  private static final int MOST = 2_000;

  private KilledClient() {}

  /**
   * Runs.
   *
   * @param arguments {@code h2} with a file's folder, {@code h2-default} with a file's folder, or
   *     {@code postgresql} with a URL; then the number of the round
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Stores stores = stores(arguments[0], arguments[1]);
    long round = Long.parseLong(arguments[2]);
    run(stores, round, out);
  }

  private static Stores stores(String kind, String where) {
    return switch (kind) {
      case "h2" -> ProofDatabase.fileStores(Path.of(where));
      case "h2-default" -> {
        // The planted bug: a commit returns half a second before it is in the file.
        JdbcDataSource delayed = new JdbcDataSource();
        delayed.setURL(
            "jdbc:h2:file:"
                + Path.of(where).resolve("test")
                + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1");
        delayed.setUser("sa");
        delayed.setPassword("");
        yield ProofDatabase.storesOn(delayed);
      }
      case "postgresql" -> ProofDatabase.storesOn(ProofDatabase.pooled(where));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static void run(Stores stores, long round, PrintStream out) {
    Identifiers identifiers = SystemSources.identifiers();
    ProofProgramme programme = new ProofProgramme(stores, identifiers);
    Random random = new Random(round);
    String name = "r" + round;
    ParticipantId mentor = null;
    ParticipantId mentee = null;
    for (int number = 0; number < MOST; number++) {
      programme.passes(Duration.ofMinutes(1));
      if (number % 20 == 0) {
        mentor = programme.mentor(name + "-mentor-" + number, 1);
        mentee = programme.mentee(name + "-mentee-" + number);
        out.println("made " + mentor.value());
        out.println("made " + mentee.value());
      }
      ParticipantId ofMentor = java.util.Objects.requireNonNull(mentor);
      ParticipantId ofMentee = java.util.Objects.requireNonNull(mentee);
      CommandId id = CommandId.of(name + "-command-" + number);
      boolean assign = number % 20 == 7;
      try {
        Given<?> given =
            assign
                ? programme.mentoring.once(
                    id,
                    () ->
                        programme
                            .mentoring
                            .mentorships()
                            .assign(
                                ProofProgramme.COORDINATOR,
                                NewMentorship.individual(
                                    ProofProgramme.PRACTICE,
                                    ofMentor,
                                    ofMentee,
                                    programme.today())))
                : programme.mentoring.once(
                    id,
                    () ->
                        programme.mentoring.record(
                            ProofProgramme.COORDINATOR,
                            ofMentee,
                            new Fact.Interest("topic " + random.nextInt(50)),
                            programme.sinceYesterday()));
        if (given instanceof Given.Now<?>) {
          out.println("done " + id.value());
        }
      } catch (StoreFailure e) {
        // The server was killed: what became of this command is open, and that is told.
        out.println("lost " + id.value() + " " + e.code());
        return;
      }
    }
  }
}
