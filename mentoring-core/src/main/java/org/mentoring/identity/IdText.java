package org.mentoring.identity;

import org.mentoring.failure.InvalidValue;

/** The one spelling of opaque ids: it keeps them safe in file names, URLs and logs. */
final class IdText {
  private static final int LONGEST = 64;

  private IdText() {}

  static String checked(String what, String value) {
    if (!isId(value)) {
      throw new InvalidValue(
          "id.malformed",
          what,
          "1 to 64 of letters, digits, '.', '_', ':', '-', starting with one of the first two");
    }
    return value;
  }

  /** Character by character: whoever reads a whole journal comes here millions of times. */
  private static boolean isId(String value) {
    int length = value.length();
    if (length == 0 || length > LONGEST || !isAlphanumeric(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = value.charAt(i);
      if (!isAlphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
