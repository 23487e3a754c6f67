package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.spi.Page;
import org.mentoring.spi.Participants;
import org.mentoring.time.Validity;

/**
 * What every store of participants keeps. Extend it in the tests of a store and give it an empty
 * one each time.
 */
public abstract class ParticipantsContract {
  private static final ExternalReference REFERENCE = new ExternalReference("portal", "17");
  private static final Instant NOW = Instant.parse("2020-09-01T08:00:00Z");
  private static final Actor ACTOR = Actor.coordinator("c-1", "centre-1");

  /** For the test framework. */
  protected ParticipantsContract() {}

  /** A store that holds nothing. */
  protected abstract Participants empty();

  @Test
  void a_participant_is_found_by_id_and_by_reference() {
    Participants store = empty();
    Participant person = person("p-1", REFERENCE);
    store.add(person);
    assertThat(store.find(person.id())).contains(person);
    assertThat(store.find(REFERENCE)).contains(person);
    assertThat(store.find(ParticipantId.of("p-2"))).isEmpty();
    assertThat(store.find(new ExternalReference("portal", "18"))).isEmpty();
  }

  @Test
  void the_newest_entry_of_all_histories_is_told_whatever_their_order() {
    Participants store = empty();
    assertThat(store.newest(NOW)).isEmpty();
    List.of("p-1", "p-2").forEach(id -> store.add(person(id)));
    store.append(retracted("p-1", NOW));
    store.append(retracted("p-2", NOW.plusSeconds(60)));
    store.append(retracted("p-1", NOW.minusSeconds(60)));
    assertThat(store.newest(NOW.plusSeconds(60))).contains(NOW.plusSeconds(60));
    assertThat(store.newest(NOW.plusSeconds(59))).contains(NOW);
    assertThat(store.newest(NOW.minusSeconds(61))).isEmpty();
  }

  @Test
  void whose_entries_are_later_than_an_instant_is_told_page_by_page() {
    Participants store = empty();
    List.of("p-3", "p-1", "p-2").forEach(id -> store.add(person(id)));
    List.of("p-3", "p-1", "p-3").forEach(id -> store.append(retracted(id, NOW.plusSeconds(60))));
    store.append(retracted("p-1", NOW));
    store.append(retracted("p-2", NOW));
    assertThat(store.recordedAfter(NOW.plusSeconds(60), null, 10).items()).isEmpty();
    Page<ParticipantId> first = store.recordedAfter(NOW, null, 1);
    assertThat(first.items()).containsExactly(ParticipantId.of("p-1"));
    assertThat(first.next()).isEqualTo("p-1");
    Page<ParticipantId> last = store.recordedAfter(NOW, ParticipantId.of("p-1"), 1);
    assertThat(last.items()).containsExactly(ParticipantId.of("p-3"));
    assertThat(last.next()).isNull();
  }

  private static FactEntry retracted(String about, Instant at) {
    return new FactEntry.Retracted(
        FactId.of("f-" + about), ParticipantId.of(about), at, ACTOR, "wrong");
  }

  @Test
  void ids_are_sorted() {
    Participants store = empty();
    List.of("p-3", "p-1", "p-2").forEach(id -> store.add(person(id)));
    assertThat(store.ids()).extracting(ParticipantId::value).containsExactly("p-1", "p-2", "p-3");
  }

  @Test
  void the_ids_of_a_kind_are_told_apart_from_the_others() {
    Participants store = empty();
    List.of("p-2", "p-1").forEach(id -> store.add(person(id)));
    store.add(
        new Participant(
            ParticipantId.of("o-1"), ParticipantKind.ORGANISATION, new TreeSet<>(), null, 1));
    assertThat(store.ids(ParticipantKind.PERSON))
        .extracting(ParticipantId::value)
        .containsExactly("p-1", "p-2");
    assertThat(store.ids(ParticipantKind.ORGANISATION)).containsExactly(ParticipantId.of("o-1"));
    assertThat(store.ids(ParticipantKind.FAMILY)).isEmpty();
  }

  @Test
  void many_are_asked_about_as_one_is() {
    Participants store = empty();
    List<ParticipantId> people = new ArrayList<>(List.of(ParticipantId.of("nobody")));
    for (int i = 0; i < 130; i++) {
      store.add(person("p-" + i));
      people.add(ParticipantId.of("p-" + i));
      for (int entries = 0; entries < i % 3; entries++) {
        store.append(retracted("p-" + i, NOW.minusSeconds(entries)));
      }
    }
    Map<ParticipantId, List<FactEntry>> histories = store.histories(people);
    people.forEach(
        each -> assertThat(histories.getOrDefault(each, List.of())).isEqualTo(store.history(each)));
    assertThat(store.histories(List.of())).isEmpty();
    List<ParticipantId> listed = new ArrayList<>();
    @Nullable ParticipantId after = null;
    do {
      Page<Participant> page = store.list(after, 7);
      page.items().forEach(each -> listed.add(each.id()));
      after = page.next() == null ? null : ParticipantId.of(page.next());
    } while (after != null);
    assertThat(listed).isEqualTo(store.ids());
  }

  @Test
  void an_id_that_is_taken_is_refused() {
    Participants store = empty();
    store.add(person("p-1"));
    refused("participant.exists", () -> store.add(person("p-1")));
  }

  @Test
  void a_reference_that_is_taken_is_refused_and_nobody_is_added() {
    Participants store = empty();
    store.add(person("p-1", REFERENCE));
    refused("reference.exists", () -> store.add(person("p-2", REFERENCE)));
    assertThat(store.ids()).hasSize(1);
  }

  @Test
  void a_version_follows_the_one_before() {
    Participants store = empty();
    Participant first = person("p-1");
    store.add(first);
    store.add(person("p-2"));
    Participant second = first.mergedInto(ParticipantId.of("p-2"));
    store.update(second);
    assertThat(store.find(first.id())).contains(second);
    assertThatThrownBy(() -> store.update(second)).isInstanceOf(StaleVersion.class);
  }

  @Test
  void a_version_cannot_take_the_reference_of_another_participant() {
    Participants store = empty();
    Participant first = person("p-1", REFERENCE);
    store.add(first);
    Participant second = person("p-2");
    store.add(second);
    Participant greedy =
        new Participant(second.id(), second.kind(), first.references(), null, second.version() + 1);
    refused("reference.exists", () -> store.update(greedy));
    assertThat(store.find(REFERENCE)).contains(first);
    assertThat(store.find(second.id())).contains(second);
  }

  @Test
  void a_version_may_keep_its_own_reference_and_give_it_up() {
    Participants store = empty();
    Participant first = person("p-1", REFERENCE);
    store.add(first);
    store.add(person("p-2"));
    Participant merged = first.mergedInto(ParticipantId.of("p-2"));
    store.update(merged);
    assertThat(store.find(REFERENCE)).contains(merged);
    Participant without =
        new Participant(
            first.id(), first.kind(), new java.util.TreeSet<>(), ParticipantId.of("p-2"), 3);
    store.update(without);
    assertThat(store.find(REFERENCE)).isEmpty();
  }

  @Test
  void entries_keep_their_order_and_tell_whom_they_are_about() {
    Participants store = empty();
    store.add(person("p-1"));
    FactEntry first = recorded("f-2", "p-1");
    FactEntry second = recorded("f-1", "p-1");
    store.append(first);
    store.append(second);
    assertThat(store.history(ParticipantId.of("p-1"))).containsExactly(first, second);
    assertThat(store.about(FactId.of("f-1"))).contains(ParticipantId.of("p-1"));
    assertThat(store.about(FactId.of("f-9"))).isEmpty();
    assertThat(store.history(ParticipantId.of("p-9"))).isEmpty();
  }

  @Test
  void an_entry_about_nobody_and_a_fact_twice_are_refused() {
    Participants store = empty();
    refused("participant.unknown", () -> store.append(recorded("f-1", "p-1")));
    store.add(person("p-1"));
    store.append(recorded("f-1", "p-1"));
    refused("fact.exists", () -> store.append(recorded("f-1", "p-1")));
    assertThat(store.history(ParticipantId.of("p-1"))).hasSize(1);
  }

  private static void refused(String code, Runnable command) {
    assertThatThrownBy(command::run)
        .asInstanceOf(InstanceOfAssertFactories.type(MentoringException.class))
        .extracting(MentoringException::code)
        .isEqualTo(code);
  }

  private static Participant person(String id, ExternalReference... references) {
    return Participant.of(ParticipantId.of(id), ParticipantKind.PERSON, List.of(references));
  }

  private static FactEntry recorded(String fact, String about) {
    return new FactEntry.Recorded(
        FactId.of(fact),
        ParticipantId.of(about),
        new Fact.Interest("chess"),
        Validity.from(LocalDate.of(2020, 9, 1)),
        NOW,
        ACTOR,
        null,
        null);
  }

  @Test
  void pages_of_ids_follow_each_other_without_a_gap() {
    Participants store = empty();
    // Ids are sorted by their characters, capital letters first.
    List.of("b", "a", "B", "a-1", "a.1").forEach(id -> store.add(person(id)));
    assertThat(store.ids(null, 5))
        .isEqualTo(
            new Page<>(
                Stream.of("B", "a", "a-1", "a.1", "b").map(ParticipantId::of).toList(), null));
    Page<ParticipantId> first = store.ids(null, 2);
    assertThat(first)
        .isEqualTo(new Page<>(List.of(ParticipantId.of("B"), ParticipantId.of("a")), "a"));
    assertThat(store.ids(ParticipantId.of("a"), 4).items())
        .extracting(ParticipantId::value)
        .containsExactly("a-1", "a.1", "b");
    refused("number.range", () -> store.ids(null, 0));
    refused("number.range", () -> store.ids(null, 1_001));
  }

  @Test
  void what_is_erased_is_gone_and_the_id_stays_one_version_later() {
    Participants store = empty();
    Participant first = person("p-1", REFERENCE);
    store.add(first);
    store.append(recorded("f-1", "p-1"));
    store.add(person("p-2"));
    store.append(recorded("f-2", "p-2"));
    store.erase(first.id());
    assertThat(store.find(first.id()))
        .contains(new Participant(first.id(), first.kind(), new java.util.TreeSet<>(), null, 2));
    assertThat(store.find(REFERENCE)).isEmpty();
    assertThat(store.history(first.id())).isEmpty();
    assertThat(store.about(FactId.of("f-1"))).isEmpty();
    assertThat(store.history(ParticipantId.of("p-2"))).containsExactly(recorded("f-2", "p-2"));
    refused("participant.unknown", () -> store.erase(ParticipantId.of("p-9")));
    // The reference is free, and so is what the participant was known by.
    store.add(person("p-3", REFERENCE));
    store.append(recorded("f-1", "p-1"));
    assertThat(store.history(first.id())).containsExactly(recorded("f-1", "p-1"));
  }

  @Test
  void a_reference_keeps_its_spelling_and_finds_only_that() {
    Participants store = empty();
    ExternalReference odd = new ExternalReference("portal", " Ж\u00DF%_' ");
    store.add(person("p-1", odd));
    assertThat(store.find(odd)).contains(person("p-1", odd));
    assertThat(store.find(new ExternalReference("portal", "Ж\u00DF%_'"))).isEmpty();
    assertThat(store.find(new ExternalReference("portal", "\u0000"))).isEmpty();
  }
}
