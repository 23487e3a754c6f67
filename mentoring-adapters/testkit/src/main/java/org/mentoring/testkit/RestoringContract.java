package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.StoredSamples.incident;
import static org.mentoring.testkit.StoredSamples.mentorship;
import static org.mentoring.testkit.StoredSamples.proposal;
import static org.mentoring.testkit.StoredSamples.refused;
import static org.mentoring.testkit.StoredSamples.selectionEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * What every set of stores does for an import: it takes what another one had, as it was. Extend it
 * in the tests of stores and give it empty ones each time.
 */
public abstract class RestoringContract {
  /** For the test framework. */
  protected RestoringContract() {}

  /** Stores that hold nothing. */
  protected abstract Stores empty();

  @Test
  void aggregates_come_back_at_the_version_that_they_had() {
    Stores stores = empty();
    Particulars mentorship =
        mentorship("m-1", "mentor", "a", null, MentorshipState.PROPOSED, MentorshipState.AGREED);
    Incident incident = incident("i-1", 3, "m-1", false);
    MatchProposal proposal = proposal("p-1", 4);
    MentorSelectionEvent event = selectionEvent("s-1", 5, "p-1");
    stores.mentorships().restore(mentorship);
    stores.incidents().restore(incident);
    stores.proposals().restore(proposal);
    stores.selectionEvents().restore(event);
    assertThat(stores.mentorships().find(mentorship.id())).contains(mentorship);
    assertThat(stores.mentorships().of(ParticipantId.of("a"))).containsExactly(mentorship);
    assertThat(stores.incidents().find(incident.id())).contains(incident);
    assertThat(stores.incidents().open()).containsExactly(incident);
    assertThat(stores.proposals().find(proposal.id())).contains(proposal);
    assertThat(stores.selectionEvents().find(event.id())).contains(event);
    assertThat(stores.selectionEvents().ofProposal(proposal.id())).containsExactly(event);
    refused("mentorship.exists", () -> stores.mentorships().restore(mentorship));
    refused("incident.exists", () -> stores.incidents().restore(incident));
    refused("proposal.exists", () -> stores.proposals().restore(proposal));
    refused("selection-event.exists", () -> stores.selectionEvents().restore(event));
  }

  @Test
  void work_goes_on_at_the_version_after_the_restored_one() {
    Stores stores = empty();
    stores.incidents().restore(incident("i-1", 3, null, false));
    assertThatThrownBy(() -> stores.incidents().save(incident("i-1", 3, null, true)))
        .isInstanceOf(StaleVersion.class);
    stores.incidents().save(incident("i-1", 4, null, true));
    assertThat(stores.incidents().open()).isEmpty();
  }

  @Test
  void a_participant_is_added_at_the_version_that_it_had() {
    Stores stores = empty();
    Participant third =
        new Participant(ParticipantId.of("p-1"), ParticipantKind.PERSON, new TreeSet<>(), null, 3);
    stores.participants().add(third);
    assertThat(stores.participants().find(third.id())).contains(third);
    assertThatThrownBy(() -> stores.participants().update(third)).isInstanceOf(StaleVersion.class);
  }

  @Test
  void what_someone_has_claimed_is_told() {
    Stores stores = empty();
    ParticipantId anna = ParticipantId.of("anna");
    stores.identities().claim("b".repeat(64), anna);
    stores.identities().claim("a".repeat(64), anna);
    stores.identities().claim("b".repeat(64), ParticipantId.of("boris"));
    assertThat(stores.identities().of(anna)).containsExactly("a".repeat(64), "b".repeat(64));
    assertThat(stores.identities().of(ParticipantId.of("boris"))).isEmpty();
  }

  @Test
  void entries_that_wait_to_be_sealed_are_listed_by_pages_as_they_arrived() {
    Journal journal = empty().journal();
    assertThat(journal.unsealed(null, 2)).isEqualTo(new Page<>(List.of(), null));
    journal.append(List.of(entry("e-3"), entry("e-1")));
    journal.append(List.of(entry("e-2")));
    List<JournalEntry> listed = new ArrayList<>();
    String after = null;
    do {
      Page<JournalEntry> page = journal.unsealed(after, 2);
      listed.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(listed).containsExactly(entry("e-3"), entry("e-1"), entry("e-2"));
    assertThat(journal.unsealed(null, 3).next()).isNull();
    refused("number.range", () -> journal.unsealed(null, 0));
    refused("number.range", () -> journal.unsealed(null, 1_001));
  }

  @Test
  void restored_entries_are_sealed_as_they_were_and_not_handed_out_twice() {
    Stores stores = empty();
    Journal journal = stores.journal();
    List<JournalEntry> entries = List.of(entry("e-1"), entry("e-2"), entry("e-3"));
    journal.restore(entries, events("e-1", "e-3"));
    SealedEntry first = SealedEntry.seal(1, entries.get(0), SealedEntry.GENESIS);
    SealedEntry second = SealedEntry.seal(2, entries.get(1), first.hash());
    journal.seal(List.of(first, second));
    assertThat(journal.sealed(0, 10)).containsExactly(first, second);
    assertThat(journal.unsealed(null, 10).items()).containsExactly(entry("e-3"));
    assertThat(journal.unsealed()).isEqualTo(1);
    assertThat(stores.outbox().waiting()).isEqualTo(1);
    assertThat(stores.outbox().waiting(events("e-1", "e-2", "e-3", "e-9")))
        .isEqualTo(events("e-2"));
    List<JournalEntry> got = new ArrayList<>();
    stores.outbox().deliver(10, got::addAll);
    assertThat(got).containsExactly(entry("e-2"));
    assertThat(stores.outbox().waiting(events("e-2"))).isEmpty();
    refused("event.exists", () -> journal.restore(List.of(entry("e-1")), events()));
  }

  private static SortedSet<EventId> events(String... ids) {
    SortedSet<EventId> all = new TreeSet<>();
    Arrays.stream(ids).map(EventId::of).forEach(all::add);
    return all;
  }

  private static JournalEntry entry(String id) {
    return new JournalEntry(
        EventId.of(id),
        Code.of("MENTORSHIP_CHANGED"),
        Code.of("MENTORSHIP"),
        "m-1",
        1,
        new TreeMap<>(),
        CommandId.of("c-1"),
        StoredSamples.ACTOR,
        StoredSamples.NOW,
        null);
  }
}
