package org.mentoring.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoring.choosing.MentorSelectionEvent;
import org.mentoring.choosing.RecordedRanking;
import org.mentoring.decision.StoredDecision;
import org.mentoring.identity.ExternalReference;
import org.mentoring.identity.ParticipantId;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.PairKey;
import org.mentoring.spi.Stores;

/** Looks for what stores still tell of a person. */
final class CanarySearch {
  private final Stores stores;
  private final Map<String, String> texts;

  CanarySearch(Stores stores) {
    this.stores = stores;
    this.texts = StoredText.of(stores);
  }

  List<String> of(ParticipantId person, Canaries canaries) {
    List<String> leaks = new ArrayList<>();
    for (String canary : canaries.all()) {
      texts.forEach(
          (place, text) -> {
            if (text.contains(canary)) {
              leaks.add(canary + " in " + place);
            }
          });
    }
    leaks.addAll(preferences(person));
    leaks.addAll(explanations(person));
    return leaks;
  }

  /** What is left of one registration of a person. */
  List<String> of(ParticipantId registration, ExternalReference reference) {
    List<String> leaks = new ArrayList<>();
    if (stores.participants().find(reference).isPresent()) {
      leaks.add("found by the reference of " + registration);
    }
    stores
        .identities()
        .of(registration)
        .forEach(hash -> leaks.add("a claim of " + registration + ": " + hash));
    stores.decisions().parts(registration).stream()
        .filter(part -> !part.erased())
        .forEach(part -> leaks.add("salt of a part of " + registration));
    stores.decisions().restingOn(registration).stream()
        .filter(decision -> !decision.isShell())
        .map(StoredDecision::id)
        .forEach(id -> leaks.add("decision " + id));
    return leaks;
  }

  private List<String> preferences(ParticipantId person) {
    List<String> leaks = new ArrayList<>();
    for (MentorSelectionEvent event : stores.selectionEvents().inviting(person)) {
      for (RecordedRanking each : event.rankings()) {
        if (each.ranking().by().equals(person) || each.ranking().named().contains(person)) {
          leaks.add("a ranking of " + each.ranking().by() + " in " + event.id());
        }
      }
      event.outcome().stream()
          .flatMap(outcome -> outcome.pairs().stream())
          .filter(chosen -> names(chosen.pair(), person))
          .filter(chosen -> !chosen.explanation().criteria().isEmpty())
          .forEach(chosen -> leaks.add(chosen.pair() + " explained in " + event.id()));
    }
    return leaks;
  }

  private List<String> explanations(ParticipantId person) {
    List<String> leaks = new ArrayList<>();
    for (MatchProposal proposal : stores.proposals().naming(person)) {
      proposal.result().pairs().stream()
          .filter(each -> names(each.pair(), person))
          .filter(each -> !each.explanation().criteria().isEmpty())
          .forEach(each -> leaks.add(each.pair() + " explained in " + proposal.id()));
      proposal.result().unmatched().stream()
          .filter(each -> each.mentee().equals(person))
          .forEach(each -> leaks.add("why " + person + " has no mentor in " + proposal.id()));
    }
    return leaks;
  }

  private static boolean names(PairKey pair, ParticipantId person) {
    return pair.mentee().equals(person) || pair.mentor().equals(person);
  }
}
