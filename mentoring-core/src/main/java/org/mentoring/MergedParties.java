package org.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Agreement;
import org.mentoring.mentorship.Particulars;

/**
 * Who participants are after all merges that were known at an instant. What was recorded before a
 * merge names the duplicate for ever, so ids are compared only as this tells them.
 */
final class MergedParties {
  private final Mentoring mentoring;
  private final Instant knownAt;

  MergedParties(Mentoring mentoring, Instant knownAt) {
    this.mentoring = mentoring;
    this.knownAt = knownAt;
  }

  /** The registration that is kept; a participant whom nobody registered is itself. */
  ParticipantId kept(ParticipantId id) {
    return mentoring.participant(id).isEmpty() ? id : mentoring.keeper(id, knownAt);
  }

  SortedSet<ParticipantId> kept(SortedSet<ParticipantId> ids) {
    SortedSet<ParticipantId> kept = new TreeSet<>();
    ids.forEach(id -> kept.add(kept(id)));
    return kept;
  }

  /** All registrations of a participant. */
  SortedSet<ParticipantId> all(ParticipantId id) {
    return mentoring.participant(id).isEmpty()
        ? new TreeSet<>(List.of(id))
        : mentoring.registrations(id, knownAt);
  }

  SortedSet<ParticipantId> all(Iterable<ParticipantId> ids) {
    SortedSet<ParticipantId> all = new TreeSet<>();
    ids.forEach(id -> all.addAll(all(id)));
    return all;
  }

  boolean same(ParticipantId one, ParticipantId other) {
    return one.equals(other) || kept(one).equals(kept(other));
  }

  /** The mentorship as if its parties had been registered once. */
  Particulars kept(Particulars mentorship) {
    ParticipantId centre = mentorship.centre();
    return new Particulars(
        mentorship.id(),
        mentorship.version(),
        mentorship.practice(),
        mentorship.arrangement(),
        kept(mentorship.mentors()),
        kept(mentorship.mentees()),
        centre == null ? null : kept(centre),
        mentorship.model(),
        mentorship.continues(),
        mentorship.agreements().stream()
            .map(
                each -> new Agreement(each.party(), kept(each.participant()), each.on(), each.by()))
            .toList(),
        mentorship.startedOn(),
        mentorship.pauses(),
        mentorship.rungs(),
        mentorship.steps(),
        mentorship.changes(),
        mentorship.closure(),
        mentorship.leavings().stream().map(left -> left.of(kept(left.participant()))).toList(),
        mentorship.pinned(),
        mentorship.moves());
  }

  /** The activity as if those whom it names had been registered once. */
  Activity kept(Activity activity) {
    About about =
        activity.about() instanceof About.OfParticipant of
            ? About.participant(kept(of.participant()))
            : activity.about();
    return new Activity(
        activity.id(),
        activity.kind(),
        about,
        activity.on(),
        kept(activity.happened()),
        activity.note(),
        activity.by(),
        activity.recordedAt());
  }

  Happened kept(Happened happened) {
    if (happened instanceof Happened.EventHeld event) {
      return new Happened.EventHeld(
          event.mode(), kept(event.attended()), kept(event.jointWith()), event.item());
    } else if (happened instanceof Happened.ServiceReferral referral) {
      return new Happened.ServiceReferral(kept(referral.partner()));
    } else if (happened instanceof Happened.Entry entry) {
      return new Happened.Entry(entry.item(), kept(entry.concerns()), entry.number());
    } else if (happened instanceof Happened.PartGiven part && part.of() != null) {
      return new Happened.PartGiven(part.party(), kept(part.of()));
    }
    return happened;
  }
}
