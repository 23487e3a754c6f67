package org.mentoring.publication;

import java.util.List;

/**
 * The published awards (S2-16).
 *
 * @param awards by year, then as the definition orders them, then by the winner's name
 * @param withheld how many awards were given to winners who may not be named
 */
public record PublicAwards(List<PublicAward> awards, int withheld) {
  /** Copies. */
  public PublicAwards {
    awards = List.copyOf(awards);
  }
}
