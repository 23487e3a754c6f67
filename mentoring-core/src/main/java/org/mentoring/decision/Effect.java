package org.mentoring.decision;

/** What a finding does to the verdict. */
public enum Effect {
  /** Nothing that the party can do would change it. */
  REFUSES(Verdict.REFUSED),
  /** Something is missing. */
  DELAYS(Verdict.NOT_YET),
  /** A person has to look. */
  ASKS_REVIEW(Verdict.NEEDS_REVIEW),
  /** Worth knowing, changes nothing. */
  INFORMS(Verdict.ELIGIBLE);

  private final Verdict verdict;

  Effect(Verdict verdict) {
    this.verdict = verdict;
  }

  /** The mildest verdict that is still possible with such a finding. */
  public Verdict verdict() {
    return verdict;
  }
}
