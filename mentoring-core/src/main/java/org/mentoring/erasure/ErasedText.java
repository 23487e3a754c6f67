package org.mentoring.erasure;

import org.mentoring.activity.Note;

/** What stands in the place of a text that was erased. */
public final class ErasedText {
  /**
   * The text itself: the same in every language and at every place, so that it tells nothing, and
   * that whoever reads it knows that something stood here.
   */
  public static final String MARKER = "[erased]";

  /** The same as a note. */
  public static final Note NOTE = Note.of(MARKER);

  private ErasedText() {}
}
