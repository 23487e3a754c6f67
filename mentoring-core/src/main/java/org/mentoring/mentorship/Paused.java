package org.mentoring.mentorship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * Mentoring rests; the clock of obligations stands still. Immutable and thread-safe.
 *
 * @param particulars what is on record
 */
public record Paused(Particulars particulars)
    implements Mentorship.Underway, Mentorship.Replaceable {
  /** Refuses a record that is no legal history of this state. */
  public Paused {
    LegalHistory.refuseUnless(MentorshipState.PAUSED, particulars);
  }

  /**
   * Mentoring goes on as it did before the pause: active, or with the summing-up.
   *
   * @param reason 1 to 500 characters
   */
  public Mentorship.Underway resume(String reason, Act act) {
    List<StateChange> changes = particulars.changes();
    MentorshipState before = changes.get(changes.size() - 2).to();
    Particulars resumed =
        Draft.of(particulars, act).pauseOver(reason, act.by()).to(before, reason).done();
    return before == MentorshipState.CLOSING ? new Closing(resumed) : new Active(resumed);
  }

  @Override
  public Closed endEarly(
      Code reason, @Nullable Code askedBy, String why, boolean asCompleted, Act act) {
    return new Closed(
        Draft.of(particulars, act)
            .pauseOver(null, null)
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
            .pauseOver(null, null)
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
  public Paused leave(
      ParticipantId who,
      Code reason,
      @Nullable Code askedBy,
      String why,
      boolean asCompleted,
      Act act) {
    return new Paused(
        Draft.of(particulars, act).left(who, reason, askedBy, why, asCompleted).done());
  }
}
