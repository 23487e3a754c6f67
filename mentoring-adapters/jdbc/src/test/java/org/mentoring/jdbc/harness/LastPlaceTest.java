package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;

/**
 * G2: many ask for the last place of a mentor at the same moment. As many get one as there are
 * places: never one more, and no place stays free. Both guards together and each of them alone.
 */
class LastPlaceTest {
  private static final int CONTENDERS = 64;

  @Test
  void the_last_place_in_h2_is_given_once() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2();
        Race race = new Race(h2)) {
      Harness.of("G2-h2", "races of 64 for the last place on H2", 50, 1_000).run(race::guarded);
    }
  }

  @Test
  void the_last_place_in_postgresql_is_given_once() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql(CONTENDERS);
        Race race = new Race(postgresql)) {
      Harness.of("G2-postgresql", "races of 64 for the last place on PostgreSQL", 50, 1_000)
          .run(race::guarded);
    }
  }

  @Test
  void without_guards_h2_gives_a_place_twice() throws Exception {
    try (ProofDatabase h2 = ProofDatabase.h2();
        Race race = new Race(h2)) {
      assertThatThrownBy(() -> race.unguarded(20)).hasMessageContaining("places given");
    }
  }

  @Test
  void without_guards_postgresql_gives_a_place_twice() throws Exception {
    try (ProofDatabase postgresql = ProofDatabase.postgresql(CONTENDERS);
        Race race = new Race(postgresql)) {
      assertThatThrownBy(() -> race.unguarded(20)).hasMessageContaining("places given");
    }
  }

  private static final class Race implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(CONTENDERS);
    private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
    private final List<ProofProgramme> guards = new ArrayList<>();
    private final ProofProgramme unguarded;
    private final List<ParticipantId> mentees = new ArrayList<>();

    Race(ProofDatabase database) {
      database.emptied();
      guards.add(new ProofProgramme(database.guarded(true, true), identifiers));
      guards.add(new ProofProgramme(database.guarded(true, false), identifiers));
      guards.add(new ProofProgramme(database.guarded(false, true), identifiers));
      unguarded = new ProofProgramme(database.guarded(false, false), identifiers);
      for (int i = 0; i < CONTENDERS; i++) {
        mentees.add(guards.get(0).mentee("mentee-" + i));
      }
    }

    /** Both guards and each alone, in turn; one, two or three places. */
    void guarded(int number) throws InterruptedException, ExecutionException {
      run(guards.get(number % 3), "mentor-" + number, 1 + number / 3 % 3);
    }

    void unguarded(int rounds) throws InterruptedException, ExecutionException {
      for (int number = 0; number < rounds; number++) {
        run(unguarded, "mentor-" + number, 1);
      }
    }

    private void run(ProofProgramme programme, String id, int places)
        throws InterruptedException, ExecutionException {
      ParticipantId mentor = programme.mentor(id, places);
      CountDownLatch ready = new CountDownLatch(CONTENDERS);
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Outcome<Mentorship>>> asked = new ArrayList<>();
      for (ParticipantId mentee : mentees) {
        asked.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  return programme
                      .mentoring
                      .mentorships()
                      .assign(
                          ProofProgramme.COORDINATOR,
                          NewMentorship.individual(
                              ProofProgramme.PRACTICE, mentor, mentee, programme.today()));
                }));
      }
      ready.await();
      go.countDown();
      List<Mentorship> given = new ArrayList<>();
      for (Future<Outcome<Mentorship>> each : asked) {
        each.get().accepted().ifPresent(given::add);
      }
      assertThat(programme.mentoring.mentorships().of(mentor)).hasSameSizeAs(given);
      assertThat(given).as("places given of %s", id).hasSize(places);
      given.forEach(
          each ->
              programme
                  .mentoring
                  .mentorships()
                  .withdraw(ProofProgramme.COORDINATOR, each.id(), "over", programme.today())
                  .orElseThrow());
      assertThat(programme.stores.places().of(mentor)).isEmpty();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
