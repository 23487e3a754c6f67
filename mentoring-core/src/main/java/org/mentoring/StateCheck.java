package org.mentoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mentoring.activity.ActivityEntry;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.identity.ActivityId;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.ProposalId;
import org.mentoring.identity.SelectionEventId;
import org.mentoring.identity.WaiverId;
import org.mentoring.incident.Incident;
import org.mentoring.journal.Erasure;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.Verification;
import org.mentoring.matching.MatchProposal;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.Participant;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;
import org.mentoring.waiver.Waiver;

/**
 * Compares the state of things with what the journal tells of them, both ways: whatever is there
 * was told of, in the version that was told of last, and whatever was told of is there. For one
 * run; not thread-safe.
 */
final class StateCheck {

  /** So many at a time, with their histories. */
  private static final int PEOPLE = 200;

  private final Stores stores;
  private final WaitingEntries entries;

  /** What sealed entries tell of each thing. */
  private final Map<String, Told> sealed = new HashMap<>();

  /** The same with what waits: that comes again once it is sealed. */
  private final Map<String, Told> waiting = new HashMap<>();

  private Set<JournalFault> faults = new LinkedHashSet<>();

  /** Of those people who are looked at. */
  private Histories histories;

  private Sieve sieve = new Sieve(Integer.MAX_VALUE);
  private int run;

  StateCheck(Stores stores, WaitingEntries entries) {
    this.stores = stores;
    this.entries = entries;
    histories = Histories.of(stores, List.of());
  }

  void sealed(JournalEntry entry) {
    sealed.computeIfAbsent(key(entry), key -> new Told(entry)).take(entry);
  }

  static boolean knows(JournalEntry entry) {
    return Told.KINDS.contains(entry.subjectKind());
  }

  private static String key(JournalEntry entry) {
    return key(entry.subjectKind(), entry.subject());
  }

  private static String key(Code kind, String id) {
    return kind.value() + " " + id;
  }

  /** How many things are in memory. */
  int held() {
    return sealed.size() + waiting.size();
  }

  /** Forgets those that come in a later pass. */
  void narrow(Sieve narrower) {
    sealed.values().removeIf(each -> !narrower.takes(each.id));
    waiting.values().removeIf(each -> !narrower.takes(each.id));
  }

  void clear() {
    sealed.clear();
  }

  /**
   * Compares what is there now, in one view of the stores.
   *
   * @param waits is handed each entry that waits, as it comes into memory
   */
  Set<JournalFault> compared(Sieve through, Consumer<JournalEntry> waits) {
    faults = new LinkedHashSet<>();
    sieve = through;
    run++;
    readWaiting(waits);
    persons();
    erasures();
    kind(
        RecordingStores.PROPOSAL,
        (after, most) -> stores.proposals().list(after == null ? null : ProposalId.of(after), most),
        id -> stores.proposals().find(ProposalId.of(id)),
        each -> each.id().value(),
        MatchProposal::version,
        EventDetails::of);
    kind(
        RecordingStores.SELECTION_EVENT,
        (after, most) ->
            stores.selectionEvents().list(after == null ? null : SelectionEventId.of(after), most),
        id -> stores.selectionEvents().find(SelectionEventId.of(id)),
        each -> each.id().value(),
        MentorSelectionEvent::version,
        EventDetails::of);
    kind(
        RecordingStores.MENTORSHIP,
        (after, most) ->
            stores
                .mentorships()
                .list(Mentorships.Which.all(), after == null ? null : MentorshipId.of(after), most),
        id -> stores.mentorships().find(MentorshipId.of(id)),
        each -> each.id().value(),
        Particulars::version,
        EventDetails::of);
    kind(
        RecordingStores.INCIDENT,
        (after, most) -> stores.incidents().list(after == null ? null : IncidentId.of(after), most),
        id -> stores.incidents().find(IncidentId.of(id)),
        each -> each.id().value(),
        Incident::version,
        EventDetails::of);
    kind(
        RecordingStores.WAIVER,
        (after, most) -> stores.waivers().list(after == null ? null : WaiverId.of(after), most),
        id -> stores.waivers().find(WaiverId.of(id)),
        each -> each.id().value(),
        each -> 0,
        (Waiver each) -> EventDetails.of(each));
    activities();
    waiting.clear();
    return faults;
  }

  private void readWaiting(Consumer<JournalEntry> waits) {
    entries.each(
        entry -> {
          if (knows(entry) && sieve.takes(entry.subject())) {
            waiting.computeIfAbsent(key(entry), key -> copy(key, entry)).take(entry);
          }
          waits.accept(entry);
        });
  }

  private Told copy(String key, JournalEntry entry) {
    Told before = sealed.get(key);
    return before == null ? new Told(entry) : new Told(before);
  }

  private Optional<Told> told(Code kind, String id) {
    String key = key(kind, id);
    Told with = waiting.get(key);
    return Optional.ofNullable(with == null ? sealed.get(key) : with);
  }

  /** All of a kind. */
  private List<Told> all(Code kind) {
    List<Told> all = new ArrayList<>();
    waiting.values().stream().filter(each -> each.kind.equals(kind)).forEach(all::add);
    sealed.forEach(
        (key, each) -> {
          if (each.kind.equals(kind) && !waiting.containsKey(key)) {
            all.add(each);
          }
        });
    return all;
  }

  private void found(Kind fault, Code kind, String id) {
    found(fault, key(kind, id));
  }

  private void found(Kind fault, String subject) {
    if (faults.size() < Verification.MOST_FAULTS) {
      faults.add(JournalFault.of(fault, subject));
    }
  }

  private <T> void kind(
      Code kind,
      TolerantReading.Pages<T> pages,
      Function<String, Optional<T>> find,
      Function<T, String> id,
      ToLongFunction<T> version,
      Function<T, EventDetails> details) {
    boolean whole =
        TolerantReading.pages(
            pages,
            each -> {
              if (sieve.takes(id.apply(each))) {
                there(kind, id.apply(each), version.applyAsLong(each), details.apply(each), each);
              }
            },
            row -> {
              unreadable(kind, row.id());
              return Optional.of(row.id());
            });
    boolean told = whole;
    for (Told each : all(kind)) {
      if (each.seen == run) {
        continue;
      }
      Optional<Optional<T>> row = TolerantReading.readable(() -> find.apply(each.id));
      if (row.isEmpty()) {
        found(Kind.RECORD_CHANGED, kind, each.id);
        told = true;
      } else if (row.get().isEmpty()) {
        if (!each.discarded) {
          found(Kind.RECORD_MISSING, kind, each.id);
        }
      } else {
        T found = row.get().get();
        there(kind, each.id, version.applyAsLong(found), details.apply(found), found);
      }
    }
    if (!told) {
      found(Kind.RECORD_UNRECORDED, kind, "unreadable");
    }
  }

  private void unreadable(Code kind, String id) {
    if (sieve.takes(id)) {
      found(Kind.RECORD_CHANGED, kind, id);
      told(kind, id).ifPresent(each -> each.seen = run);
    }
  }

  private void there(Code kind, String id, long version, EventDetails details, Object row) {
    Optional<Told> told = told(kind, id);
    if (told.isEmpty() || told.get().discarded) {
      found(Kind.RECORD_UNRECORDED, kind, id);
      return;
    }
    told.get().seen = run;
    boolean same =
        told.get().version == version
            && told.get().everyVersion()
            && told.get().details.equals(details.values().toString());
    if (row instanceof Participant participant) {
      same &= told.get().also.equals(EventDetails.changed(participant).values().toString());
      history(participant.id(), told.get());
    }
    if (!same) {
      found(Kind.RECORD_CHANGED, kind, id);
    }
  }

  private void persons() {
    kind(
        RecordingStores.PARTICIPANT,
        (after, most) -> {
          Page<Participant> page =
              stores
                  .participants()
                  .list(after == null ? null : ParticipantId.of(after), Math.min(most, PEOPLE));
          histories =
              Histories.of(
                  stores,
                  page.items().stream()
                      .map(Participant::id)
                      .filter(id -> sieve.takes(id.value()))
                      .toList());
          return page;
        },
        id -> {
          Optional<Participant> found = stores.participants().find(ParticipantId.of(id));
          histories = Histories.of(stores, found.stream().map(Participant::id).toList());
          return found;
        },
        each -> each.id().value(),
        Participant::version,
        EventDetails::registered);
  }

  private void history(ParticipantId person, Told told) {
    Optional<List<FactEntry>> history = histories.history(person);
    if (history.isEmpty()
        || told.entries != history.get().size()
        || !told.history.equals(Told.history(history.get()))
        || !(told.part.isEmpty() || holds(told, person, history.get()))) {
      found(Kind.HISTORY_CHANGED, person.value());
    }
  }

  /** The newest part covers those before: histories are only added to. */
  private boolean holds(Told told, ParticipantId person, List<FactEntry> history) {
    return histories.parts(person).stream()
        .anyMatch(
            part ->
                part.entries() == told.partEntries
                    && part.digest().equals(told.part)
                    && !part.erased()
                    && part.intact(history));
  }

  private void erasures() {
    Collection<Told> persons = all(RecordingStores.PARTICIPANT);
    Optional<List<Erasure>> rows = TolerantReading.readable(() -> stores.erasures().all());
    for (Erasure each : rows.orElseGet(List::of)) {
      String id = each.participant().value();
      if (sieve.takes(id)
          && told(RecordingStores.PARTICIPANT, id).filter(told -> told.erased).isEmpty()) {
        found(Kind.ERASURE_UNRECORDED, id);
      }
    }
    boolean told = rows.isPresent();
    for (Told each : persons) {
      if (each.erased
          && TolerantReading.readable(() -> stores.erasures().find(ParticipantId.of(each.id)))
              .flatMap(found -> found)
              .isEmpty()) {
        found(Kind.ERASURE_MISSING, each.id);
        told = true;
      }
    }
    if (!told) {
      found(Kind.ERASURE_UNRECORDED, "unreadable");
    }
  }

  private void activities() {
    Set<String> wrong = new HashSet<>();
    boolean whole =
        TolerantReading.pages(
            (after, most) -> stores.activities().list(after, most),
            each -> {
              if (sieve.takes(EventDetails.subject(each))) {
                activity(each);
              }
            },
            row -> {
              unreadable(RecordingStores.ACTIVITY, row.id());
              wrong.add(row.id());
              // One that stands there for people, and in no table, cannot be passed over.
              return row.number() == 0
                  ? Optional.empty()
                  : Optional.of(Long.toString(row.number()));
            });
    boolean told = whole;
    for (Told each : all(RecordingStores.ACTIVITY)) {
      if (wrong.contains(each.id) || (each.seen == run && each.rows == each.entries)) {
        continue;
      }
      Optional<Boolean> there =
          TolerantReading.readable(
              () -> stores.activities().find(ActivityId.of(each.id)).isPresent());
      if (there.isEmpty()) {
        found(Kind.RECORD_CHANGED, RecordingStores.ACTIVITY, each.id);
        told = true;
      } else if (!(each.discarded && !there.get()) && (!there.get() || whole)) {
        found(Kind.RECORD_MISSING, RecordingStores.ACTIVITY, each.id);
      }
    }
    if (!told) {
      found(Kind.RECORD_CHANGED, RecordingStores.ACTIVITY, "unreadable");
    }
  }

  private void activity(ActivityEntry entry) {
    String id = EventDetails.subject(entry);
    Optional<Told> found = told(RecordingStores.ACTIVITY, id);
    if (found.isEmpty() || found.get().discarded) {
      found(Kind.RECORD_UNRECORDED, RecordingStores.ACTIVITY, id);
      return;
    }
    Told told = found.get();
    if (told.seen != run) {
      told.seen = run;
      told.rows = 0;
    }
    told.rows++;
    String details = EventDetails.of(entry).values().toString();
    boolean recorded = entry instanceof ActivityEntry.Recorded;
    if (!details.equals(recorded ? told.details : told.also)) {
      found(Kind.RECORD_CHANGED, RecordingStores.ACTIVITY, id);
    } else if (told.rows > told.entries) {
      found(Kind.RECORD_UNRECORDED, RecordingStores.ACTIVITY, id);
    }
  }
}
