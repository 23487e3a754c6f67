package org.mentoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;

/**
 * Whether an event was for those for whom a cadence asks it. An event to which no child came takes
 * no child anywhere, whatever its kind.
 */
final class WhoCame {
  private final Workplace workplace;
  private final Instant knownAt;

  WhoCame(Workplace workplace, Instant knownAt) {
    this.workplace = workplace;
    this.knownAt = knownAt;
  }

  boolean counts(Cadence cadence, Activity activity) {
    return !cadence.asksWhoCame()
        || (activity.happened() instanceof Happened.EventHeld event
            && event.attended().stream().anyMatch(each -> fits(cadence, each, activity.on())));
  }

  private boolean fits(Cadence cadence, ParticipantId who, LocalDate on) {
    if (workplace.stores().participants().find(who).isEmpty()) {
      return false;
    }
    ParticipantId kept = workplace.mentoring().keeper(who, knownAt);
    Dossier dossier = workplace.mentoring().dossier(kept, on, knownAt);
    Integer age = cadence.belowAge();
    return isYounger(dossier, age, on) && isIn(cadence.attendedBy(), dossier, on);
  }

  /** Whose age nobody knows is not counted as a child. */
  private static boolean isYounger(Dossier dossier, @Nullable Integer age, LocalDate on) {
    return age == null
        || dossier.birthDate().filter(born -> born.plusYears(age).isAfter(on)).isPresent();
  }

  /** By position, on the way to one, or by a mentorship, also one that is over. */
  private boolean isIn(@Nullable Position position, Dossier dossier, LocalDate on) {
    return position == null
        || dossier.facts().stream()
            .anyMatch(
                known ->
                    known.validity().contains(on)
                        && known.fact() instanceof Fact.PositionHeld held
                        && held.position() == position)
        || mentorships(dossier.participant()).stream()
            .anyMatch(mentorship -> isIn(position, mentorship, dossier.participant(), on))
        || workplace.definition().practices().stream()
            .anyMatch(
                practice ->
                    workplace
                        .mentoring()
                        .seeker(practice, position, dossier.participant(), on, knownAt)
                        .isPresent());
  }

  private List<Particulars> mentorships(ParticipantId who) {
    return workplace.mentoring().registrations(who, knownAt).stream()
        .flatMap(each -> workplace.stores().mentorships().of(each).stream())
        .flatMap(each -> each.knownAt(knownAt).stream())
        .toList();
  }

  private boolean isIn(Position position, Particulars mentorship, ParticipantId who, LocalDate on) {
    Particulars all = mentorship.withAllParties();
    return mentorship.stateOn(on).isPresent()
        && workplace.mentoring().registrations(who, knownAt).stream()
            .anyMatch(
                each ->
                    (position == Position.MENTEE && all.mentees().contains(each))
                        || (position == Position.MENTOR && all.mentors().contains(each)));
  }
}
