package org.mentoring;

/** Incidents and the documented algorithms for them. Thread-safe. */
public final class IncidentCommands {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  IncidentCommands(Workplace workplace) {
    this.workplace = workplace;
  }
}
