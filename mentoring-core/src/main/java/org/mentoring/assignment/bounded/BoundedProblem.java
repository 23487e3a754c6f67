package org.mentoring.assignment.bounded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoring.assignment.Edges;
import org.mentoring.failure.Invariants;

/**
 * What an engine with bounds is asked: which of the possible pairs to form, each at most once, so
 * that every bound is kept. The best answer is found level by level: most mentees with a mentor;
 * then most pairs; then most kept pairs; then the longest waiting in sum of the ranks; then the
 * greatest total score. Immutable and thread-safe.
 */
public final class BoundedProblem {
  private final Edges edges;
  private final int[] menteeLeast;
  private final int[] menteeMost;
  private final BitSet menteeOrNone;
  private final int[] mentorLeast;
  private final int[] mentorMost;
  private final BitSet mentorOrNone;
  private final List<Quota> quotas;
  private final BitSet crossing;
  private final List<Together> together;
  private final List<Share> shares;
  private final BitSet kept;
  private final int[] waiting;
  private final Set<BoundKind> kinds;

  private BoundedProblem(Builder builder) {
    edges = builder.edges;
    menteeLeast = builder.menteeLeast.clone();
    menteeMost = builder.menteeMost.clone();
    menteeOrNone = (BitSet) builder.menteeOrNone.clone();
    mentorLeast = builder.mentorLeast.clone();
    mentorMost = builder.mentorMost.clone();
    mentorOrNone = (BitSet) builder.mentorOrNone.clone();
    together = List.copyOf(builder.together);
    kept = (BitSet) builder.kept.clone();
    waiting = builder.waiting.clone();
    List<Quota> counted = new ArrayList<>(builder.quotas);
    List<Share> open = new ArrayList<>();
    for (Share share : builder.shares) {
      // Where nobody may have several mentors, mentees are counted by their pairs.
      if (share.mentees().stream().allMatch(mentee -> menteeMost[mentee] <= 1)) {
        counted.add(share.asQuota());
      } else {
        open.add(share);
      }
    }
    quotas = List.copyOf(counted);
    shares = List.copyOf(open);
    crossing = Nesting.crossing(edges, quotas);
    kinds = Collections.unmodifiableSet(kindsInUse());
  }

  /**
   * Mentees that go to the same mentors, or all to none.
   *
   * @param name the caller's name for them
   * @param mentees their numbers, at least two, ascending
   */
  public record Together(String name, List<Integer> mentees) {
    /** Copies. */
    public Together {
      mentees = List.copyOf(mentees);
    }
  }

  /**
   * Of some mentees, so many at least have a mentor.
   *
   * @param name the caller's name for them
   * @param mentees their numbers, ascending
   * @param least 0 or more
   */
  public record Share(String name, List<Integer> mentees, int least) {
    /** Copies. */
    public Share {
      mentees = List.copyOf(mentees);
    }

    private Quota asQuota() {
      BitSet members = new BitSet();
      mentees.forEach(members::set);
      return new Quota(name, Quota.Side.MENTEES, members, least, Integer.MAX_VALUE);
    }
  }

  /** Every mentee has 0 to 1 mentors and every mentor 0 to 1 mentees, until told otherwise. */
  public static Builder builder(Edges edges) {
    return new Builder(edges);
  }

  /** The possible pairs. */
  public Edges edges() {
    return edges;
  }

  /** The least number of mentors of a mentee. */
  public int menteeLeast(int mentee) {
    return menteeLeast[mentee];
  }

  /** The greatest number of mentors of a mentee. */
  public int menteeMost(int mentee) {
    return menteeMost[mentee];
  }

  /** Whether a mentee may also have no mentor where its least number is above 1. */
  public boolean menteeOrNone(int mentee) {
    return menteeOrNone.get(mentee);
  }

  /** The least number of mentees of a mentor. */
  public int mentorLeast(int mentor) {
    return mentorLeast[mentor];
  }

  /** The greatest number of mentees of a mentor. */
  public int mentorMost(int mentor) {
    return mentorMost[mentor];
  }

  /** Whether a mentor may also have no mentee where its least number is above 1. */
  public boolean mentorOrNone(int mentor) {
    return mentorOrNone.get(mentor);
  }

  /** The quotas, in the order in which they were given. */
  public List<Quota> quotas() {
    return quotas;
  }

  /** Whether a quota's set overlaps another's in part. */
  public boolean crosses(int quota) {
    return crossing.get(quota);
  }

  /** Who stays together, in the order in which it was given. */
  public List<Together> together() {
    return together;
  }

  /**
   * The shares of mentees some of whom may have several mentors; the other shares are among the
   * quotas, after those that were given as such.
   */
  public List<Share> shares() {
    return shares;
  }

  /** How long a mentee has waited, as a rank. */
  public int waiting(int mentee) {
    return waiting[mentee];
  }

  /** Whether an edge is better kept. */
  public boolean kept(int edge) {
    return kept.get(edge);
  }

  /** How many edges are better kept. */
  public int keptEdges() {
    return kept.cardinality();
  }

  /** The kinds of bounds that an engine has to honour. */
  public Set<BoundKind> kinds() {
    return kinds;
  }

  /** All bounds of some kinds. */
  public List<Bound> bounds(Set<BoundKind> wanted) {
    List<Bound> bounds = new ArrayList<>();
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      add(bounds, wanted, menteeBound(mentee));
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      add(bounds, wanted, mentorBound(mentor));
    }
    for (int quota = 0; quota < quotas.size(); quota++) {
      add(bounds, wanted, quotaBound(quota));
    }
    for (int share = 0; share < shares.size(); share++) {
      add(bounds, wanted, shareBound(share));
    }
    for (int set = 0; set < together.size(); set++) {
      add(bounds, wanted, togetherBound(set));
    }
    return bounds;
  }

  private static void add(List<Bound> bounds, Set<BoundKind> wanted, Bound bound) {
    if (wanted.contains(bound.kind())) {
      bounds.add(bound);
    }
  }

  /** A mentee's bound. */
  public Bound menteeBound(int mentee) {
    return new Bound(
        menteeOrNone(mentee) ? BoundKind.MENTEE_OR_NONE : BoundKind.MENTEE,
        mentee,
        "mentee-" + mentee,
        menteeLeast[mentee],
        menteeMost[mentee]);
  }

  /** A mentor's bound. */
  public Bound mentorBound(int mentor) {
    return new Bound(
        mentorOrNone(mentor) ? BoundKind.MENTOR_OR_NONE : BoundKind.MENTOR,
        mentor,
        "mentor-" + mentor,
        mentorLeast[mentor],
        mentorMost[mentor]);
  }

  /** A quota's bound. */
  public Bound quotaBound(int quota) {
    Quota of = quotas.get(quota);
    BoundKind nested =
        of.side() == Quota.Side.MENTEES ? BoundKind.QUOTA_OF_MENTEES : BoundKind.QUOTA_OF_MENTORS;
    return new Bound(
        crosses(quota) ? BoundKind.CROSSING_QUOTA : nested,
        quota,
        of.name(),
        of.least(),
        of.most());
  }

  /** A share's bound. */
  public Bound shareBound(int share) {
    Share of = shares.get(share);
    return new Bound(BoundKind.SHARE, share, of.name(), of.least(), Integer.MAX_VALUE);
  }

  /**
   * The bound of those who stay together; its numbers are those of one mentor's pairs with them.
   */
  public Bound togetherBound(int set) {
    Together of = together.get(set);
    return new Bound(BoundKind.TOGETHER, set, of.name(), 0, of.mentees().size());
  }

  /**
   * The same pairs under these limits alone; every other bound is lifted. Quotas and sets that are
   * lifted as a whole are left out, so that the numbers of those that stay change.
   */
  public BoundedProblem under(Collection<Limit> limits) {
    Set<Limit> held = new HashSet<>(limits);
    Builder builder = builder(edges).keeping(kept).waiting(waiting);
    for (int mentee = 0; mentee < edges.mentees(); mentee++) {
      Bound bound = menteeBound(mentee);
      int least = least(bound, held);
      int most = most(bound, held);
      if (held.contains(new Limit(bound, Limit.End.RULE))) {
        builder.menteeOrNone(mentee, bound.least(), most);
      } else {
        builder.mentee(mentee, least, most);
      }
    }
    for (int mentor = 0; mentor < edges.mentors(); mentor++) {
      Bound bound = mentorBound(mentor);
      int least = least(bound, held);
      int most = most(bound, held);
      if (held.contains(new Limit(bound, Limit.End.RULE))) {
        builder.mentorOrNone(mentor, bound.least(), most);
      } else {
        builder.mentor(mentor, least, most);
      }
    }
    for (int number = 0; number < quotas.size(); number++) {
      Bound bound = quotaBound(number);
      int least = least(bound, held);
      int most = most(bound, held);
      if (least > 0 || most < Integer.MAX_VALUE) {
        builder.quotas.add(quotas.get(number).within(least, most));
      }
    }
    for (int share = 0; share < shares.size(); share++) {
      if (held.contains(new Limit(shareBound(share), Limit.End.LEAST))) {
        builder.shares.add(shares.get(share));
      }
    }
    for (int set = 0; set < together.size(); set++) {
      if (held.contains(new Limit(togetherBound(set), Limit.End.RULE))) {
        builder.together.add(together.get(set));
      }
    }
    return builder.build();
  }

  private static int least(Bound bound, Set<Limit> held) {
    return held.contains(new Limit(bound, Limit.End.LEAST)) ? bound.least() : 0;
  }

  private static int most(Bound bound, Set<Limit> held) {
    return held.contains(new Limit(bound, Limit.End.MOST)) ? bound.most() : Integer.MAX_VALUE;
  }

  /** All limits that say something: every end of every bound that an answer could break. */
  public List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (Bound bound : bounds(EnumSet.allOf(BoundKind.class))) {
      switch (bound.kind()) {
        case MENTEE, MENTOR, QUOTA_OF_MENTEES, QUOTA_OF_MENTORS, CROSSING_QUOTA -> {
          if (bound.least() > 0) {
            limits.add(new Limit(bound, Limit.End.LEAST));
          }
          limits.add(new Limit(bound, Limit.End.MOST));
        }
        case MENTEE_OR_NONE, MENTOR_OR_NONE -> {
          limits.add(new Limit(bound, Limit.End.RULE));
          limits.add(new Limit(bound, Limit.End.MOST));
        }
        case SHARE -> limits.add(new Limit(bound, Limit.End.LEAST));
        case TOGETHER -> limits.add(new Limit(bound, Limit.End.RULE));
      }
    }
    return limits;
  }

  private EnumSet<BoundKind> kindsInUse() {
    EnumSet<BoundKind> used = EnumSet.of(BoundKind.MENTEE, BoundKind.MENTOR);
    if (!menteeOrNone.isEmpty()) {
      used.add(BoundKind.MENTEE_OR_NONE);
    }
    if (!mentorOrNone.isEmpty()) {
      used.add(BoundKind.MENTOR_OR_NONE);
    }
    for (int quota = 0; quota < quotas.size(); quota++) {
      used.add(quotaBound(quota).kind());
    }
    if (!shares.isEmpty()) {
      used.add(BoundKind.SHARE);
    }
    if (!together.isEmpty()) {
      used.add(BoundKind.TOGETHER);
    }
    return used;
  }

  /** Collects bounds; not thread-safe. */
  public static final class Builder {
    private final Edges edges;
    private final int[] menteeLeast;
    private final int[] menteeMost;
    private final BitSet menteeOrNone = new BitSet();
    private final int[] mentorLeast;
    private final int[] mentorMost;
    private final BitSet mentorOrNone = new BitSet();
    private final List<Quota> quotas = new ArrayList<>();
    private final List<Together> together = new ArrayList<>();
    private final List<Share> shares = new ArrayList<>();
    private BitSet kept = new BitSet();
    private int[] waiting;

    private Builder(Edges edges) {
      this.edges = edges;
      menteeLeast = new int[edges.mentees()];
      menteeMost = new int[edges.mentees()];
      mentorLeast = new int[edges.mentors()];
      mentorMost = new int[edges.mentors()];
      waiting = new int[edges.mentees()];
      Arrays.fill(menteeMost, 1);
      Arrays.fill(mentorMost, 1);
    }

    /**
     * How many mentors a mentee, or a group of children that counts as one, has.
     *
     * @param least 0 or more
     * @param most at least {@code least}
     */
    public Builder mentee(int mentee, int least, int most) {
      Invariants.range("bounded.mentee", mentee, 0, edges.mentees() - 1L);
      numbers(least, most);
      menteeLeast[mentee] = least;
      menteeMost[mentee] = most;
      menteeOrNone.clear(mentee);
      return this;
    }

    /** As {@link #mentee}, or no mentor at all. */
    public Builder menteeOrNone(int mentee, int least, int most) {
      mentee(mentee, least, most);
      // One at least or none is no bound at all.
      menteeOrNone.set(mentee, least > 1);
      menteeLeast[mentee] = least > 1 ? least : 0;
      return this;
    }

    /**
     * How many mentees a mentor has.
     *
     * @param least 0 or more
     * @param most at least {@code least}
     */
    public Builder mentor(int mentor, int least, int most) {
      Invariants.range("bounded.mentor", mentor, 0, edges.mentors() - 1L);
      numbers(least, most);
      mentorLeast[mentor] = least;
      mentorMost[mentor] = most;
      mentorOrNone.clear(mentor);
      return this;
    }

    /** As {@link #mentor}, or no mentee at all: a group that is too small is closed. */
    public Builder mentorOrNone(int mentor, int least, int most) {
      mentor(mentor, least, most);
      mentorOrNone.set(mentor, least > 1);
      mentorLeast[mentor] = least > 1 ? least : 0;
      return this;
    }

    /**
     * How many pairs some mentees have in sum.
     *
     * @param name opaque, for the answer; no personal data
     * @param members numbers of mentees
     */
    public Builder quotaOfMentees(String name, BitSet members, int least, int most) {
      Invariants.range("bounded.quota", members.length(), 0, edges.mentees());
      return quota(name, Quota.Side.MENTEES, members, least, most);
    }

    /**
     * How many pairs some mentors have in sum.
     *
     * @param name opaque, for the answer; no personal data
     * @param members numbers of mentors
     */
    public Builder quotaOfMentors(String name, BitSet members, int least, int most) {
      Invariants.range("bounded.quota", members.length(), 0, edges.mentors());
      return quota(name, Quota.Side.MENTORS, members, least, most);
    }

    private Builder quota(String name, Quota.Side side, BitSet members, int least, int most) {
      numbers(least, most);
      quotas.add(new Quota(name, side, (BitSet) members.clone(), least, most));
      return this;
    }

    /**
     * Of some mentees, so many at least have a mentor, however many each has.
     *
     * @param name opaque, for the answer; no personal data
     * @param mentees their numbers
     * @param least 0 or more
     */
    public Builder share(String name, BitSet mentees, int least) {
      Invariants.range("bounded.share", mentees.length(), 0, edges.mentees());
      numbers(least, Integer.MAX_VALUE);
      shares.add(new Share(name, mentees.stream().boxed().toList(), least));
      return this;
    }

    /**
     * Every mentor has all of these mentees or none of them; fewer than two are no bound and left
     * out.
     *
     * @param name opaque, for the answer; no personal data
     * @param mentees their numbers
     */
    public Builder together(String name, BitSet mentees) {
      Invariants.range("bounded.together", mentees.length(), 0, edges.mentees());
      if (mentees.cardinality() > 1) {
        together.add(new Together(name, mentees.stream().boxed().toList()));
      }
      return this;
    }

    /** After the number of pairs, as many of these edges as possible. */
    public Builder keeping(BitSet keptEdges) {
      Invariants.range("bounded.kept", keptEdges.length(), 0, edges.size());
      kept = (BitSet) keptEdges.clone();
      return this;
    }

    /**
     * After pairs and kept pairs, who waited longest goes first.
     *
     * @param ranks one for each mentee, 0 or more; a longer wait has a greater rank
     */
    public Builder waiting(int[] ranks) {
      Invariants.range("bounded.waiting", ranks.length, edges.mentees(), edges.mentees());
      for (int each : ranks) {
        Invariants.range("bounded.waiting", each, 0, Integer.MAX_VALUE);
      }
      waiting = ranks.clone();
      return this;
    }

    private static void numbers(int least, int most) {
      Invariants.range("bounded.least", least, 0, Integer.MAX_VALUE);
      Invariants.range("bounded.most", most, least, Integer.MAX_VALUE);
    }

    /** The problem. */
    public BoundedProblem build() {
      return new BoundedProblem(this);
    }
  }
}
