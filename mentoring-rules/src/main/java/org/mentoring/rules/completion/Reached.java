package org.mentoring.rules.completion;

import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.activity.About;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.Actor;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.CompletionTerms;

/** Whom something that happened reached. */
public final class Reached {
  private Reached() {}

  /**
   * Which of the mentees an activity reached: what was done in the mentorship, all of them, unless
   * it was a meeting that was not held, or an event with others on its list; what was done
   * elsewhere, those who came or whom it was about.
   */
  public static SortedSet<ParticipantId> by(Activity activity, Particulars mentorship) {
    SortedSet<ParticipantId> reached = new TreeSet<>();
    if (activity.happened() instanceof Happened.Meeting meeting
        && meeting.outcome() != Happened.MeetingOutcome.HELD) {
      return reached;
    }
    boolean own =
        activity.about() instanceof About.OfMentorship about
            && about.mentorship().equals(mentorship.id());
    if (activity.happened() instanceof Happened.PartGiven part) {
      // The part of somebody who left since is not that of those who stayed.
      if (part.of() != null && CompletionTerms.isOfMentee(part.party())) {
        reached.add(part.of());
        reached.retainAll(mentorship.mentees());
        return reached;
      }
      if (isOfMentorWhoLeft(part, activity.by(), mentorship)) {
        return reached;
      }
    }
    if (activity.happened() instanceof Happened.EventHeld event
        && !(own && event.attended().isEmpty())) {
      reached.addAll(event.attended());
      reached.retainAll(mentorship.mentees());
    } else if (own) {
      reached.addAll(mentorship.mentees());
    } else if (activity.about() instanceof About.OfParticipant about
        && mentorship.mentees().contains(about.participant())) {
      reached.add(about.participant());
    }
    return reached;
  }

  /** A mentor's part names the mentor, or is unnamed and recorded by the mentor itself. */
  private static boolean isOfMentorWhoLeft(
      Happened.PartGiven part, Actor by, Particulars mentorship) {
    ParticipantId of = part.of();
    if (of != null) {
      return !mentorship.mentors().contains(of);
    }
    return by.capacity().equals(part.party())
        && mentorship.leavings().stream()
            .anyMatch(left -> left.asMentor() && left.participant().value().equals(by.id()));
  }
}
