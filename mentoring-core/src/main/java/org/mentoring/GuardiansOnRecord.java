package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;

/**
 * What the record tells of a child's guardians, and of whom the child is kept from: it counts only
 * as far as it was told by those who stand over the child. For reading within one command: what it
 * has read it does not read again.
 */
final class GuardiansOnRecord {
  private final Workplace workplace;
  private final Map<ParticipantId, Dossier> dossiers = new HashMap<>();
  private final Map<ParticipantId, List<FactEntry>> entries = new HashMap<>();

  GuardiansOnRecord(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Who is on record as a guardian of a child on a day, by the ids that were named. Whoever was it
   * of a child is it no longer of the adult; what is recorded from then on, as by a court's
   * decision, is another matter.
   */
  Stream<ParticipantId> of(ParticipantId child, LocalDate on) {
    boolean ofAge = isOfAge(child, on);
    return facts(child).stream()
        .filter(known -> known.fact() instanceof Fact.Guardian)
        .filter(known -> known.validity().contains(on))
        .filter(known -> !ofAge || isOfAge(child, known.validity().from()))
        .map(known -> guardian(child, known));
  }

  /** As it was named: a dossier tells whom it was merged into, whoever merged it. */
  private ParticipantId guardian(ParticipantId child, KnownFact known) {
    return recorded(child, known.id())
        .map(FactEntry.Recorded::fact)
        .filter(Fact.Guardian.class::isInstance)
        .map(fact -> ((Fact.Guardian) fact).guardian())
        .orElseGet(() -> ((Fact.Guardian) known.fact()).guardian());
  }

  /**
   * Whether one was on record by a day, also one that was taken back since: it tells that guardians
   * are put on record here. What was put right since never was.
   */
  boolean wasAny(ParticipantId child, LocalDate by) {
    List<FactEntry> all = entries(child);
    SortedSet<FactId> corrected = new TreeSet<>();
    for (FactEntry entry : all) {
      if (entry instanceof FactEntry.Recorded recorded && recorded.corrects() != null) {
        corrected.add(recorded.corrects());
      }
    }
    return all.stream()
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .anyMatch(
            recorded ->
                recorded.fact() instanceof Fact.Guardian
                    && !corrected.contains(recorded.id())
                    && !recorded.validity().from().isAfter(by));
  }

  /** Whom the last consent names as the guardian who gave it. */
  Optional<ParticipantId> lastNamed(ParticipantId child) {
    return facts(child).stream()
        .filter(
            known ->
                known.fact() instanceof Fact.Consent consent
                    && consent.by() == ConsentGiver.GUARDIAN
                    && consent.giver() != null)
        .max(
            Comparator.comparing((KnownFact known) -> known.validity().from())
                .thenComparing(KnownFact::recordedAt)
                .thenComparing(KnownFact::id))
        .map(known -> ((Fact.Consent) known.fact()).giver());
  }

  /** Whether nothing was ever recorded of somebody. */
  boolean isEmpty(ParticipantId participant) {
    return entries(participant).isEmpty() && mentorships(participant).isEmpty();
  }

  /** Who recorded a fact. */
  Optional<Actor> author(ParticipantId about, FactId fact) {
    return recorded(about, fact).map(FactEntry.Recorded::by);
  }

  /**
   * Whether two registrations are of the same one for a child: as far as those say who stand over
   * it, for a merge makes guardians.
   */
  boolean same(ParticipantId child, ParticipantId one, ParticipantId other) {
    if (one.equals(other) || !isSame(one, other)) {
      return one.equals(other);
    }
    List<FactEntry.Merged> merges =
        entries(one).stream()
            .filter(FactEntry.Merged.class::isInstance)
            .map(FactEntry.Merged.class::cast)
            .filter(merged -> stoodOver(merged, child))
            .toList();
    SortedSet<ParticipantId> reached = new TreeSet<>(Set.of(one));
    boolean further = true;
    while (further && !reached.contains(other)) {
      further = false;
      for (FactEntry.Merged merged : merges) {
        if (reached.contains(merged.about()) || reached.contains(merged.duplicate())) {
          further |= reached.addAll(List.of(merged.about(), merged.duplicate()));
        }
      }
    }
    return reached.contains(other);
  }

  /**
   * Whether somebody is kept from a child by what was recorded of either of them by who stands over
   * the child, by the child or by whom it keeps away: nobody else silences a guardian.
   */
  boolean keepsApart(ParticipantId child, ParticipantId guardian) {
    return exclusions(child, guardian)
            .flatMap(known -> recorded(child, known.id()).stream())
            .anyMatch(
                entry ->
                    isOneself(child, child, entry.by())
                        || isOneself(child, guardian, entry.by())
                        || stoodOver(entry, child))
        || exclusions(guardian, child)
            .flatMap(known -> recorded(guardian, known.id()).stream())
            .anyMatch(entry -> isOneself(child, guardian, entry.by()) || stoodOver(entry, child));
  }

  /** Whether one excludes the other, whoever recorded it. */
  boolean excludes(ParticipantId who, ParticipantId other) {
    return exclusions(who, other).findAny().isPresent();
  }

  private Stream<KnownFact> exclusions(ParticipantId who, ParticipantId other) {
    LocalDate today = workplace.today();
    return facts(who).stream()
        .filter(known -> known.validity().contains(today))
        .filter(
            known ->
                known.fact() instanceof Fact.Exclusion exclusion
                    && isSame(exclusion.other(), other));
  }

  private boolean isOneself(ParticipantId child, ParticipantId participant, Actor author) {
    return OwnRecords.isParty(author.capacity())
        && !(OwnRecords.isGuardian(author.capacity()) && participant.equals(child))
        && same(child, participant, ParticipantId.of(author.id()));
  }

  private boolean stoodOver(FactEntry entry, ParticipantId child) {
    return new AuthorsStanding(workplace, entry.by()).stoodOver(child, entry.recordedAt());
  }

  private boolean isSame(ParticipantId one, ParticipantId other) {
    return one.equals(other)
        || (isKnown(one)
            && isKnown(other)
            && workplace.mentoring().keeper(one).equals(workplace.mentoring().keeper(other)));
  }

  private boolean isOfAge(ParticipantId child, LocalDate on) {
    return dossier(child)
        .map(
            known ->
                new Dossier(known.participant(), known.kind(), known.facts(), on, known.knownAt())
                    .ofAge())
        .orElse(false);
  }

  /** All mentorships of somebody, under whichever registration. */
  List<Particulars> mentorships(ParticipantId participant) {
    return registrations(participant)
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .distinct()
        .toList();
  }

  /** What is on record of somebody by today, also what has ended; nothing of who is unknown. */
  List<KnownFact> facts(ParticipantId participant) {
    return dossier(participant).map(Dossier::facts).orElse(List.of());
  }

  /** What is on record of somebody by today; empty of who is unknown. */
  Optional<Dossier> dossier(ParticipantId participant) {
    Dossier dossier = dossiers.get(participant);
    if (dossier == null && isKnown(participant)) {
      dossier = workplace.mentoring().dossier(participant, workplace.today(), workplace.now());
      dossiers.put(participant, dossier);
    }
    return Optional.ofNullable(dossier);
  }

  private Optional<FactEntry.Recorded> recorded(ParticipantId about, FactId fact) {
    return entries(about).stream()
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .filter(each -> each.id().equals(fact))
        .findFirst();
  }

  private List<FactEntry> entries(ParticipantId participant) {
    return entries.computeIfAbsent(
        participant,
        id ->
            registrations(id)
                .flatMap(each -> workplace.stores().participants().history(each).stream())
                .toList());
  }

  private Stream<ParticipantId> registrations(ParticipantId participant) {
    return isKnown(participant)
        ? workplace.mentoring().registrations(participant, workplace.now()).stream()
        : Stream.empty();
  }

  private boolean isKnown(ParticipantId participant) {
    return workplace.stores().participants().find(participant).isPresent();
  }
}
