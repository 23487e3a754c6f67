package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;

/** A mentorship that is being lived. */
final class Pair {
  private final MentorshipId id;
  private final Person mentee;
  private final Person mentor;
  private final ParticipantId centre;
  private final LocalDate ripe;
  private int visits;
  private boolean over;

  Pair(MentorshipId id, Person mentee, Person mentor, ParticipantId centre, LocalDate ripe) {
    this.id = id;
    this.mentee = mentee;
    this.mentor = mentor;
    this.centre = centre;
    this.ripe = ripe;
  }

  MentorshipId id() {
    return id;
  }

  Person mentee() {
    return mentee;
  }

  Person mentor() {
    return mentor;
  }

  ParticipantId centre() {
    return centre;
  }

  /** When it means to sum up. */
  LocalDate ripe() {
    return ripe;
  }

  int nextVisit() {
    return ++visits;
  }

  boolean over() {
    return over;
  }

  void end() {
    over = true;
  }
}
