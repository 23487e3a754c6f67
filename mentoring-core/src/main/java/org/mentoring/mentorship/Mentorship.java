package org.mentoring.mentorship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.Practice;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * The relationship of mentors and mentees, from assignment to the end of its follow-up. Its state
 * is its type, and each type offers only the commands that are legal in it; each command answers
 * with the next version. Whether the programme's terms allow a command is for {@code
 * org.mentoring.MentorshipCommands} to say. Immutable and thread-safe.
 */
public sealed interface Mentorship
    permits Mentorship.Movable,
        Mentorship.Replaceable,
        Mentorship.Pausable,
        Mentorship.Stepping,
        Ended {
  /** What is on record of it. */
  Particulars particulars();

  /** Its id. */
  default MentorshipId id() {
    return particulars().id();
  }

  /** 1, and one more with every command. */
  default long version() {
    return particulars().version();
  }

  /** The state that its type stands for. */
  default MentorshipState state() {
    return particulars().state();
  }

  /** All that is on record in rows of scalars, from which {@link #restore} makes it again. */
  default MentorshipSnapshot snapshot() {
    return MentorshipSnapshot.of(particulars());
  }

  /**
   * Brings parties together.
   *
   * @param act on the day of {@code terms}
   * @throws org.mentoring.failure.InvalidValue {@code mentorship.history} if the arrangement does
   *     not fit the numbers of mentors and mentees or somebody is both
   */
  static Proposed propose(MentorshipId id, NewMentorship terms, Act act) {
    return propose(id, terms, null, act);
  }

  /**
   * The same by one version of the programme.
   *
   * @param pinned by which it is judged from then on; null: by the current one
   */
  static Proposed propose(
      MentorshipId id, NewMentorship terms, @Nullable PinnedVersion pinned, Act act) {
    return new Proposed(
        new Particulars(
            id,
            1,
            terms.practice(),
            terms.arrangement(),
            terms.mentors(),
            terms.mentees(),
            terms.centre(),
            terms.model(),
            terms.continues(),
            List.of(),
            null,
            List.of(),
            List.of(),
            act.steps().stream()
                .map(
                    step ->
                        new StepTaken(step, act.on(), act.by(), act.decision(), act.recordedAt()))
                .toList(),
            List.of(
                new StateChange(
                    MentorshipState.PROPOSED,
                    act.on(),
                    act.by(),
                    terms.reason(),
                    act.decision(),
                    act.recordedAt())),
            null,
            List.of(),
            pinned,
            List.of()));
  }

  /**
   * The mentorship in the state that its record ends with.
   *
   * @throws org.mentoring.failure.InvalidValue {@code mentorship.history} if no sequence of
   *     commands leaves such a record
   */
  static Mentorship of(Particulars particulars) {
    return switch (particulars.state()) {
      case PROPOSED -> new Proposed(particulars);
      case AGREED -> new Agreed(particulars);
      case ACTIVE -> new Active(particulars);
      case PAUSED -> new Paused(particulars);
      case CLOSING -> new Closing(particulars);
      case CLOSED -> new Closed(particulars);
      case IN_FOLLOW_UP -> new InFollowUp(particulars);
      case ENDED -> new Ended(particulars);
    };
  }

  /**
   * The mentorship that a snapshot was made of. Whether a programme's terms allow such a life is
   * for {@link #restore(MentorshipSnapshot, Practice)} to ask.
   *
   * @throws org.mentoring.failure.InvalidValue {@code mentorship.history} with everything that is
   *     wrong if a value is malformed or no sequence of commands leaves such a record
   */
  static Mentorship restore(MentorshipSnapshot snapshot) {
    Invariants.present("snapshot", snapshot);
    return of(SnapshotCheck.checked(snapshot));
  }

  /**
   * The same, and the life must be one of the practice: everybody agreed who is asked to whatever
   * its age, and each step was taken with its command and after those before it. For stores that
   * others write to as well. Organisational models are the definition's and not a practice's:
   * {@link #restore(MentorshipSnapshot, ProgrammeDefinition)} asks for them too.
   *
   * @param practice as it was defined when the mentorship ran
   * @throws org.mentoring.failure.InvalidValue {@code mentorship.history} with everything that is
   *     wrong
   */
  static Mentorship restore(MentorshipSnapshot snapshot, Practice practice) {
    Invariants.present("snapshot", snapshot);
    Invariants.present("practice", practice);
    Particulars record = SnapshotCheck.checked(snapshot);
    PracticeHistory.refuseUnless(practice, record);
    return of(record);
  }

  /**
   * The same, of the definition's practice that the snapshot names; and the organisational model
   * must be one of the definition's, none where it tells none apart.
   *
   * @param definition as it was when the mentorship ran
   * @throws org.mentoring.failure.InvalidValue {@code mentorship.history} with everything that is
   *     wrong
   */
  static Mentorship restore(MentorshipSnapshot snapshot, ProgrammeDefinition definition) {
    Invariants.present("snapshot", snapshot);
    Invariants.present("definition", definition);
    Particulars record = SnapshotCheck.checked(snapshot);
    PracticeHistory.refuseUnless(definition, record);
    return of(record);
  }

  /** States in which something is still asked by the programme's definition. */
  sealed interface Movable extends Mentorship permits Leavable, Endable {
    /**
     * From now on it is judged by another version of its programme.
     *
     * @param why 1 to 500 characters
     */
    default Mentorship moveTo(PinnedVersion version, String why, Act act) {
      return Mentorship.of(Draft.of(particulars(), act).moved(version, why).done());
    }
  }

  /** States in which one of several may leave. */
  sealed interface Leavable extends Movable permits NotBegun, Underway {
    /**
     * One of several mentees or mentors leaves; for the others it goes on.
     *
     * @param who a mentee or mentor who is not the last one
     * @param reason the definition's reason for an early ending
     * @param askedBy the capacity of the party that asked for it; null where nobody had to ask
     * @param why 1 to 500 characters
     * @param asCompleted whether it counts as completed for the mentee who leaves
     */
    Leavable leave(
        ParticipantId who,
        Code reason,
        @Nullable Code askedBy,
        String why,
        boolean asCompleted,
        Act act);
  }

  /** States before mentoring has begun. */
  sealed interface NotBegun extends Leavable permits Proposed, Agreed {
    /**
     * A party agrees.
     *
     * @param party in which capacity
     * @param forWhom the mentor or mentee whom the party is or stands for
     */
    NotBegun agree(Code party, ParticipantId forWhom, Act act);

    /**
     * The mentorship does not begin.
     *
     * @param why 1 to 500 characters
     */
    Closed withdraw(String why, Act act);
  }

  /** States from the start of mentoring to its end. */
  sealed interface Underway extends Leavable permits Active, Paused, Closing {
    /**
     * Ends it before its completion.
     *
     * @param reason the definition's reason
     * @param askedBy the capacity of the party that asked for it; null where nobody had to ask
     * @param why 1 to 500 characters
     * @param asCompleted whether it counts as completed
     */
    Closed endEarly(Code reason, @Nullable Code askedBy, String why, boolean asCompleted, Act act);
  }

  /** States in which mentoring can be made to rest. */
  sealed interface Pausable extends Mentorship permits Active, Closing {
    /**
     * Mentoring rests.
     *
     * @param reason 1 to 500 characters
     */
    Paused pause(String reason, Act act);
  }

  /** States in which the mentor can be replaced. */
  sealed interface Replaceable extends Mentorship permits Active, Paused {
    /**
     * Ends it for another mentorship to take over from it.
     *
     * @param askedBy the capacity of the party that asked for it
     * @param why 1 to 500 characters
     */
    Closed handOver(Code askedBy, String why, Act act);
  }

  /** States in which people record steps of the definition's path. */
  sealed interface Stepping extends Mentorship
      permits Proposed, Agreed, Active, Closing, Closed, InFollowUp {
    /**
     * Records that a step was taken.
     *
     * @param step the step's id, taken once
     */
    Stepping takeStep(String step, Act act);
  }

  /** States after the relationship has ended. */
  sealed interface Endable extends Movable permits Closed, InFollowUp {
    /** Nothing more is due. */
    Ended end(Act act);
  }
}
