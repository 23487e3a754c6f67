package org.mentoring.testkit;

/** What Jazzer gives its inputs to: the parser that {@code -Dfuzz.parser} names. */
public final class ParserFuzzTarget {
  private static final Parser PARSER = Parser.valueOf(System.getProperty("fuzz.parser"));

  private ParserFuzzTarget() {}

  /** By the name that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    PARSER.reads(bytes);
  }
}
