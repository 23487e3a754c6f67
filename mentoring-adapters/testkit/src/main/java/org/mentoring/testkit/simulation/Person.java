package org.mentoring.testkit.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.FactId;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.participant.Position;
import org.mentoring.time.Validity;

/** Where a simulated person stands. What is on record of it is in the stores, and not here. */
final class Person {
  private final ParticipantId id;
  private final Position position;
  private final String municipality;
  private final LocalDate arrived;

  /** What is being seen to: requirements that are not met yet. */
  private final Set<String> underWay = new HashSet<>();

  /** How often each was seen to. */
  private final Map<String, Integer> seenTo = new HashMap<>();

  /** What makes it seek a place: taken back when it goes. */
  private final List<Seeking> seeking = new ArrayList<>();

  private final Set<ParticipantId> partners = new HashSet<>();
  private int openPairs;
  private boolean gone;
  private boolean goesAfterPairs;
  private @Nullable MentorshipId ended;

  record Seeking(FactId id, Fact fact, Validity validity) {}

  Person(ParticipantId id, Position position, String municipality, LocalDate arrived) {
    this.id = id;
    this.position = position;
    this.municipality = municipality;
    this.arrived = arrived;
  }

  ParticipantId id() {
    return id;
  }

  Position position() {
    return position;
  }

  String municipality() {
    return municipality;
  }

  LocalDate arrived() {
    return arrived;
  }

  Set<String> underWay() {
    return underWay;
  }

  /** Which time it is that this requirement is seen to. */
  int again(String requirement) {
    return seenTo.merge(requirement, 1, Integer::sum);
  }

  List<Seeking> seeking() {
    return seeking;
  }

  Set<ParticipantId> partners() {
    return partners;
  }

  boolean paired() {
    return openPairs > 0;
  }

  int openPairs() {
    return openPairs;
  }

  void pairs(int more) {
    openPairs += more;
  }

  boolean gone() {
    return gone;
  }

  void leaves() {
    gone = true;
  }

  boolean goesAfterPairs() {
    return goesAfterPairs;
  }

  void leavesAfterPairs() {
    goesAfterPairs = true;
  }

  /** The mentorship that ended last, if the next one may take over from it. */
  @Nullable MentorshipId ended() {
    return ended;
  }

  void ended(@Nullable MentorshipId mentorship) {
    ended = mentorship;
  }
}
