package org.mentoring;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;

/** Who makes two registrations one, and who erases somebody: both take away what others told. */
final class TakingAwayRights {
  private final Workplace workplace;
  private final Actor by;
  private final ActorStanding standing;
  private final LookingAfter after;

  TakingAwayRights(Workplace workplace, Actor by, ActorStanding standing, LookingAfter after) {
    this.workplace = workplace;
    this.by = by;
    this.standing = standing;
    this.after = after;
  }

  /**
   * Why two registrations are not merged: with them their facts and exclusions become others, and
   * who looks after the one looks after both. Two organisations the operator alone makes one.
   */
  Optional<Finding> toMerge(ParticipantId kept, ParticipantId duplicate) {
    boolean mayMerge =
        standing.isOrganisation(kept)
            ? after.isOperator()
            : Offices.isOverRecords(by.capacity()) && after.isNear(kept) && after.isNear(duplicate);
    return mayMerge && !standing.hasPart(kept) && !standing.hasPart(duplicate)
        ? Optional.empty()
        : Optional.of(refusal("command.not-yours-to-merge"));
  }

  /**
   * Why somebody's data is not erased: that is for those who stand over the person, and have no
   * part in what goes with it. What cannot be read tells of no part and of no place: where no
   * mentorship tells it and other centres are on record, the operator alone erases.
   *
   * @param mentorships all that there were
   */
  Optional<Finding> toErase(SortedSet<ParticipantId> registrations, List<Particulars> mentorships) {
    SortedSet<ParticipantId> homes = new TreeSet<>();
    registrations.forEach(each -> homes.addAll(readable(() -> after.now(each))));
    if (homes.isEmpty()) {
      // Between two pairs somebody is still of the centre that ran the last one.
      homes.addAll(LookingAfter.last(mentorships));
    }
    SortedSet<ParticipantId> places = new TreeSet<>(homes);
    places.addAll(registrations);
    boolean mayErase =
        Offices.isOverRecords(by.capacity())
            && !registrations.contains(ParticipantId.of(by.id()))
            && registrations.stream().noneMatch(each -> holds(() -> isOfOtherOrganisation(each)))
            && registrations.stream().noneMatch(each -> holds(() -> standing.hasPart(each)))
            && !holds(() -> after.areOthers(homes))
            && (!homes.isEmpty() || mayBeOwn(registrations.first()))
            && !holds(() -> new IncidentReading(workplace).ofOtherMunicipality(by, places));
    return mayErase ? Optional.empty() : Optional.of(refusal("erasure.not-over-person"));
  }

  private boolean mayBeOwn(ParticipantId about) {
    try {
      return after.isBroughtInOrOfItsTown(about);
    } catch (UnreadableRecords e) {
      return after.isOperator() || isAloneHere();
    }
  }

  private boolean isAloneHere() {
    try {
      return new Centres(workplace)
          .ids(workplace.today(), workplace.now())
          .noneMatch(standing::isOfOtherCentre);
    } catch (UnreadableRecords e) {
      return false;
    }
  }

  private boolean isOfOtherOrganisation(ParticipantId about) {
    return standing.isOrganisation(about) && !after.isOverOrganisation(about);
  }

  private static SortedSet<ParticipantId> readable(Supplier<SortedSet<ParticipantId>> reading) {
    try {
      return reading.get();
    } catch (UnreadableRecords e) {
      return new TreeSet<>();
    }
  }

  private static boolean holds(BooleanSupplier reading) {
    try {
      return reading.getAsBoolean();
    } catch (UnreadableRecords e) {
      return false;
    }
  }

  private Finding refusal(String code) {
    return Workplace.refusal(code, "participant").with("capacity", Parameter.code(by.capacity()));
  }
}
