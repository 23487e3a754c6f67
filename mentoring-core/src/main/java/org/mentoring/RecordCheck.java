package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.CommandRecord;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.JournalVerifier;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.Stores;

/**
 * Verifies a store: its chain, the decisions, records of commands and definitions that the chain
 * names, and what decisions rest on. Commands may go on meanwhile: what looks wrong is read again
 * before it is told. For one run; not thread-safe.
 */
final class RecordCheck {
  private static final int PAGE = 1_000;

  /** So many decisions or persons are compared at a time. */
  private static final int SOME = 200;

  /** So many records are digested at a time. */
  private static final int LOT = 500;

  /** Ids in memory, at some 600 bytes each: an eighth of what there is. */
  private static final int AT_ONCE =
      (int) Math.max(150_000, Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 8 / 600));

  /** Where stores give no view in which all belongs together, what commands do meanwhile shows. */
  private static final int COMPARISONS = 3;

  private final Stores stores;
  private final JournalVerifier chain;

  /** A second pass may come upon the same one again. */
  private final Set<JournalFault> faults = new LinkedHashSet<>();

  /** Stored decisions that no entry has named yet. */
  private final Map<DecisionId, Known> unnamed = new HashMap<>();

  /** What was not read to its end, and followed by the entries instead. */
  private final Set<Kind> unreadable = EnumSet.noneOf(Kind.class);

  /** Commands whose entries are not those that they left. */
  private final Set<CommandId> differing = new LinkedHashSet<>();

  private final Sieve sieve;
  private final CommandCheck commands;
  private final DefinitionCheck definitions;
  private final WaitingEntries waiting;
  private final StateCheck state;

  /** Whose parts decisions rest on, with how many entries those are of. */
  private final SortedMap<ParticipantId, SortedSet<Long>> persons = new TreeMap<>();

  private final KnownParts parts;
  private final ErasedBefore erased;

  /** Decisions that were read and are compared together. */
  private final List<StoredDecision> some = new ArrayList<>();

  private final Behind<Compared> decided = new Behind<>(this::check);

  /** Decisions, and which of them are what their digests say. */
  private record Compared(List<StoredDecision> decisions, Set<DecisionId> intact) {}

  /** What the entry of a decision tells of it. */
  private record Known(CommandId command, Instant at, String digest) {
    static Known of(StoredDecision decision) {
      return new Known(decision.command(), decision.at(), decision.digest());
    }

    boolean toldBy(JournalEntry entry) {
      return entry.command().equals(command)
          && entry.at().equals(at)
          && digest.equals(entry.content());
    }
  }

  RecordCheck(Stores stores, Collection<Checkpoint> kept) {
    this(stores, kept, AT_ONCE);
  }

  /**
   * @param most keeps so many ids in memory at most; where there are more it goes through the store
   *     and the chain several times
   */
  RecordCheck(Stores stores, Collection<Checkpoint> kept, int most) {
    this.stores = stores;
    chain = new JournalVerifier(kept);
    sieve = new Sieve(most);
    commands = new CommandCheck(stores.commands(), sieve, this::found);
    definitions = new DefinitionCheck(stores.programmes(), this::found);
    waiting = new WaitingEntries(stores.journal());
    state = new StateCheck(stores, waiting);
    parts = new KnownParts(stores.decisions());
    erased = new ErasedBefore(stores.erasures());
  }

  Verification verified() {
    definitions.read();
    long unsealed = pass(new ChainPass(chain), true);
    while (!chain.full() && sieve.next()) {
      // The chain itself was verified.
      pass(new ChainPass(null), false);
    }
    for (Kind each : unreadable) {
      // If no entry names what cannot be read, it was put in.
      if (faults.stream().noneMatch(fault -> fault.kind() == each)) {
        found(JournalFault.of(each, "unreadable"));
      }
    }
    new WaitingCommands(stores.commands(), this::found)
        .compare(waiting, differing)
        .forEach(id -> found(JournalFault.of(Kind.ENTRIES_CHANGED, id.value())));
    waiting.unreadable().forEach(id -> found(JournalFault.of(Kind.UNSEALED_UNREADABLE, id)));
    Verification ofChain = chain.done(unsealed);
    List<JournalFault> all = new ArrayList<>(ofChain.faults());
    all.addAll(faults);
    return new Verification(
        ofChain.sealedTo(),
        unsealed,
        all.subList(0, Math.min(all.size(), Verification.MOST_FAULTS)));
  }

  /** Looks at those decisions and commands that the sieve lets through. */
  private long pass(ChainPass along, boolean first) {
    // They come first: each was stored together with its entry, so that later the entry is there.
    decisions();
    commands();
    follow(along, first);
    long unsealed = stores.journal().unsealed();
    if (!unnamed.isEmpty() || commands.open() || (first && definitions.open())) {
      waiting.each(
          entry -> {
            named(entry, first);
            commands.named(entry);
          });
      // What was sealed in between waits no longer.
      follow(along, first);
      unnamed.keySet().stream()
          .sorted()
          .forEach(id -> found(JournalFault.of(Kind.DECISION_UNRECORDED, id.value())));
      commands.tellUnnamed();
    }
    if (first) {
      definitions.tellUnnamed();
    }
    histories();
    persons.clear();
    unnamed.clear();
    state(along, first);
    commands.clear();
    return unsealed;
  }

  /** Told is what is wrong whenever it is looked at. */
  private void state(ChainPass along, boolean first) {
    Set<JournalFault> wrong = compared(along, first);
    for (int i = 1; i < COMPARISONS && !wrong.isEmpty(); i++) {
      wrong.retainAll(compared(along, first));
    }
    wrong.forEach(this::wrong);
    state.clear();
  }

  private Set<JournalFault> compared(ChainPass along, boolean first) {
    return stores
        .work()
        .read(
            () -> {
              follow(along, first);
              // What is behind so many faults was not read.
              if (along.full()) {
                return new LinkedHashSet<>();
              }
              Set<JournalFault> wrong = state.compared(sieve, this::waits);
              wrong.addAll(commands.compared());
              return wrong;
            });
  }

  private void waits(JournalEntry entry) {
    commands.waits(entry);
    narrow();
  }

  /** Which of the entries of a command are wrong is looked for later, if any. */
  private void wrong(JournalFault fault) {
    if (fault.kind() != Kind.ENTRIES_CHANGED) {
      found(fault);
    } else if (fault.subject() != null && differing.size() < Verification.MOST_FAULTS) {
      differing.add(CommandId.of(fault.subject()));
    }
  }

  private void found(JournalFault fault) {
    if (faults.size() < Verification.MOST_FAULTS) {
      faults.add(fault);
    }
  }

  private void decisions() {
    boolean whole =
        TolerantReading.pages(
            (after, most) ->
                stores.decisions().list(after == null ? null : DecisionId.of(after), most),
            decision -> {
              if (sieve.takes(decision.id().value())) {
                unnamed.put(decision.id(), Known.of(decision));
                narrow();
                some.add(decision);
                if (some.size() == SOME) {
                  checkSome();
                }
              }
            });
    checkSome();
    decided.take();
    if (!whole) {
      unreadable.add(Kind.DECISION_CHANGED);
    }
  }

  private void commands() {
    Behind<List<Digested>> behind = new Behind<>(this::known);
    List<CommandRecord> lot = new ArrayList<>();
    boolean whole =
        TolerantReading.pages(
            (after, most) ->
                stores.commands().list(after == null ? null : CommandId.of(after), most),
            command -> {
              if (sieve.takes(command.id().value())) {
                lot.add(command);
                if (lot.size() == LOT) {
                  behind.next(Digested.of(lot));
                  lot.clear();
                }
              }
            });
    behind.next(Digested.of(lot));
    behind.take();
    if (!whole) {
      unreadable.add(Kind.COMMAND_CHANGED);
    }
  }

  private void known(List<Digested> lot) {
    for (Digested each : lot) {
      if (sieve.takes(each.command().id().value())) {
        commands.known(each.command(), each.digest());
        narrow();
      }
    }
  }

  /** The record of a command, and its digest. */
  private record Digested(CommandRecord command, String digest) {
    static Callable<List<Digested>> of(List<CommandRecord> lot) {
      List<CommandRecord> all = List.copyOf(lot);
      return () -> all.parallelStream().map(each -> new Digested(each, each.digest())).toList();
    }
  }

  private void narrow() {
    while (sieve.narrows(unnamed.size() + commands.held() + state.held())) {
      unnamed.keySet().removeIf(each -> !sieve.takes(each.value()));
      commands.narrow();
      state.narrow(sieve);
    }
  }

  private void checkSome() {
    List<StoredDecision> lot = List.copyOf(some);
    some.clear();
    decided.next(
        () ->
            new Compared(
                lot,
                lot.parallelStream()
                    .filter(StoredDecision::intact)
                    .map(StoredDecision::id)
                    .collect(Collectors.toSet())));
  }

  private void check(Compared lot) {
    parts.readAhead(lot.decisions());
    lot.decisions().forEach(each -> check(each, lot.intact().contains(each.id())));
    // What an erasure finds its decisions by.
    stores
        .decisions()
        .unlisted(lot.decisions())
        .forEach(id -> found(JournalFault.of(Kind.DECISION_UNLISTED, id.value())));
  }

  private void check(StoredDecision decision, boolean intact) {
    String id = decision.id().value();
    if (!intact) {
      found(JournalFault.of(Kind.DECISION_CHANGED, id));
    }
    if (decision.isShell()) {
      if (!aboutSomebodyErased(decision)) {
        found(JournalFault.of(Kind.DECISION_EMPTIED, id));
      }
    } else if (decision.parts().stream().anyMatch(this::outlivesErasure)) {
      found(JournalFault.of(Kind.DECISION_UNERASED, id));
    }
    for (DossierPart.Reference reference : decision.parts()) {
      persons
          .computeIfAbsent(reference.participant(), person -> new TreeSet<>())
          .add(reference.entries());
      if (!parts.has(reference)) {
        found(JournalFault.of(Kind.PART_MISSING, id));
      }
    }
  }

  /** Whoever is decided about after the erasure is somebody of whom nothing is known. */
  private boolean outlivesErasure(DossierPart.Reference part) {
    return part.entries() > 0 && erased.before(part.participant());
  }

  private boolean aboutSomebodyErased(StoredDecision decision) {
    return decision.parts().stream().anyMatch(part -> erased.byNow(part.participant()))
        || TolerantReading.readable(() -> ParticipantId.of(decision.subject()))
            .filter(erased::byNow)
            .isPresent();
  }

  private void follow(ChainPass along, boolean first) {
    Behind<HashedEntries> behind = new Behind<>(hashed -> followed(hashed, along, first));
    long number = along.number();
    int most = PAGE;
    while (!along.full()) {
      long after = number;
      int rows = most;
      Optional<List<SealedEntry>> entries =
          TolerantReading.readable(() -> stores.journal().sealed(after, rows));
      if (entries.isEmpty()) {
        if (most == 1) {
          behind.take();
          along.unreadable();
          number = along.number();
          most = PAGE;
        } else {
          most = most / 2;
        }
        continue;
      }
      HashedEntries next = new HashedEntries(entries.get(), sieve);
      behind.next(() -> next.made(along.verifies()));
      number = next.last(number);
      if (entries.get().size() < most) {
        break;
      }
      most = PAGE;
    }
    if (!along.full()) {
      behind.take();
    }
  }

  private void followed(HashedEntries hashed, ChainPass along, boolean first) {
    along.next(hashed);
    commands.sealed(hashed);
    for (SealedEntry entry : hashed.entries()) {
      named(entry.entry(), first);
      if (StateCheck.knows(entry.entry()) && sieve.takes(entry.entry().subject())) {
        state.sealed(entry.entry());
        narrow();
      }
    }
  }

  private void named(JournalEntry entry, boolean first) {
    if (first) {
      definitions.named(entry);
    }
    if (!sieve.takes(entry.subject())) {
      return;
    }
    if (entry.kind().equals(Recorder.DECIDED)) {
      decision(entry);
    }
  }

  private void decision(JournalEntry entry) {
    Optional<DecisionId> id = TolerantReading.readable(() -> DecisionId.of(entry.subject()));
    if (id.isEmpty()) {
      found(JournalFault.of(Kind.DECISION_MISSING, entry.subject()));
      return;
    }
    Known decision = unnamed.remove(id.get());
    if (decision == null) {
      decision = sought(id.get());
    }
    if (decision != null && !decision.toldBy(entry)) {
      found(JournalFault.of(Kind.DECISION_CHANGED, entry.subject()));
    }
  }

  /** One that was stored after the others were read, or that could not be read among them. */
  private @Nullable Known sought(DecisionId id) {
    Optional<Optional<StoredDecision>> decision =
        TolerantReading.readable(() -> stores.decisions().find(id));
    if (decision.isEmpty()) {
      found(JournalFault.of(Kind.DECISION_CHANGED, id.value()));
      return null;
    }
    if (decision.get().isEmpty()) {
      found(JournalFault.of(Kind.DECISION_MISSING, id.value()));
      return null;
    }
    some.add(decision.get().get());
    checkSome();
    decided.take();
    return Known.of(decision.get().get());
  }

  private void histories() {
    List<ParticipantId> all = List.copyOf(persons.keySet());
    for (int from = 0; from < all.size(); from += SOME) {
      List<ParticipantId> next = all.subList(from, Math.min(from + SOME, all.size()));
      Histories histories = Histories.of(stores, next);
      next.forEach(
          person -> history(person, persons.getOrDefault(person, new TreeSet<>()), histories));
    }
  }

  private void history(ParticipantId person, SortedSet<Long> restedOn, Histories histories) {
    Optional<List<FactEntry>> history = histories.history(person);
    for (DossierPart part : histories.parts(person)) {
      if (!restedOn.contains(part.entries())) {
        continue;
      }
      if (part.erased()) {
        if (!erased.byNow(person)) {
          found(JournalFault.of(Kind.PART_EMPTIED, person.value()));
          return;
        }
      } else if (history.isEmpty() || !part.intact(history.get())) {
        found(JournalFault.of(Kind.PART_CHANGED, person.value()));
        return;
      }
    }
  }
}
