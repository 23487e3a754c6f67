package org.mentoring;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/**
 * Whether an actor is a child's guardian. Decided here alone, and asked wherever somebody speaks
 * for a child: a capacity that is believed in one command and not in another protects nobody.
 *
 * <p>Where a guardian was ever put on record, only those speak for the child who are on record
 * today: else whose guardianship ended would be believed again. Where none ever was, the capacity
 * is believed, but of nobody who is known as something else here or was excluded, and for no adult.
 * For reading within one command: what it has read it does not read again.
 */
final class Guardianship {
  /** What a guardian may be known as besides. */
  private static final Set<Position> BESIDES = Set.of(Position.GUARDIAN, Position.ALUMNUS);

  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final Map<ParticipantId, List<KnownFact>> known = new HashMap<>();

  Guardianship(Workplace workplace, Actor by, ActorStanding standing) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
  }

  /**
   * Whether the actor is, or was, a guardian on record or gave a guardian's consent by name, in
   * whichever capacity it acts. It bars, and gives nothing: whose guardian somebody was, it mostly
   * still stands by. An organisation's people are barred by nothing: else nobody of a children's
   * home could run its mentorships.
   */
  boolean wasEver(ParticipantId child) {
    return facts(child).stream()
        .map(KnownFact::fact)
        .anyMatch(
            fact ->
                (fact instanceof Fact.Guardian guardian && standing.is(guardian.guardian()))
                    || (fact instanceof Fact.Consent consent
                        && consent.by() == Fact.ConsentGiver.GUARDIAN
                        && consent.giver() != null
                        && standing.is(consent.giver())));
  }

  /** Whether somebody is on record as a guardian of a child on a day. */
  boolean isOnRecord(ParticipantId child, ParticipantId guardian, LocalDate on) {
    return onRecord(child, on).anyMatch(each -> standing.same(each, guardian));
  }

  /**
   * Whether the actor is on record as the child's guardian today, in whichever capacity it acts.
   */
  boolean isOnRecord(ParticipantId child) {
    return onRecord(child, workplace.today()).anyMatch(this::is) && !isBarred(child);
  }

  /** Whether the actor speaks for a child, in a capacity of guardians. */
  boolean speaksFor(ParticipantId child) {
    return OwnRecords.isGuardian(by.capacity())
        && isKnown(child)
        && !isBarred(child)
        && (wasAnyRecorded(child)
            ? onRecord(child, workplace.today()).anyMatch(this::is)
            : isBelieved() && mayBeAnybodys(child));
  }

  /**
   * Whether the actor speaks for a child in a mentorship. A capacity tells nothing of whose
   * guardian one is, so that in a group a word alone is not enough.
   */
  boolean speaksFor(ParticipantId child, Particulars mentorship) {
    return speaksFor(child) && (mentorship.mentees().size() <= 1 || isOnRecord(child));
  }

  /** Whether the actor speaks for a child of a mentorship. */
  boolean speaksForOneOf(Particulars mentorship) {
    return mentorship.mentees().stream().anyMatch(each -> speaksFor(each, mentorship));
  }

  /** Whether the actor speaks for all children of a mentorship. */
  boolean speaksForAllOf(Particulars mentorship) {
    return mentorship.mentees().stream().allMatch(each -> speaksFor(each, mentorship));
  }

  /** Whether a guardian is the actor, or the organisation that the actor acts for. */
  boolean is(ParticipantId guardian) {
    return standing.is(guardian)
        || (OwnRecords.isGuardian(by.capacity())
            && isOrganisation(guardian)
            && standing.same(ParticipantId.of(by.organisation()), guardian)
            && isBelieved());
  }

  /** A mentor does not become the child's guardian while it is that, by whatever record. */
  private boolean isBarred(ParticipantId child) {
    return standing.is(child)
        || isMentorOf(child)
        || excludes(child, ParticipantId.of(by.id()))
        || excludes(ParticipantId.of(by.id()), child);
  }

  /** By what is known of the actor itself: somebody else here is no child's guardian by word. */
  private boolean isBelieved() {
    ParticipantId self = ParticipantId.of(by.id());
    LocalDate today = workplace.today();
    return facts(self).stream()
            .filter(fact -> fact.validity().contains(today))
            .map(KnownFact::fact)
            .noneMatch(
                fact ->
                    (fact instanceof Fact.Application application
                            && !BESIDES.contains(application.position()))
                        || (fact instanceof Fact.PositionHeld held
                            && !BESIDES.contains(held.position())))
        && mentorships(self).noneMatch(each -> each.state().open());
  }

  /** By word alone nobody is the guardian of an adult, nor of a mentor. */
  private boolean mayBeAnybodys(ParticipantId child) {
    Dossier dossier = dossier(child);
    return !dossier.ofAge()
        && dossier
            .current(Fact.Application.class)
            .noneMatch(application -> application.position() == Position.MENTOR)
        && dossier
            .current(Fact.PositionHeld.class)
            .noneMatch(held -> held.position() == Position.MENTOR);
  }

  private boolean isMentorOf(ParticipantId child) {
    return mentorships(child)
        .filter(each -> each.state().open())
        .filter(each -> each.mentees().stream().anyMatch(one -> standing.same(one, child)))
        .flatMap(each -> each.mentors().stream())
        .anyMatch(standing::is);
  }

  private boolean excludes(ParticipantId who, ParticipantId other) {
    LocalDate today = workplace.today();
    return facts(who).stream()
        .filter(fact -> fact.validity().contains(today))
        .anyMatch(
            fact ->
                fact.fact() instanceof Fact.Exclusion exclusion
                    && standing.same(exclusion.other(), other));
  }

  private Stream<ParticipantId> onRecord(ParticipantId child, LocalDate on) {
    return facts(child).stream()
        .filter(fact -> fact.validity().contains(on))
        .map(KnownFact::fact)
        .filter(Fact.Guardian.class::isInstance)
        .map(fact -> ((Fact.Guardian) fact).guardian());
  }

  /** Also what was taken back: it tells that guardians are put on record here. */
  private boolean wasAnyRecorded(ParticipantId child) {
    return facts(child).stream().anyMatch(each -> each.fact() instanceof Fact.Guardian)
        || workplace.mentoring().registrations(child, workplace.now()).stream()
            .flatMap(each -> workplace.stores().participants().history(each).stream())
            .anyMatch(
                entry ->
                    entry instanceof FactEntry.Recorded recorded
                        && recorded.fact() instanceof Fact.Guardian);
  }

  private Stream<Particulars> mentorships(ParticipantId participant) {
    return isKnown(participant)
        ? workplace.mentoring().registrations(participant, workplace.now()).stream()
            .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        : Stream.empty();
  }

  private List<KnownFact> facts(ParticipantId participant) {
    List<KnownFact> facts = known.get(participant);
    if (facts == null) {
      facts = isKnown(participant) ? dossier(participant).facts() : List.of();
      known.put(participant, facts);
    }
    return facts;
  }

  private Dossier dossier(ParticipantId participant) {
    return workplace.mentoring().dossier(participant, workplace.today(), workplace.now());
  }

  private boolean isOrganisation(ParticipantId id) {
    return workplace
        .stores()
        .participants()
        .find(id)
        .filter(found -> found.kind() == ParticipantKind.ORGANISATION)
        .isPresent();
  }

  private boolean isKnown(ParticipantId participant) {
    return workplace.stores().participants().find(participant).isPresent();
  }
}
