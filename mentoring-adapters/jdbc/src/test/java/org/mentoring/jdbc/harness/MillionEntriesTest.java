package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.journal.Verification;
import org.mentoring.participant.Position;
import org.mentoring.spi.Activities;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;
import org.mentoring.testkit.internal.HarnessRounds;

/**
 * G9 with a million sealed entries: those that commands of all kinds leave, with the decisions,
 * commands, histories and mentorships that they tell of, all of which {@code verify} compares.
 */
@Tag(Harness.TAG)
@Timeout(7_200)
class MillionEntriesTest {
  /**
   * The measure that was promised. It depends on the machine, so that only a release is held to it.
   */
  private static final double MOST_SECONDS = 60;

  private static final int USUAL = 3_000;

  /** Enough for a planted bug. */
  private static final int FEW = 100;

  /** So many scenes share a transaction, more of a million: only to have them there sooner. */
  private static final int SCENES_AT_ONCE = 20;

  /** One scene of so many is erased: each erasure looks through all that is there. */
  private static final int ERASED_OF = 400;

  @TempDir Path folder;

  @Test
  void in_h2_a_million_entries_of_commands_are_verified_within_a_minute() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2(folder)) {
      verified("G9-million-h2", "a million entries verified in H2", h2);
    }
  }

  @Test
  void in_postgresql_a_million_entries_of_commands_are_verified_within_a_minute() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql()) {
      verified("G9-million-postgresql", "a million entries verified in PostgreSQL", postgresql);
    }
  }

  private static void verified(String id, String title, ProofDatabase database) {
    int entries = Integer.getInteger("harness.entries", Harness.release() ? 1_000_000 : USUAL);
    HarnessRounds harness = Harness.of(id, title, 1, 1);
    AtomicReference<String> figure = new AtomicReference<>("");
    harness.run(
        number ->
            figure.set(
                round(
                    database.stores(),
                    entries,
                    Harness.release() ? MOST_SECONDS : Double.POSITIVE_INFINITY)));
    if (!figure.get().isEmpty()) {
      harness.tell(figure.get());
    }
  }

  @Test
  void a_record_that_is_not_there_is_found() {
    found(
        stores -> Planted.in(stores, Activities.class, forgetful(stores)),
        Double.POSITIVE_INFINITY,
        "nobody touched anything");
  }

  private static Activities forgetful(Stores stores) {
    return Planted.dropping(Activities.class, stores.activities(), "append", 20);
  }

  @Test
  void a_sealer_that_counts_what_it_did_not_seal_is_found() {
    found(
        stores ->
            Planted.in(
                stores,
                Journal.class,
                Planted.dropping(Journal.class, stores.journal(), "seal", 1)),
        Double.POSITIVE_INFINITY,
        "sealed to");
  }

  @Test
  void a_verification_that_takes_longer_than_was_promised_is_found() {
    Duration late = Duration.ofMillis(200);
    found(
        stores ->
            Planted.in(
                stores,
                Journal.class,
                Planted.slow(Journal.class, stores.journal(), "sealed", late)),
        late.toMillis() / 1_000.0,
        "seconds for");
  }

  private static void found(UnaryOperator<Stores> bug, double mostSeconds, String told) {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      assertThatThrownBy(() -> round(bug.apply(h2.stores()), FEW, mostSeconds))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(told);
    }
  }

  private static String round(Stores stores, int entries, double mostSeconds) {
    ProofProgramme programme =
        new ProofProgramme(stores, SystemSources.identifiers(), UseCases.EARLIER);
    long began = System.nanoTime();
    long sealed = lived(programme, entries);
    double living = seconds(began);
    began = System.nanoTime();
    Verification verification = programme.mentoring.journal().verify();
    double verifying = seconds(began);
    assertThat(verification.faults()).as("nobody touched anything").isEmpty();
    assertThat(verification.sealedTo())
        .as("sealed to")
        .isEqualTo(sealed)
        .isGreaterThanOrEqualTo(entries);
    assertThat(verifying).as("seconds for %d entries", sealed).isLessThan(mostSeconds);
    return "%,d entries verified in %.1f s (made in %.0f s)".formatted(sealed, verifying, living);
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1_000_000_000.0;
  }

  /** How many entries there are then. */
  static long lived(ProofProgramme programme, int entries) {
    long sealed = 0;
    int atOnce = Math.max(SCENES_AT_ONCE, entries / 10_000);
    for (int scene = 0; sealed < entries; scene += atOnce) {
      int from = scene;
      programme
          .stores
          .work()
          .run(
              () -> {
                for (int i = 0; i < atOnce; i++) {
                  live(new Scene(programme, from + i), from + i);
                }
                return from;
              });
      sealed += programme.mentoring.journal().seal();
    }
    return sealed;
  }

  /** Two people: how far they come together differs, and now and then one of them is erased. */
  private static void live(Scene scene, int number) {
    MentorshipId id =
        switch (number % 4) {
          case 0 -> scene.proposed();
          case 1 -> scene.agreed();
          default -> scene.active();
        };
    scene
        .mentoring
        .decisions()
        .keep(COORDINATOR, scene.mentee, PRACTICE, Position.MENTEE, scene.today);
    if (number % 4 == 2) {
      scene.commands.recordStep(COORDINATOR, id, "support", scene.today).orElseThrow();
      scene.commands.pause(COORDINATOR, id, "why", scene.today).orElseThrow();
      scene.commands.resume(COORDINATOR, id, "why", scene.today).orElseThrow();
    }
    if (number % 4 == 3) {
      for (int i = 0; i < 5; i++) {
        scene.met(id);
      }
      scene.mentoring.decisions().keepCompletion(COORDINATOR, id, scene.today).orElseThrow();
    }
    scene.interest();
    if (number % ERASED_OF == 1) {
      scene.commands.withdraw(ProofProgramme.HEAD, id, "why", scene.today).orElseThrow();
      scene
          .mentoring
          .erasure()
          .erase(COORDINATOR, scene.mentee, Code.of("CONSENT_WITHDRAWN"), scene.today)
          .orElseThrow();
    }
  }
}
