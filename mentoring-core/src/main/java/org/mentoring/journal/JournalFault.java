package org.mentoring.journal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/**
 * Something that a verifier found. Immutable.
 *
 * @param kind what is wrong
 * @param from the number of the first entry that it is about; 0 where it is about no number
 * @param to the number of the last; {@code from} where it is about one
 * @param subject the opaque id of the decision or participant that it is about, where it may be one
 *     of several kinds of things behind the kind, as {@code MENTORSHIP m-1}; null where it is about
 *     entries alone
 */
public record JournalFault(Kind kind, long from, long to, @Nullable String subject) {
  /** What may be wrong. */
  public enum Kind {
    /** Entries are not there, and later ones are. */
    MISSING,
    /** An entry stands behind one that it should stand before, or stands twice. */
    OUT_OF_ORDER,
    /** An entry is not what its hash was made of. */
    CHANGED,
    /** An entry was not sealed behind the one that it stands behind. */
    BROKEN,
    /** An entry cannot be read at all. */
    UNREADABLE,
    /** An entry that waits to be sealed cannot be read at all, and so is not sealed. */
    UNSEALED_UNREADABLE,
    /** An entry that waits to be sealed tells something else than the record of its command. */
    UNSEALED_CHANGED,
    /** The entries of a command, sealed or not, are not those that its record tells of. */
    ENTRIES_CHANGED,
    /** The chain ends before a checkpoint that was taken of it. */
    CUT,
    /** An entry is not the one that a checkpoint was taken of. */
    REWRITTEN,
    /** A decision that an entry names is not there. */
    DECISION_MISSING,
    /** A decision is not the one that its entry names, or not what its digest was made of. */
    DECISION_CHANGED,
    /** A decision was stored and no entry names it. */
    DECISION_UNRECORDED,
    /** The content of a decision is gone, and nobody whom it is about was erased. */
    DECISION_EMPTIED,
    /** A decision still has its content though it rests on what was known of somebody erased. */
    DECISION_UNERASED,
    /** A decision is missing from the list by which an erasure finds those about a person. */
    DECISION_UNLISTED,
    /** What a decision says was known of somebody is not there. */
    PART_MISSING,
    /** What was known of somebody is not what its digest was made of. */
    PART_CHANGED,
    /** What was known of somebody cannot be checked any more, and the person was not erased. */
    PART_EMPTIED,
    /** The record of a command that an entry names is not there. */
    COMMAND_MISSING,
    /** The record of a command is not what its digest was made of. */
    COMMAND_CHANGED,
    /** The record of a command is there and no entry names it. */
    COMMAND_UNRECORDED,
    /** A definition that an entry names is not there, or not noted as having come into force. */
    DEFINITION_MISSING,
    /** A definition is not the one that its hash was made of. */
    DEFINITION_CHANGED,
    /** A definition, or its coming into force, is there and no entry names it. */
    DEFINITION_UNRECORDED,
    /** The state of a thing that entries name is not there. */
    RECORD_MISSING,
    /** The state of a thing is not the one that its newest entry tells of. */
    RECORD_CHANGED,
    /** The state of a thing is there and no entry names it. */
    RECORD_UNRECORDED,
    /** A history does not hold what entries say was added to it. */
    HISTORY_CHANGED,
    /** An entry tells that somebody was erased, and no record of the erasure is there. */
    ERASURE_MISSING,
    /** The record of an erasure is there and no entry tells of it. */
    ERASURE_UNRECORDED
  }

  /** Refuses numbers out of range. */
  public JournalFault {
    Invariants.present("JournalFault", kind);
    Invariants.range("from", from, 0, Long.MAX_VALUE);
    Invariants.range("to", to, from, Long.MAX_VALUE);
  }

  static JournalFault at(Kind kind, long number) {
    return new JournalFault(kind, number, number, null);
  }

  /** A fault of something that entries name. */
  public static JournalFault of(Kind kind, String subject) {
    return new JournalFault(kind, 0, 0, subject);
  }

  /** The fault in words. */
  public String told(Messages messages) {
    Map<String, Value> values = new TreeMap<>();
    values.put("from", Value.of(from));
    values.put("to", Value.of(to));
    values.put("count", Value.of(to - from + 1));
    values.put("subject", Value.of(subject == null ? "" : subject));
    return messages.render("journal.fault." + kind, values);
  }
}
