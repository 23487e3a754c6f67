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
   * @param counts of all that were looked at for this page
   * @param next after which the next page begins; null if this is the last
   */
  record Some(List<Foreseen> items, Counts counts, @Nullable String next) {
    /** Copies. */
    public Some {
      items = List.copyOf(items);
    }
  }

  /**
   * How many decisions would come out how; none is below zero.
   *
   * @param same nothing would change
   * @param otherwise another verdict: these would be decided otherwise
   * @param findings the same verdict on other findings or another way so far
   * @param notAsked see {@link NotAsked}
   * @param notAvailable what was decided is not known here, see {@link Replayed.RulesNotAvailable}
   * @param erased see {@link Replayed.Erased}
   * @param tampered see {@link Replayed.Tampered}
   */
  record Counts(
      long same,
      long otherwise,
      long findings,
      long notAsked,
      long notAvailable,
      long erased,
      long tampered) {
    /** Nothing yet. */
    public static Counts none() {
      return new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** One more for which nothing would change. */
    public Counts andSame() {
      return and(new Counts(1, 0, 0, 0, 0, 0, 0));
    }

    /** One more. */
    public Counts and(Foreseen one) {
      boolean other = one instanceof Otherwise;
      boolean verdict = one instanceof Otherwise each && each.verdictChanged();
      Replayed why = one instanceof NotComparable not ? not.why() : null;
      return and(
          new Counts(
              0,
              verdict ? 1 : 0,
              other && !verdict ? 1 : 0,
              one instanceof NotAsked ? 1 : 0,
              why instanceof Replayed.RulesNotAvailable ? 1 : 0,
              why instanceof Replayed.Erased ? 1 : 0,
              why instanceof Replayed.Tampered ? 1 : 0));
    }

    /** Both together. */
    public Counts and(Counts other) {
      return new Counts(
          same + other.same,
          otherwise + other.otherwise,
          findings + other.findings,
          notAsked + other.notAsked,
          notAvailable + other.notAvailable,
          erased + other.erased,
          tampered + other.tampered);
    }

    /** All of them. */
    public long all() {
      return same + otherwise + findings + notAsked + notAvailable + erased + tampered;
    }
  }
}
