package org.mentoring.publication;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.ProposedPair;
import org.mentoring.programme.Privacy;

/**
 * Figures for a public page: how many pairs in each municipality. It holds no id and no fact of a
 * person, and withholds what so few share that somebody could be recognised (S2-17). Where one
 * municipality alone would be withheld, the next smallest is withheld too, because the total would
 * give it away.
 *
 * @param asOf the day of the figures
 * @param pairs pairs in all; only told if it is 0 or at least the smallest group
 * @param totalTold whether {@code pairs} is told; 0 stands there if not
 * @param byMunicipality pairs by municipality, without those withheld
 * @param withheld how many municipalities are withheld
 */
public record PublicFigures(
    LocalDate asOf,
    int pairs,
    boolean totalTold,
    SortedMap<String, Integer> byMunicipality,
    int withheld) {
  /** Copies. */
  public PublicFigures {
    byMunicipality =
        Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) byMunicipality));
  }

  /**
   * The figures of a proposal.
   *
   * @param proposal which
   * @param privacy the smallest group that is told
   * @param municipalityOf where a mentee lives; empty if unknown
   */
  public static PublicFigures of(
      MatchProposal proposal, Privacy privacy, Function<ParticipantId, String> municipalityOf) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (ProposedPair pair : proposal.result().pairs()) {
      counts.merge(municipalityOf.apply(pair.pair().mentee()), 1, Integer::sum);
    }
    int total = proposal.result().pairs().size();
    Set<String> withheld = withheld(counts, privacy.smallestGroup());
    withheld.forEach(counts::remove);
    boolean totalTold = total == 0 || total >= privacy.smallestGroup();
    return new PublicFigures(
        proposal.asOf(), totalTold ? total : 0, totalTold, counts, withheld.size());
  }

  private static Set<String> withheld(SortedMap<String, Integer> counts, int smallestGroup) {
    List<Map.Entry<String, Integer>> bySize =
        counts.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Comparator.comparing(Map.Entry::getKey)))
            .toList();
    Set<String> withheld = new HashSet<>();
    int hidden = 0;
    for (Map.Entry<String, Integer> entry : bySize) {
      boolean tooSmall = entry.getKey().isEmpty() || entry.getValue() < smallestGroup;
      boolean givenAway = !withheld.isEmpty() && (withheld.size() == 1 || hidden < smallestGroup);
      if (tooSmall || givenAway) {
        withheld.add(entry.getKey());
        hidden += entry.getValue();
      }
    }
    return withheld;
  }
}
