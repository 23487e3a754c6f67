package org.mentoring;

/** What is due, overdue, at risk and complete. Thread-safe. */
public final class Oversight {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  Oversight(Workplace workplace) {
    this.workplace = workplace;
  }
}
