package org.mentoring.json.happening;

import java.util.List;

/**
 * One respect in which what came of a happening is other than its file says.
 *
 * @param matter in which respect
 * @param expected what the file says: of {@link Matter#OUTCOME} and {@link Matter#VERDICT} one
 *     word, of {@link Matter#FINDINGS} all codes, of {@link Matter#COUNT} a number
 * @param came what came of it, likewise
 */
public record Difference(Matter matter, List<String> expected, List<String> came) {
  /** The command is carried out. */
  static final String ACCEPTED = "ACCEPTED";

  /** The command is refused. */
  static final String REFUSED = "REFUSED";

  /** A question is answered. */
  static final String ANSWERED = "ANSWERED";

  /** No command takes what the happening says. */
  static final String UNFIT = "UNFIT";

  /** What it rests on does not exist. */
  static final String SKIPPED = "SKIPPED";

  /** In what respects something can come otherwise. */
  public enum Matter {
    /**
     * Whether it is carried out: {@code ACCEPTED}, {@code REFUSED}, {@code ANSWERED}, {@code
     * UNFIT}, {@code SKIPPED}.
     */
    OUTCOME,
    /** The verdict of an answer. */
    VERDICT,
    /** The codes of the findings of a refusal or of an answer. */
    FINDINGS,
    /** How many findings an answer has. */
    COUNT
  }

  /** Copies. */
  public Difference {
    expected = List.copyOf(expected);
    came = List.copyOf(came);
  }

  static Difference of(Matter matter, String expected, String came) {
    return new Difference(matter, List.of(expected), List.of(came));
  }
}
