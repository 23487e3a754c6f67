package org.mentoring.spi;

/** A set of rules; found as a service where the embedder names none. Thread-safe. */
public interface RulesProvider extends AutoCloseable {
  /** Decides who may take part. */
  EligibilityRules eligibility();

  /** Decides what counts in matching. */
  MatchingRules matching();

  /** SHA-256 that names the rules' content, 64 hexadecimal digits. */
  String hash();

  /** Gives back what the rules hold. */
  @Override
  void close();
}
