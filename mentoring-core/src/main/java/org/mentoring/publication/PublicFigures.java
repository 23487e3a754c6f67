package org.mentoring.publication;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.ProposedPair;
import org.mentoring.programme.ProgrammeDefinition;

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
    PublicDay asOf,
    int pairs,
    boolean totalTold,
    SortedMap<PublicPlace, Integer> byMunicipality,
    int withheld) {
  /** Copies. */
  public PublicFigures {
    byMunicipality =
        Collections.unmodifiableSortedMap(
            new TreeMap<>((Map<PublicPlace, Integer>) byMunicipality));
  }

  /**
   * The figures of a proposal.
   *
   * @param proposal which
   * @param definition its programme: the smallest group that is told, and municipalities by name
   * @param municipalityOf where a mentee lives; empty if unknown
   */
  public static PublicFigures of(
      MatchProposal proposal,
      ProgrammeDefinition definition,
      Function<ParticipantId, String> municipalityOf) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (ProposedPair pair : proposal.result().pairs()) {
      counts.merge(municipalityOf.apply(pair.pair().mentee()), 1, Integer::sum);
    }
    int total = proposal.result().pairs().size();
    int smallestGroup = definition.privacy().smallestGroup();
    Set<String> withheld =
        SmallGroups.withheld(
            counts,
            smallestGroup,
            entry ->
                entry.getValue() < smallestGroup
                    || PublicPlace.in(definition, entry.getKey()).isEmpty());
    SortedMap<PublicPlace, Integer> told = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          if (!withheld.contains(name)) {
            PublicPlace.in(definition, name).ifPresent(place -> told.put(place, count));
          }
        });
    int hidden = withheld.stream().mapToInt(name -> counts.getOrDefault(name, 0)).sum();
    boolean ones = withheld.size() > 1 && hidden <= withheld.size();
    boolean totalTold = (total == 0 || total >= smallestGroup) && !ones;
    return new PublicFigures(
        PublicDay.ofReport(proposal.asOf()),
        totalTold ? total : 0,
        totalTold,
        told,
        withheld.size());
  }
}
