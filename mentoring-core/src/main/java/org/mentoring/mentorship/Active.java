package org.mentoring.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * Mentoring runs. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Active(Particulars particulars)
    implements Mentorship.Underway,
        Mentorship.Replaceable,
        Mentorship.Pausable,
        Mentorship.Stepping {
  /** Refuses a record that is no legal history of this state. */
  public Active {
    LegalHistory.refuseUnless(MentorshipState.ACTIVE, particulars);
  }

  @Override
  public Paused pause(String reason, Act act) {
    return new Paused(
        Draft.of(particulars, act).paused(reason).to(MentorshipState.PAUSED, reason).done());
  }

  /**
   * Takes a rung of the ladder of escalation.
   *
   * @param rung the rung's id
   * @param reason 1 to 500 characters
   */
  public Active escalate(String rung, String reason, Act act) {
    return new Active(Draft.of(particulars, act).rung(rung, reason).done());
  }

  /** The parties begin to sum up. */
  public Closing beginClosing(Act act) {
    return new Closing(Draft.of(particulars, act).to(MentorshipState.CLOSING, null).done());
  }

  @Override
  public Closed endEarly(
      Code reason, @Nullable Code askedBy, String why, boolean asCompleted, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.EARLY,
                    reason,
                    askedBy,
                    why,
                    asCompleted,
                    act.on(),
                    act.by(),
                    act.decision()))
            .done());
  }

  @Override
  public Closed handOver(Code askedBy, String why, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .closed(
                new Closure(
                    Closure.Kind.HANDED_OVER,
                    null,
                    askedBy,
                    why,
                    false,
                    act.on(),
                    act.by(),
                    act.decision()))
            .done());
  }

  @Override
  public Active takeStep(String step, Act act) {
    return new Active(Draft.of(particulars, act).step(step).done());
  }

  @Override
  public Active leave(
      ParticipantId who,
      Code reason,
      @Nullable Code askedBy,
      String why,
      boolean asCompleted,
      Act act) {
    return new Active(
        Draft.of(particulars, act).left(who, reason, askedBy, why, asCompleted).done());
  }
}
