package org.mentoring.programme;

import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * How a mentorship of a practice runs.
 *
 * @param path its steps in their order
 * @param agreedBy capacities of the parties that must agree before it starts, as {@code MENTOR},
 *     {@code MENTEE}, {@code GUARDIAN}: of mentees below the age of its consent, and of such
 *     mentors
 * @param longestPause after which a paused mentorship is at risk; null: no bound
 * @param silences after which absence of news is found by rule
 * @param ladder rungs of escalation in their order; empty for none
 * @param rematch how a mentor is replaced; null if the definition does not say
 * @param citation where it comes from
 */
public record MentorshipTerms(
    List<MentorshipStep> path,
    SortedSet<Code> agreedBy,
    @Nullable Period longestPause,
    List<Silence> silences,
    List<Rung> ladder,
    @Nullable RematchTerms rematch,
    Citation citation) {
  /** Refuses a pause that is not positive; sorts and copies. */
  public MentorshipTerms {
    Invariants.positive("longest-pause", longestPause);
    path = List.copyOf(path);
    agreedBy = Invariants.sorted(agreedBy);
    silences = List.copyOf(silences);
    ladder = List.copyOf(ladder);
  }

  /**
   * A step of a mentorship. Steps with the same predecessors run side by side.
   *
   * @param id lower case with hyphens, unique within the path
   * @param stage which command takes it; null: it is recorded by a person
   * @param after ids of the steps that must be taken before
   * @param restsOn kinds of activity: the step is taken only where one of each is on record, on its
   *     day or before, that is about the mentorship or to which its mentors and mentees came
   *     together; empty: the step rests on the word of whoever takes it
   * @param owner who sees to it
   * @param title how people call it
   * @param citation where it comes from
   */
  public record MentorshipStep(
      String id,
      @Nullable Stage stage,
      SortedSet<String> after,
      @OmittedIfAbsent List<Code> restsOn,
      Code owner,
      org.mentoring.text.LocalizedText title,
      Citation citation) {
    /** Sorts and copies. */
    public MentorshipStep {
      after = Invariants.sorted(after);
      restsOn = List.copyOf(restsOn);
    }

    /** A step that rests on no activity. */
    public MentorshipStep(
        String id,
        @Nullable Stage stage,
        SortedSet<String> after,
        Code owner,
        org.mentoring.text.LocalizedText title,
        Citation citation) {
      this(id, stage, after, List.of(), owner, title, citation);
    }
  }

  /** What a command does to a mentorship, as far as steps name it. */
  public enum Stage {
    /** The parties are brought together. */
    ASSIGNMENT,
    /** All parties have agreed. */
    AGREEMENT,
    /** Mentoring begins. */
    START,
    /** The parties sum up. */
    SUMMING_UP,
    /** The rules of completion are met, and the mentorship is closed. */
    COMPLETION
  }

  /**
   * How long a party may be silent.
   *
   * @param party {@code MENTOR}: no report, plan, meeting or check-in; {@code MENTEE}: no meeting
   *     held and no event attended
   * @param longerThan a finding after that
   * @param citation where it comes from
   */
  public record Silence(Code party, Period longerThan, Citation citation) {
    /** Refuses a period that is not positive. */
    public Silence {
      Invariants.positive("longer-than", longerThan);
    }
  }

  /**
   * A rung of the ladder of escalation.
   *
   * @param id lower case with hyphens, as {@code warning}
   * @param lasts how long; afterwards the next rung may be taken; null: at once
   * @param approvedBy the capacity that must give the command; null: any
   * @param ends whether this rung ends the mentorship
   * @param title how people call it
   * @param citation where it comes from
   */
  public record Rung(
      String id,
      @Nullable Period lasts,
      @Nullable Code approvedBy,
      boolean ends,
      org.mentoring.text.LocalizedText title,
      Citation citation) {
    /** Refuses a period that is not positive. */
    public Rung {
      Invariants.positive("lasts", lasts);
    }
  }

  /**
   * How a mentor is replaced.
   *
   * @param askedBy capacities that may ask for it
   * @param childFromAge the age from which the child itself may ask, 0 to 150; null: never
   * @param decidedBy who decides; null: whoever runs the mentorship
   * @param buffer how long a mentee waits before the next mentorship starts; null: not at all
   * @param citation where it comes from
   * @param historyConsent the purpose of a consent without which no mentorship continues another
   *     one, for its mentor would read what was with the one before; null: it needs none
   */
  public record RematchTerms(
      SortedSet<Code> askedBy,
      @Nullable Integer childFromAge,
      @Nullable Code decidedBy,
      @Nullable Period buffer,
      Citation citation,
      @OmittedIfAbsent @Nullable Code historyConsent) {
    /** Refuses an age out of range and a buffer that is not positive; sorts and copies. */
    public RematchTerms {
      Invariants.positive("buffer", buffer);
      askedBy = Invariants.sorted(askedBy);
      if (childFromAge != null) {
        Invariants.range("child-from-age", childFromAge, 0, 150);
      }
    }

    /** Without a consent of its own for handing on the history. */
    public RematchTerms(
        SortedSet<Code> askedBy,
        @Nullable Integer childFromAge,
        @Nullable Code decidedBy,
        @Nullable Period buffer,
        Citation citation) {
      this(askedBy, childFromAge, decidedBy, buffer, citation, null);
    }
  }
}
