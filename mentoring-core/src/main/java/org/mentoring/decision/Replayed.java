package org.mentoring.decision;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;

/** What came of making a stored decision again, on what was known then. Immutable. */
public sealed interface Replayed {
  /** Which decision. */
  DecisionId decision();

  /**
   * The same came out again, finding by finding.
   *
   * @param decision which
   */
  record Identical(DecisionId decision) implements Replayed {}

  /**
   * The same knowledge under the same versions gave another answer. That is a fault of the rules:
   * an outcome was changed without a new semantic version.
   *
   * @param decision which
   * @param stored what was decided
   * @param again what comes out now
   */
  record Different(DecisionId decision, Decision stored, Decision again) implements Replayed {}

  /**
   * What the decision was made under is not at hand, so nothing is said about it.
   *
   * @param decision which
   * @param definition whether the definition in the decision's version is missing
   * @param kinds semantic versions that the rules at hand do not have, and evaluators that were not
   *     added, as {@code training@2}; empty where only the definition is missing
   * @param basis what the decision rests on
   */
  record RulesNotAvailable(
      DecisionId decision, boolean definition, SortedSet<String> kinds, Basis basis)
      implements Replayed {
    /** Sorts and copies. */
    public RulesNotAvailable {
      kinds = Invariants.sorted(kinds);
    }
  }

  /**
   * Somebody whom it rests on was erased.
   *
   * @param decision which
   * @param persons whose parts are gone
   */
  record Erased(DecisionId decision, SortedSet<ParticipantId> persons) implements Replayed {
    /** Sorts and copies. */
    public Erased {
      persons = Invariants.sorted(persons);
    }
  }

  /**
   * What is stored is not what was stored: a digest does not fit, something cannot be read any
   * more, or something is missing that nobody erased.
   *
   * @param decision which
   * @param content whether it is the decision itself
   * @param persons whose history or part it is
   * @param record the id of another record that is missing or unreadable, as a mentorship's; null
   *     if none is
   */
  record Tampered(
      DecisionId decision,
      boolean content,
      SortedSet<ParticipantId> persons,
      @Nullable String record)
      implements Replayed {
    /** Sorts and copies. */
    public Tampered {
      persons = Invariants.sorted(persons);
    }
  }

  /**
   * Some decisions that were made again, with how many came out how.
   *
   * @param items by id, but not the identical ones
   * @param counts of all that were made again for this page
   * @param next the id after which the next page begins; null if this is the last
   */
  record Some(List<Replayed> items, Counts counts, @Nullable DecisionId next) {
    /** Copies. */
    public Some {
      items = List.copyOf(items);
    }
  }

  /**
   * How many decisions came out how; none is below zero.
   *
   * @param identical see {@link Identical}
   * @param different see {@link Different}
   * @param notAvailable see {@link RulesNotAvailable}
   * @param erased see {@link Erased}
   * @param tampered see {@link Tampered}
   */
  record Counts(long identical, long different, long notAvailable, long erased, long tampered) {
    /** Nothing yet. */
    public static Counts none() {
      return new Counts(0, 0, 0, 0, 0);
    }

    /** One more. */
    public Counts and(Replayed one) {
      return and(
          new Counts(
              one instanceof Identical ? 1 : 0,
              one instanceof Different ? 1 : 0,
              one instanceof RulesNotAvailable ? 1 : 0,
              one instanceof Erased ? 1 : 0,
              one instanceof Tampered ? 1 : 0));
    }

    /** Both together. */
    public Counts and(Counts other) {
      return new Counts(
          identical + other.identical,
          different + other.different,
          notAvailable + other.notAvailable,
          erased + other.erased,
          tampered + other.tampered);
    }

    /** All of them. */
    public long all() {
      return identical + different + notAvailable + erased + tampered;
    }
  }
}
