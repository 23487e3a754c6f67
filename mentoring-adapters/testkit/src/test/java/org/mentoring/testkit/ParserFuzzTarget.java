package org.mentoring.testkit;

import org.mentoring.testkit.internal.Jazzer;

/**
 * What Jazzer gives its inputs to: the parser that {@code -Dfuzz.parser} names, within the bounds
 * that hold for any input.
 */
public final class ParserFuzzTarget {
  private static final Parser PARSER = Parser.valueOf(System.getProperty("fuzz.parser"));

  private ParserFuzzTarget() {}

  /**
   * By the name that Jazzer looks for: classes are loaded and formats opened before anything is
   * measured.
   */
  public static void fuzzerInitialize() {
    PARSER.small().forEach(PARSER::reads);
  }

  /** By the name that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Jazzer.given("an input of " + PARSER, () -> PARSER.reads(bytes));
  }
}
