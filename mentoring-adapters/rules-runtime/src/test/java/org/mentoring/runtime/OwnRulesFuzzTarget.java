package org.mentoring.runtime;

import org.mentoring.testkit.internal.Jazzer;

/**
 * What Jazzer gives its inputs to: files of rules, or tables where {@code -Dfuzz.table} says so.
 */
public final class OwnRulesFuzzTarget {
  private static final boolean TABLE = Boolean.getBoolean("fuzz.table");

  private OwnRulesFuzzTarget() {}

  /** By the name that Jazzer looks for: classes are loaded before anything is measured. */
  public static void fuzzerInitialize() {
    OwnRulesFuzzTest.valid(TABLE).forEach(each -> OwnRulesFuzzTest.read(each, TABLE));
  }

  /** By the name that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Jazzer.given("an input", () -> OwnRulesFuzzTest.read(bytes, TABLE));
  }
}
