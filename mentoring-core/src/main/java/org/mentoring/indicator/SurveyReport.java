package org.mentoring.indicator;

import java.util.List;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;
import org.mentoring.text.LocalizedText;

/**
 * What a survey came to, for staff: the entries of a kind of activity that names a record of the
 * kind {@code SURVEY}. The record's first item is how many people answered, each other item how
 * many of them said so. Immutable and thread-safe.
 *
 * @param kind of activity, as one before and another one after
 * @param title of the survey
 * @param asked how many people answered
 * @param answers in the order of the record
 * @param citation where the survey comes from
 */
public record SurveyReport(
    Code kind, LocalizedText title, long asked, List<Answer> answers, Citation citation) {
  /** Refuses a negative figure; copies. */
  public SurveyReport {
    Invariants.range("asked", asked, 0, Long.MAX_VALUE);
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param item its id in the record
   * @param title the answer in words
   * @param people how many gave it
   * @param percent of those asked, half a per cent rounded up; 0 where nobody was asked
   * @param expected per cent that the definition tells; 0 where it tells none
   */
  public record Answer(String item, LocalizedText title, long people, int percent, long expected) {
    /** The share of the people who were asked. */
    public static Answer of(
        String item, LocalizedText title, long people, long asked, long expected) {
      return new Answer(item, title, people, percent(people, asked), expected);
    }

    /**
     * So many of those asked, in per cent, half a per cent rounded up; 0 where nobody was asked.
     */
    public static int percent(long people, long asked) {
      return asked == 0 ? 0 : Math.toIntExact((people * 200 + asked) / (2 * asked));
    }
  }
}
