package org.mentoring.jdbc.harness;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentoring.Given;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.StoreFailure;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;

/**
 * Gives commands as fast as it can and tells each, only after it was committed, until it is killed
 * or the database is. It ends by itself after many commands. For one thread.
 */
final class KilledWork {
  private static final int MOST = 2_000;

  /** With so many commands each there are new people. */
  private static final int PEOPLE = 20;

  private final Stores stores;
  private final String name;
  private final Consumer<String> told;
  private final ProofProgramme programme;
  private final Random random;
  private int number;
  private @Nullable ParticipantId mentor;
  private @Nullable ParticipantId mentee;

  /**
   * Work to do.
   *
   * @param name begins all ids, so that nobody else gives them
   * @param told gets {@code made} with a participant's id, {@code done} with a command's, and
   *     {@code lost} with that of which nothing is known
   */
  KilledWork(Stores stores, String name, Consumer<String> told) {
    this.stores = stores;
    this.name = name;
    this.told = told;
    programme = new ProofProgramme(stores, SystemSources.identifiers());
    random = new Random(name.hashCode());
  }

  /** Gives so many commands, at most. */
  void run(int most) {
    try {
      while (number < most) {
        next();
      }
    } catch (StoreFailure e) {
      // The database was killed: what became of this command is open, and that is told.
      told.accept("lost " + id() + " " + e.code());
    }
  }

  /** Goes on until it is killed. */
  void run() {
    run(MOST);
  }

  /** A planted bug: commands are told before the unit of work that they belong to is committed. */
  void runTellingEarly() {
    while (number < MOST) {
      stores
          .work()
          .run(
              () -> {
                for (int i = 0; i < 10; i++) {
                  next();
                }
                return number;
              });
    }
  }

  private String id() {
    return name + "-command-" + number;
  }

  private void next() {
    programme.passes(Duration.ofMinutes(1));
    if (number % PEOPLE == 0) {
      mentor = programme.mentor(name + "-mentor-" + number, 1);
      mentee = programme.mentee(name + "-mentee-" + number);
      told.accept("made " + mentor);
      told.accept("made " + mentee);
    }
    Given<?> given =
        number % PEOPLE == 7
            ? programme.mentoring.once(CommandId.of(id()), this::assigned)
            : programme.mentoring.once(CommandId.of(id()), this::recorded);
    if (given instanceof Given.Now<?>) {
      told.accept("done " + id());
    }
    number++;
  }

  private Outcome<Mentorship> assigned() {
    return programme
        .mentoring
        .mentorships()
        .assign(
            ProofProgramme.COORDINATOR,
            NewMentorship.individual(
                ProofProgramme.PRACTICE,
                Objects.requireNonNull(mentor),
                Objects.requireNonNull(mentee),
                programme.today()));
  }

  private Outcome<FactId> recorded() {
    return programme.mentoring.record(
        ProofProgramme.COORDINATOR,
        Objects.requireNonNull(mentee),
        new Fact.Interest("topic " + random.nextInt(50)),
        programme.sinceYesterday());
  }
}
