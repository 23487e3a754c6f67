package org.mentoring;

/** Requirements that an authority waives. Thread-safe. */
public final class WaiverCommands {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  WaiverCommands(Workplace workplace) {
    this.workplace = workplace;
  }
}
