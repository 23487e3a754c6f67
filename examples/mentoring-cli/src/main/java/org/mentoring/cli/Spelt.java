package org.mentoring.cli;

import java.util.Map;
import java.util.regex.Pattern;
import org.mentoring.text.Value;

/**
 * Repeats what somebody typed only where it is spelt as an id: where an id is expected, the name of
 * a child may have been typed, and errors end up in logs and tickets. A colon parts the systems of
 * external references from their keys, which may be personal too.
 */
final class Spelt {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9._:/\\\\=+-]{1,200}");

  private Spelt() {}

  /** Nobody and nothing goes by an id; the other text where it is spelt as none. */
  static Failure unknown(String typed, String unknown, String misspelt) {
    return ID.matcher(typed).matches()
        ? Failure.usage(unknown, Map.of("name", Value.of(typed)))
        : Failure.usage(misspelt, Map.of());
  }

  /** An argument of the command line, or dots in its place. */
  static String argument(String typed) {
    return ARGUMENT.matcher(typed).matches() ? typed : "…";
  }
}
