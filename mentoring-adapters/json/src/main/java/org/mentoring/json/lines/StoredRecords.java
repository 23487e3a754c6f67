package org.mentoring.json.lines;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.EventId;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.SealedEntry;
import org.mentoring.participant.FactEntry;
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
  private interface Each<T> {
    void take(T item) throws IOException;
  }

  void forEach(Taker taker) throws IOException {
    for (String hash : stores.programmes().hashes()) {
      taker.take(LineKind.DEFINITION, stores.programmes().find(hash).orElseThrow(), false);
    }
    for (Programmes.InForce each : stores.programmes().takenUp()) {
      taker.take(LineKind.IN_FORCE, each, false);
    }
    for (Erasure erasure : stores.erasures().all()) {
      taker.take(LineKind.ERASURE, erasure, false);
    }
    people(taker);
    paged(
        after -> stores.proposals().list(id(after, ProposalId::of), LARGE_PAGE),
        each -> taker.take(LineKind.PROPOSAL, each, false));
    paged(
        after -> stores.selectionEvents().list(id(after, SelectionEventId::of), PAGE),
        each -> taker.take(LineKind.SELECTION_EVENT, each, false));
    paged(
        after ->
            stores.mentorships().list(Mentorships.Which.all(), id(after, MentorshipId::of), PAGE),
        each -> taker.take(LineKind.MENTORSHIP, each, false));
    paged(
        after -> stores.activities().list(after, PAGE),
        each -> taker.take(LineKind.ACTIVITY, each, false));
    paged(
        after -> stores.incidents().list(id(after, IncidentId::of), PAGE),
        each -> taker.take(LineKind.INCIDENT, each, false));
    paged(
        after -> stores.waivers().list(id(after, WaiverId::of), PAGE),
        each -> taker.take(LineKind.WAIVER, each, false));
    onRecord(taker);
  }

  private void people(Taker taker) throws IOException {
    everybody(
        id ->
            taker.take(LineKind.PARTICIPANT, stores.participants().find(id).orElseThrow(), false));
    everybody(
        id -> {
          for (FactEntry entry : stores.participants().history(id)) {
            taker.take(LineKind.FACT, entry, false);
          }
        });
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
        after -> stores.decisions().list(id(after, DecisionId::of), PAGE),
        each -> taker.take(LineKind.DECISION, each, false));
    paged(
        after -> stores.commands().list(id(after, CommandId::of), PAGE),
        each -> taker.take(LineKind.COMMAND, each, false));
    journal(taker);
  }

  private void journal(Taker taker) throws IOException {
    List<SealedEntry> chain = stores.journal().sealed(0, PAGE);
    while (!chain.isEmpty()) {
      SortedSet<EventId> waiting = waiting(chain, each -> each.entry().id());
      for (SealedEntry each : chain) {
        taker.take(LineKind.SEALED, each, waiting.contains(each.entry().id()));
      }
      chain = stores.journal().sealed(chain.get(chain.size() - 1).number(), PAGE);
    }
    String after = null;
    do {
      Page<JournalEntry> page = stores.journal().unsealed(after, PAGE);
      SortedSet<EventId> waiting = waiting(page.items(), JournalEntry::id);
      for (JournalEntry each : page.items()) {
        taker.take(LineKind.UNSEALED, each, waiting.contains(each.id()));
      }
      after = page.next();
    } while (after != null);
  }

  private <T> SortedSet<EventId> waiting(List<T> events, Function<T, EventId> id) {
    SortedSet<EventId> ids = new TreeSet<>();
    events.forEach(each -> ids.add(id.apply(each)));
    return ids.isEmpty() ? ids : stores.outbox().waiting(ids);
  }

  private void everybody(Each<ParticipantId> taker) throws IOException {
    paged(after -> stores.participants().ids(id(after, ParticipantId::of), PAGE), taker);
  }

  private static <T> void paged(Function<@Nullable String, Page<T>> pages, Each<T> taker)
      throws IOException {
    String after = null;
    do {
      Page<T> page = pages.apply(after);
      for (T each : page.items()) {
        taker.take(each);
      }
      after = page.next();
    } while (after != null);
  }

  private static <T> @Nullable T id(@Nullable String text, Function<String, T> of) {
    return text == null ? null : of.apply(text);
  }
}
