package org.mentoring.publication;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.indicator.Standing;

/**
 * How far one figure of a target has come, for a public page.
 *
 * @param indicator what is counted
 * @param expected the target's figure
 * @param told whether {@code reached} is told; 0 stands there if not
 * @param reached counted so far
 * @param standing how that stands; null where it is not told
 * @param byMunicipality by municipality, without those withheld
 * @param withheld how many municipalities are withheld
 */
public record PublicFigure(
    Code indicator,
    long expected,
    boolean told,
    long reached,
    @Nullable Standing standing,
    SortedMap<PublicPlace, Long> byMunicipality,
    int withheld) {
  /** Copies. */
  public PublicFigure {
    byMunicipality =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<PublicPlace, Long>) byMunicipality));
  }
}
