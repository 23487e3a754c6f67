package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.identity.MentorshipId;
import org.mentoring.obligation.NotJudged;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationState;

/** Fills one page of obligations that come in their order. Not thread-safe. */
final class DuePage {
  private final Set<ObligationState> states;
  private final @Nullable DueMark after;
  private final int most;
  private final List<Obligation> items = new ArrayList<>();
  private final List<NotJudged> notJudged = new ArrayList<>();
  private @Nullable DueMark last;
  private boolean more;

  /**
   * @param states empty: all
   */
  DuePage(Set<ObligationState> states, @Nullable DueMark after, int most) {
    this.states = Set.copyOf(states);
    this.after = after;
    this.most = most;
  }

  @Nullable DueMark after() {
    return after;
  }

  /** Whether one more than fits was found, so that there is a next page. */
  boolean full() {
    return more;
  }

  void add(DueMark mark, Obligation obligation) {
    if ((!states.isEmpty() && !states.contains(obligation.state()))
        || (after != null && mark.compareTo(after) <= 0)) {
      return;
    }
    if (fits()) {
      items.add(obligation);
      last = mark;
    }
  }

  /** A mentorship that cannot be judged takes one place of its own among the others. */
  void add(MentorshipId mentorship, Finding why) {
    DueMark mark = new DueMark(true, mentorship.value(), 0, 0, 0);
    if (after != null && mark.compareTo(after) <= 0) {
      return;
    }
    if (fits()) {
      notJudged.add(new NotJudged(mentorship, why));
      last = mark;
    }
  }

  private boolean fits() {
    more |= items.size() + notJudged.size() == most;
    return !more;
  }

  ObligationPage page() {
    return new ObligationPage(items, notJudged, more && last != null ? last.toString() : null);
  }
}
