package org.mentoring.matching;

/**
 * A pair of a proposal.
 *
 * @param pair which
 * @param score the sum of the points
 * @param locked whether a person asked for it
 * @param explanation its criteria and points
 */
public record ProposedPair(PairKey pair, long score, boolean locked, PairExplanation explanation)
    implements Comparable<ProposedPair> {
  @Override
  public int compareTo(ProposedPair other) {
    return pair.compareTo(other.pair);
  }
}
