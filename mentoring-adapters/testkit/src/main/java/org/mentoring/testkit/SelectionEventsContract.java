package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.selectionEvent;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.SelectionEvents;

/**
 * What every store of mentor selection events keeps. Extend it in the tests of a store and give it
 * an empty one each time.
 */
public abstract class SelectionEventsContract {
  /** For the test framework. */
  protected SelectionEventsContract() {}

  /** A store that holds nothing. */
  protected abstract SelectionEvents empty();

  @Test
  void the_newest_versions_are_found_by_id_and_by_proposal() {
    SelectionEvents store = empty();
    store.save(
        List.of(
            selectionEvent("e-2", 1, "p-1"),
            selectionEvent("e-1", 1, "p-1"),
            selectionEvent("e-3", 1, "p-2")));
    store.save(List.of(selectionEvent("e-1", 2, "p-1")));
    assertThat(store.find(SelectionEventId.of("e-1"))).contains(selectionEvent("e-1", 2, "p-1"));
    assertThat(store.ofProposal(ProposalId.of("p-1")))
        .containsExactly(selectionEvent("e-1", 2, "p-1"), selectionEvent("e-2", 1, "p-1"));
    assertThat(store.find(SelectionEventId.of("e-9"))).isEmpty();
    assertThat(store.ofProposal(ProposalId.of("p-9"))).isEmpty();
  }

  @Test
  void several_events_are_kept_all_or_none() {
    SelectionEvents store = empty();
    store.save(List.of(selectionEvent("e-1", 1, "p-1")));
    assertThatThrownBy(
            () ->
                store.save(
                    List.of(selectionEvent("e-2", 1, "p-1"), selectionEvent("e-1", 1, "p-1"))))
        .isInstanceOf(StaleVersion.class);
    assertThat(store.ofProposal(ProposalId.of("p-1")))
        .containsExactly(selectionEvent("e-1", 1, "p-1"));
  }
}
