package org.mentoring.programme;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.participant.Position;

/**
 * What leaves for public pages.
 *
 * @param neverPublished positions of whom nothing personal is ever published
 * @param smallestGroup a published figure about fewer people is withheld, 1 to 1,000
 * @param citation where it comes from
 */
public record Privacy(SortedSet<Position> neverPublished, int smallestGroup, Citation citation) {
  /** Refuses a number out of range; sorts and copies. */
  public Privacy {
    neverPublished = Invariants.sorted(neverPublished);
    Invariants.range("privacy.smallest-group", smallestGroup, 1, 1_000);
  }
}
