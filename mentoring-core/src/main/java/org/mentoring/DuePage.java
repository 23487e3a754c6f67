package org.mentoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationState;
import org.mentoring.spi.Page;

/** Fills one page of obligations that come in their order. Not thread-safe. */
final class DuePage {
  private final Set<ObligationState> states;
  private final @Nullable DueMark after;
  private final int most;
  private final List<Obligation> items = new ArrayList<>();
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
    if (items.size() == most) {
      more = true;
      return;
    }
    items.add(obligation);
    last = mark;
  }

  Page<Obligation> page() {
    return new Page<>(items, more && last != null ? last.toString() : null);
  }
}
