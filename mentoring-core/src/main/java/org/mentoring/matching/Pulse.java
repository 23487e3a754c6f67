package org.mentoring.matching;

import java.util.Map;
import org.mentoring.failure.MentoringException;

/** Tells the progress at bounded intervals and heeds an interruption. */
final class Pulse {
  private static final int INTERVAL = 256;

  private final MatchProgress listener;
  private final long total;
  private long done;
  private long told;

  Pulse(MatchProgress listener, long total) {
    this.listener = listener;
    this.total = total;
  }

  void advance(int steps) {
    done += steps;
    if (done - told >= INTERVAL) {
      told = done;
      listener.at(done, total);
    }
    check();
  }

  /** Work that is no step of its own but may take long. */
  void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new MentoringException(
          "match.interrupted",
          Map.of("done", Long.toString(done), "total", Long.toString(total)),
          "Match again; nothing was changed.");
    }
  }

  void finish() {
    done = total;
    listener.at(done, total);
  }
}
