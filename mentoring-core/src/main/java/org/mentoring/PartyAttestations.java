package org.mentoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.FactId;
import org.mentoring.mentorship.NewMentorship;
import org.mentoring.participant.Fact;
import org.mentoring.participant.FactEntry;
import org.mentoring.participant.KnownFact;

/**
 * Whether those who are to be brought together were attested by each other. In a mentorship that is
 * refused as it is recorded; what was recorded the day before is worth no more.
 */
final class PartyAttestations {
  private final Workplace workplace;
  private final NewMentorship terms;
  private final Instant at;
  private final Map<Actor, Boolean> parties = new HashMap<>();

  PartyAttestations(Workplace workplace, NewMentorship terms, Instant at) {
    this.workplace = workplace;
    this.terms = terms;
    this.at = at;
  }

  /** One finding for each of whom something is attested by nobody else. */
  List<Finding> findings(List<Parties.Party> read) {
    List<Finding> findings = new ArrayList<>();
    for (Parties.Party party : read) {
      SortedSet<String> kinds = new TreeSet<>();
      SortedSet<FactId> facts = new TreeSet<>();
      Set<Fact> others = new HashSet<>();
      List<FactEntry.Recorded> own = new ArrayList<>();
      for (FactEntry.Recorded entry : current(party)) {
        if (byParty(entry)) {
          own.add(entry);
        } else {
          others.add(entry.fact());
        }
      }
      for (FactEntry.Recorded entry : own) {
        // Whoever records the same anew has looked at it.
        if (!others.contains(entry.fact())) {
          kinds.add(entry.fact().kind());
          facts.add(entry.id());
        }
      }
      if (!facts.isEmpty()) {
        findings.add(
            Workplace.refusal("mentorship.attested-by-party", party.position().name())
                .on(facts)
                .with("participant", Parties.named(party.id()))
                .with("kinds", Parameter.term(String.join(", ", kinds))));
      }
    }
    return findings;
  }

  private List<FactEntry.Recorded> current(Parties.Party party) {
    Set<FactId> current = new HashSet<>();
    party.dossier().facts().stream()
        .filter(known -> known.validity().contains(terms.on()))
        .map(KnownFact::id)
        .forEach(current::add);
    return workplace.mentoring().registrations(party.id(), at).stream()
        .flatMap(each -> workplace.stores().participants().history(each).stream())
        .filter(FactEntry.Recorded.class::isInstance)
        .map(FactEntry.Recorded.class::cast)
        .filter(entry -> current.contains(entry.id()))
        .toList();
  }

  private boolean byParty(FactEntry.Recorded entry) {
    return isParty(entry.by())
        && OwnRecords.attests(
            entry.fact(), new ActorStanding(workplace, entry.by()).is(entry.about()));
  }

  /**
   * Whether an office was held by one of them or by a guardian of one, or one said to be a guardian
   * and was believed, for nobody was a mentor then.
   */
  private boolean isParty(Actor author) {
    return parties.computeIfAbsent(
        author,
        each -> {
          ActorStanding standing = new ActorStanding(workplace, each);
          return OwnRecords.isGuardian(each.capacity())
              ? terms.mentors().stream().anyMatch(standing::is)
              : standing.refusalInOffice(terms.mentors(), terms.mentees(), List.of()).isPresent();
        });
  }
}
