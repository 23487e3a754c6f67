package org.mentoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Sensitivity;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.mentorship.Closure;
import org.mentoring.mentorship.Particulars;
import org.mentoring.spi.Mentorships;

/** Mentorships that cannot be true of one person and so forbid to merge two registrations. */
final class MergeCheck {
  private final Mentorships mentorships;
  private final SortedSet<ParticipantId> kept;
  private final SortedSet<ParticipantId> duplicate;

  MergeCheck(
      Mentorships mentorships, SortedSet<ParticipantId> kept, SortedSet<ParticipantId> duplicate) {
    this.mentorships = mentorships;
    this.kept = kept;
    this.duplicate = duplicate;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<Particulars> ofKept = of(kept);
    List<Particulars> ofDuplicate = of(duplicate);
    for (Particulars each : ofKept) {
      if (bothSides(each)) {
        findings.add(
            Workplace.refusal("command.merge-parties", "duplicate")
                .with("mentorship", named(each.id())));
      }
      for (Particulars other : ofDuplicate) {
        if (!each.id().equals(other.id())
            && each.practice().equals(other.practice())
            && openAsMentee(each, kept)
            && openAsMentee(other, duplicate)) {
          findings.add(
              Workplace.refusal("command.merge-open-mentorships", "duplicate")
                  .with("one", named(each.id()))
                  .with("other", named(other.id())));
        }
      }
    }
    return findings;
  }

  /** What was withdrawn before it began says nothing of who they are. */
  private boolean bothSides(Particulars each) {
    Closure closure = each.closure();
    return (closure == null || closure.kind() != Closure.Kind.WITHDRAWN)
        && ((any(each.mentors(), kept) && any(each.mentees(), duplicate))
            || (any(each.mentees(), kept) && any(each.mentors(), duplicate)));
  }

  private static boolean openAsMentee(Particulars each, SortedSet<ParticipantId> person) {
    return each.state().open() && any(each.mentees(), person);
  }

  private static boolean any(SortedSet<ParticipantId> some, SortedSet<ParticipantId> others) {
    return !Collections.disjoint(some, others);
  }

  private List<Particulars> of(SortedSet<ParticipantId> registrations) {
    SortedMap<MentorshipId, Particulars> found = new TreeMap<>();
    for (ParticipantId each : registrations) {
      mentorships.of(each).forEach(mentorship -> found.put(mentorship.id(), mentorship));
    }
    return List.copyOf(found.values());
  }

  private static Parameter named(MentorshipId id) {
    return new Parameter.TermId(id.value(), Sensitivity.STAFF_ONLY);
  }
}
