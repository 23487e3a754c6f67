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
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;

/**
 * Who looks after somebody, and whether the actor is of those. The centres that somebody is
 * attached to or is in a mentorship of; between two pairs and after the last one the centre that
 * ran that; before the first the one whose staff brought it in, or else the centres of its town;
 * only where there are none whoever takes it up first. Where an organisation is at home others
 * tell: what it tells of itself gives it no say over anybody.
 */
final class LookingAfter {
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

  /**
   * Whether there are centres of somebody, and the actor acts for a centre that is none of them.
   */
  boolean areOthers(SortedSet<ParticipantId> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(standing::isOfOtherCentre);
  }

  /**
   * Whether an incident about somebody is for the staff of other centres. It is asked of centres as
   * {@link #isOfAnotherCentre}, but whom none ever looked after is for all centres of its town and
   * not only for the one that brought it in.
   */
  boolean isForOthersToHandle(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return homes.isEmpty()
        ? actsForCentre() && !isNear(about) && !isOfItsTown(about)
        : areOthers(homes);
  }

  private boolean actsForCentre() {
    return Offices.isStaffOfCentres(by.capacity())
        || (!by.capacity().equals(Offices.COMMISSION) && standing.isCentre(own));
  }

  /**
   * Whether another centre looks after somebody, or did last, or was the first to take it in where
   * none ever did, and it is not the actor's centre's all the same, which is of its town.
   */
  boolean isOfAnotherCentre(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return homes.isEmpty()
        ? bringer(about)
                .filter(standing::isOfOtherCentre)
                .filter(first -> !hasAgreedWith(first))
                .isPresent()
            && !isNear(about)
        : areOthers(homes);
  }

  /**
   * Staff takes somebody in by an application, as its own, and by what it attests; not by a remark,
   * nor by what keeps away or bars: that anybody tells of anybody.
   */
  private static boolean bringsIn(FactEntry entry) {
    return isOfStaff(entry)
        && entry instanceof FactEntry.Recorded recorded
        && (recorded.fact() instanceof Fact.Application
            || recorded.fact() instanceof Fact.AttachedTo
            || (OwnRecords.attests(recorded.fact(), false) && !OwnRecords.bars(recorded.fact())));
  }

  private static boolean tellsWhoItIs(FactEntry entry) {
    return isOfStaff(entry)
        && (isOfTown(entry)
            || (entry instanceof FactEntry.Recorded recorded
                && recorded.fact() instanceof Fact.Birth));
  }

  /** The organisation whose staff was the first to take somebody in. */
  private Optional<ParticipantId> bringer(ParticipantId about) {
    return first(entries(about), LookingAfter::bringsIn)
        .map(each -> ParticipantId.of(each.by().organisation()));
  }

  private boolean hasAgreedWith(ParticipantId other) {
    return new OrganisationsOnRecord(workplace, standing)
        .hasAgreement(own, other, standing.mattersOfModels(), workplace.today());
  }

  /**
   * Whether the organisation's municipality is none of those of somebody and of its centres; of
   * whom no town is on record, of the centre that brought it in. A commission without a remit is of
   * no municipality; the operator is of all.
   */
  boolean isOfOtherMunicipality(ParticipantId about, SortedSet<ParticipantId> homes) {
    if (isOperator()) {
      return false;
    }
    SortedSet<String> places = places(about, homes);
    if (by.capacity().equals(Offices.COMMISSION) && !hasRemit()) {
      return !places.isEmpty()
          || homes.stream().anyMatch(this::isKnown)
          || (homes.isEmpty() && bringer(about).isPresent());
    }
    SortedSet<String> towns = towns(own);
    // Of two towns it is not known which is its own: that makes it one of neither.
    return !towns.isEmpty()
        && !places.isEmpty()
        && (towns.size() > 1 || !places.containsAll(towns));
  }

  /** Where somebody is at home, its centres are, or else the centre that brought it in. */
  SortedSet<String> places(ParticipantId about, SortedSet<ParticipantId> homes) {
    SortedSet<String> places = towns(about);
    // What the actor's own people tell of another centre brings no child any nearer to them.
    homes.forEach(each -> places.addAll(townsOfCentre(each)));
    if (homes.isEmpty() && places.isEmpty()) {
      places.addAll(townsOfBringer(about));
    }
    return places;
  }

  /**
   * Whether somebody is of the actor's organisation: neither of others, nor, where no centre ever
   * looked after it, brought in by others. On this rests what is decided of a child.
   */
  boolean isNear(ParticipantId about) {
    return !isOfOtherCentreOrTown(about) && (!nowOrLast(about).isEmpty() || isNearToNobodys(about));
  }

  /** Whether the actor's office decides of children, and somebody is of its organisation. */
  boolean standsOver(ParticipantId about) {
    return Offices.isOverChildren(by.capacity()) && isNear(about);
  }

  /**
   * Whether other centres look after somebody, or did last, or it is at home in others' towns. Who
   * brought it in is not asked: this holds offices back that take nobody in.
   */
  boolean isOfOtherCentreOrTown(ParticipantId about) {
    SortedSet<ParticipantId> homes = nowOrLast(about);
    return areOthers(homes) || isOfOtherMunicipality(about, homes);
  }

  /** Of whom no centre ever looked after. */
  private boolean isNearToNobodys(ParticipantId about) {
    if (isOperator() || by.capacity().equals(Offices.COMMISSION)) {
      return true;
    } else if (isOfItsTown(about)) {
      return !isOfNeighbour(about);
    }
    List<FactEntry> entries = entries(about);
    FactEntry first = firstOfTaker(entries).orElse(null);
    // Whoever tells something of a child that is known to be at home elsewhere did not bring it in.
    if (isAfterTown(entries, first) && hasCentreInItsTown(about)) {
      return false;
    }
    return first == null || isOwnOrStoodInFor(ParticipantId.of(first.by().organisation()));
  }

  /** Whether another centre of the actor's town has taken somebody in, and the actor's has not. */
  private boolean isOfNeighbour(ParticipantId about) {
    SortedSet<String> towns = vouched(own, List.of(own));
    return firstOfBringer(entries(about))
        .map(first -> ParticipantId.of(first.by().organisation()))
        .filter(standing::isOfOtherCentre)
        .filter(first -> !hasAgreedWith(first))
        .filter(first -> standing.isCentre(first) && townsOfCentre(first).containsAll(towns))
        .isPresent();
  }

  private static boolean isAfterTown(List<FactEntry> entries, @Nullable FactEntry first) {
    return first(entries, LookingAfter::isOfTown)
        .filter(town -> first == null || town.recordedAt().isBefore(first.recordedAt()))
        .isPresent();
  }

  /** The first entry of whoever was the first to take somebody in; if none did, of any staff. */
  private static Optional<FactEntry> firstOfTaker(List<FactEntry> entries) {
    return firstOfBringer(entries).or(() -> first(entries, LookingAfter::isOfStaff));
  }

  private static Optional<FactEntry> firstOfBringer(List<FactEntry> entries) {
    return first(entries, each -> bringsIn(each) || tellsWhoItIs(each))
        .map(bringer -> bringer.by().organisation())
        .flatMap(
            bringer ->
                first(
                    entries, each -> isOfStaff(each) && each.by().organisation().equals(bringer)));
  }

  /**
   * Whether the staff of the actor's centre was the first to put something on record of a child.
   */
  boolean broughtIn(ParticipantId about) {
    List<FactEntry> entries = entries(about);
    return firstOfTaker(entries)
        .filter(first -> !isAfterTown(entries, first))
        .filter(first -> standing.same(own, ParticipantId.of(first.by().organisation())))
        .isPresent();
  }

  /**
   * Whether somebody of whom no centre ever looked after was brought in by the actor's organisation
   * or is of its town, where no other centre of it brought it in: to take all that is known of it
   * away asks for more than that no other one brought it in.
   */
  boolean isBroughtInOrOfItsTown(ParticipantId about) {
    List<FactEntry> entries = entries(about);
    return isOperator()
        || (isOfItsTown(about) && !isOfNeighbour(about))
        || (entries.isEmpty() ? isKnown(own) || wasErased(about) : isTold(about, entries));
  }

  /** Not by remarks: those take somebody in only while nobody else knows of it. */
  private boolean isTold(ParticipantId about, List<FactEntry> entries) {
    return entries.stream().allMatch(each -> each.by().organisation().equals(own.value()))
        || firstOfBringer(entries)
            .filter(first -> isBeforeOperator(entries, first))
            .filter(first -> !isAfterTown(entries, first) || !hasCentreInItsTown(about))
            .filter(first -> isOwnOrStoodInFor(ParticipantId.of(first.by().organisation())))
            .isPresent();
  }

  /** Of whom the operator told something first, that one nobody else took in. */
  private static boolean isBeforeOperator(List<FactEntry> entries, FactEntry first) {
    return first(entries, each -> each.by().capacity().equals(Offices.OPERATOR))
        .filter(told -> told.recordedAt().isBefore(first.recordedAt()))
        .isEmpty();
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

  /** Whether no centre ever looked after somebody, and no other's staff took it in. */
  boolean isTakenInByNoOther(ParticipantId about) {
    return nowOrLast(about).isEmpty()
        && entries(about).stream()
            .filter(LookingAfter::bringsIn)
            .allMatch(each -> standing.same(own, ParticipantId.of(each.by().organisation())));
  }

  boolean isOperator() {
    return by.capacity().equals(Offices.OPERATOR);
  }

  /**
   * Whether the actor's commission is of a town by others' word, or of the whole region by the
   * operator's: what any other one tells of it in passing makes it neither.
   */
  boolean hasRemit() {
    return !vouched(own, List.of(own)).isEmpty()
        || new OrganisationsOnRecord(workplace, standing)
            .isToldOfByOperator(own, workplace.today());
  }

  /** Where the centre that brought somebody in is at home by others' word. */
  private SortedSet<String> townsOfBringer(ParticipantId about) {
    return isKnown(about)
        ? bringer(about).map(this::townsOfCentre).orElseGet(TreeSet::new)
        : new TreeSet<>();
  }

  private SortedSet<String> townsOfCentre(ParticipantId centre) {
    return standing.same(own, centre) ? towns(centre) : vouched(centre, List.of(own));
  }

  private boolean isOwnOrStoodInFor(ParticipantId first) {
    return standing.same(own, first)
        || (Offices.isStaffOfCentres(by.capacity()) && !standing.isOfOtherCentre(first));
  }

  private boolean isOfItsTown(ParticipantId about) {
    SortedSet<String> towns = vouched(own, List.of(own));
    return !towns.isEmpty() && towns.size() == towns(own).size() && towns(about).containsAll(towns);
  }

  /** All that are on record today. */
  private SortedSet<String> towns(ParticipantId id) {
    return new FactsOnRecord(workplace).municipalities(id);
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
    return Offices.isStaffOfCentres(entry.by().capacity());
  }

  private static boolean isOfTown(FactEntry entry) {
    return entry instanceof FactEntry.Recorded recorded
        && FactsOnRecord.isMunicipality(recorded.fact());
  }

  private static Optional<FactEntry> first(List<FactEntry> entries, Predicate<FactEntry> which) {
    return entries.stream().filter(which).min(Comparator.comparing(FactEntry::recordedAt));
  }

  private List<FactEntry> entries(ParticipantId about) {
    return new FactsOnRecord(workplace).entries(about);
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
