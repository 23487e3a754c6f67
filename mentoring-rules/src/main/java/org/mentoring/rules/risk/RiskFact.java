package org.mentoring.rules.risk;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.identity.IncidentId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.participant.Position;
import org.mentoring.programme.Cadence;
import org.mentoring.programme.IncidentProcedure;
import org.mentoring.time.Validity;

/** What the rules of risk read. */
public sealed interface RiskFact {
  /**
   * The mentorship.
   *
   * @param day that is asked about
   * @param state on that day
   * @param since the first day of mentoring; where there was none, the last of all days
   * @param terms where the terms of mentorships come from
   */
  record Watch(LocalDate day, MentorshipState state, LocalDate since, Citation terms)
      implements RiskFact {
    /** Whether mentoring has begun and goes on, perhaps after a pause. */
    public boolean running() {
      return state == MentorshipState.ACTIVE
          || state == MentorshipState.PAUSED
          || state == MentorshipState.CLOSING;
    }

    /** Whether the parties' right to take part matters; in follow-up that of mentees. */
    public boolean open() {
      return state.open() || state == MentorshipState.IN_FOLLOW_UP;
    }
  }

  /**
   * A mentee.
   *
   * @param id its id
   */
  record Mentee(ParticipantId id) implements RiskFact {}

  /**
   * A mentor.
   *
   * @param id its id
   */
  record Mentor(ParticipantId id) implements RiskFact {}

  /**
   * How long a party may be silent.
   *
   * @param party its capacity
   * @param longerThan at risk after that, pauses left out
   * @param rests days on which the clock stands still, by their first day
   * @param citation where it comes from
   */
  record SilenceTerm(Code party, Period longerThan, List<Validity> rests, Citation citation)
      implements RiskFact {
    /** Sorts and copies. */
    public SilenceTerm {
      rests = rests.stream().sorted(Comparator.comparing(Validity::from)).toList();
    }

    /** The last day on which news of a day keep the party from being silent. */
    public LocalDate lapses(LocalDate news) {
      return Rest.endOf(news, longerThan, rests);
    }
  }

  /**
   * A party was heard or seen.
   *
   * @param party its capacity
   * @param day when
   * @param of who of the mentors or mentees
   */
  record News(Code party, LocalDate day, SortedSet<ParticipantId> of) implements RiskFact {
    /** Sorts and copies. */
    public News {
      of = Invariants.sorted(of);
    }

    /** Whether a mentor was heard or a mentee seen. */
    public boolean tellsOf(ParticipantId who) {
      return of.contains(who);
    }

    /** The last day of some news, or an earlier one if there is none. */
    public static LocalDate last(LocalDate earlier, Collection<?> news) {
      return news.stream()
          .map(each -> ((News) each).day())
          .reduce(earlier, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /**
   * A meeting that was held.
   *
   * @param day when
   */
  record Met(LocalDate day) implements RiskFact {}

  /**
   * A series of which something is overdue.
   *
   * @param cadence what it comes from
   * @param followUp whether it is due after the completion
   */
  record Series(Cadence cadence, boolean followUp) implements RiskFact {}

  /**
   * Something is overdue.
   *
   * @param cadence the series it belongs to
   * @param deadline the last day on which it was not
   */
  record Overdue(Cadence cadence, LocalDate deadline) implements RiskFact {
    /** The earliest of some deadlines. */
    public static LocalDate oldest(Collection<?> overdue) {
      return overdue.stream()
          .map(each -> ((Overdue) each).deadline())
          .min(Comparator.naturalOrder())
          .orElseThrow(() -> new IllegalArgumentException("nothing is overdue"));
    }
  }

  /**
   * The pause that runs.
   *
   * @param since its first day
   * @param longest the last day within the bound; null where there is no bound
   */
  record Resting(LocalDate since, @Nullable LocalDate longest) implements RiskFact {
    /** Whether it is longer than the bound on a day. */
    public boolean tooLongOn(LocalDate day) {
      LocalDate last = longest;
      return last != null && day.isAfter(last);
    }
  }

  /**
   * An incident that is open on the day. No word of it tells which kind it is.
   *
   * @param id tells it from others
   * @param day up to which deadlines are told
   * @param deadline the last day for closing it; null for none
   * @param step the earliest last day of a step that was not taken; null for none
   * @param effect what it demands of the mentorship; null for nothing
   */
  record Unsettled(
      IncidentId id,
      LocalDate day,
      @Nullable LocalDate deadline,
      @Nullable LocalDate step,
      IncidentProcedure.@Nullable Effect effect)
      implements RiskFact {
    /** Whether it should have been closed. */
    public boolean late() {
      LocalDate last = deadline;
      return last != null && day.isAfter(last);
    }

    /** Whether a step of its algorithm was missed. */
    public boolean stepLate() {
      LocalDate last = step;
      return last != null && day.isAfter(last);
    }

    /**
     * Whether a mentorship in a state is not what it demands; one not begun has nothing to rest.
     */
    public boolean unanswered(MentorshipState state) {
      return effect == IncidentProcedure.Effect.PAUSE
          ? state == MentorshipState.ACTIVE || state == MentorshipState.CLOSING
          : effect != null && state.open();
    }
  }

  /**
   * A contact with a party.
   *
   * @param day when
   * @param party its capacity
   * @param concern whether something was said that a person has to look at
   * @param byMentor whether a mentor of the mentorship recorded it
   */
  record Contact(LocalDate day, Code party, boolean concern, boolean byMentor)
      implements RiskFact {}

  /**
   * A rung of the ladder that was taken.
   *
   * @param rung its id
   * @param day when
   * @param lasts the last day of its time; null where the next one may follow at once
   * @param last whether none was taken after it
   * @param citation where it comes from
   */
  record RungTaken(
      String rung, LocalDate day, @Nullable LocalDate lasts, boolean last, Citation citation)
      implements RiskFact {
    /** Whether its time is over on a day. */
    public boolean overOn(LocalDate day) {
      LocalDate end = lasts;
      return end != null && day.isAfter(end);
    }
  }

  /**
   * The rung of the ladder that answers a party's silence next.
   *
   * @param party the capacity of the silent party
   * @param rung its id
   * @param by the capacity that takes it
   * @param from the first day on which it may be taken
   * @param citation where it comes from
   */
  record RungNext(Code party, String rung, Code by, LocalDate from, Citation citation)
      implements RiskFact {
    /** Whether a finding tells that this party is silent. */
    public boolean answers(String code) {
      return code.equals(
          party.value().equals("MENTOR") ? "risk.mentor-silent" : "risk.mentee-absent");
    }
  }

  /**
   * The programme refers mentees to services of partners.
   *
   * @param kind the kind of activity
   * @param citation where it comes from
   */
  record ReferralTerm(Code kind, Citation citation) implements RiskFact {}

  /**
   * A mentee was referred.
   *
   * @param kind the kind of activity
   * @param day when
   * @param reached which mentees
   */
  record Referred(Code kind, LocalDate day, SortedSet<ParticipantId> reached) implements RiskFact {
    /** Sorts and copies. */
    public Referred {
      reached = Invariants.sorted(reached);
    }

    /** Whether a mentee was. */
    public boolean reaches(ParticipantId mentee) {
      return reached.contains(mentee);
    }
  }

  /**
   * An exclusion or another hard criterion keeps a mentor and a mentee apart.
   *
   * @param criterion its id
   */
  record Apart(String criterion) implements RiskFact {}

  /**
   * The centre lacks something to run it, or the agreement by which another organisation does.
   *
   * @param requirement what is not met, or the organisational model
   * @param code of the finding
   */
  record CentreLacks(String requirement, String code) implements RiskFact {}

  /**
   * Something keeps a mentor or mentee from taking part.
   *
   * @param position as what
   * @param requirement which is not met
   * @param code of the finding
   */
  record Barred(Position position, String requirement, String code) implements RiskFact {}
}
