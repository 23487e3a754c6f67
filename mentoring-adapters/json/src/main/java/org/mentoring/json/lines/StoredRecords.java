package org.mentoring.json.lines;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.spi.Identities;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Places;
import org.mentoring.spi.Programmes;
import org.mentoring.spi.Stores;

/** All that stores hold, in the order of the file, a page at a time. */
final class StoredRecords {
  private static final int PAGE = 500;

  /** Proposals of a region are large. */
  private static final int LARGE_PAGE = 4;

  private final Stores stores;

  private final SortedSet<UnreadableRecords.Row> unreadable = new TreeSet<>();

  StoredRecords(Stores stores) {
    this.stores = stores;
  }

  /** Gets one record after the other. */
  @FunctionalInterface
  interface Taker {
    /**
     * Gets one.
     *
     * @param waits whether readers of the outbox have still to get it
     */
    void take(LineKind kind, Object record, boolean waits) throws IOException;
  }

  @FunctionalInterface
  private interface Pages<T> {
    Page<T> page(@Nullable String after, int most);
  }

  @FunctionalInterface
  private interface Each<T> {
    void take(T item) throws IOException;
  }

  /**
   * Gives all of them. Once something cannot be read the others are only looked at, so that all
   * that cannot be read is told at once.
   *
   * @throws UnreadableRecords that names them
   */
  void forEach(Taker taker) throws IOException {
    all(
        (kind, record, waits) -> {
          if (unreadable.isEmpty()) {
            taker.take(kind, record, waits);
          }
        });
    if (!unreadable.isEmpty()) {
      throw new UnreadableRecords(unreadable);
    }
  }

  private void all(Taker taker) throws IOException {
    for (String hash : stores.programmes().hashes()) {
      reading(
          () -> List.of(stores.programmes().find(hash).orElseThrow()),
          each -> taker.take(LineKind.DEFINITION, each, false));
    }
    for (Programmes.InForce each : stores.programmes().takenUp()) {
      taker.take(LineKind.IN_FORCE, each, false);
    }
    reading(() -> stores.erasures().all(), each -> taker.take(LineKind.ERASURE, each, false));
    people(taker);
    paged(
        (after, most) -> stores.proposals().list(id(after, ProposalId::of), most),
        LARGE_PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.PROPOSAL, each, false));
    paged(
        (after, most) -> stores.selectionEvents().list(id(after, SelectionEventId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.SELECTION_EVENT, each, false));
    paged(
        (after, most) ->
            stores.mentorships().list(Mentorships.Which.all(), id(after, MentorshipId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.MENTORSHIP, each, false));
    paged(
        (after, most) -> stores.activities().list(after, most),
        PAGE,
        StoredRecords::numbered,
        each -> taker.take(LineKind.ACTIVITY, each, false));
    paged(
        (after, most) -> stores.incidents().list(id(after, IncidentId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.INCIDENT, each, false));
    paged(
        (after, most) -> stores.waivers().list(id(after, WaiverId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.WAIVER, each, false));
    onRecord(taker);
  }

  private void people(Taker taker) throws IOException {
    everybody(
        id ->
            reading(
                () -> List.of(stores.participants().find(id).orElseThrow()),
                each -> taker.take(LineKind.PARTICIPANT, each, false)));
    everybody(
        id ->
            reading(
                () -> stores.participants().history(id),
                each -> taker.take(LineKind.FACT, each, false)));
    everybody(
        id -> {
          for (String hash : stores.identities().of(id)) {
            taker.take(LineKind.IDENTITY, new Identities.Claim(id, hash), false);
          }
        });
  }

  private void onRecord(Taker taker) throws IOException {
    everybody(
        id -> {
          for (Places.Place place : stores.places().of(id)) {
            taker.take(LineKind.PLACE, place, false);
          }
        });
    everybody(
        id -> {
          for (DossierPart part : stores.decisions().parts(id)) {
            taker.take(LineKind.PART, part, false);
          }
        });
    paged(
        (after, most) -> stores.decisions().list(id(after, DecisionId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.DECISION, each, false));
    paged(
        (after, most) -> stores.commands().list(id(after, CommandId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        each -> taker.take(LineKind.COMMAND, each, false));
    journal(taker);
  }

  private void journal(Taker taker) throws IOException {
    pages(
        this::chain,
        PAGE,
        StoredRecords::numbered,
        chain -> {
          SortedSet<EventId> waiting = waiting(chain, each -> each.entry().id());
          for (SealedEntry each : chain) {
            taker.take(LineKind.SEALED, each, waiting.contains(each.entry().id()));
          }
        });
    pages(
        (after, most) -> stores.journal().unsealed(after, most),
        PAGE,
        StoredRecords::numbered,
        entries -> {
          SortedSet<EventId> waiting = waiting(entries, JournalEntry::id);
          for (JournalEntry each : entries) {
            taker.take(LineKind.UNSEALED, each, waiting.contains(each.id()));
          }
        });
  }

  private Page<SealedEntry> chain(@Nullable String after, int most) {
    List<SealedEntry> chain =
        stores.journal().sealed(after == null ? 0 : Long.parseLong(after), most);
    return new Page<>(
        chain, chain.isEmpty() ? null : Long.toString(chain.get(chain.size() - 1).number()));
  }

  private <T> SortedSet<EventId> waiting(List<T> events, Function<T, EventId> id) {
    SortedSet<EventId> ids = new TreeSet<>();
    events.forEach(each -> ids.add(id.apply(each)));
    return ids.isEmpty() ? ids : stores.outbox().waiting(ids);
  }

  private void everybody(Each<ParticipantId> taker) throws IOException {
    paged(
        (after, most) -> stores.participants().ids(id(after, ParticipantId::of), most),
        PAGE,
        UnreadableRecords.Row::id,
        taker);
  }

  private <T> void reading(Supplier<List<T>> read, Each<T> taker) throws IOException {
    List<T> found;
    try {
      found = read.get();
    } catch (UnreadableRecords e) {
      unreadable(e);
      return;
    }
    for (T each : found) {
      taker.take(each);
    }
  }

  private void unreadable(UnreadableRecords failure) {
    if (unreadable.size() < UnreadableRecords.MOST) {
      unreadable.addAll(failure.rows());
    }
  }

  private static String numbered(UnreadableRecords.Row row) {
    return Long.toString(row.number());
  }

  private <T> void paged(
      Pages<T> pages, int most, Function<UnreadableRecords.Row, String> cursor, Each<T> taker)
      throws IOException {
    pages(
        pages,
        most,
        cursor,
        items -> {
          for (T each : items) {
            taker.take(each);
          }
        });
  }

  /** Where a page cannot be read as a whole, its records are looked at one by one. */
  private <T> void pages(
      Pages<T> pages, int most, Function<UnreadableRecords.Row, String> cursor, Each<List<T>> taker)
      throws IOException {
    String after = null;
    int single = 0;
    boolean more = true;
    while (more) {
      try {
        Page<T> page = pages.page(after, single > 0 ? 1 : most);
        taker.take(page.items());
        after = page.next();
        more = after != null;
        single = Math.max(0, single - 1);
      } catch (UnreadableRecords e) {
        if (single > 0) {
          unreadable(e);
          after = cursor.apply(e.rows().get(0));
          single--;
        } else {
          single = most;
        }
      }
    }
  }

  private static <T> @Nullable T id(@Nullable String text, Function<String, T> of) {
    return text == null ? null : of.apply(text);
  }
}
