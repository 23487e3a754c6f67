package org.mentoring.jdbc.harness;

import org.mentoring.jdbc.ProofDatabase;
import org.mentoring.testkit.internal.HarnessRounds;

/** Harnesses of this module: those of PostgreSQL name the server. */
public final class Harness {
  /**
   * Of every class of tests that runs harnesses, or damages what databases hold: what they show
   * rests on the databases, so that a build on one more JDK can leave them out.
   */
  public static final String TAG = "harness";

  private Harness() {}

  /** As {@link HarnessRounds} says. */
  public static HarnessRounds of(String id, String title, int usual, int release) {
    return HarnessRounds.of(
        id, title, usual, release, "mentoring-adapters/jdbc", ProofDatabase::serverVersion);
  }

  /** Whether as much is to be done as a release asks for. */
  public static boolean release() {
    return HarnessRounds.release();
  }
}
