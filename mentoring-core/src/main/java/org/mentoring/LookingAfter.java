package org.mentoring;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.FactEntry;

/**
 * Who looks after somebody, and whether the actor is of those. The centres that somebody is
 * attached to or is in a mentorship of; between two pairs and after the last one the centre that
 * ran that; before the first the centres of its town, or the one whose staff brought it in: so that
 * a child is at no time anybody's.
 */
final class LookingAfter {
  private static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");

  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final ParticipantId own;

  LookingAfter(Workplace workplace, Actor by, ActorStanding standing) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.own = ParticipantId.of(by.organisation());
  }

  /** The centres that look after somebody now; a centre is its own. */
  SortedSet<ParticipantId> now(ParticipantId about) {
    SortedSet<ParticipantId> homes = new TreeSet<>();
    if (standing.isCentre(about)) {
      homes.add(about);
    }
    homes.addAll(
        new Attachments(workplace.mentoring())
            .centresOf(about, workplace.today(), workplace.now()));
    mentorships(about).stream()
        .filter(each -> each.state().open() || each.state() == MentorshipState.IN_FOLLOW_UP)
        .map(Particulars::centre)
        .filter(Objects::nonNull)
        .forEach(homes::add);
    return homes;
  }

  /** The same, or the centre of what ended last. */
  SortedSet<ParticipantId> nowOrLast(ParticipantId about) {
    SortedSet<ParticipantId> homes = now(about);
    if (homes.isEmpty()) {
      mentorships(about).stream()
          .map(Particulars::closure)
          .filter(Objects::nonNull)
          .map(Closure::on)
          .max(Comparator.naturalOrder())
          .ifPresent(
              last ->
                  mentorships(about).stream()
                      .filter(each -> each.closure() != null && each.closure().on().equals(last))
                      .map(Particulars::centre)
                      .filter(Objects::nonNull)
                      .forEach(homes::add));
    }
    return homes;
  }

  /** Whether the actor is of the staff of a centre, and others look after somebody. */
  boolean isElsewhere(SortedSet<ParticipantId> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(standing::isOfOtherCentre);
  }

  /** The same of somebody; whom no centre looks after is of the one whose staff brought it in. */
  boolean isLookedAfterElsewhere(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return homes.isEmpty()
        ? broughtInBy(entries(about)).filter(standing::isOfOtherCentre).isPresent()
        : isElsewhere(homes);
  }

  /** Whether the organisation's municipality is none of those of somebody and of its centres. */
  boolean isOfOtherMunicipality(ParticipantId about, SortedSet<ParticipantId> homes) {
    SortedSet<ParticipantId> places = new TreeSet<>(homes);
    places.add(about);
    return new IncidentReading(workplace).ofOtherMunicipality(by, places);
  }

  /** Neither is somebody looked after by others, nor at home in others' towns. */
  boolean isNear(ParticipantId about) {
    return !isOfOthers(about) && (!nowOrLast(about).isEmpty() || isNearToNobodys(about));
  }

  /** Whether somebody is looked after by others, or at home in others' towns. */
  boolean isOfOthers(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return isElsewhere(homes) || isOfOtherMunicipality(about, homes);
  }

  /** Of whom no centre ever looked after. */
  private boolean isNearToNobodys(ParticipantId about) {
    return isOperator()
        || isOfItsTown(about)
        || (ActorStanding.isStaffOfCentres(by.capacity())
            ? broughtInBy(entries(about)).filter(standing::isOfOtherCentre).isEmpty()
            : !by.capacity().equals(FactRights.COMMISSION)
                || isKnown(own)
                || municipalities(about).isEmpty());
  }

  /**
   * Whether somebody of whom no centre ever looked after was brought in by the actor's organisation
   * or is of its town: to take all that is known of it away asks for more than that no other one
   * brought it in.
   */
  boolean isOwn(ParticipantId about) {
    List<FactEntry> entries = entries(about);
    return isOperator()
        || isOfItsTown(about)
        || (entries.isEmpty() && (isKnown(own) || wasErased(about)))
        || broughtInBy(entries).filter(first -> !standing.isOfOtherCentre(first)).isPresent();
  }

  /**
   * Whether nobody looks after somebody, and only the actor's organisation told something of it.
   */
  boolean isKnownToNoOther(ParticipantId about) {
    return nowOrLast(about).isEmpty()
        && entries(about).stream().allMatch(each -> each.by().organisation().equals(own.value()));
  }

  private boolean isOperator() {
    return by.capacity().equals(OPERATOR);
  }

  /** That they are the same is asked apart. */
  private boolean isOfItsTown(ParticipantId about) {
    return !municipalities(own).isEmpty()
        && !municipalities(about).isEmpty()
        && !new IncidentReading(workplace).ofOtherMunicipality(by, new TreeSet<>(List.of(about)));
  }

  private SortedSet<String> municipalities(ParticipantId id) {
    return new TreeSet<>(new IncidentReading(workplace).municipalities(id));
  }

  /** What is left of it nobody brought in. */
  private boolean wasErased(ParticipantId about) {
    return workplace.stores().erasures().find(about).isPresent();
  }

  private boolean isKnown(ParticipantId id) {
    return workplace.stores().participants().find(id).isPresent();
  }

  /** The organisation whose staff was the first to put something on record. */
  private static Optional<ParticipantId> broughtInBy(List<FactEntry> entries) {
    return entries.stream()
        .filter(each -> ActorStanding.isStaffOfCentres(each.by().capacity()))
        .min(Comparator.comparing(FactEntry::recordedAt))
        .map(each -> ParticipantId.of(each.by().organisation()));
  }

  private List<FactEntry> entries(ParticipantId about) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().participants().history(each).stream())
        .toList();
  }

  List<Particulars> mentorships(ParticipantId about) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .distinct()
        .toList();
  }
}
