package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.proposal;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.spi.Page;
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

  @Test
  void those_that_name_a_participant_are_found_in_their_newest_version_only() {
    Proposals store = empty();
    store.save(naming("p-2", 1, "a", "b"));
    store.save(naming("p-1", 1, "a", "c"));
    store.save(proposal("p-3", 1));
    assertThat(store.naming(ParticipantId.of("a")))
        .containsExactly(naming("p-1", 1, "a", "c"), naming("p-2", 1, "a", "b"));
    store.save(naming("p-2", 2, "d", "b"));
    assertThat(store.naming(ParticipantId.of("a"))).containsExactly(naming("p-1", 1, "a", "c"));
    assertThat(store.naming(ParticipantId.of("b"))).containsExactly(naming("p-2", 2, "d", "b"));
    assertThat(store.naming(ParticipantId.of("d"))).containsExactly(naming("p-2", 2, "d", "b"));
    assertThat(store.naming(ParticipantId.of("nobody"))).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    Proposals store = empty();
    List.of("p-3", "p-1", "p-2").forEach(id -> store.save(proposal(id, 1)));
    Page<MatchProposal> first = store.list(null, 2);
    assertThat(first.items()).containsExactly(proposal("p-1", 1), proposal("p-2", 1));
    assertThat(first.next()).isEqualTo("p-2");
    assertThat(store.list(ProposalId.of("p-2"), 2))
        .isEqualTo(new Page<>(List.of(proposal("p-3", 1)), null));
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void a_redacted_form_is_the_next_version_and_names_nobody_else() {
    Proposals store = empty();
    store.save(naming("p-1", 1, "a", "b"));
    store.save(naming("p-1", 2, "a", "b"));
    refused("version.stale", () -> store.redact(proposal("p-1", 2)));
    store.redact(proposal("p-1", 3));
    assertThat(store.find(ProposalId.of("p-1"))).contains(proposal("p-1", 3));
    assertThat(store.naming(ParticipantId.of("a"))).isEmpty();
    // Whoever had read version 2 writes this.
    refused("version.stale", () -> store.save(naming("p-1", 3, "a", "b")));
    refused("version.stale", () -> store.redact(proposal("p-9", 2)));
    assertThat(store.naming(ParticipantId.of("a"))).isEmpty();
    store.save(naming("p-1", 4, "a", "b"));
    assertThat(store.naming(ParticipantId.of("a"))).hasSize(1);
  }

  private static MatchProposal naming(String id, long version, String mentee, String mentor) {
    MatchProposal nobody = proposal(id, version);
    return new MatchProposal(
        nobody.id(),
        nobody.version(),
        nobody.practice(),
        nobody.policy(),
        nobody.asOf(),
        nobody.knownAt(),
        nobody.definitionHash(),
        nobody.ruleSetHash(),
        nobody.result(),
        new TreeSet<>(List.of(new PairKey(ParticipantId.of(mentee), ParticipantId.of(mentor)))),
        nobody.interventions(),
        nobody.events());
  }
}
