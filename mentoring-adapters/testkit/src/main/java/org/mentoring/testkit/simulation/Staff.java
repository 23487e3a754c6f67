package org.mentoring.testkit.simulation;

import java.util.Locale;
import java.util.Set;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/** Who gives the commands of a simulated programme: one actor for each office. */
final class Staff {
  static final Code COORDINATOR = Code.of("COORDINATOR");

  /** Keeps what is on record of people. */
  static final Actor OPERATOR = new Actor("operator", Code.of("REGIONAL_OPERATOR"), "operator");

  private static final Set<String> OF_CENTRES =
      Set.of("MENTORING_CENTRE", "CENTRE_HEAD", "CHILDRENS_RESIDENTIAL_CENTRE", "COORDINATOR");
  private static final Set<String> PARTIES =
      Set.of("MENTOR", "MENTEE", "GUARDIAN", "ALUMNUS", "CHILD", "SELF", "EMPLOYEE", "FAMILY");

  private Staff() {}

  /** Whoever acts in a capacity for a centre; offices that are no centre's act for themselves. */
  static Actor of(Code capacity, ParticipantId centre) {
    String name = capacity.value().toLowerCase(Locale.ROOT).replace('_', '-');
    if (capacity.equals(OPERATOR.capacity())) {
      return OPERATOR;
    }
    return OF_CENTRES.contains(capacity.value())
        ? new Actor(name + "-of-" + centre.value(), capacity, centre.value())
        : new Actor(name, capacity, name);
  }

  /** The mentor or the mentee itself. */
  static Actor party(Code capacity, Pair pair) {
    ParticipantId id = capacity.value().equals("MENTOR") ? pair.mentor().id() : pair.mentee().id();
    return new Actor(id.value(), capacity, pair.centre().value());
  }

  static boolean isParty(Code capacity) {
    return PARTIES.contains(capacity.value());
  }
}
