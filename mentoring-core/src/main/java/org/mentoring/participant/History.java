package org.mentoring.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.time.Validity;

/**
 * A participant's history with those of its duplicates, read with what was known at an instant.
 * Immutable and thread-safe.
 */
public final class History {
  private final ParticipantId participant;
  private final List<FactEntry> entries;

  private History(ParticipantId participant, List<FactEntry> entries) {
    this.participant = participant;
    this.entries = List.copyOf(entries);
  }

  /**
   * The history as it was known at an instant.
   *
   * @param participant whose
   * @param knownAt what became known later is left out; duplicates merged later are left out too
   * @param entriesOf gives the entries of a participant in their order
   */
  public static History of(
      ParticipantId participant,
      Instant knownAt,
      Function<ParticipantId, List<FactEntry>> entriesOf) {
    List<FactEntry> known = new ArrayList<>();
    SortedSet<ParticipantId> open = new TreeSet<>();
    Set<ParticipantId> seen = new HashSet<>();
    open.add(participant);
    while (!open.isEmpty()) {
      ParticipantId next = open.first();
      open.remove(next);
      if (!seen.add(next)) {
        continue;
      }
      for (FactEntry entry : entriesOf.apply(next)) {
        if (!entry.recordedAt().isAfter(knownAt)) {
          known.add(entry);
          if (entry instanceof FactEntry.Merged merged) {
            open.add(merged.duplicate());
          }
        }
      }
    }
    return new History(participant, known);
  }

  /** The duplicates that count here. */
  public SortedSet<ParticipantId> duplicates() {
    SortedSet<ParticipantId> duplicates = new TreeSet<>();
    for (FactEntry entry : entries) {
      if (entry instanceof FactEntry.Merged merged) {
        duplicates.add(merged.duplicate());
      }
    }
    return duplicates;
  }

  /**
   * The facts that are neither corrected nor retracted, by id. What two registrations of one
   * participant say alike counts once, and a withdrawal follows its consent when that is corrected.
   */
  public List<KnownFact> facts() {
    Set<FactId> gone = superseded();
    List<KnownFact> facts = new ArrayList<>();
    Map<Said, ParticipantId> said = new HashMap<>();
    for (FactEntry entry : entries) {
      if (entry instanceof FactEntry.Recorded recorded && !gone.contains(recorded.id())) {
        ParticipantId first =
            said.putIfAbsent(new Said(recorded.fact(), recorded.validity()), recorded.about());
        if (first == null || first.equals(recorded.about())) {
          facts.add(
              new KnownFact(
                  recorded.id(),
                  current(recorded.fact()),
                  recorded.validity(),
                  recorded.recordedAt()));
        }
      }
    }
    facts.sort(null);
    return facts;
  }

  /**
   * The fact that stands in the place of another after all corrections; the same one if it was
   * never corrected.
   */
  public FactId successor(FactId fact) {
    Map<FactId, FactId> corrections = new HashMap<>();
    for (FactEntry entry : entries) {
      if (entry instanceof FactEntry.Recorded recorded) {
        FactId corrected = recorded.corrects();
        if (corrected != null) {
          corrections.put(corrected, recorded.id());
        }
      }
    }
    FactId last = fact;
    FactId next = corrections.get(last);
    while (next != null) {
      last = next;
      next = corrections.get(last);
    }
    return last;
  }

  private Fact current(Fact fact) {
    return fact instanceof Fact.ConsentWithdrawal withdrawal
        ? new Fact.ConsentWithdrawal(successor(withdrawal.consent()))
        : fact;
  }

  /** Whether a fact was corrected or retracted. */
  public boolean isSuperseded(FactId fact) {
    return superseded().contains(fact);
  }

  /** The snapshot that a decision about a day is made on. */
  public Dossier dossier(ParticipantKind kind, LocalDate asOf, Instant knownAt) {
    return new Dossier(participant, kind, facts(), asOf, knownAt);
  }

  private Set<FactId> superseded() {
    Set<FactId> gone = new HashSet<>();
    for (FactEntry entry : entries) {
      if (entry instanceof FactEntry.Recorded recorded) {
        FactId corrected = recorded.corrects();
        if (corrected != null) {
          gone.add(corrected);
        }
      } else if (entry instanceof FactEntry.Retracted retracted) {
        gone.add(retracted.fact());
      }
    }
    return gone;
  }

  private record Said(Fact fact, Validity validity) {}
}
