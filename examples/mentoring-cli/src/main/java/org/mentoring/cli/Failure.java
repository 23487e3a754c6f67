package org.mentoring.cli;

import java.util.Map;
import org.mentoring.text.Value;

/** Ends a command with a text that a person understands. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String key;
  private final transient Map<String, Value> values;

  private Failure(int exitCode, String key, Map<String, Value> values) {
    super(key, null, false, false);
    this.exitCode = exitCode;
    this.key = key;
    this.values = Map.copyOf(values);
  }

  /** The command line is wrong. */
  static Failure usage(String key, Map<String, Value> values) {
    return new Failure(ExitCode.USAGE, key, values);
  }

  /** An input cannot be used. */
  static Failure input(String key, Map<String, Value> values) {
    return new Failure(ExitCode.INPUT, key, values);
  }

  /** A result cannot be written. */
  static Failure output(String key, Map<String, Value> values) {
    return new Failure(ExitCode.OUTPUT, key, values);
  }

  /** The programme refuses what was asked; the reason was printed before. */
  static Failure refused(String key) {
    return new Failure(ExitCode.REFUSED, key, Map.of());
  }

  /** The programme refuses what was asked, for this reason. */
  static Failure refused(String key, Map<String, Value> values) {
    return new Failure(ExitCode.REFUSED, key, values);
  }

  /** What is stored is not what was stored. */
  static Failure faults(String key, Map<String, Value> values) {
    return new Failure(ExitCode.FAULTS, key, values);
  }

  int exitCode() {
    return exitCode;
  }

  String text(Texts texts) {
    return texts.say(key, values);
  }
}
