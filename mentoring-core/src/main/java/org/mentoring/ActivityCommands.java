package org.mentoring;

/** What people do: plans, reports, meetings, check-ins, events, referrals, entries. Thread-safe. */
public final class ActivityCommands {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  ActivityCommands(Workplace workplace) {
    this.workplace = workplace;
  }
}
