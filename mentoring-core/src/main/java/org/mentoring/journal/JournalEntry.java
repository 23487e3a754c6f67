package org.mentoring.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.EventId;

/**
 * One thing that happened: an event for readers and a line of the record for auditors. It holds
 * opaque ids, codes and days that are no birth dates, and no other data of people. Immutable.
 *
 * @param id by which a reader tells an event that it has seen
 * @param kind what happened, as {@code MENTORSHIP_CHANGED}
 * @param subjectKind what it happened to, as {@code MENTORSHIP}
 * @param subject its opaque id
 * @param version of the subject; 0 where it has none
 * @param details ids and codes that a read model needs, by name: as {@code state}, {@code practice}
 * @param command the command that it came from
 * @param by who gave the command
 * @param at when
 * @param content the digest of what was stored with it, where that can be checked later, as a
 *     decision's, or that of the dossier part which is the history up to an entry of it, with the
 *     part's salt; null otherwise
 */
public record JournalEntry(
    EventId id,
    Code kind,
    Code subjectKind,
    String subject,
    long version,
    SortedMap<String, String> details,
    CommandId command,
    Actor by,
    Instant at,
    @Nullable String content) {
  /** Sorts and copies. */
  public JournalEntry {
    Invariants.present("JournalEntry", id, kind, subjectKind, subject, command, by, at);
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** The same entry with another content. */
  public JournalEntry withContent(@Nullable String other) {
    return new JournalEntry(
        id, kind, subjectKind, subject, version, details, command, by, at, other);
  }
}
