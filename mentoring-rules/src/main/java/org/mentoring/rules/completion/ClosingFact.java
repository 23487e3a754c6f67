package org.mentoring.rules.completion;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;

/** What the rules of completion read. */
public sealed interface ClosingFact {
  /** What a completion can ask for. */
  enum What {
    /** That something happened. */
    ACTIVITY,
    /** A party's part of the joint summing-up. */
    PART,
    /** An exit interview with a party. */
    EXIT_INTERVIEW,
    /** That it ran for long enough. */
    LENGTH,
    /** That a phase of the programme is over. */
    PHASE,
    /** That each of these was answered, as each step of a route was done or waived. */
    ANSWER
  }

  /**
   * The mentorship.
   *
   * @param day that is decided about; the day of the closure where that came before
   * @param state on that day
   * @param since what happened before does not count
   * @param daysRun so far, pauses left out
   * @param early whether it ended before its completion
   * @param asCompleted whether that counts as completed
   * @param terms where the terms of completion come from
   */
  record Run(
      LocalDate day,
      MentorshipState state,
      LocalDate since,
      long daysRun,
      boolean early,
      boolean asCompleted,
      Citation terms)
      implements ClosingFact {
    /** Whether mentoring has not begun. */
    public boolean waiting() {
      return !early && (state == MentorshipState.PROPOSED || state == MentorshipState.AGREED);
    }

    /** The day on which it has run for so many days, if nothing pauses it from now on. */
    public LocalDate reaches(long days) {
      return day.plusDays(days - daysRun);
    }
  }

  /**
   * Something that a completion asks for.
   *
   * @param what which of the things
   * @param item names it in findings and waivers
   * @param kind the kind of activity that answers it
   * @param party only this party's answers it; null: no matter whose
   * @param mentee this mentee must have been there; null: no matter who
   * @param days for a length: so many; for a phase: until it is over, 0 or less once it is; for
   *     answers: how many are open, 0 where there was nothing to answer; otherwise 0
   * @param waivable whether the definition lets an authority waive it
   * @param citation where it comes from
   */
  record Asked(
      What what,
      String item,
      Code kind,
      @Nullable Code party,
      @Nullable ParticipantId mentee,
      long days,
      boolean waivable,
      Citation citation)
      implements ClosingFact {
    /**
     * Whether running for so long is not enough; what is no length is not answered by running, and
     * a phase by nothing but its end.
     */
    public boolean exceeds(long daysRun) {
      return switch (what) {
        case LENGTH -> days > daysRun;
        case PHASE -> days > 0;
        default -> true;
      };
    }
  }

  /**
   * Something that happened.
   *
   * @param kind its kind
   * @param day when
   * @param party whose part it is; null where it is nobody's
   * @param reached mentees who were there
   */
  record Done(Code kind, LocalDate day, @Nullable Code party, SortedSet<ParticipantId> reached)
      implements ClosingFact {
    /** Sorts and copies. */
    public Done {
      reached = Invariants.sorted(reached);
    }

    /** Whether it is what is asked for, whenever it happened. */
    public boolean answers(Asked asked) {
      return asked.what() != What.ANSWER
          && kind.equals(asked.kind())
          && (asked.party() == null || asked.party().equals(party))
          && (asked.mentee() == null || reached.contains(asked.mentee()));
    }
  }

  /**
   * An incident that was open on the day.
   *
   * @param id tells it from others
   */
  record OpenIncident(IncidentId id) implements ClosingFact {}

  /**
   * A waiver by an authority of the definition that holds on the day.
   *
   * @param item what it names: an item, a kind or a party
   * @param authority who waived
   * @param until the first day after
   */
  record Waived(String item, Code authority, LocalDate until) implements ClosingFact {
    /** Whether it frees from what is asked. */
    public boolean covers(Asked asked) {
      return asked.waivable()
          && (item.equals(asked.item())
              || item.equals(asked.kind().value())
              || (asked.party() != null && item.equals(asked.party().value())));
    }
  }
}
