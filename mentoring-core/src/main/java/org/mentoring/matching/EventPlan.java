package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mentoring.criterion.Attribute;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal.EventSuggestion;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Fact;

/**
 * Suggests which pairs could meet at which event (S2-06: the event "Choice of a mentor" has ten
 * places for pairs).
 */
public final class EventPlan {
  private EventPlan() {}

  /**
   * Groups the pairs by the municipality of the mentee, by name, and within it by the mentee's id,
   * into as few events as their places allow; the events of a municipality differ by one pair at
   * most, so that nobody comes to an almost empty one. A mentee with several current municipalities
   * goes to the first by name; those with none meet together, under an empty name.
   *
   * @param result the pairs
   * @param dossiers the dossier of each mentee of a pair
   * @param pairsPerEvent places of an event, at least 1
   */
  public static List<EventSuggestion> suggest(
      MatchResult result, Function<ParticipantId, Dossier> dossiers, int pairsPerEvent) {
    Invariants.range("event.pairs", pairsPerEvent, 1, Integer.MAX_VALUE);
    SortedMap<String, List<PairKey>> byMunicipality = new TreeMap<>();
    for (ProposedPair pair : result.pairs()) {
      Dossier dossier = dossiers.apply(pair.pair().mentee());
      byMunicipality
          .computeIfAbsent(municipality(dossier), name -> new ArrayList<>())
          .add(pair.pair());
    }
    List<EventSuggestion> events = new ArrayList<>();
    byMunicipality.forEach(
        (name, pairs) -> {
          int count = (int) ((pairs.size() + pairsPerEvent - 1L) / pairsPerEvent);
          for (int event = 0; event < count; event++) {
            int from = (int) ((long) pairs.size() * event / count);
            int until = (int) ((long) pairs.size() * (event + 1) / count);
            events.add(new EventSuggestion(name, pairs.subList(from, until)));
          }
        });
    return List.copyOf(events);
  }

  private static String municipality(Dossier dossier) {
    return dossier
        .current(Fact.Trait.class)
        .filter(trait -> trait.attribute().equals(Attribute.MUNICIPALITY))
        .map(Fact.Trait::value)
        .min(String::compareTo)
        .orElse("");
  }
}
