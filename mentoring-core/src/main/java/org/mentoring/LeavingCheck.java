package org.mentoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;

/** Whether one of several mentees or mentors may leave while the mentorship goes on. */
final class LeavingCheck {
  private LeavingCheck() {}

  /**
   * Whether it counts as completed for whoever leaves; what stands in the way goes to the change.
   */
  static boolean asCompleted(
      Workplace workplace, MentorshipChange change, ParticipantId who, Code reason, Code askedBy) {
    Particulars mentorship = change.record();
    boolean asMentor = mentorship.mentors().contains(who);
    if (!asMentor && !mentorship.mentees().contains(who)) {
      change.refuse(
          Workplace.refusal("mentorship.leaves-not-in-it", "mentorship")
              .with("participant", Parties.named(who)));
    } else {
      SortedSet<ParticipantId> side = asMentor ? mentorship.mentors() : mentorship.mentees();
      if (side.size() == 1) {
        // Nobody would be left to mentor or to be mentored: that is an ending, with its own rules.
        change.refuse(
            Workplace.refusal("mentorship.leaves-last", "mentorship")
                .with("participant", Parties.named(who)));
      }
      new PauseDays(workplace).backDatedLeave(who, change.on()).ifPresent(change::refuse);
      beforeActs(workplace, change, who).ifPresent(change::refuse);
    }
    change.refuse(new RestingRights(workplace).leave(change.by(), mentorship, who));
    if (isAnother(workplace, change.by(), mentorship, who)) {
      change.refuse(
          Workplace.refusal("mentorship.leaves-another", "mentorship")
              .with("participant", Parties.named(who)));
    }
    EarlyEndings.askedForItself(workplace, change, askedBy);
    if (mentorship.mentees().contains(who) && mentorship.startedOn() != null) {
      return EarlyEndings.asCompleted(
          workplace, change, new TreeSet<>(Set.of(who)), reason, askedBy);
    }
    EarlyEndings.open(change, reason, askedBy);
    return false;
  }

  /** From today on somebody may leave even on the day of its last act. */
  private static Optional<Finding> beforeActs(
      Workplace workplace, MentorshipChange change, ParticipantId who) {
    LocalDate today = workplace.today();
    if (!change.on().isBefore(today)) {
      return Optional.empty();
    }
    return lastAct(workplace, change.record(), who)
        .map(last -> last.isBefore(today) ? last.plusDays(1) : today)
        .filter(change.on()::isBefore)
        .map(
            earliest ->
                Workplace.refusal("mentorship.leaves-before-acts", "on")
                    .with("participant", Parties.named(who))
                    .with("day", Parameter.day(earliest)));
  }

  /**
   * The last day on which a record tells that somebody was in it, by what it holds or who gave it.
   */
  private static Optional<LocalDate> lastAct(
      Workplace workplace, Particulars mentorship, ParticipantId who) {
    MergedParties merged = new MergedParties(workplace.mentoring(), workplace.now());
    return workplace.mentoring().activities().of(About.mentorship(mentorship.id())).stream()
        .filter(
            activity -> {
              SortedSet<ParticipantId> named = new TreeSet<>();
              CanonicalForm.visit(activity.happened(), ParticipantId.class, named::add);
              return merged.kept(named).contains(merged.kept(who))
                  || new ActorStanding(workplace, activity.by()).is(who);
            })
        .map(Activity::on)
        .max(Comparator.naturalOrder());
  }

  /** A party takes itself out only; staff record it for others. */
  private static boolean isAnother(
      Workplace workplace, Actor by, Particulars mentorship, ParticipantId who) {
    ActorStanding standing = new ActorStanding(workplace, by);
    boolean inIt =
        mentorship.mentors().stream().anyMatch(standing::is)
            || mentorship.mentees().stream().anyMatch(standing::is);
    return inIt ? !standing.is(who) : isGuardianOfAnother(standing, by, mentorship, who);
  }

  private static boolean isGuardianOfAnother(
      ActorStanding standing, Actor by, Particulars mentorship, ParticipantId who) {
    return by.capacity().equals(ActorStanding.GUARDIAN)
        && mentorship.isIn(who)
        && !standing.guardianship().speaksFor(who, mentorship);
  }
}
