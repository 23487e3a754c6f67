package org.mentoring;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.KnownFact;
import org.mentoring.participant.Position;

/**
 * Whether an actor is a child's guardian. Decided here alone, and asked wherever somebody speaks
 * for a child: a capacity that is believed in one command and not in another protects nobody.
 *
 * <p>Whom a consent names as the guardian who gave it is the guardian, and where one is named,
 * nobody else is by word alone. Where none is named the capacity is believed, but not of whoever
 * mentors the child or was excluded by it, nor for those who are mentors themselves.
 */
final class Guardianship {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;

  Guardianship(Workplace workplace, Actor by, ActorStanding standing) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
  }

  /**
   * Whether a consent names the actor, in whichever capacity it acts; also one that ended: whose
   * guardian somebody was, it mostly still is.
   */
  boolean isNamed(ParticipantId child) {
    return givers(child).stream().anyMatch(standing::is);
  }

  /** Whether a guardian of a child is known by name. */
  boolean isAnyNamed(ParticipantId child) {
    return !givers(child).isEmpty();
  }

  /** Whether somebody is named as a guardian of a child. */
  boolean isNamed(ParticipantId child, ParticipantId guardian) {
    return givers(child).stream().anyMatch(each -> standing.same(each, guardian));
  }

  /** Whether the actor speaks for a child, in a capacity of guardians. */
  boolean speaksFor(ParticipantId child) {
    if (!OwnRecords.isGuardian(by.capacity())
        || !isKnown(child)
        || standing.is(child)
        || isMentorOf(child)) {
      return false;
    }
    List<ParticipantId> givers = givers(child);
    return givers.isEmpty() ? isBelieved(child) : givers.stream().anyMatch(standing::is);
  }

  private boolean isBelieved(ParticipantId child) {
    return facts(child)
        .noneMatch(
            fact ->
                (fact instanceof Fact.Exclusion excluded && standing.is(excluded.other()))
                    || (fact instanceof Fact.Application application
                        && application.position() == Position.MENTOR)
                    || (fact instanceof Fact.PositionHeld held
                        && held.position() == Position.MENTOR));
  }

  /** A mentor does not become the guardian of the child by saying so, nor by being called so. */
  private boolean isMentorOf(ParticipantId child) {
    return workplace.mentoring().registrations(child, workplace.now()).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .map(Particulars::withAllParties)
        .filter(each -> each.mentees().stream().anyMatch(one -> standing.same(one, child)))
        .flatMap(each -> each.mentors().stream())
        .anyMatch(standing::is);
  }

  private List<ParticipantId> givers(ParticipantId child) {
    return facts(child)
        .filter(Fact.Consent.class::isInstance)
        .map(Fact.Consent.class::cast)
        .filter(consent -> consent.by() == Fact.ConsentGiver.GUARDIAN)
        .map(Fact.Consent::giver)
        .filter(Objects::nonNull)
        .toList();
  }

  private Stream<Fact> facts(ParticipantId child) {
    return isKnown(child)
        ? workplace.mentoring().dossier(child, workplace.today(), workplace.now()).facts().stream()
            .map(KnownFact::fact)
        : Stream.empty();
  }

  private boolean isKnown(ParticipantId participant) {
    return workplace.stores().participants().find(participant).isPresent();
  }
}
