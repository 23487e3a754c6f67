package org.mentoring.jdbc.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.jdbc.harness.ProofProgramme.COORDINATOR;
import static org.mentoring.jdbc.harness.ProofProgramme.PRACTICE;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoring.Progress;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.ProposedPair;
import org.mentoring.memory.SequentialIdentifiers;
import org.mentoring.spi.Proposals;
import org.mentoring.spi.Stores;
import org.mentoring.spi.SystemSources;

/** An erasure that another instance carries out in the midst of a command is not undone by it. */
class ErasedMeanwhileTest {
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    other.shutdownNow();
  }

  @Test
  void who_was_erased_while_pairs_were_proposed_in_h2_is_not_in_the_proposal() {
    try (ProofDatabase database = ProofDatabase.h2()) {
      proposed(database);
    }
  }

  @Test
  void who_was_erased_while_pairs_were_proposed_in_postgresql_is_not_in_the_proposal() {
    try (ProofDatabase database = ProofDatabase.postgresql()) {
      proposed(database);
    }
  }

  private void proposed(ProofDatabase database) {
    Stores stores = database.emptied();
    ProofProgramme programme = programme(stores);
    ProofProgramme second = beside(programme, stores);
    ParticipantId gone = ParticipantId.of("mentee-1");
    AtomicReference<Runnable> erasing =
        new AtomicReference<>(() -> meanwhile(() -> erased(second, gone)));
    Progress judged =
        (done, total) -> {
          Runnable once = erasing.getAndSet(null);
          if (once != null) {
            once.run();
          }
        };

    assertThatThrownBy(
            () -> programme.mentoring.propose(COORDINATOR, PRACTICE, programme.today(), judged))
        .isInstanceOf(StaleVersion.class);

    assertThat(stores.proposals().naming(gone)).isEmpty();
    assertThat(proposal(programme).result().pairs())
        .extracting(each -> each.pair().mentee())
        .containsExactly(ParticipantId.of("mentee-2"));
  }

  @Test
  void a_lock_that_had_read_the_proposal_before_an_erasure_in_h2_writes_nothing_back() {
    try (ProofDatabase database = ProofDatabase.h2()) {
      locked(database);
    }
  }

  @Test
  void a_lock_that_had_read_the_proposal_before_an_erasure_in_postgresql_writes_nothing_back() {
    try (ProofDatabase database = ProofDatabase.postgresql()) {
      locked(database);
    }
  }

  private void locked(ProofDatabase database) {
    Stores stores = database.emptied();
    AtomicReference<Runnable> read = new AtomicReference<>(() -> {});
    ProofProgramme programme = programme(hooked(stores, read));
    ProofProgramme second = beside(programme, stores);
    MatchProposal shown = proposal(programme);
    List<ProposedPair> pairs = shown.result().pairs();
    ParticipantId gone = pairs.get(0).pair().mentee();
    read.set(() -> meanwhile(() -> erased(second, gone)));

    assertThatThrownBy(
            () -> programme.mentoring.lock(COORDINATOR, shown, pairs.get(1).pair(), "known"))
        .isInstanceOf(StaleVersion.class);

    MatchProposal left = stores.proposals().find(shown.id()).orElseThrow();
    assertThat(left.version()).isEqualTo(2);
    assertThat(left.result().pairs().get(0).explanation().criteria()).isEmpty();
    assertThat(left.result().pairs().get(1)).isEqualTo(pairs.get(1));
    assertThat(programme.mentoring.lock(COORDINATOR, left, pairs.get(1).pair(), "known").accepted())
        .isPresent();
    assertThat(erased(second, gone).touched()).isEmpty();
  }

  private static ProofProgramme programme(Stores stores) {
    ProofProgramme programme = new ProofProgramme(stores, new SequentialIdentifiers());
    programme.mentee("mentee-1");
    programme.mentee("mentee-2");
    programme.mentor("mentor-1", 1);
    programme.mentor("mentor-2", 1);
    return programme;
  }

  /** Another instance over the same stores. */
  private static ProofProgramme beside(ProofProgramme programme, Stores stores) {
    ProofProgramme second = new ProofProgramme(stores, SystemSources.identifiers());
    second.at(programme);
    return second;
  }

  private static MatchProposal proposal(ProofProgramme programme) {
    return programme
        .mentoring
        .propose(COORDINATOR, PRACTICE, programme.today(), Progress.NONE)
        .orElseThrow();
  }

  private static ErasureAct erased(ProofProgramme by, ParticipantId gone) {
    return by.mentoring
        .erasure()
        .erase(COORDINATOR, gone, Code.of("ON_DEMAND"), by.today())
        .orElseThrow();
  }

  /** In a transaction of its own, which is over when this comes back. */
  private void meanwhile(Runnable act) {
    try {
      other.submit(act).get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Stores in which something happens once, after a proposal was read. */
  private static Stores hooked(Stores given, AtomicReference<Runnable> read) {
    Proposals proposals =
        (Proposals)
            Proxy.newProxyInstance(
                Proposals.class.getClassLoader(),
                new Class<?>[] {Proposals.class},
                (proxy, method, arguments) -> {
                  try {
                    Object answer = method.invoke(given.proposals(), arguments);
                    if (method.getName().equals("find")) {
                      read.getAndSet(() -> {}).run();
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw Objects.requireNonNull(e.getCause());
                  }
                });
    return new Stores(
        given.participants(),
        proposals,
        given.selectionEvents(),
        given.mentorships(),
        given.activities(),
        given.incidents(),
        given.waivers(),
        given.decisions(),
        given.commands(),
        given.journal(),
        given.outbox(),
        given.places(),
        given.identities(),
        given.erasures(),
        given.programmes(),
        given.work());
  }
}
