package org.mentoring.decision;

import java.util.Collection;

/** What a decision says, from the strictest to the mildest. */
public enum Verdict {
  /** No, and nothing that the party can do would change it. */
  REFUSED,
  /** Not yet: the findings tell what is missing. */
  NOT_YET,
  /** The rules cannot tell; a person has to look. */
  NEEDS_REVIEW,
  /** Yes. */
  ELIGIBLE;

  /** The strictest verdict that the findings ask for; {@link #ELIGIBLE} if they ask for none. */
  public static Verdict of(Collection<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.effect().verdict())
        .min(Verdict::compareTo)
        .orElse(ELIGIBLE);
  }
}
