package org.mentoring;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.activity.About;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
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

  /** A refusal of what parties of mentorships ask the programme's staff for. */
  static Optional<Finding> refusalOfParty(Actor by) {
    return PARTIES.contains(by.capacity())
        ? Optional.of(
            Workplace.refusal("erasure.by-party", "capacity")
                .with("capacity", Parameter.code(by.capacity())))
        : Optional.empty();
  }

  /** Whether the actor is, or says to be, a party of what a record is about. */
  boolean isParty(About about) {
    if (PARTIES.contains(by.capacity())) {
      return true;
    }
    return about instanceof About.OfMentorship of
        && workplace.stores().mentorships().find(of.mentorship()).filter(this::isIn).isPresent();
  }

  /**
   * As which party of a mentorship the actor stands: as what it is on record, else as what it says
   * to be; empty for those who are no party.
   */
  Optional<Code> party(Particulars mentorship) {
    if (mentorship.mentors().stream().anyMatch(this::is)) {
      return Optional.of(MENTOR);
    } else if (mentorship.mentees().stream().anyMatch(this::is)) {
      return Optional.of(MENTEE);
    }
    return Optional.of(by.capacity()).filter(PARTIES::contains);
  }

  /** A mentor and a mentee agree each for itself, and nobody who is one agrees for others. */
  boolean mayAgree(Particulars mentorship, Code party, ParticipantId forWhom) {
    Code own = party(mentorship).orElse(null);
    if (own == null) {
      return true;
    }
    return own.equals(party) && own.equals(by.capacity()) && (own.equals(GUARDIAN) || is(forWhom));
  }

  /**
   * Whether the actor acts for a centre, in whichever capacity but that of a party, and the record
   * belongs to another one.
   */
  boolean isOfOtherCentre(@Nullable ParticipantId centre) {
    if (centre == null
        || IncidentReading.isParty(by.capacity())
        || by.organisation().equals(centre.value())) {
      return false;
    }
    ParticipantId own = ParticipantId.of(by.organisation());
    Mentoring mentoring = workplace.mentoring();
    return workplace.stores().participants().find(own).isPresent()
        && workplace.stores().participants().find(centre).isPresent()
        && !mentoring.keeper(own).equals(mentoring.keeper(centre))
        && isCentre(own)
        && isCentre(centre);
  }

  private boolean isCentre(ParticipantId organisation) {
    return Attachments.isCentre(
        workplace.mentoring().dossier(organisation, workplace.today(), workplace.now()));
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
