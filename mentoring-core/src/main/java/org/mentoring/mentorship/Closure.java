package org.mentoring.mentorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;

/**
 * How the relationship ended.
 *
 * @param kind how
 * @param reason the definition's reason for an early ending; null where it did not end early
 * @param askedBy the capacity of the party that asked for it; null where nobody had to ask
 * @param why in words, 1 to 500 characters; null where the rules of completion were met
 * @param asCompleted whether it counts as completed
 * @param on the day
 * @param by who closed it
 * @param decision digest of the decision it rests on
 */
public record Closure(
    Kind kind,
    @Nullable Code reason,
    @Nullable Code askedBy,
    @Nullable String why,
    boolean asCompleted,
    LocalDate on,
    Actor by,
    String decision) {
  /** A closure that nobody had to ask for. */
  public Closure(
      Kind kind,
      @Nullable Code reason,
      @Nullable String why,
      boolean asCompleted,
      LocalDate on,
      Actor by,
      String decision) {
    this(kind, reason, null, why, asCompleted, on, by, decision);
  }

  /** How a relationship ends. */
  public enum Kind {
    /** The rules of completion were met. */
    COMPLETED,
    /** Before that. */
    EARLY,
    /** The mentor was replaced; another mentorship goes on. */
    HANDED_OVER,
    /** It never began. */
    WITHDRAWN
  }

  @Override
  public String toString() {
    return "Closure[" + kind + ", " + on + "]";
  }
}
