package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoring.identity.ParticipantId;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Stores;

/**
 * What every store of identities keeps. Extend it in the tests of a store and give it an empty one
 * each time.
 */
public abstract class IdentitiesContract {
  private static final String HASH = "a".repeat(64);
  private static final String OTHER_HASH = "b".repeat(64);
  private static final ParticipantId ANNA = ParticipantId.of("anna");
  private static final ParticipantId BORIS = ParticipantId.of("boris");

  /** For the test framework. */
  protected IdentitiesContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  @Test
  void the_first_has_an_identity_and_others_are_told_who() {
    Identities store = empty().identities();
    assertThat(store.claim(HASH, ANNA)).isEmpty();
    assertThat(store.claim(HASH, ANNA)).isEmpty();
    assertThat(store.claim(HASH, BORIS)).contains(ANNA);
    assertThat(store.claim(OTHER_HASH, BORIS)).isEmpty();
  }

  @Test
  void what_was_given_up_is_free_for_others() {
    Identities store = empty().identities();
    store.claim(HASH, ANNA);
    store.claim(OTHER_HASH, BORIS);
    store.release(ANNA);
    store.release(ParticipantId.of("nobody"));
    assertThat(store.claim(HASH, BORIS)).isEmpty();
    assertThat(store.claim(OTHER_HASH, ANNA)).contains(BORIS);
  }

  @Test
  void finding_an_identity_taken_does_not_end_the_unit_of_work() {
    Stores stores = empty();
    stores.identities().claim(HASH, ANNA);
    stores
        .work()
        .run(
            () -> {
              assertThat(stores.identities().claim(HASH, BORIS)).contains(ANNA);
              return stores.identities().claim(OTHER_HASH, BORIS);
            });
    assertThat(stores.identities().claim(OTHER_HASH, ANNA)).contains(BORIS);
  }

  @Test
  void a_unit_of_work_that_throws_leaves_the_holders_as_they_were() {
    Stores stores = empty();
    stores.identities().claim(OTHER_HASH, BORIS);
    Faults.within(
        stores,
        () -> {
          stores.identities().claim(HASH, ANNA);
          stores.identities().release(BORIS);
        });
    assertThat(stores.identities().claim(HASH, BORIS)).isEmpty();
    assertThat(stores.identities().claim(OTHER_HASH, ANNA)).contains(BORIS);
  }

  @Test
  void of_claims_at_once_one_wins_and_the_others_are_told_who() {
    Stores stores = empty();
    for (int round = 0; round < 5; round++) {
      String hash = String.format(Locale.ROOT, "%064d", round);
      List<Optional<ParticipantId>> said =
          Races.among(
              8,
              contender ->
                  stores
                      .work()
                      .run(
                          () ->
                              stores.identities().claim(hash, ParticipantId.of("p-" + contender))));
      assertThat(said).containsOnlyOnce(Optional.empty());
      ParticipantId winner = ParticipantId.of("p-" + said.indexOf(Optional.<ParticipantId>empty()));
      assertThat(said).filteredOn(Optional::isPresent).containsOnly(Optional.of(winner));
    }
  }
}
