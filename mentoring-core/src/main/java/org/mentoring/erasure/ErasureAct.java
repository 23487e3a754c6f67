package org.mentoring.erasure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;

/**
 * What was erased: the act that a person who asked for it is given (D3); the entries of the journal
 * with the command's id are the extract of the log that belongs to it. It names no data.
 *
 * @param erasure whose, when, by whom and why
 * @param registrations all registrations of the person, merged ones among them
 * @param touched how many records of each store were changed for it now; empty where the person had
 *     been erased before and nothing was left
 * @param before whether the person had been erased before
 */
public record ErasureAct(
    Erasure erasure,
    SortedSet<ParticipantId> registrations,
    SortedMap<Touched, Integer> touched,
    boolean before) {
  /** Sorts and copies. */
  public ErasureAct {
    Invariants.present("ErasureAct", erasure, registrations, touched);
    registrations = Invariants.sorted(registrations);
    touched = Collections.unmodifiableSortedMap(new TreeMap<>(touched));
  }

  /** What records were changed. */
  public enum Touched {
    /** Entries of the histories of facts; these are gone. */
    FACT_ENTRIES,
    /** Mentorships, whose texts are gone. */
    MENTORSHIPS,
    /** Entries of the record of activities, whose texts are gone. */
    ACTIVITIES,
    /** Incidents, whose texts are gone. */
    INCIDENTS,
    /** Waivers, whose reasons are gone. */
    WAIVERS,
    /** Proposals, which explain nothing about the person any more. */
    PROPOSALS,
    /** Mentor selection events, without rankings by and of the person. */
    SELECTION_EVENTS,
    /** Stored decisions, of which shells are left. */
    DECISIONS,
    /** Records that could not be read, taken away whole. */
    UNREADABLE
  }
}
