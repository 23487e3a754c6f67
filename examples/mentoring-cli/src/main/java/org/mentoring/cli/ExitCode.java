package org.mentoring.cli;

/** What the process answers with; the help tells them too. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /**
   * Done, but some people could not be read, or some mentorships not judged, and were left out; or
   * a deep check found flaws.
   */
  static final int LEFT_OUT = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** An input cannot be used at all. */
  static final int INPUT = 3;

  /** A result cannot be written. */
  static final int OUTPUT = 4;

  /** The programme refuses what was asked. */
  static final int REFUSED = 5;

  /** What is stored is not what was stored, or decisions do not come out the same again. */
  static final int FAULTS = 6;

  /** A bug of this program. */
  static final int BUG = 70;

  private ExitCode() {}
}
