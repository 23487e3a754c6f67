package org.mentoring.waiver;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.identity.WaiverId;

/**
 * An authority waived a requirement for a participant or a mentorship, for a reason and for a time.
 *
 * @param id its id
 * @param requirement the id of a requirement; or what an obligation or a completion asks for, as
 *     {@code MENTOR_REPORT}
 * @param participant for whom; null where it is for a mentorship
 * @param mentorship for which; null where it is for a participant
 * @param authority in which capacity it was waived
 * @param reason why, 1 to 500 characters
 * @param from the first day
 * @param until the first day after
 * @param by who recorded it
 * @param recordedAt when it became known
 * @param revokedAt when it was taken back; null while it stands
 * @param revokedBy who took it back; null while it stands
 * @param revokedBecause why, 1 to 500 characters; null while it stands
 */
public record Waiver(
    WaiverId id,
    String requirement,
    @Nullable ParticipantId participant,
    @Nullable MentorshipId mentorship,
    Code authority,
    String reason,
    LocalDate from,
    LocalDate until,
    Actor by,
    Instant recordedAt,
    @Nullable Instant revokedAt,
    @Nullable Actor revokedBy,
    @Nullable String revokedBecause) {
  /** Refuses an end that is not after the beginning, and one without or with two subjects. */
  public Waiver {
    Invariants.present("Waiver", id, requirement, authority, from, until, by, recordedAt);
    Invariants.text("reason", reason, 500);
    Invariants.holds(until.isAfter(from), "validity.empty", "until", "a day after from");
    Invariants.holds(
        (participant == null) != (mentorship == null),
        "waiver.subject",
        "participant, mentorship",
        "one of the two");
    Invariants.holds(
        (revokedAt == null) == (revokedBy == null)
            && (revokedAt == null) == (revokedBecause == null),
        "waiver.revoked",
        "revokedAt, revokedBy, revokedBecause",
        "all three or none");
    if (revokedBecause != null) {
      Invariants.text("revokedBecause", revokedBecause, 500);
    }
  }

  /** A waiver that stands. */
  public Waiver(
      WaiverId id,
      String requirement,
      @Nullable ParticipantId participant,
      @Nullable MentorshipId mentorship,
      Code authority,
      String reason,
      LocalDate from,
      LocalDate until,
      Actor by,
      Instant recordedAt) {
    this(
        id,
        requirement,
        participant,
        mentorship,
        authority,
        reason,
        from,
        until,
        by,
        recordedAt,
        null,
        null,
        null);
  }

  /** This waiver, taken back. */
  public Waiver revoked(Actor revoker, String because, Instant at) {
    return new Waiver(
        id,
        requirement,
        participant,
        mentorship,
        authority,
        reason,
        from,
        until,
        by,
        recordedAt,
        at,
        revoker,
        because);
  }

  /** What was known of it at an instant when it had been given already. */
  public Waiver knownAt(Instant instant) {
    Instant revoked = revokedAt;
    return revoked == null || !revoked.isAfter(instant)
        ? this
        : new Waiver(
            id,
            requirement,
            participant,
            mentorship,
            authority,
            reason,
            from,
            until,
            by,
            recordedAt);
  }

  /** Whether it stands and shares a day with an interval. */
  public boolean overlaps(LocalDate first, LocalDate firstAfter) {
    return revokedAt == null && from.isBefore(firstAfter) && first.isBefore(until);
  }

  /** Whether it counts on a day, with what was known at an instant. */
  public boolean holds(LocalDate day, Instant knownAt) {
    return !day.isBefore(from)
        && day.isBefore(until)
        && !recordedAt.isAfter(knownAt)
        && (revokedAt == null || revokedAt.isAfter(knownAt));
  }

  @Override
  public String toString() {
    return "Waiver[" + id + ", " + requirement + "]";
  }
}
