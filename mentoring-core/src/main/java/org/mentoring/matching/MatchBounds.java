package org.mentoring.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.programme.MatchingPlan;
import org.mentoring.programme.MatchingPlan.CoordinatorLoad;
import org.mentoring.programme.MatchingPlan.GroupTerms;
import org.mentoring.programme.MatchingPlan.Share;
import org.mentoring.programme.MatchingPlan.TeamTerms;
import org.mentoring.programme.MatchingPlan.TogetherTerms;

/**
 * What binds more than one pair at a time.
 *
 * @param group sizes of the groups of mentors; null where each mentor takes what places allow
 * @param team how many mentors a mentee, then a group, has; null for one
 * @param shares how many mentees with some value are matched at least
 * @param load how many mentees the mentors of one coordinator take in all; null if not bounded
 * @param loaded how many mentees coordinators look after already, by the value that names them
 * @param together which mentees go to the same mentor or to none; null if each goes alone
 */
public record MatchBounds(
    @Nullable GroupTerms group,
    @Nullable TeamTerms team,
    List<Share> shares,
    @Nullable CoordinatorLoad load,
    SortedMap<String, Integer> loaded,
    @Nullable TogetherTerms together) {
  /** Nothing. */
  public static final MatchBounds NONE = new MatchBounds(null, null, List.of(), null, null);

  /** Copies. */
  public MatchBounds {
    shares = List.copyOf(shares);
    loaded = Collections.unmodifiableSortedMap(new TreeMap<>(loaded));
  }

  /** Bounds where no coordinator looks after anybody yet. */
  public MatchBounds(
      @Nullable GroupTerms group,
      @Nullable TeamTerms team,
      List<Share> shares,
      @Nullable CoordinatorLoad load,
      @Nullable TogetherTerms together) {
    this(group, team, shares, load, new TreeMap<>(), together);
  }

  /** The same with mentees whom coordinators look after already. */
  public MatchBounds loaded(SortedMap<String, Integer> already) {
    return new MatchBounds(group, team, shares, load, already, together);
  }

  /** What a plan says. */
  public static MatchBounds of(MatchingPlan plan) {
    return new MatchBounds(
        plan.group(), plan.team(), plan.shares(), plan.coordinatorLoad(), plan.together());
  }

  /** Whether anything binds. */
  public boolean any() {
    return !equals(NONE);
  }

  /** The names of what binds, as the definition spells them. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (group != null) {
      names.add("group");
    }
    if (team != null) {
      names.add("team");
    }
    if (!shares.isEmpty()) {
      names.add("shares");
    }
    if (load != null) {
      names.add("coordinator-load");
    }
    if (together != null) {
      names.add("together");
    }
    return names;
  }
}
