package org.mentoring.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;
import org.mentoring.failure.Invariants;

/**
 * How far the chain was sealed at a time. Kept elsewhere, it shows a chain that was cut or
 * rewritten from within.
 *
 * @param number of the last sealed entry; 0 where there was none
 * @param hash of that entry
 */
public record Checkpoint(long number, String hash) {
  /** Fewer digits than the greatest number has, so that each number can be read. */
  private static final Pattern TEXT = Pattern.compile("(0|[1-9][0-9]{0,17}) ([0-9a-f]{64})");

  /** Refuses a negative number. */
  public Checkpoint {
    Invariants.present("Checkpoint", hash);
    Invariants.range("journal.number", number, 0, Long.MAX_VALUE);
  }

  /**
   * Reads what {@link #text} wrote; white space around it does not count.
   *
   * @param text the content of a file, as it was kept
   * @throws InvalidValue {@code checkpoint.malformed}
   */
  public static Checkpoint parse(String text) {
    Invariants.present("Checkpoint", text);
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InvalidValue(
          "checkpoint.malformed", "checkpoint", "a number, a space and 64 hexadecimal digits");
    }
    return new Checkpoint(Long.parseLong(matcher.group(1)), matcher.group(2));
  }

  /** How it is kept elsewhere: number and hash with a space between them. */
  public String text() {
    return number + " " + hash;
  }
}
