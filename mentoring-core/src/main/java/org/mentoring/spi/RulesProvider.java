package org.mentoring.spi;

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

  /** SHA-256 that names the rules' content, 64 hexadecimal digits. */
  String hash();

  /** Gives back what the rules hold. */
  @Override
  void close();
}
