package org.mentoring.spi;

import java.util.Collections;
import java.util.SortedSet;

/** A set of rules; found as a service where the embedder names none. Thread-safe. */
public interface RulesProvider extends AutoCloseable {
  /** Decides who may take part. */
  EligibilityRules eligibility();

  /** Decides what counts in matching. */
  MatchingRules matching();

  /** Tells how it stands with what is due. */
  ObligationRules obligations();

  /** Decides what is complete. */
  CompletionRules completion();

  /** Tells what is at risk. */
  RiskRules risks();

  /** Tells what has to be seen to in an incident. */
  IncidentRules incidents();

  /**
   * The kinds of requirement and the algorithms that these rules judge, with their semantic
   * versions, as {@code training@1}. A changed outcome is a new version beside the old one. Where
   * all versions that a decision names are at hand it can be made again, though {@link #hash()} has
   * moved; rules that name none stand for decisions under their own hash alone.
   */
  default SortedSet<String> kinds() {
    return Collections.emptySortedSet();
  }

  /**
   * An embedder's own rules that decide beside the kinds, in every case: each by a name that
   * changes with its content, as {@code own.town@1.0.0+3c91e0a8b7d2}. Decisions name them among
   * their kinds, so that none is made again without them, or with others.
   */
  default SortedSet<String> own() {
    return Collections.emptySortedSet();
  }

  /**
   * These rules with no more own ones than some, to make a decision again as it was made. Shares
   * what these hold, and is not closed.
   *
   * @param names some of {@link #own()}
   */
  default RulesProvider withOwn(SortedSet<String> names) {
    return this;
  }

  /** SHA-256 that names the rules' content, 64 hexadecimal digits. */
  String hash();

  /** Gives back what the rules hold. */
  @Override
  void close();
}
