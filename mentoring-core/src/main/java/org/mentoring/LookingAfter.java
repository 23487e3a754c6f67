package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;

/**
 * Who looks after somebody, and whether the actor is of those. The centres that somebody is
 * attached to or is in a mentorship of; between two pairs and after the last one the centre that
 * ran that; before the first the centres of its town, and the one whose staff brought it in; only
 * where there are none whoever takes it up first. Where an organisation is at home others tell:
 * what it tells of itself gives it no say over anybody.
 */
final class LookingAfter {
  static final Code OPERATOR = Code.of("REGIONAL_OPERATOR");

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
      homes.addAll(last(mentorships(about)));
    }
    return homes;
  }

  /** The centres of what ended last. */
  static SortedSet<ParticipantId> last(List<Particulars> mentorships) {
    LocalDate last =
        mentorships.stream()
            .map(Particulars::closure)
            .filter(Objects::nonNull)
            .map(Closure::on)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return mentorships.stream()
        .filter(each -> each.closure() != null && each.closure().on().equals(last))
        .map(Particulars::centre)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the actor is of the staff of a centre, and others look after somebody. */
  boolean isElsewhere(SortedSet<ParticipantId> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(standing::isOfOtherCentre);
  }

  /**
   * The same of somebody; whom no centre looks after is of those who are near to it, as for all
   * that is told of it.
   */
  boolean isLookedAfterElsewhere(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return homes.isEmpty() ? actsForCentre() && !isNear(about) : isElsewhere(homes);
  }

  private boolean actsForCentre() {
    return ActorStanding.isStaffOfCentres(by.capacity())
        || (!by.capacity().equals(FactRights.COMMISSION) && standing.isCentre(own));
  }

  /**
   * The same, but whom no centre looks after is of the one whose staff brought it in: where it
   * lives does not matter to who takes it.
   */
  boolean isTakenElsewhere(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return homes.isEmpty()
        ? first(entries(about), LookingAfter::bringsIn)
            .map(each -> ParticipantId.of(each.by().organisation()))
            .filter(standing::isOfOtherCentre)
            .filter(first -> !hasAgreedWith(first))
            .isPresent()
        : isElsewhere(homes);
  }

  /** Staff takes somebody in by an application, as its own, or by what admits; not by a remark. */
  private static boolean bringsIn(FactEntry entry) {
    return isOfStaff(entry)
        && entry instanceof FactEntry.Recorded recorded
        && (recorded.fact() instanceof Fact.Application
            || recorded.fact() instanceof Fact.AttachedTo
            || OwnRecords.attests(recorded.fact(), false));
  }

  private boolean hasAgreedWith(ParticipantId other) {
    return new OrganisationsOnRecord(workplace, standing)
        .hasAgreement(own, other, standing.mattersOfModels(), workplace.today());
  }

  /**
   * Whether the organisation's municipality is none of those of somebody and of its centres. A
   * commission of which nobody else has put anything on record, where centres are, is of no
   * municipality; the operator is of all.
   */
  boolean isOfOtherMunicipality(ParticipantId about, SortedSet<ParticipantId> homes) {
    if (isOperator()) {
      return false;
    }
    SortedSet<String> places = towns(about);
    // What the actor's own people tell of another centre brings no child any nearer to them.
    homes.forEach(
        each ->
            places.addAll(standing.same(own, each) ? towns(each) : vouched(each, List.of(own))));
    if (by.capacity().equals(FactRights.COMMISSION) && !isTold(own)) {
      return !places.isEmpty() || homes.stream().anyMatch(this::isKnown);
    }
    SortedSet<String> towns = towns(own);
    // Of two towns it is not known which is its own: that makes it one of neither.
    return !towns.isEmpty()
        && !places.isEmpty()
        && (towns.size() > 1 || !places.containsAll(towns));
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
    if (isOperator() || isOfItsTown(about) || by.capacity().equals(FactRights.COMMISSION)) {
      return true;
    }
    List<FactEntry> entries = entries(about);
    FactEntry first = first(entries, LookingAfter::isOfStaff).orElse(null);
    // Whoever tells something of a child that is known to be at home elsewhere did not bring it in.
    if (isAfterTown(entries, first) && hasCentreInItsTown(about)) {
      return false;
    }
    return first == null || isOwnOrStoodInFor(ParticipantId.of(first.by().organisation()));
  }

  private static boolean isAfterTown(List<FactEntry> entries, @Nullable FactEntry first) {
    return first(entries, LookingAfter::isOfTown)
        .filter(town -> first == null || town.recordedAt().isBefore(first.recordedAt()))
        .isPresent();
  }

  /**
   * Whether the staff of the actor's centre was the first to put something on record of a child.
   */
  boolean broughtIn(ParticipantId about) {
    List<FactEntry> entries = entries(about);
    return first(entries, LookingAfter::isOfStaff)
        .filter(first -> !isAfterTown(entries, first))
        .filter(first -> standing.same(own, ParticipantId.of(first.by().organisation())))
        .isPresent();
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
        || first(entries, each -> isOfStaff(each) || each.by().capacity().equals(OPERATOR))
            .filter(LookingAfter::isOfStaff)
            .map(each -> ParticipantId.of(each.by().organisation()))
            .filter(this::isOwnOrStoodInFor)
            .isPresent();
  }

  /** Whether the actor is of an organisation's own people, or the operator who stands over it. */
  boolean isOverOrganisation(ParticipantId organisation) {
    return isOperator() || standing.same(own, organisation);
  }

  /**
   * Whether nobody looks after somebody, and only the actor's organisation told something of it.
   */
  boolean isKnownToNoOther(ParticipantId about) {
    return nowOrLast(about).isEmpty()
        && entries(about).stream().allMatch(each -> each.by().organisation().equals(own.value()));
  }

  boolean isOperator() {
    return by.capacity().equals(OPERATOR);
  }

  /** Whether others than its own people have put something on record of an organisation. */
  boolean isTold(ParticipantId organisation) {
    return isKnown(organisation)
        && entries(organisation).stream()
            .map(FactEntry::by)
            .anyMatch(
                author ->
                    !standing.isBy(author)
                        && !standing.same(organisation, ParticipantId.of(author.organisation())));
  }

  private boolean isOwnOrStoodInFor(ParticipantId first) {
    return standing.same(own, first)
        || (ActorStanding.isStaffOfCentres(by.capacity()) && !standing.isOfOtherCentre(first));
  }

  private boolean isOfItsTown(ParticipantId about) {
    SortedSet<String> towns = vouched(own, List.of(own));
    return !towns.isEmpty() && towns.size() == towns(own).size() && towns(about).containsAll(towns);
  }

  /** All that are on record today. */
  private SortedSet<String> towns(ParticipantId id) {
    return new TreeSet<>(new IncidentReading(workplace).municipalities(id));
  }

  /** Those of an organisation that others than the people of these told. */
  private SortedSet<String> vouched(ParticipantId organisation, List<ParticipantId> without) {
    return new OrganisationsOnRecord(workplace, standing)
        .towns(organisation, workplace.today(), without);
  }

  private boolean hasCentreInItsTown(ParticipantId about) {
    SortedSet<String> towns = towns(about);
    return new Centres(workplace)
        .ids(workplace.today(), workplace.now())
        .anyMatch(each -> vouched(each, List.of(each, own)).stream().anyMatch(towns::contains));
  }

  private static boolean isOfStaff(FactEntry entry) {
    return ActorStanding.isStaffOfCentres(entry.by().capacity());
  }

  private static boolean isOfTown(FactEntry entry) {
    return entry instanceof FactEntry.Recorded recorded
        && FactRights.isMunicipality(recorded.fact());
  }

  private static Optional<FactEntry> first(List<FactEntry> entries, Predicate<FactEntry> which) {
    return entries.stream().filter(which).min(Comparator.comparing(FactEntry::recordedAt));
  }

  private List<FactEntry> entries(ParticipantId about) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().participants().history(each).stream())
        .toList();
  }

  /** What is left of it nobody brought in. */
  private boolean wasErased(ParticipantId about) {
    return workplace.stores().erasures().find(about).isPresent();
  }

  private boolean isKnown(ParticipantId id) {
    return workplace.stores().participants().find(id).isPresent();
  }

  List<Particulars> mentorships(ParticipantId about) {
    return workplace.mentoring().registrations(about, workplace.now()).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .distinct()
        .toList();
  }
}
