package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidValue;

/** What callers hand over, whom no compiler kept from a null. */
final class Arguments {
  private Arguments() {}

  /**
   * Refuses missing arguments with {@code value.missing}, all at once.
   *
   * @param namesAndValues the parameter's name, then its value, and so on
   */
  static void given(@Nullable Object... namesAndValues) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        missing.add(String.valueOf(namesAndValues[i]));
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidValue("value.missing", String.join(", ", missing), "no null");
    }
  }
}
