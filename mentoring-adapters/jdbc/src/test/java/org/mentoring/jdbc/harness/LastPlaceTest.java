package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoring.decision.Outcome;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.spi.Places;
import org.mentoring.spi.Stores;

/**
 * G2: many ask for the last place of a mentor at the same moment. As many get one as there are
 * places: never one more, and no place stays free. Both guards together and each of them alone.
 */
@Tag(Harness.TAG)
class LastPlaceTest {
  private static final int CONTENDERS = 64;
  private static final int CONNECTIONS = 32;

  @Test
  void the_last_place_is_given_once() throws Exception {
    Callable<Boolean> h2 = () -> eachGuard("G2-h2", "H2", ProofDatabase.h2());
    Callable<Boolean> postgresql =
        () -> eachGuard("G2-postgresql", "PostgreSQL", ProofDatabase.postgresql(CONNECTIONS));
    // Who waits for a lock needs no processor, so that a build's two do both at once.
    ExecutorService both = Executors.newFixedThreadPool(Harness.release() ? 1 : 2);
    try {
      for (Future<Boolean> each : both.invokeAll(List.of(h2, postgresql))) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      both.shutdownNow();
    }
  }

  private static boolean eachGuard(String id, String engine, ProofDatabase database) {
    String title = "races of 64 for the last place on " + engine;
    try (database) {
      guarded(id, title + ", guarded by lock and key", database, true, true);
      guarded(id + "-lock", title + ", guarded by the lock alone", database, true, false);
      guarded(id + "-key", title + ", guarded by the key alone", database, false, true);
    }
    return true;
  }

  private static void guarded(
      String id, String title, ProofDatabase database, boolean lock, boolean key) {
    try (Race race = new Race(database, database.guarded(lock, key))) {
      Harness.of(id, title, 50, 1_000).run(race::run);
    }
  }

  @Test
  void without_guards_h2_gives_a_place_twice() {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      unguarded(h2);
    }
  }

  @Test
  void without_guards_postgresql_gives_a_place_twice() {
    try (ProofDatabase postgresql = ProofDatabase.postgresql(CONNECTIONS)) {
      unguarded(postgresql);
    }
  }

  private static void unguarded(ProofDatabase database) {
    Stores stores = database.guarded(false, false);
    // Two look and then two take: by chance alone that may take a thousand races. Before the race a
    // place is taken in the practice and one over all.
    Places met = Planted.meeting(Places.class, stores.places(), "take", 3);
    found(database, Planted.in(stores, Places.class, met), "given too often");
  }

  @Test
  void in_h2_a_place_that_nobody_gets_is_found() {
    try (ProofDatabase h2 = ProofDatabase.h2()) {
      wasted(h2);
    }
  }

  @Test
  void in_postgresql_a_place_that_nobody_gets_is_found() {
    try (ProofDatabase postgresql = ProofDatabase.postgresql(CONNECTIONS)) {
      wasted(postgresql);
    }
  }

  private static void wasted(ProofDatabase database) {
    Stores stores = database.guarded(true, true);
    // Before the race a place is taken in the practice and one over all, and both are given back.
    // Then the first to take one is told that it is not free, is refused, and gives nothing back.
    Places denied = Planted.denying(Places.class, stores.places(), "take", 3);
    Places kept = Planted.dropping(Places.class, denied, "release", 2);
    found(database, Planted.in(stores, Places.class, kept), "left free");
    Places never = Planted.forgetting(Places.class, stores.places(), "release");
    found(database, Planted.in(stores, Places.class, never), "given back");
  }

  private static void found(ProofDatabase database, Stores bug, String told) {
    try (Race race = new Race(database, bug)) {
      assertThatThrownBy(
              () -> {
                // It ends with the first that is found; on a busy machine that may take a while.
                for (int number = 0; number < 1_000; number++) {
                  race.run(number);
                }
              })
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(told);
    }
  }

  private static final class Race implements AutoCloseable {
    private final ExecutorService threads = Executors.newFixedThreadPool(CONTENDERS);
    private final ProofDatabase database;
    private final ProofProgramme programme;
    private final List<ParticipantId> mentees = new ArrayList<>();

    Race(ProofDatabase database, Stores stores) {
      this.database = database;
      programme = new ProofProgramme(stores, new SequentialIdentifiers());
    }

    /** What mentees had makes each further race slower. */
    private void begin() {
      database.emptied();
      mentees.clear();
      for (int i = 0; i < CONTENDERS; i++) {
        mentees.add(programme.mentee("mentee-" + i));
      }
    }

    /** One, two or three places are left. */
    void run(int number) throws InterruptedException, ExecutionException {
      if (number % 100 == 0 || mentees.isEmpty()) {
        begin();
      }
      int places = 1 + number % 3;
      ParticipantId mentor = programme.mentor("mentor-" + number, places);
      // What is known of the mentor is kept by the first decision that rests on it, and whoever
      // keeps it lets the others wait: then there would be no race.
      withdrawn(assigned(mentor, mentees.get(number % CONTENDERS)).orElseThrow());
      List<Mentorship> given = race(mentor);
      assertThat(given).as("given too often of %s", mentor).hasSizeLessThanOrEqualTo(places);
      assertThat(given).as("left free of %s", mentor).hasSizeGreaterThanOrEqualTo(places);
      assertThat(programme.mentoring.mentorships().of(mentor)).hasSize(places + 1);
      given.forEach(this::withdrawn);
      assertThat(programme.stores.places().of(mentor)).as("given back of %s", mentor).isEmpty();
    }

    private List<Mentorship> race(ParticipantId mentor)
        throws InterruptedException, ExecutionException {
      CountDownLatch ready = new CountDownLatch(CONTENDERS);
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Outcome<Mentorship>>> asked = new ArrayList<>();
      for (ParticipantId mentee : mentees) {
        asked.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  return assigned(mentor, mentee);
                }));
      }
      ready.await();
      go.countDown();
      List<Mentorship> given = new ArrayList<>();
      for (Future<Outcome<Mentorship>> each : asked) {
        each.get().accepted().ifPresent(given::add);
      }
      return given;
    }

    private Outcome<Mentorship> assigned(ParticipantId mentor, ParticipantId mentee) {
      return programme
          .mentoring
          .mentorships()
          .assign(
              COORDINATOR,
              NewMentorship.individual(ProofProgramme.PRACTICE, mentor, mentee, programme.today()));
    }

    private void withdrawn(Mentorship mentorship) {
      programme
          .mentoring
          .mentorships()
          .withdraw(COORDINATOR, mentorship.id(), "over", programme.today())
          .orElseThrow();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
