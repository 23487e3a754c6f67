package org.mentoring.programme;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoring.failure.InvalidValue;

/**
 * A version of three numbers.
 *
 * @param major 0 to 9999
 * @param minor 0 to 9999
 * @param patch 0 to 9999
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern TEXT =
      Pattern.compile("(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})");

  /** The version with this text; refuses others with {@code version.malformed}. */
  public static Version parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValue("version.malformed", "version", "three numbers with dots, as 1.0.0");
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  @Override
  public int compareTo(Version other) {
    int order = Integer.compare(major, other.major);
    if (order == 0) {
      order = Integer.compare(minor, other.minor);
    }
    return order != 0 ? order : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
