package org.mentoring;

import java.util.Set;
import org.mentoring.activity.About;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;

/**
 * What the library itself knows of an actor. A capacity is taken at its word, but whoever is on
 * record as a party does not cease to be one by acting in another capacity.
 */
final class ActorStanding {
  static final Code MENTOR = Code.of("MENTOR");
  static final Code MENTEE = Code.of("MENTEE");
  static final Code GUARDIAN = Code.of("GUARDIAN");
  private static final Set<Code> PARTIES = Set.of(MENTOR, MENTEE, GUARDIAN);

  private final Workplace workplace;
  private final Actor by;

  ActorStanding(Workplace workplace, Actor by) {
    this.workplace = workplace;
    this.by = by;
  }

  /** Whether the actor is, or says to be, a party of what a record is about. */
  boolean isParty(About about) {
    if (PARTIES.contains(by.capacity())) {
      return true;
    }
    return about instanceof About.OfMentorship of
        && workplace.stores().mentorships().find(of.mentorship()).filter(this::isIn).isPresent();
  }

  private boolean isIn(Particulars mentorship) {
    return mentorship.mentors().stream().anyMatch(this::is)
        || mentorship.mentees().stream().anyMatch(this::is);
  }

  /** Whether the actor is a participant, under whichever of its registrations. */
  boolean is(ParticipantId participant) {
    if (by.id().equals(participant.value())) {
      return true;
    }
    ParticipantId actor = ParticipantId.of(by.id());
    return workplace.stores().participants().find(actor).isPresent()
        && workplace.stores().participants().find(participant).isPresent()
        && workplace.mentoring().keeper(actor).equals(workplace.mentoring().keeper(participant));
  }
}
