package org.mentoring.activity;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;

/**
 * What the record of an activity holds. New shapes are added in minor releases, so switches outside
 * this library need a default.
 */
public sealed interface Happened {
  /**
   * A mentor's plan for a month (S2-07).
   *
   * @param month which
   * @param events kinds of event planned for the mentee, at least one
   */
  record MonthlyPlan(YearMonth month, List<Code> events) implements Happened {
    /** Refuses an empty plan; copies. */
    public MonthlyPlan {
      Invariants.present("MonthlyPlan", month);
      events = Invariants.notEmpty("plan.events", events);
    }
  }

  /**
   * A report in free form (S2-08).
   *
   * @param done what was done
   * @param successes null if none are told
   * @param difficulties null if none are told
   */
  record MentorReport(Note done, @Nullable Note successes, @Nullable Note difficulties)
      implements Happened {
    /** Refuses a missing text. */
    public MentorReport {
      Invariants.present("MentorReport", done);
    }
  }

  /** How a meeting came out. */
  enum MeetingOutcome {
    /** Mentor and mentee met. */
    HELD,
    /** The mentor did not come. */
    MISSED_BY_MENTOR,
    /** The mentee did not come. */
    MISSED_BY_MENTEE,
    /** Called off beforehand. */
    CALLED_OFF
  }

  /**
   * A meeting of mentor and mentee.
   *
   * @param outcome how it came out
   * @param mode how they met; null where they did not
   * @param minutes its length, 0 to 1,440; 0 where they did not meet
   */
  record Meeting(MeetingOutcome outcome, Fact.@Nullable Mode mode, int minutes)
      implements Happened {
    /** Refuses a length out of range. */
    public Meeting {
      Invariants.present("Meeting", outcome);
      Invariants.range("minutes", minutes, 0, 1_440);
    }

    /** A meeting that was held; how long it took, in minutes. */
    public static Meeting held(Fact.Mode mode, int minutes) {
      return new Meeting(MeetingOutcome.HELD, mode, minutes);
    }

    /** A meeting that was not held, for this reason. */
    public static Meeting notHeld(MeetingOutcome outcome) {
      return new Meeting(outcome, null, 0);
    }
  }

  /**
   * Somebody who runs the programme spoke with parties of a mentorship.
   *
   * @param with capacities, as {@code MENTOR}, {@code MENTEE}, {@code GUARDIAN}; at least one
   * @param topics as {@code SAFETY}
   * @param concern whether something was said that a person has to look at
   */
  record CheckIn(SortedSet<Code> with, SortedSet<Code> topics, boolean concern)
      implements Happened {
    /** Refuses a contact with nobody; sorts and copies. */
    public CheckIn {
      with = Invariants.sortedNotEmpty("with", with);
      topics = Invariants.sorted(topics);
    }
  }

  /**
   * An event that was held.
   *
   * @param mode how
   * @param attended who came, as far as is on record
   * @param jointWith other centres that held it too
   * @param item the item of the general record that the kind names, as the zone where it was held
   *     or the sort of event that it was; null where it names none
   */
  record EventHeld(
      Fact.Mode mode,
      SortedSet<ParticipantId> attended,
      SortedSet<ParticipantId> jointWith,
      @OmittedIfAbsent @Nullable String item)
      implements Happened {
    /** Sorts and copies. */
    public EventHeld {
      Invariants.present("EventHeld", mode);
      attended = Invariants.sorted(attended);
      jointWith = Invariants.sorted(jointWith);
    }

    /** An event of a kind that names no record. */
    public EventHeld(
        Fact.Mode mode, SortedSet<ParticipantId> attended, SortedSet<ParticipantId> jointWith) {
      this(mode, attended, jointWith, null);
    }
  }

  /**
   * A mentee was referred to a partner's free classes or visits (S2-11).
   *
   * @param partner the partner organisation
   */
  record ServiceReferral(ParticipantId partner) implements Happened {
    /** Refuses a missing value. */
    public ServiceReferral {
      Invariants.present("ServiceReferral", partner);
    }
  }

  /**
   * One party gave its part of a joint act, as of the summing-up or an exit interview.
   *
   * @param party the party's capacity, as {@code MENTOR}
   * @param of whose part it is: the mentor or mentee who gave it, or the mentee whose guardian did;
   *     null: of all who are this party, as where there is only one
   */
  record PartGiven(Code party, @OmittedIfAbsent @Nullable ParticipantId of) implements Happened {
    /** Refuses a missing value. */
    public PartGiven {
      Invariants.present("PartGiven", party);
    }

    /** The part of all who are this party. */
    public PartGiven(Code party) {
      this(party, null);
    }

    /** Whether a further part would give the same once more. */
    public boolean gives(PartGiven further) {
      return party.equals(further.party) && (of == null || of.equals(further.of));
    }
  }

  /**
   * Something else that the programme keeps on record.
   *
   * @param item the item of the general record that the kind names; null where it names none
   * @param concerns participants whom it is about beside the subject, as members of a jury
   * @param number a figure, as of videos published; at least 0; 1 where nothing is counted
   */
  record Entry(@Nullable String item, SortedSet<ParticipantId> concerns, long number)
      implements Happened {
    /** Refuses a negative number; sorts and copies. */
    public Entry {
      concerns = Invariants.sorted(concerns);
      Invariants.range("number", number, 0, 1_000_000_000L);
    }
  }
}
