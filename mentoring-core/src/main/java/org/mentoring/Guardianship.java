package org.mentoring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Fact.ConsentGiver;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.ParticipantKind;
import org.mentoring.participant.Position;

/**
 * Whether an actor is a child's guardian. Decided here alone, and asked wherever somebody speaks
 * for a child: a capacity that is believed in one command and not in another protects nobody.
 *
 * <p>Where a guardian was ever put on record, only those speak for the child who are on record
 * today: else whose guardianship ended would be believed again. Where none ever was, the capacity
 * is believed, but only for whom the record tells to be a child here, and of nobody who is known as
 * something else here, ever mentored the child or was excluded.
 */
final class Guardianship {
  /** What a guardian may be known as besides. */
  private static final Set<Position> BESIDES = Set.of(Position.GUARDIAN, Position.ALUMNUS);

  /** As what nobody speaks for an organisation: its staff hold other positions there. */
  private static final Set<Position> PAIRED = Set.of(Position.MENTOR, Position.MENTEE);

  /** Who may be a child, or be looked after as one. */
  private static final Set<ParticipantKind> LOOKED_AFTER =
      Set.of(ParticipantKind.PERSON, ParticipantKind.FAMILY);

  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final GuardiansOnRecord record;

  Guardianship(Workplace workplace, Actor by, ActorStanding standing) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.record = new GuardiansOnRecord(workplace);
  }

  /**
   * Whether the actor is, or was, a guardian on record or gave a guardian's consent by name, in
   * whichever capacity it acts. It bars, and gives nothing: whose guardian somebody was, it mostly
   * still stands by. An organisation's people are barred by nothing: else nobody of a children's
   * home could run its mentorships.
   */
  boolean wasEver(ParticipantId child) {
    return record.facts(child).stream()
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
    return record.of(child, on).anyMatch(each -> record.same(child, each, guardian));
  }

  /**
   * Whether the actor is on record as the child's guardian today and is not kept from it, in
   * whichever capacity it acts.
   */
  boolean isOnRecord(ParticipantId child) {
    return !isNever(child)
        && record
            .of(child, workplace.today())
            .anyMatch(
                guardian ->
                    (isItself(child, guardian) && !record.keepsApart(child, self()))
                        || (isOfIts(child, guardian)
                            && !record.keepsApart(child, self())
                            && !record.keepsApart(child, guardian)));
  }

  /**
   * Whether the actor is on record as the child's guardian today, in a capacity of guardians, also
   * if it is kept from the child: as long as nobody ended it, it may keep harm away.
   */
  boolean protects(ParticipantId child) {
    return OwnRecords.isGuardian(by.capacity())
        && !isNever(child)
        && record.of(child, workplace.today()).anyMatch(guardian -> is(child, guardian));
  }

  /** Whether the actor may keep harm away from all children of a mentorship. */
  boolean protectsAllOf(Particulars mentorship) {
    return isOfSide(mentorship, this::protects);
  }

  /** Whether the actor speaks for a child, in a capacity of guardians. */
  boolean speaksFor(ParticipantId child) {
    return OwnRecords.isGuardian(by.capacity())
        && (isOnRecord(child)
            || (!record.wasAny(child, workplace.today()) && isBelievedFor(child)));
  }

  /**
   * Whether the actor speaks for a child in a mentorship. A capacity tells nothing of whose
   * guardian one is, so that in a group a word alone is not enough, nor for a child in the mentor's
   * seat.
   */
  boolean speaksFor(ParticipantId child, Particulars mentorship) {
    return isAmong(mentorship.mentors(), child)
        ? isMinor(child) && speaksFor(child) && isOnRecord(child)
        : speaksFor(child) && (mentorship.mentees().size() <= 1 || isOnRecord(child));
  }

  /** Whether the actor speaks for a mentee of a mentorship. */
  boolean speaksForMenteeOf(Particulars mentorship) {
    return mentorship.mentees().stream().anyMatch(each -> speaksFor(each, mentorship));
  }

  /** Whether the actor speaks for a child of a mentorship, in whichever seat. */
  boolean speaksForOneOf(Particulars mentorship) {
    return speaksForMenteeOf(mentorship)
        || mentorship.mentors().stream().anyMatch(each -> speaksFor(each, mentorship));
  }

  /** Whether the actor speaks for all children on a side of a mentorship. */
  boolean speaksForAllOf(Particulars mentorship) {
    return isOfSide(mentorship, each -> speaksFor(each, mentorship));
  }

  private boolean isOfSide(Particulars mentorship, Predicate<ParticipantId> theirs) {
    return mentorship.mentees().stream().allMatch(theirs)
        || mentorship.mentors().stream().allMatch(each -> isMinor(each) && theirs.test(each));
  }

  /** Whether the actor gives a guardian's consent for a child: in a group not by word alone. */
  boolean consentsFor(ParticipantId child) {
    return speaksFor(child) && (isOnRecord(child) || !isInGroup(child));
  }

  /**
   * Whether the actor takes back a consent that it gave itself by word, whatever it became since,
   * where no guardian is on record.
   */
  boolean takesBackOwn(ParticipantId child, FactId consent, Fact.Consent given) {
    return OwnRecords.isGuardian(by.capacity())
        && given.by() == ConsentGiver.GUARDIAN
        && (given.giver() == null
            ? record
                .author(child, consent)
                .filter(author -> OwnRecords.isGuardian(author.capacity()))
                .filter(author -> record.same(child, ParticipantId.of(author.id()), self()))
                .isPresent()
            : is(child, given.giver()))
        && !isNever(child)
        && !isOfAge(child)
        && !record.wasAny(child, workplace.today());
  }

  /** Whether a child's guardian is the actor, or the organisation that the actor acts for. */
  boolean is(ParticipantId child, ParticipantId guardian) {
    return isItself(child, guardian) || isOfIts(child, guardian);
  }

  private boolean isItself(ParticipantId child, ParticipantId guardian) {
    return record.same(child, guardian, self());
  }

  private boolean isOfIts(ParticipantId child, ParticipantId guardian) {
    return OwnRecords.isGuardian(by.capacity())
        && isOfKind(guardian, ParticipantKind.ORGANISATION)
        && record.same(child, guardian, organisation())
        && !isKnownAs(PAIRED::contains)
        && !mentorsChild(child, organisation());
  }

  /**
   * Whether somebody of whom nothing is on record comes with the actor's word: somebody has to tell
   * first that it wants to be a mentee, and that may be the family.
   */
  boolean brings(ParticipantId child, Fact fact) {
    boolean comes =
        fact instanceof Fact.Referral
            || (fact instanceof Fact.Application application
                && application.position() == Position.MENTEE);
    return comes
        && OwnRecords.isGuardian(by.capacity())
        && LOOKED_AFTER.stream().anyMatch(kind -> isOfKind(child, kind))
        && record.isEmpty(child)
        && isBelieved(child);
  }

  /** Whether somebody is known to be of age. */
  boolean isOfAge(ParticipantId participant) {
    return record.dossier(participant).filter(Dossier::ofAge).isPresent();
  }

  /** Whether the age of somebody is known, and it is a child. */
  boolean isMinor(ParticipantId participant) {
    return record
        .dossier(participant)
        .filter(known -> known.birthDate().isPresent() && !known.ofAge())
        .isPresent();
  }

  /** A mentor does not become the child's guardian while it is that, by whatever record. */
  private boolean isNever(ParticipantId child) {
    return standing.is(child) || openMentorships(child).anyMatch(each -> mentors(child, each));
  }

  private boolean mentors(ParticipantId child, Particulars mentorship) {
    return isAmong(mentorship.mentees(), child)
        && mentorship.mentors().stream().anyMatch(standing::is);
  }

  /** Whether an organisation mentors a child. */
  private boolean mentorsChild(ParticipantId child, ParticipantId organisation) {
    return openMentorships(child)
        .filter(each -> isAmong(each.mentees(), child))
        .anyMatch(each -> isAmong(each.mentors(), organisation));
  }

  private boolean isBelievedFor(ParticipantId child) {
    return isBelieved(child)
        && mayBeAnybodys(child)
        && record
            .lastNamed(child)
            .filter(named -> !standing.same(named, child))
            .map(named -> is(child, named))
            .orElse(true);
  }

  /** By what is known of the actor: somebody else here is no child's guardian by word. */
  private boolean isBelieved(ParticipantId child) {
    return !standing.is(child)
        && !isKnownAs(position -> !BESIDES.contains(position))
        && record.mentorships(child).stream()
            .map(Particulars::withAllParties)
            .filter(each -> isAmong(each.mentees(), child))
            .noneMatch(
                each ->
                    each.mentors().stream().anyMatch(standing::is)
                        || isAmong(each.mentors(), organisation()))
        && Stream.of(self(), organisation())
            .noneMatch(each -> record.excludes(child, each) || record.excludes(each, child));
  }

  private boolean isKnownAs(Predicate<Position> barring) {
    LocalDate today = workplace.today();
    return record.facts(self()).stream()
            .filter(known -> known.validity().contains(today))
            .map(KnownFact::fact)
            .flatMap(fact -> position(fact).stream())
            .anyMatch(barring)
        || openMentorships(self()).findAny().isPresent();
  }

  /** By word alone nobody is the guardian of whom nothing tells that it is a child here. */
  private boolean mayBeAnybodys(ParticipantId child) {
    Dossier dossier = record.dossier(child).orElse(null);
    if (dossier == null || !LOOKED_AFTER.contains(dossier.kind()) || dossier.ofAge()) {
      return false;
    }
    LocalDate today = workplace.today();
    boolean mentor =
        dossier.facts().stream()
            .filter(known -> known.validity().contains(today))
            .anyMatch(known -> position(known.fact()).filter(Position.MENTOR::equals).isPresent());
    return dossier.birthDate().isPresent() || (!mentor && wasMentee(dossier));
  }

  private boolean wasMentee(Dossier dossier) {
    return dossier.facts().stream()
            .map(KnownFact::fact)
            .anyMatch(
                fact ->
                    fact instanceof Fact.Referral
                        || position(fact).filter(Position.MENTEE::equals).isPresent())
        || record.mentorships(dossier.participant()).stream()
            .anyMatch(each -> isAmong(each.withAllParties().mentees(), dossier.participant()));
  }

  private static Optional<Position> position(Fact fact) {
    if (fact instanceof Fact.Application application) {
      return Optional.of(application.position());
    }
    return fact instanceof Fact.PositionHeld held ? Optional.of(held.position()) : Optional.empty();
  }

  private boolean isInGroup(ParticipantId child) {
    return openMentorships(child)
        .anyMatch(each -> each.mentees().size() > 1 && isAmong(each.mentees(), child));
  }

  private boolean isAmong(Set<ParticipantId> people, ParticipantId one) {
    return people.stream().anyMatch(each -> standing.same(each, one));
  }

  private Stream<Particulars> openMentorships(ParticipantId participant) {
    return record.mentorships(participant).stream().filter(each -> each.state().open());
  }

  private ParticipantId self() {
    return ParticipantId.of(by.id());
  }

  private ParticipantId organisation() {
    return ParticipantId.of(by.organisation());
  }

  private boolean isOfKind(ParticipantId id, ParticipantKind kind) {
    return workplace
        .stores()
        .participants()
        .find(id)
        .filter(found -> found.kind() == kind)
        .isPresent();
  }
}
