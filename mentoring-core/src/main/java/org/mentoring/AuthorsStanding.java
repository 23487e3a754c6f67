package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;

/**
 * Whether what somebody recorded in an office was told by one who stands over a child, or did on
 * that day: what a centre has put on record for a child does not lapse when the child moves, and
 * who looked after it once tells nothing of it later.
 */
final class AuthorsStanding {
  private final Workplace workplace;
  private final Actor author;
  private final ParticipantId own;

  AuthorsStanding(Workplace workplace, Actor author) {
    this.workplace = workplace;
    this.author = author;
    this.own = ParticipantId.of(author.organisation());
  }

  /** Whether the author, who has no part in the child's mentorships, stands or stood over it. */
  boolean stoodOver(ParticipantId child, Instant recordedAt) {
    ActorStanding standing = new ActorStanding(workplace, author);
    return Offices.isOverChildren(author.capacity())
        && isKnown(child)
        && (new LookingAfter(workplace, author, standing).isNear(child)
            || wasNear(child, LocalDate.ofInstant(recordedAt, workplace.definition().zone())))
        && !standing.hasPart(child);
  }

  private boolean wasNear(ParticipantId child, LocalDate on) {
    SortedSet<ParticipantId> homes = homes(child, on);
    return homes.stream().anyMatch(home -> actedFor(home, on))
        || (homes.isEmpty() && broughtIn(child))
        || ((homes.isEmpty() || author.capacity().equals(Offices.COMMISSION))
            && wasOfTown(child, on));
  }

  private boolean broughtIn(ParticipantId child) {
    ActorStanding standing = new ActorStanding(workplace, author);
    return Offices.isStaffOfCentres(author.capacity())
        && new LookingAfter(workplace, author, standing).broughtIn(child);
  }

  private SortedSet<ParticipantId> homes(ParticipantId child, LocalDate on) {
    SortedSet<ParticipantId> homes = new TreeSet<>();
    Attachments.attached(dossier(child, on), Attachments.CENTRE).forEach(homes::add);
    workplace.mentoring().registrations(child, workplace.now()).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .filter(each -> each.stateOn(on).filter(MentorshipState::open).isPresent())
        .map(Particulars::centre)
        .filter(Objects::nonNull)
        .forEach(homes::add);
    return homes;
  }

  /** As its own, as a part of it, or by an agreement with it. */
  private boolean actedFor(ParticipantId home, LocalDate on) {
    ActorStanding standing = new ActorStanding(workplace, author);
    return standing.same(home, own)
        || (isKnown(own)
            && Attachments.attached(dossier(own, on), Attachments.CENTRE)
                .anyMatch(each -> standing.same(each, home)))
        || new OrganisationsOnRecord(workplace, standing)
            .hasAgreement(home, own, standing.mattersOfModels(), on);
  }

  private boolean wasOfTown(ParticipantId child, LocalDate on) {
    return dossier(child, on)
        .municipality()
        .filter(
            town ->
                new OrganisationsOnRecord(workplace, new ActorStanding(workplace, author))
                    .towns(own, on, List.of(own))
                    .equals(new TreeSet<>(Set.of(town))))
        .isPresent();
  }

  private Dossier dossier(ParticipantId id, LocalDate on) {
    return workplace.mentoring().dossier(id, on, workplace.now());
  }

  private boolean isKnown(ParticipantId id) {
    return workplace.stores().participants().find(id).isPresent();
  }
}
