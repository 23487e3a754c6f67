package org.mentoring.programme;

import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;
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

  /**
   * Whether somebody's position lets nothing personal be published: it holds or held one, applied
   * for it or was referred to it. A former mentee stays one here: what was recorded of a child is
   * not told of the adult.
   */
  public boolean covers(Dossier person) {
    return person.facts().stream()
        .anyMatch(
            known ->
                (known.fact() instanceof Fact.PositionHeld held
                        && neverPublished.contains(held.position()))
                    || (known.fact() instanceof Fact.Application applied
                        && neverPublished.contains(applied.position()))
                    || (known.fact() instanceof Fact.Referral
                        && neverPublished.contains(Position.MENTEE)));
  }
}
