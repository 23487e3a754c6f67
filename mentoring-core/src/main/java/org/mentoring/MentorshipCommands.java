package org.mentoring;

/**
 * The life of mentorships: assignment, agreement, start, pause, escalation, replacement, closure,
 * follow-up. Thread-safe.
 */
public final class MentorshipCommands {
  @SuppressWarnings("UnusedVariable")
  private final Workplace workplace;

  MentorshipCommands(Workplace workplace) {
    this.workplace = workplace;
  }
}
