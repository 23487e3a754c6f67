package org.mentoring.indicator;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;

/**
 * How far one figure of a target has come: for staff, because it may hold ids of centres and
 * figures of a few people. What cannot be attributed is told apart and never spread over the rest.
 *
 * @param indicator what is counted; ending in {@code _PERCENT}: how many in a hundred of those who
 *     answered a survey gave an answer, half a per cent rounded up
 * @param aboutPeople whether a small figure of it could tell of somebody, as of mentorships; not so
 *     of events and videos
 * @param expected the target's figure
 * @param least the least that counts as reached: {@code expected} less the tolerance, rounded up
 * @param reached counted so far; of {@code EVENTS_PER_MUNICIPALITY}: in the municipality that has
 *     the fewest
 * @param standing how that stands
 * @param byMunicipality by municipality, as participants have it
 * @param withoutMunicipality counted, but of no known municipality, or of several
 * @param byCentre by centre
 * @param withoutCentre counted, but of no centre
 */
public record FigureProgress(
    Code indicator,
    boolean aboutPeople,
    long expected,
    long least,
    long reached,
    Standing standing,
    SortedMap<String, Long> byMunicipality,
    long withoutMunicipality,
    SortedMap<ParticipantId, Long> byCentre,
    long withoutCentre) {
  /** The end of indicators that are told in per cent. */
  public static final String PERCENT = "_PERCENT";

  /** Copies. */
  public FigureProgress {
    byMunicipality =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Long>) byMunicipality));
    byCentre =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<ParticipantId, Long>) byCentre));
  }

  /** Whether the figures are per cents of those who answered a survey. */
  public boolean inPercent() {
    return indicator.value().endsWith(PERCENT);
  }

  /** What was reached in per cent of what was expected, rounded down; 100 where nothing was. */
  public long share() {
    return expected == 0 ? 100 : reached * 100 / expected;
  }
}
