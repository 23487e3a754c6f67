package org.mentoring.identity;

import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;

/** The one spelling of opaque ids: it keeps them safe in file names, URLs and logs. */
final class IdText {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  private IdText() {}

  static String checked(String what, String value) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new InvalidValue(
          "id.malformed",
          what,
          "1 to 64 of letters, digits, '.', '_', ':', '-', starting with one of the first two");
    }
    return value;
  }
}
