package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;

/** Groups the pairs of a result into events of a given number of places (S2-06). */
public final class EventPlan {
  private EventPlan() {}

  /**
   * Events by municipality of the mentee, each filled in the order of the mentees' ids before the
   * next begins.
   *
   * @param result whose pairs are to meet
   * @param dossierOf the dossier of each mentee of the result
   * @param places pairs at one event, at least 1
   */
  public static List<MatchProposal.EventSuggestion> suggest(
      MatchResult result, Function<ParticipantId, Dossier> dossierOf, int places) {
    Invariants.range("event.pairs", places, 1, 10_000);
    SortedMap<String, List<PairKey>> byMunicipality = new TreeMap<>();
    for (ProposedPair pair : result.pairs()) {
      String municipality = dossierOf.apply(pair.pair().mentee()).municipality().orElse("");
      byMunicipality.computeIfAbsent(municipality, key -> new ArrayList<>()).add(pair.pair());
    }
    List<MatchProposal.EventSuggestion> events = new ArrayList<>();
    for (Map.Entry<String, List<PairKey>> entry : byMunicipality.entrySet()) {
      List<PairKey> pairs = entry.getValue();
      for (int from = 0; from < pairs.size(); from += places) {
        events.add(
            new MatchProposal.EventSuggestion(
                entry.getKey(), pairs.subList(from, Math.min(from + places, pairs.size()))));
      }
    }
    return List.copyOf(events);
  }
}
