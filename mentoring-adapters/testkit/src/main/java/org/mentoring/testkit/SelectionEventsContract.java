package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.ids;
import static org.mentoring.testkit.StoredSamples.refused;
import static org.mentoring.testkit.StoredSamples.selectionEvent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.spi.Page;
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

  @Test
  void a_refusal_within_a_list_leaves_older_ones_as_they_were_too() {
    SelectionEvents store = empty();
    store.save(List.of(selectionEvent("e-1", 1, "p-1"), selectionEvent("e-2", 1, "p-1")));
    refused(
        "version.stale",
        () ->
            store.save(
                List.of(
                    selectionEvent("e-0", 1, "p-1"),
                    selectionEvent("e-1", 2, "p-1"),
                    selectionEvent("e-2", 3, "p-1"))));
    assertThat(store.ofProposal(ProposalId.of("p-1")))
        .containsExactly(selectionEvent("e-1", 1, "p-1"), selectionEvent("e-2", 1, "p-1"));
  }

  @Test
  void those_are_found_to_which_a_participant_is_invited_as_mentee_or_mentor() {
    SelectionEvents store = empty();
    store.save(List.of(selectionEvent("e-2", 1, "p-1"), inviting("e-1", 1, "b", "m")));
    assertThat(store.inviting(ParticipantId.of("a")))
        .containsExactly(selectionEvent("e-2", 1, "p-1"));
    assertThat(store.inviting(ParticipantId.of("b"))).containsExactly(inviting("e-1", 1, "b", "m"));
    assertThat(store.inviting(ParticipantId.of("m"))).containsExactly(inviting("e-1", 1, "b", "m"));
    assertThat(store.inviting(ParticipantId.of("nobody"))).isEmpty();
    store.save(List.of(inviting("e-1", 2, "b", "n")));
    assertThat(store.inviting(ParticipantId.of("b"))).containsExactly(inviting("e-1", 2, "b", "n"));
    assertThat(store.inviting(ParticipantId.of("n"))).containsExactly(inviting("e-1", 2, "b", "n"));
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    SelectionEvents store = empty();
    store.save(
        List.of(
            selectionEvent("e-3", 1, "p-1"),
            selectionEvent("e-1", 1, "p-1"),
            selectionEvent("e-2", 1, "p-1")));
    Page<MentorSelectionEvent> first = store.list(null, 2);
    assertThat(first.items())
        .containsExactly(selectionEvent("e-1", 1, "p-1"), selectionEvent("e-2", 1, "p-1"));
    assertThat(first.next()).isEqualTo("e-2");
    assertThat(store.list(SelectionEventId.of("e-2"), 1))
        .isEqualTo(new Page<>(List.of(selectionEvent("e-3", 1, "p-1")), null));
    refused("number.range", () -> store.list(null, 0));
    refused("number.range", () -> store.list(null, 1_001));
  }

  @Test
  void a_redacted_form_is_the_next_version_so_that_nobody_writes_back_what_was_read_before() {
    SelectionEvents store = empty();
    store.save(List.of(inviting("e-1", 1, "b", "m")));
    store.save(List.of(inviting("e-1", 2, "b", "m")));
    refused("version.stale", () -> store.redact(selectionEvent("e-1", 2, "p-1")));
    store.redact(selectionEvent("e-1", 3, "p-1"));
    assertThat(store.find(SelectionEventId.of("e-1"))).contains(selectionEvent("e-1", 3, "p-1"));
    // Whoever had read version 2 writes this.
    refused("version.stale", () -> store.save(List.of(inviting("e-1", 3, "b", "m"))));
    assertThat(store.find(SelectionEventId.of("e-1"))).contains(selectionEvent("e-1", 3, "p-1"));
    refused("version.stale", () -> store.redact(selectionEvent("e-9", 2, "p-1")));
  }

  private static MentorSelectionEvent inviting(
      String id, long version, String mentee, String mentor) {
    MentorSelectionEvent some = selectionEvent(id, version, "p-2");
    return new MentorSelectionEvent(
        some.id(),
        some.version(),
        some.proposal(),
        some.practice(),
        some.municipality(),
        some.day(),
        some.places(),
        ids(mentee),
        new TreeMap<>(Map.of(ParticipantId.of(mentor), 1)),
        some.meetings(),
        some.rankings(),
        some.state(),
        some.plannedBy(),
        some.plannedAt(),
        some.definitionHash(),
        some.ruleSetHash());
  }
}
