package org.mentoring.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.DecisionId;
import org.mentoring.participant.Position;

/** What a changed definition or changed rules would mean for one decision. Immutable. */
public sealed interface Foreseen {
  /** The stored decision; null where it was made for the comparison alone. */
  @Nullable DecisionId stored();

  /**
   * It would be decided otherwise: another verdict, other findings or another way so far.
   *
   * @param stored the stored decision; null where it was made for the comparison alone
   * @param before under what holds, or held when it was stored
   * @param after under what is changed
   */
  record Otherwise(@Nullable DecisionId stored, Decision before, Decision after)
      implements Foreseen {
    /** Whether the verdict is another one; else it is the findings or the way alone. */
    public boolean verdictChanged() {
      return before.verdict() != after.verdict();
    }
  }

  /**
   * The changed definition does not ask about it any more.
   *
   * @param stored the stored decision; null where it was made for the comparison alone
   * @param before under what holds, or held when it was stored
   * @param practice the practice that is missing, or in which the position is; null where nothing
   *     is said of centres
   * @param position the position that is missing; null where the practice is
   */
  record NotAsked(
      @Nullable DecisionId stored,
      Decision before,
      @Nullable String practice,
      @Nullable Position position)
      implements Foreseen {}

  /**
   * What the stored decision was made on is not there any more, so nothing is foreseen.
   *
   * @param why it was erased or tampered with, or what was decided is not known here
   */
  record NotComparable(Replayed why) implements Foreseen {
    @Override
    public DecisionId stored() {
      return why.decision();
    }
  }

  /**
   * What is foreseen for some.
   *
   * @param items in the order of ids, but not those for which nothing would change
   * @param compared how many decisions were looked at for this page
   * @param same for how many of them nothing would change
   * @param next after which the next page begins; null if this is the last
   */
  record Some(List<Foreseen> items, long compared, long same, @Nullable String next) {
    /** Copies. */
    public Some {
      items = List.copyOf(items);
    }
  }
}
