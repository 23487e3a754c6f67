package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mentoring.activity.Activity;
import org.mentoring.activity.Happened;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Particulars;
import org.mentoring.programme.CompletionTerms;
import org.mentoring.programme.Practice;

/**
 * What staff recorded as the part of all children of a group is the part of those of them who had
 * the consents on its day: a group goes on with these, and nothing was done with the others.
 */
final class PartsOfAll {
  private final Workplace workplace;
  private final Practice practice;
  private final Particulars mentorship;
  private final Instant knownAt;
  private final ConsentDays consents;

  PartsOfAll(Workplace workplace, Practice practice, Particulars mentorship, Instant knownAt) {
    this.workplace = workplace;
    this.practice = practice;
    this.mentorship = mentorship;
    this.knownAt = knownAt;
    this.consents = new ConsentDays(workplace);
  }

  /** The same activities, each part of all told once for each child whose part it can be. */
  List<Activity> told(List<Activity> activities) {
    if (mentorship.mentees().size() == 1 || ConsentDays.asked(practice).isEmpty()) {
      return activities;
    }
    List<Activity> told = new ArrayList<>();
    for (Activity activity : activities) {
      if (activity.happened() instanceof Happened.PartGiven part
          && part.of() == null
          && CompletionTerms.isOfMentee(part.party())) {
        told.addAll(told(activity, part));
      } else {
        told.add(activity);
      }
    }
    return told;
  }

  private List<Activity> told(Activity activity, Happened.PartGiven part) {
    List<ParticipantId> whose =
        mentorship.mentees().stream().filter(mentee -> consents(mentee, activity)).toList();
    return whose.size() == mentorship.mentees().size()
        ? List.of(activity)
        : whose.stream().map(mentee -> of(activity, part, mentee)).toList();
  }

  private boolean consents(ParticipantId mentee, Activity activity) {
    return consents
        .missing(practice, workplace.mentoring().dossier(mentee, activity.on(), knownAt))
        .isEmpty();
  }

  private static Activity of(Activity activity, Happened.PartGiven part, ParticipantId mentee) {
    return new Activity(
        activity.id(),
        activity.kind(),
        activity.about(),
        activity.on(),
        new Happened.PartGiven(part.party(), mentee),
        activity.note(),
        activity.by(),
        activity.recordedAt());
  }
}
