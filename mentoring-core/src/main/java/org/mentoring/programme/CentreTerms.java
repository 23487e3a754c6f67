package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * What a programme asks of its mentoring centres.
 *
 * @param documents needed to start
 * @param partnersAtLeast local partners, 0 to 1,000
 * @param cadences what is due
 * @param citation where it comes from
 */
public record CentreTerms(
    SortedSet<Code> documents, int partnersAtLeast, List<Cadence> cadences, Citation citation) {
  /** Refuses a number out of range; sorts and copies. */
  public CentreTerms {
    documents = Invariants.sorted(documents);
    cadences = List.copyOf(cadences);
    Invariants.range("partners.at-least", partnersAtLeast, 0, 1_000);
  }
}
