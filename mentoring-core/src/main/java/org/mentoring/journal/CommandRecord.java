package org.mentoring.journal;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.CommandId;
import org.mentoring.identity.DecisionId;

/**
 * That a command was given and what came of it. Whoever lost the reply asks for it by the id.
 *
 * @param id the command's id
 * @param matter what was asked for, as {@code ASSIGN_MENTORSHIP}
 * @param by who gave it
 * @param at when
 * @param accepted whether it was carried out
 * @param result the opaque id of what came of it; null where it was refused
 * @param refusedBy codes of the findings that refused it; empty where it was carried out
 * @param decisions the stored decisions that it rests on
 * @param subject a digest of the command's id and the opaque ids that it named, by which a command
 *     about something else is told apart; null where it named none, and in records of before
 *     subjects were kept
 * @param entries {@link EntriesDigest} of the entries that it left in the journal, its own without
 *     the content, which is this record's digest; null in records of before it was kept
 */
public record CommandRecord(
    CommandId id,
    Code matter,
    Actor by,
    Instant at,
    boolean accepted,
    @Nullable String result,
    SortedSet<String> refusedBy,
    List<DecisionId> decisions,
    @OmittedIfAbsent @Nullable String subject,
    @OmittedIfAbsent @Nullable String entries) {
  /** Sorts and copies. */
  public CommandRecord {
    Invariants.present("CommandRecord", id, matter, by, at);
    refusedBy = Invariants.sorted(refusedBy);
    decisions = List.copyOf(decisions);
  }

  /** One that named nothing. */
  public CommandRecord(
      CommandId id,
      Code matter,
      Actor by,
      Instant at,
      boolean accepted,
      @Nullable String result,
      SortedSet<String> refusedBy,
      List<DecisionId> decisions) {
    this(id, matter, by, at, accepted, result, refusedBy, decisions, null);
  }

  /** One that tells nothing of its entries. */
  public CommandRecord(
      CommandId id,
      Code matter,
      Actor by,
      Instant at,
      boolean accepted,
      @Nullable String result,
      SortedSet<String> refusedBy,
      List<DecisionId> decisions,
      @Nullable String subject) {
    this(id, matter, by, at, accepted, result, refusedBy, decisions, subject, null);
  }

  /** SHA-256 of all of it: the journal holds it, so that a record which was changed is found. */
  public String digest() {
    return CanonicalForm.sha256(this);
  }
}
