package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.mentoring.activity.About;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Stores;

/**
 * What every unit of work keeps together with its stores. Extend it in the tests of a set of stores
 * and give it an empty one each time.
 */
public abstract class UnitOfWorkContract {
  private static final About CENTRE = About.participant(ParticipantId.of("centre-1"));
  private static final ExternalReference REFERENCE = new ExternalReference("portal", "17");

  /** For the test framework. */
  protected UnitOfWorkContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  /** Something that goes wrong in the middle of a command. */
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void failing(Stores stores, Runnable command) {
    assertThatThrownBy(
            () ->
                stores
                    .work()
                    .run(
                        () -> {
                          command.run();
                          throw new Fault();
                        }))
        .isInstanceOf(Fault.class);
  }

  @Test
  void what_a_command_writes_and_returns_is_kept() {
    Stores stores = empty();
    String said =
        stores
            .work()
            .run(
                () -> {
                  stores.participants().add(StoredSamples.person("a"));
                  return "done";
                });
    assertThat(said).isEqualTo("done");
    assertThat(stores.participants().ids()).containsExactlyElementsOf(ids("a"));
  }

  @Test
  void a_command_that_throws_leaves_nothing_behind_in_empty_stores() {
    Stores stores = empty();
    failing(stores, () -> writeEverywhere(stores, "x"));
    holdNothing(stores);
    // And nothing stands in the way of the same command.
    stores
        .work()
        .run(
            () -> {
              writeEverywhere(stores, "x");
              return "done";
            });
    assertThat(stores.participants().ids()).hasSize(1);
  }

  private static void holdNothing(Stores stores) {
    assertThat(stores.participants().ids()).isEmpty();
    assertThat(stores.participants().history(ParticipantId.of("x"))).isEmpty();
    assertThat(stores.participants().about(FactId.of("x"))).isEmpty();
    assertThat(stores.proposals().find(ProposalId.of("x"))).isEmpty();
    assertThat(stores.selectionEvents().find(SelectionEventId.of("x"))).isEmpty();
    assertThat(stores.selectionEvents().ofProposal(ProposalId.of("x"))).isEmpty();
    assertThat(stores.mentorships().find(MentorshipId.of("x"))).isEmpty();
    assertThat(stores.mentorships().of(ParticipantId.of("mentor-x"))).isEmpty();
    assertThat(stores.activities().find(ActivityId.of("x"))).isEmpty();
    assertThat(stores.activities().attended(ParticipantId.of("x"))).isEmpty();
    assertThat(stores.activities().subjects()).isEmpty();
    assertThat(stores.incidents().find(IncidentId.of("x"))).isEmpty();
    assertThat(stores.incidents().open()).isEmpty();
    assertThat(stores.waivers().find(WaiverId.of("x"))).isEmpty();
  }

  @Test
  void what_a_command_writes_is_not_seen_by_others_until_all_of_it_is_kept() {
    Stores stores = empty();
    stores
        .work()
        .run(
            () -> {
              writeEverywhere(stores, "x");
              elsewhere(() -> holdNothing(stores));
              assertThat(stores.participants().ids()).hasSize(1);
              return "done";
            });
    elsewhere(() -> assertThat(stores.participants().ids()).hasSize(1));
    elsewhere(() -> assertThat(stores.activities().subjects()).containsExactly(CENTRE));
    elsewhere(() -> assertThat(stores.waivers().find(WaiverId.of("x"))).isPresent());
  }

  @Test
  void others_see_the_state_before_a_command_that_is_about_to_fail() {
    Stores stores = empty();
    writeEverywhere(stores, "x");
    failing(
        stores,
        () -> {
          stores.participants().append(StoredSamples.fact("second", "x"));
          stores.proposals().save(StoredSamples.proposal("x", 2));
          stores.proposals().save(StoredSamples.proposal("x", 3));
          stores.activities().append(StoredSamples.recorded("second", CENTRE));
          stores.incidents().save(StoredSamples.incident("x", 2, "x", true));
          elsewhere(() -> holdTheFirst(stores));
        });
    elsewhere(() -> holdTheFirst(stores));
  }

  private static void holdTheFirst(Stores stores) {
    assertThat(stores.participants().history(ParticipantId.of("x")))
        .containsExactly(StoredSamples.fact("x", "x"));
    assertThat(stores.participants().about(FactId.of("second"))).isEmpty();
    assertThat(stores.proposals().find(ProposalId.of("x")))
        .contains(StoredSamples.proposal("x", 1));
    assertThat(stores.activities().history(CENTRE)).hasSize(2);
    assertThat(stores.activities().find(ActivityId.of("second"))).isEmpty();
    assertThat(stores.incidents().open()).hasSize(1);
  }

  /** On a thread of its own, which ends before this goes on. */
  private static void elsewhere(Runnable reading) {
    FutureTask<Boolean> task = new FutureTask<>(reading, true);
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    thread.start();
    try {
      assertThat(task.get(60, TimeUnit.SECONDS)).isTrue();
    } catch (ExecutionException | TimeoutException failed) {
      throw new AssertionError("what the other thread saw", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static void writeEverywhere(Stores stores, String id) {
    stores.participants().add(StoredSamples.person(id));
    stores.participants().append(StoredSamples.fact(id, id));
    stores.proposals().save(StoredSamples.proposal(id, 1));
    stores.selectionEvents().save(List.of(StoredSamples.selectionEvent(id, 1, id)));
    stores
        .mentorships()
        .save(StoredSamples.mentorship(id, "mentor-" + id, id, null, MentorshipState.PROPOSED));
    stores.activities().append(StoredSamples.held(id, CENTRE, ids(id), new TreeSet<>()));
    stores.activities().append(StoredSamples.retracted(id, CENTRE));
    stores.incidents().save(StoredSamples.incident(id, 1, id, false));
    stores.waivers().save(StoredSamples.waiver(id, id, null));
  }

  @Test
  void a_command_that_throws_leaves_everything_as_it_was() {
    Stores stores = empty();
    writeEverywhere(stores, "x");
    Participant known =
        Participant.of(ParticipantId.of("k"), ParticipantKind.PERSON, List.of(REFERENCE));
    stores.participants().add(known);

    failing(
        stores,
        () -> {
          stores.participants().update(known.mergedInto(ParticipantId.of("x")));
          stores.participants().append(StoredSamples.fact("second", "x"));
          stores.proposals().save(StoredSamples.proposal("x", 2));
          stores.proposals().save(StoredSamples.proposal("x", 3));
          stores.selectionEvents().save(List.of(StoredSamples.selectionEvent("x", 2, "x")));
          stores
              .mentorships()
              .save(
                  StoredSamples.mentorship(
                      "x",
                      "mentor-x",
                      "x",
                      null,
                      MentorshipState.PROPOSED,
                      MentorshipState.AGREED));
          stores.activities().append(StoredSamples.recorded("second", CENTRE));
          stores.incidents().save(StoredSamples.incident("x", 2, "x", true));
          stores
              .waivers()
              .save(
                  StoredSamples.waiver("x", "x", null)
                      .revoked(StoredSamples.ACTOR, "no longer", StoredSamples.NOW));
        });

    assertThat(stores.participants().find(known.id())).contains(known);
    assertThat(stores.participants().find(REFERENCE)).contains(known);
    assertThat(stores.participants().history(ParticipantId.of("x")))
        .containsExactly(StoredSamples.fact("x", "x"));
    assertThat(stores.proposals().find(ProposalId.of("x")))
        .contains(StoredSamples.proposal("x", 1));
    assertThat(stores.selectionEvents().ofProposal(ProposalId.of("x")))
        .containsExactly(StoredSamples.selectionEvent("x", 1, "x"));
    assertThat(stores.mentorships().of(ParticipantId.of("x")))
        .extracting(each -> each.state())
        .containsExactly(MentorshipState.PROPOSED);
    assertThat(stores.activities().history(CENTRE)).hasSize(2);
    assertThat(stores.incidents().open()).hasSize(1);
    assertThat(stores.waivers().of(ParticipantId.of("x")))
        .containsExactly(StoredSamples.waiver("x", "x", null));
  }

  @Test
  void a_reference_that_a_failed_command_gave_is_free_again() {
    Stores stores = empty();
    failing(
        stores,
        () ->
            stores
                .participants()
                .add(
                    Participant.of(
                        ParticipantId.of("a"), ParticipantKind.PERSON, List.of(REFERENCE))));
    Participant other =
        Participant.of(ParticipantId.of("b"), ParticipantKind.PERSON, List.of(REFERENCE));
    stores.participants().add(other);
    assertThat(stores.participants().find(REFERENCE)).contains(other);
  }

  @Test
  void a_command_within_a_command_joins_it() {
    Stores stores = empty();
    failing(
        stores,
        () -> {
          stores.participants().add(StoredSamples.person("outer"));
          stores
              .work()
              .run(
                  () -> {
                    stores.participants().add(StoredSamples.person("inner"));
                    return "done";
                  });
          assertThat(stores.participants().ids()).hasSize(2);
        });
    assertThat(stores.participants().ids()).isEmpty();
  }

  @Test
  void commands_at_once_lose_nothing_of_what_the_others_did() throws Exception {
    Stores stores = empty();
    stores.proposals().save(StoredSamples.proposal("counted", 1));
    int threads = 4;
    int each = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch together = new CountDownLatch(threads);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<Object> counting =
            () -> {
              together.countDown();
              together.await();
              for (int k = 0; k < each; k++) {
                untilNobodyWasQuicker(stores);
              }
              return "done";
            };
        running.add(pool.submit(counting));
      }
      for (Future<?> done : running) {
        assertThat(done.get(60, TimeUnit.SECONDS)).isEqualTo("done");
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(stores.proposals().find(ProposalId.of("counted")).orElseThrow().version())
        .isEqualTo(1L + (long) threads * each);
  }

  /** Commands run one at a time, or one that was too late is refused and given again. */
  private static void untilNobodyWasQuicker(Stores stores) {
    for (; ; ) {
      try {
        stores.work().run(() -> counted(stores));
        return;
      } catch (StaleVersion quicker) {
        assertThat(quicker.code()).isEqualTo("version.stale");
      }
    }
  }

  // Between reading and writing another thread must have its chance to come in between.
  @SuppressWarnings("ThreadPriorityCheck")
  private static long counted(Stores stores) {
    long version = stores.proposals().find(ProposalId.of("counted")).orElseThrow().version() + 1;
    Thread.yield();
    stores.proposals().save(StoredSamples.proposal("counted", version));
    return version;
  }

  @Test
  void a_refusal_by_a_store_leaves_the_command_free_to_go_on() {
    Stores stores = empty();
    writeEverywhere(stores, "x");
    Participant known =
        Participant.of(ParticipantId.of("k"), ParticipantKind.PERSON, List.of(REFERENCE));
    stores.participants().add(known);
    stores
        .work()
        .run(
            () -> {
              refuseEverywhere(stores, known);
              stores.participants().add(StoredSamples.person("later"));
              return "done";
            });
    assertThat(stores.participants().ids()).containsExactlyElementsOf(ids("k", "later", "x"));
    assertThat(stores.participants().find(known.id())).contains(known);
    assertThat(stores.participants().history(ParticipantId.of("x")))
        .containsExactly(StoredSamples.fact("x", "x"));
    assertThat(stores.selectionEvents().ofProposal(ProposalId.of("x"))).hasSize(1);
    // And numbers go on where they were.
    stores.participants().append(StoredSamples.fact("y", "x"));
    assertThat(stores.participants().history(ParticipantId.of("x"))).hasSize(2);
  }

  private static void refuseEverywhere(Stores stores, Participant known) {
    refused("participant.exists", () -> stores.participants().add(StoredSamples.person("x")));
    refused(
        "reference.exists",
        () ->
            stores
                .participants()
                .add(
                    Participant.of(
                        ParticipantId.of("other"),
                        ParticipantKind.PERSON,
                        List.of(new ExternalReference("a-system", "1"), REFERENCE))));
    refused("version.stale", () -> stores.participants().update(known));
    refused("fact.exists", () -> stores.participants().append(StoredSamples.fact("x", "x")));
    refused("version.stale", () -> stores.proposals().save(StoredSamples.proposal("x", 1)));
    refused("version.stale", () -> stores.proposals().save(StoredSamples.proposal("x", 3)));
    refused(
        "version.stale",
        () ->
            stores
                .selectionEvents()
                .save(
                    List.of(
                        StoredSamples.selectionEvent("a", 1, "x"),
                        StoredSamples.selectionEvent("x", 1, "x"))));
    refused(
        "activity.exists", () -> stores.activities().append(StoredSamples.recorded("x", CENTRE)));
    refused(
        "version.stale", () -> stores.incidents().save(StoredSamples.incident("x", 1, "x", false)));
    refused(
        "version.stale",
        () ->
            stores
                .mentorships()
                .save(StoredSamples.mentorship("x", "m", "x", null, MentorshipState.PROPOSED)));
  }

  @Test
  void a_query_of_several_reads_sees_what_is_there() {
    Stores stores = empty();
    writeEverywhere(stores, "x");
    assertThat(
            stores
                .work()
                .read(
                    () ->
                        stores.participants().ids().size()
                            + stores.incidents().open().size()
                            + stores.activities().history(CENTRE).size()))
        .isEqualTo(4);
  }
}
