package org.mentoring.failure;

import java.util.Map;

/** Somebody changed the thing in the meantime. Read it again and repeat the command. */
public final class StaleVersion extends MentoringException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what kind of thing
   * @param id its opaque id
   * @param expected the version that the command was based on
   * @param found the version that is there
   */
  public StaleVersion(String what, String id, long expected, long found) {
    super(
        "version.stale",
        Map.of(
            "what",
            what,
            "id",
            id,
            "expected",
            Long.toString(expected),
            "found",
            Long.toString(found)),
        "Read it again and repeat the command.");
  }
}
