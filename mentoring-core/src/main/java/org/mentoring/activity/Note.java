package org.mentoring.activity;

import org.mentoring.failure.Invariants;

/**
 * Free text that may name people. No finding, log or exception shows it.
 *
 * @param text 1 to 10,000 characters
 */
public record Note(String text) {
  /** Refuses blank and overlong texts. */
  public Note {
    Invariants.text("note", text, 10_000);
  }

  /** The note with this text. */
  public static Note of(String text) {
    return new Note(text);
  }

  @Override
  public String toString() {
    return "Note[…]";
  }
}
