package org.mentoring.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentoring.testkit.RecordSamples.entries;
import static org.mentoring.testkit.RecordSamples.entry;
import static org.mentoring.testkit.StoredSamples.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Journal;
import org.mentoring.spi.Stores;

/**
 * What every journal keeps, and the outbox that goes with it. Extend it in the tests of a store and
 * give it an empty one each time.
 */
public abstract class JournalContract {
  /** For the test framework. */
  protected JournalContract() {}

  /** Stores that hold nothing, with the unit of work that spans them. */
  protected abstract Stores empty();

  /** Seals what waits, at most so many, as a sealer does. */
  private static int seal(Stores stores, int most) {
    return stores
        .work()
        .run(
            () -> {
              List<JournalEntry> waiting = stores.journal().waiting(most);
              Checkpoint end =
                  stores.journal().last().orElse(new Checkpoint(0, SealedEntry.GENESIS));
              List<SealedEntry> sealed = new ArrayList<>();
              for (JournalEntry each : waiting) {
                SealedEntry next = SealedEntry.seal(end.number() + 1, each, end.hash());
                sealed.add(next);
                end = next.checkpoint();
              }
              stores.journal().seal(sealed);
              return sealed.size();
            });
  }

  @Test
  void entries_wait_in_the_order_in_which_they_arrived() {
    Journal journal = empty().journal();
    assertThat(journal.unsealed()).isZero();
    assertThat(journal.waiting(10)).isEmpty();
    journal.append(entries("e-2", "e-1"));
    journal.append(List.of());
    journal.append(entries("e-0"));
    assertThat(journal.unsealed()).isEqualTo(3);
    assertThat(journal.waiting(10)).containsExactly(entry("e-2"), entry("e-1"), entry("e-0"));
    assertThat(journal.waiting(2)).containsExactly(entry("e-2"), entry("e-1"));
    assertThat(journal.last()).isEmpty();
    assertThat(journal.sealed(0, 10)).isEmpty();
  }

  @Test
  void an_entry_with_as_little_as_can_be_is_read_as_it_was_written() {
    Journal journal = empty().journal();
    JournalEntry bare =
        new JournalEntry(
            EventId.of("e-1"),
            Code.of("COMMAND_REFUSED"),
            Code.of("COMMAND"),
            "c-1",
            0,
            new TreeMap<>(),
            CommandId.of("c-1"),
            StoredSamples.ACTOR,
            StoredSamples.NOW,
            null);
    journal.append(List.of(bare));
    assertThat(journal.waiting(1)).containsExactly(bare);
  }

  @Test
  void a_taken_event_id_is_refused() {
    Stores stores = empty();
    stores.journal().append(entries("e-1"));
    refused("event.exists", () -> stores.journal().append(entries("e-1")));
    seal(stores, 10);
    refused("event.exists", () -> stores.journal().append(entries("e-1")));
    assertThat(stores.journal().sealed(0, 10)).hasSize(1);
    assertThat(stores.journal().unsealed()).isZero();
  }

  @Test
  void what_was_sealed_is_a_chain_and_waits_no_longer() {
    Stores stores = empty();
    Journal journal = stores.journal();
    journal.append(entries("e-1", "e-2", "e-3", "e-4", "e-5"));
    assertThat(seal(stores, 2)).isEqualTo(2);
    assertThat(journal.unsealed()).isEqualTo(3);
    assertThat(seal(stores, 10)).isEqualTo(3);
    assertThat(seal(stores, 10)).isZero();
    assertThat(journal.waiting(10)).isEmpty();
    List<SealedEntry> chain = journal.sealed(0, 10);
    assertThat(chain).extracting(SealedEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(chain)
        .extracting(SealedEntry::entry)
        .containsExactlyElementsOf(entries("e-1", "e-2", "e-3", "e-4", "e-5"));
    assertThat(chain).allMatch(SealedEntry::intact);
    assertThat(chain.get(0).before()).isEqualTo(SealedEntry.GENESIS);
    assertThat(chain.get(4).before()).isEqualTo(chain.get(3).hash());
    assertThat(journal.last()).contains(chain.get(4).checkpoint());
    assertThat(journal.sealed(1, 2)).containsExactly(chain.get(1), chain.get(2));
    assertThat(journal.sealed(5, 2)).isEmpty();
  }

  @Test
  void numbers_out_of_range_are_refused() {
    Journal journal = empty().journal();
    refused("number.range", () -> journal.waiting(0));
    refused("number.range", () -> journal.waiting(10_001));
    refused("number.range", () -> journal.sealed(0, 0));
    refused("number.range", () -> journal.sealed(-1, 1));
  }

  @Test
  void a_chain_is_lengthened_only_where_it_ends() {
    Stores stores = empty();
    Journal journal = stores.journal();
    journal.append(entries("e-1", "e-2", "e-3"));
    seal(stores, 1);
    Checkpoint last = journal.last().orElseThrow();
    assertThatThrownBy(
            () -> journal.seal(List.of(SealedEntry.seal(1, entry("e-2"), SealedEntry.GENESIS))))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> journal.seal(List.of(SealedEntry.seal(3, entry("e-2"), last.hash()))))
        .isInstanceOf(StaleVersion.class);
    refused(
        "event.unknown",
        () -> journal.seal(List.of(SealedEntry.seal(2, entry("e-9"), last.hash()))));
    refused(
        "event.unknown",
        () -> journal.seal(List.of(SealedEntry.seal(2, entry("e-1"), last.hash()))));
    assertThat(journal.sealed(0, 10)).extracting(SealedEntry::checkpoint).containsExactly(last);
    assertThat(journal.waiting(10)).containsExactlyElementsOf(entries("e-2", "e-3"));
  }

  @Test
  void a_unit_of_work_that_throws_adds_and_seals_nothing() {
    Stores stores = empty();
    Journal journal = stores.journal();
    journal.append(entries("e-1"));
    Faults.within(
        stores,
        () -> {
          journal.append(entries("e-2"));
          seal(stores, 10);
        });
    assertThat(journal.waiting(10)).containsExactly(entry("e-1"));
    assertThat(journal.last()).isEmpty();
    assertThat(stores.outbox().waiting()).isEqualTo(1);
    journal.append(entries("e-2"));
    assertThat(seal(stores, 10)).isEqualTo(2);
  }

  @Test
  void sealers_and_writers_at_once_make_one_chain_of_everything() {
    Stores stores = empty();
    int each = 20;
    Races.among(
        6,
        number -> {
          for (int i = 0; i < each; i++) {
            if (number < 4) {
              String id = "e-" + number + "-" + i;
              stores
                  .work()
                  .run(
                      () -> {
                        stores.journal().append(entries(id, id + "-b"));
                        return "done";
                      });
            } else {
              seal(stores, 7);
            }
          }
          return number;
        });
    int all = 4 * each * 2;
    while (seal(stores, 7) > 0) {
      assertThat(stores.journal().unsealed()).isLessThan(all);
    }
    List<SealedEntry> chain = stores.journal().sealed(0, 10_000);
    assertThat(chain).hasSize(all);
    String before = SealedEntry.GENESIS;
    long number = 1;
    for (SealedEntry sealed : chain) {
      assertThat(sealed.number()).isEqualTo(number);
      assertThat(sealed.before()).isEqualTo(before);
      assertThat(sealed.intact()).isTrue();
      before = sealed.hash();
      number++;
    }
    assertThat(chain).extracting(one -> one.entry().id()).doesNotHaveDuplicates();
  }

  @Test
  void every_event_is_handed_out_whether_it_is_sealed_or_not() {
    Stores stores = empty();
    stores.journal().append(entries("e-1", "e-2"));
    seal(stores, 1);
    stores.journal().append(entries("e-3"));
    assertThat(stores.outbox().waiting()).isEqualTo(3);
    List<List<JournalEntry>> got = new ArrayList<>();
    assertThat(stores.outbox().deliver(2, got::add)).isEqualTo(2);
    assertThat(stores.outbox().waiting()).isEqualTo(1);
    assertThat(stores.outbox().deliver(10, got::add)).isEqualTo(1);
    assertThat(got).containsExactly(entries("e-1", "e-2"), entries("e-3"));
  }

  @Test
  void where_nothing_waits_nobody_is_called() {
    Stores stores = empty();
    List<List<JournalEntry>> got = new ArrayList<>();
    assertThat(stores.outbox().deliver(10, got::add)).isZero();
    assertThat(got).isEmpty();
    refused("number.range", () -> stores.outbox().deliver(0, got::add));
    refused("number.range", () -> stores.outbox().deliver(10_001, got::add));
  }

  @Test
  void what_a_reader_failed_on_is_handed_out_again() {
    Stores stores = empty();
    stores.journal().append(entries("e-1", "e-2", "e-3"));
    assertThatThrownBy(
            () ->
                stores
                    .outbox()
                    .deliver(
                        2,
                        got -> {
                          throw new IllegalStateException("the reader fell over");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the reader fell over");
    assertThat(stores.outbox().waiting()).isEqualTo(3);
    List<JournalEntry> got = new ArrayList<>();
    stores.outbox().deliver(10, got::addAll);
    assertThat(got).containsExactlyElementsOf(entries("e-1", "e-2", "e-3"));
  }

  @Test
  void readers_at_once_share_the_events() {
    Stores stores = empty();
    for (int i = 0; i < 60; i++) {
      stores.journal().append(entries("e-" + i));
    }
    List<List<String>> got =
        Races.among(
            4,
            number -> {
              List<String> mine = new ArrayList<>();
              while (stores.outbox().waiting() > 0) {
                stores
                    .outbox()
                    .deliver(3, events -> events.forEach(event -> mine.add(event.id().value())));
              }
              return mine;
            });
    List<String> all = got.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(60).doesNotHaveDuplicates();
  }
}
