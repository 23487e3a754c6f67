package org.mentoring;

/** Figures against targets, and reports on the work of centres. Thread-safe. */
public final class Reports {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  Reports(Workplace workplace) {
    this.workplace = workplace;
  }
}
