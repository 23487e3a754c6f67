package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoring.testkit.RecordSamples.erasure;

import org.junit.jupiter.api.Test;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Erasures;
import org.mentoring.spi.Stores;

/**
 * What every store of erasures keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class ErasuresContract {
  /** For the test framework. */
  protected ErasuresContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  @Test
  void erasures_are_found_and_listed_by_participant() {
    Erasures store = empty().erasures();
    store.append(erasure("b", "CONSENT_WITHDRAWN"));
    store.append(erasure("B", "RETENTION_ENDED"));
    store.append(erasure("a", "RETENTION_ENDED"));
    assertThat(store.find(ParticipantId.of("a"))).contains(erasure("a", "RETENTION_ENDED"));
    assertThat(store.find(ParticipantId.of("c"))).isEmpty();
    assertThat(store.count()).isEqualTo(3);
    assertThat(store.all())
        .containsExactly(
            erasure("B", "RETENTION_ENDED"),
            erasure("a", "RETENTION_ENDED"),
            erasure("b", "CONSENT_WITHDRAWN"));
  }

  @Test
  void of_the_same_participant_the_first_stays() {
    Stores stores = empty();
    stores.erasures().append(erasure("a", "CONSENT_WITHDRAWN"));
    stores
        .work()
        .run(
            () -> {
              stores.erasures().append(erasure("a", "RETENTION_ENDED"));
              stores.erasures().append(erasure("b", "RETENTION_ENDED"));
              return "done";
            });
    assertThat(stores.erasures().all())
        .containsExactly(erasure("a", "CONSENT_WITHDRAWN"), erasure("b", "RETENTION_ENDED"));
    assertThat(stores.erasures().count()).isEqualTo(2);
  }

  @Test
  void a_unit_of_work_that_throws_leaves_none() {
    Stores stores = empty();
    Faults.within(stores, () -> stores.erasures().append(erasure("a", "CONSENT_WITHDRAWN")));
    assertThat(stores.erasures().all()).isEmpty();
    assertThat(stores.erasures().count()).isZero();
  }
}
