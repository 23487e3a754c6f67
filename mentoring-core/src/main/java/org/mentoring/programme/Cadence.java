package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;

/**
 * Something that is due again and again.
 *
 * @param due what is due: a kind of activity, or {@code IN_SERVICE_TRAINING} for trainings on
 *     record
 * @param by who owes it
 * @param to to whom it is reported; null if the definition does not say
 * @param owedFor what a series is kept for; null: for the mentorship in a practice, for the centre
 *     in the terms of centres
 * @param every the period
 * @param times how often in a period, 1 to 1,000
 * @param calendar whether periods are those of the calendar or count from the start
 * @param timing by when in a period; null: by its end
 * @param beginning with which period it begins; null: with the one in which the start lies
 * @param after the start counts from so long after the beginning; null: from the beginning
 * @param grace after the end of a period; null for none
 * @param duration for how long after the start; null without end
 * @param mode only what was done so counts; null: any
 * @param attendedBy only an event counts to which somebody in this position came; null: any
 * @param belowAge only an event counts to which somebody younger came, 1 to 150; null: any
 * @param with with each of whom it is due, each a series of its own; empty: no matter with whom
 * @param skips the id of a day calendar whose days ask for nothing; null for none
 * @param citation where it comes from
 * @param from what the series of a mentorship or of its parties counts from; null: from the start
 * @param item only a record counts that names this item of the general record of its kind, as the
 *     last one of a cycle; null: any
 * @param id by which packs restate it, lower case with hyphens, once in a practice; null: none
 *     restates it
 */
public record Cadence(
    Code due,
    Code by,
    @OmittedIfAbsent @Nullable Code to,
    @OmittedIfAbsent @Nullable OwedFor owedFor,
    Period every,
    int times,
    boolean calendar,
    @OmittedIfAbsent @Nullable Timing timing,
    @OmittedIfAbsent @Nullable Beginning beginning,
    @OmittedIfAbsent @Nullable Period after,
    @Nullable Period grace,
    @Nullable Period duration,
    @OmittedIfAbsent Fact.@Nullable Mode mode,
    @OmittedIfAbsent @Nullable Position attendedBy,
    @OmittedIfAbsent @Nullable Integer belowAge,
    @OmittedIfAbsent List<Code> with,
    @OmittedIfAbsent @Nullable String skips,
    Citation citation,
    @OmittedIfAbsent @Nullable From from,
    @OmittedIfAbsent @Nullable String item,
    @OmittedIfAbsent @Nullable String id) {
  /** What a series of a mentorship, or of those who are in one, counts from. */
  public enum From {
    /**
     * The day of the assignment. What falls due before mentoring has begun is not asked for, and
     * until then nothing is told.
     */
    ASSIGNMENT,
    /** The first day of mentoring. */
    START
  }

  /** What a series of obligations is kept for. */
  public enum OwedFor {
    /** Each mentorship. */
    MENTORSHIP,
    /** Each mentor with an open mentorship, once for all of them. */
    MENTOR,
    /** Each mentee with an open mentorship. */
    MENTEE,
    /** Each centre. */
    CENTRE,
    /**
     * Each participant who holds the position that owes it, while it is held. In the terms of
     * centres alone.
     */
    HOLDER,
    /**
     * Each mentee who waits for a new mentor, as long as it waits: since a mentorship was handed
     * over that nobody goes on with, or since a wish that what is due would answer. In the terms of
     * centres alone.
     */
    WAITING
  }

  /** By when in a period something is due. */
  public enum Timing {
    /** By the end of the period. */
    AT_END,
    /** Before the period begins. */
    AHEAD
  }

  /** With which period a series begins. */
  public enum Beginning {
    /** With the one in which the start lies. */
    AT_ONCE,
    /** With the first that begins on the start or after it. */
    FIRST_FULL
  }

  /** Refuses periods that are not positive and a number out of range; copies. */
  public Cadence {
    Invariants.positive("every", every);
    Invariants.positive("after", after);
    Invariants.positive("grace", grace);
    Invariants.positive("duration", duration);
    Invariants.range("times", times, 1, 1_000);
    if (belowAge != null) {
      Invariants.range("below-age", belowAge, 1, 150);
    }
    with = List.copyOf(with);
  }

  /**
   * Begins a cadence that is due once in a period, whose periods count from the start and have no
   * grace, without end: what else is to hold is said to the builder.
   *
   * @param due what is due, as in the record
   * @param by who owes it
   * @param every the period
   * @param citation where it comes from
   */
  public static Builder builder(Code due, Code by, Period every, Citation citation) {
    return new Builder(due, by, every, citation);
  }

  /** Begins a cadence that is this one but for what is said to the builder. */
  public Builder toBuilder() {
    return new Builder(due, by, every, citation)
        .to(to)
        .owedFor(owedFor)
        .times(times)
        .calendar(calendar)
        .timing(timing)
        .beginning(beginning)
        .after(after)
        .grace(grace)
        .duration(duration)
        .mode(mode)
        .attendedBy(attendedBy)
        .belowAge(belowAge)
        .with(with)
        .skips(skips)
        .from(from)
        .item(item)
        .id(id);
  }

  /** The same cadence under an id. */
  public Cadence named(String name) {
    return toBuilder().id(name).build();
  }

  /** Whether it is kept for somebody whatever mentorship that one is in. */
  public boolean isBesidePairs() {
    return owedFor == OwedFor.HOLDER || owedFor == OwedFor.WAITING;
  }

  /** Whether it matters who came to an event. */
  public boolean asksWhoCame() {
    return attendedBy != null || belowAge != null;
  }

  /** A cadence of the common kind: nothing beyond who owes what how often. */
  public Cadence(
      Code due,
      Code by,
      Period every,
      int times,
      boolean calendar,
      @Nullable Period grace,
      @Nullable Period duration,
      Citation citation) {
    this(
        due, by, null, null, every, times, calendar, null, null, null, grace, duration, null, null,
        null, List.of(), null, citation, null, null, null);
  }

  /**
   * Collects what a cadence is; every component that is not said is as {@link #builder} says.
   * Values are checked when it is built. Not thread-safe.
   */
  public static final class Builder {
    private final Code due;
    private final Code by;
    private Period every;
    private Citation citation;
    private @Nullable Code to;
    private @Nullable OwedFor owedFor;
    private int times = 1;
    private boolean calendar;
    private @Nullable Timing timing;
    private @Nullable Beginning beginning;
    private @Nullable Period after;
    private @Nullable Period grace;
    private @Nullable Period duration;
    private Fact.@Nullable Mode mode;
    private @Nullable Position attendedBy;
    private @Nullable Integer belowAge;
    private List<Code> with = List.of();
    private @Nullable String skips;
    private @Nullable From from;
    private @Nullable String item;
    private @Nullable String id;

    private Builder(Code due, Code by, Period every, Citation citation) {
      this.due = due;
      this.by = by;
      this.every = every;
      this.citation = citation;
    }

    /** The period. */
    public Builder every(Period value) {
      every = value;
      return this;
    }

    /** Where it comes from. */
    public Builder citation(Citation value) {
      citation = value;
      return this;
    }

    /** To whom it is reported. */
    public Builder to(@Nullable Code value) {
      to = value;
      return this;
    }

    /** What a series is kept for. */
    public Builder owedFor(@Nullable OwedFor value) {
      owedFor = value;
      return this;
    }

    /** How often in a period, 1 to 1,000. */
    public Builder times(int value) {
      times = value;
      return this;
    }

    /** Whether periods are those of the calendar. */
    public Builder calendar(boolean value) {
      calendar = value;
      return this;
    }

    /** By when in a period. */
    public Builder timing(@Nullable Timing value) {
      timing = value;
      return this;
    }

    /** With which period it begins. */
    public Builder beginning(@Nullable Beginning value) {
      beginning = value;
      return this;
    }

    /** So long after the beginning the start lies. */
    public Builder after(@Nullable Period value) {
      after = value;
      return this;
    }

    /** After the end of a period. */
    public Builder grace(@Nullable Period value) {
      grace = value;
      return this;
    }

    /** For how long after the start. */
    public Builder duration(@Nullable Period value) {
      duration = value;
      return this;
    }

    /** Only what was done so counts. */
    public Builder mode(Fact.@Nullable Mode value) {
      mode = value;
      return this;
    }

    /** Only an event counts to which somebody in this position came. */
    public Builder attendedBy(@Nullable Position value) {
      attendedBy = value;
      return this;
    }

    /** Only an event counts to which somebody younger came, 1 to 150. */
    public Builder belowAge(@Nullable Integer value) {
      belowAge = value;
      return this;
    }

    /** With each of whom it is due. */
    public Builder with(List<Code> value) {
      with = value;
      return this;
    }

    /** The id of a day calendar whose days ask for nothing. */
    public Builder skips(@Nullable String value) {
      skips = value;
      return this;
    }

    /** What the series counts from. */
    public Builder from(@Nullable From value) {
      from = value;
      return this;
    }

    /** Only a record counts that names this item. */
    public Builder item(@Nullable String value) {
      item = value;
      return this;
    }

    /** By which packs restate it. */
    public Builder id(@Nullable String value) {
      id = value;
      return this;
    }

    /** Refuses what the record refuses. */
    public Cadence build() {
      return new Cadence(
          due,
          by,
          to,
          owedFor,
          every,
          times,
          calendar,
          timing,
          beginning,
          after,
          grace,
          duration,
          mode,
          attendedBy,
          belowAge,
          with,
          skips,
          citation,
          from,
          item,
          id);
    }
  }
}
