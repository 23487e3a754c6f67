package org.mentoring.choosing;

import java.time.LocalDate;
import org.mentoring.failure.Invariants;

/**
 * A day on which an event can be held.
 *
 * @param municipality where, spelt as in the mentees' facts; empty for mentees whose municipality
 *     is not known
 * @param day when, in the programme's zone
 */
public record EventDate(String municipality, LocalDate day) {
  /** Refuses a missing value and a name of more than 200 characters. */
  public EventDate {
    Invariants.present("event-date", municipality, day);
    Invariants.range("event-date.municipality", municipality.length(), 0, 200);
  }
}
