package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.proposal;

import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ProposalId;
import org.mentoring.spi.Proposals;

/**
 * What every store of match proposals keeps. Extend it in the tests of a store and give it an empty
 * one each time.
 */
public abstract class ProposalsContract {
  /** For the test framework. */
  protected ProposalsContract() {}

  /** A store that holds nothing. */
  protected abstract Proposals empty();

  @Test
  void the_newest_version_of_a_proposal_is_found() {
    Proposals store = empty();
    store.save(proposal("p-1", 1));
    store.save(proposal("p-2", 1));
    store.save(proposal("p-1", 2));
    assertThat(store.find(ProposalId.of("p-1"))).contains(proposal("p-1", 2));
    assertThat(store.find(ProposalId.of("p-2"))).contains(proposal("p-2", 1));
    assertThat(store.find(ProposalId.of("p-3"))).isEmpty();
  }

  @Test
  void a_version_follows_the_one_before() {
    Proposals store = empty();
    store.save(proposal("p-1", 1));
    assertThatThrownBy(() -> store.save(proposal("p-1", 1))).isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> store.save(proposal("p-1", 3))).isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> store.save(proposal("p-2", 2))).isInstanceOf(StaleVersion.class);
    assertThat(store.find(ProposalId.of("p-1"))).contains(proposal("p-1", 1));
    assertThat(store.find(ProposalId.of("p-2"))).isEmpty();
  }
}
