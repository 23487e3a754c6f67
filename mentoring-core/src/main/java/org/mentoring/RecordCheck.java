package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.DossierPart;
import org.mentoring.decision.StoredDecision;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.MentoringException;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Checkpoint;
import org.mentoring.journal.JournalEntry;
import org.mentoring.journal.JournalFault;
import org.mentoring.journal.JournalFault.Kind;
import org.mentoring.journal.JournalVerifier;
import org.mentoring.journal.SealedEntry;
import org.mentoring.journal.Verification;
import org.mentoring.participant.FactEntry;
import org.mentoring.spi.Page;
import org.mentoring.spi.Stores;

/**
 * Verifies a store: its chain, the decisions that the chain names and what those rest on. Commands
 * may go on meanwhile: what looks wrong is read again before it is told. For one run; not
 * thread-safe.
 */
final class RecordCheck {
  private static final int PAGE = 1_000;

  private final Stores stores;
  private final JournalVerifier chain;
  private final List<JournalFault> faults = new ArrayList<>();

  /** Stored decisions that no entry has named yet. */
  private final Map<DecisionId, Known> unnamed = new HashMap<>();

  private final SortedSet<ParticipantId> persons = new TreeSet<>();
  private final Parts parts = new Parts();

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
    this.stores = stores;
    chain = new JournalVerifier(kept);
  }

  Verification verified() {
    // Decisions first: each was stored together with its entry, so that later the entry is there.
    decisions();
    followChain();
    long unsealed = stores.journal().unsealed();
    if (!unnamed.isEmpty()) {
      waiting();
      // What was sealed in between waits no longer.
      followChain();
      unnamed.keySet().stream()
          .sorted()
          .forEach(id -> found(JournalFault.of(Kind.DECISION_UNRECORDED, id.value())));
    }
    persons.forEach(this::history);
    Verification ofChain = chain.done(unsealed);
    List<JournalFault> all = new ArrayList<>(ofChain.faults());
    all.addAll(faults);
    return new Verification(
        ofChain.sealedTo(),
        unsealed,
        all.subList(0, Math.min(all.size(), Verification.MOST_FAULTS)));
  }

  private void found(JournalFault fault) {
    if (faults.size() < Verification.MOST_FAULTS) {
      faults.add(fault);
    }
  }

  /** What a store gives, or nothing where what it holds is no value any more. */
  private static <T> Optional<T> readable(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidValue e) {
      return Optional.empty();
    } catch (MentoringException e) {
      if (e.code().equals("record.malformed")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void decisions() {
    DecisionId after = null;
    int most = PAGE;
    while (true) {
      Optional<Page<StoredDecision>> page = page(after, most);
      if (page.isPresent()) {
        page.get().items().forEach(this::look);
        String next = page.get().next();
        if (next == null) {
          return;
        }
        after = DecisionId.of(next);
        most = PAGE;
      } else if (most == 1) {
        // The entries name this one and those behind it, and are followed to each.
        return;
      } else {
        most = most / 2;
      }
    }
  }

  private Optional<Page<StoredDecision>> page(@Nullable DecisionId after, int most) {
    return readable(() -> stores.decisions().list(after, most));
  }

  private void look(StoredDecision decision) {
    unnamed.put(decision.id(), Known.of(decision));
    check(decision);
  }

  private void check(StoredDecision decision) {
    String id = decision.id().value();
    if (!decision.intact()) {
      found(JournalFault.of(Kind.DECISION_CHANGED, id));
    }
    if (decision.isShell() && !aboutSomebodyErased(decision)) {
      found(JournalFault.of(Kind.DECISION_EMPTIED, id));
    }
    for (DossierPart.Reference reference : decision.parts()) {
      persons.add(reference.participant());
      if (!parts.has(reference)) {
        found(JournalFault.of(Kind.PART_MISSING, id));
      }
    }
  }

  private boolean aboutSomebodyErased(StoredDecision decision) {
    return decision.parts().stream().anyMatch(part -> erased(part.participant()))
        || readable(() -> ParticipantId.of(decision.subject())).filter(this::erased).isPresent();
  }

  private boolean erased(ParticipantId person) {
    return stores.erasures().find(person).isPresent();
  }

  private void followChain() {
    int most = PAGE;
    while (!chain.full()) {
      int rows = most;
      Optional<List<SealedEntry>> entries =
          readable(() -> stores.journal().sealed(chain.number(), rows));
      if (entries.isEmpty()) {
        if (most == 1) {
          chain.unreadable();
          most = PAGE;
        } else {
          most = most / 2;
        }
        continue;
      }
      entries
          .get()
          .forEach(
              entry -> {
                chain.next(entry);
                named(entry.entry());
              });
      if (entries.get().size() < most) {
        return;
      }
      most = PAGE;
    }
  }

  private void waiting() {
    String after = null;
    do {
      Page<JournalEntry> page = stores.journal().unsealed(after, PAGE);
      page.items().forEach(this::named);
      after = page.next();
    } while (after != null);
  }

  private void named(JournalEntry entry) {
    if (!entry.kind().equals(Recorder.DECIDED)) {
      return;
    }
    Optional<DecisionId> id = readable(() -> DecisionId.of(entry.subject()));
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
    Optional<Optional<StoredDecision>> decision = readable(() -> stores.decisions().find(id));
    if (decision.isEmpty()) {
      found(JournalFault.of(Kind.DECISION_CHANGED, id.value()));
      return null;
    }
    if (decision.get().isEmpty()) {
      found(JournalFault.of(Kind.DECISION_MISSING, id.value()));
      return null;
    }
    check(decision.get().get());
    return Known.of(decision.get().get());
  }

  private void history(ParticipantId person) {
    Optional<List<FactEntry>> history = readable(() -> stores.participants().history(person));
    // After the history: where the person is erased meanwhile, the parts show it.
    List<DossierPart> kept = parts.of(person);
    for (DossierPart part : kept) {
      if (part.erased()) {
        if (!erased(person)) {
          found(JournalFault.of(Kind.PART_EMPTIED, person.value()));
          return;
        }
      } else if (history.isEmpty() || !part.intact(history.get())) {
        found(JournalFault.of(Kind.PART_CHANGED, person.value()));
        return;
      }
    }
  }

  /** The parts of those persons whom decisions were made on lately. */
  private final class Parts {
    private static final int REMEMBERED = 10_000;

    private final Map<ParticipantId, Set<DossierPart.Reference>> known = new LinkedHashMap<>();

    boolean has(DossierPart.Reference reference) {
      Set<DossierPart.Reference> ofPerson = known.get(reference.participant());
      if (ofPerson == null || !ofPerson.contains(reference)) {
        // One may have been added since.
        ofPerson = read(reference.participant());
        if (known.size() == REMEMBERED) {
          known.remove(known.keySet().iterator().next());
        }
        known.put(reference.participant(), ofPerson);
      }
      return ofPerson.contains(reference);
    }

    private Set<DossierPart.Reference> read(ParticipantId person) {
      // By equality: the order of references leaves their digests out.
      return of(person).stream().map(DossierPart::reference).collect(Collectors.toSet());
    }

    List<DossierPart> of(ParticipantId person) {
      return readable(() -> stores.decisions().parts(person)).orElseGet(List::of);
    }
  }
}
