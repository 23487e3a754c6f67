package org.mentoring;

import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Dossier;
import org.mentoring.participant.Position;
import org.mentoring.programme.PartyTerms;
import org.mentoring.programme.Practice;

/**
 * What rules found last about each participant. Whoever decides about everybody and then proposes
 * pairs has everybody judged twice on the same facts of the same day; rules are a pure function of
 * these, so the second time needs no rules. Thread-safe.
 */
final class Judgements {
  /** Beyond it everything is forgotten, so that a nation's service does not keep all its people. */
  private static final int MOST = 20_000;

  private final ConcurrentMap<Matter, Judgement> last = new ConcurrentHashMap<>();

  /** Asks the rules. */
  @FunctionalInterface
  interface Judge {
    List<Finding> judge(Practice practice, PartyTerms party, Dossier dossier);
  }

  private record Matter(String practice, Position position, ParticipantId participant) {}

  private record Judgement(Dossier dossier, List<Finding> findings) {
    /** When the facts became known to whom does not matter: rules see the facts alone. */
    boolean isOf(Dossier other) {
      return dossier.asOf().equals(other.asOf())
          && dossier.kind() == other.kind()
          && dossier.facts().equals(other.facts());
    }
  }

  List<Finding> of(Practice practice, PartyTerms party, Dossier dossier, Judge judge) {
    Matter matter = new Matter(practice.id(), party.position(), dossier.participant());
    Judgement known = last.get(matter);
    if (known != null && known.isOf(dossier)) {
      return known.findings;
    }
    List<Finding> findings = List.copyOf(judge.judge(practice, party, dossier));
    if (last.size() >= MOST) {
      last.clear();
    }
    last.put(matter, new Judgement(dossier, findings));
    return findings;
  }

  boolean isEmpty() {
    return last.isEmpty();
  }

  boolean remembers(ParticipantId participant) {
    return last.keySet().stream().anyMatch(matter -> matter.participant().equals(participant));
  }

  /** Forgets participants who were erased. */
  void forget(SortedSet<ParticipantId> participants) {
    last.keySet().removeIf(matter -> participants.contains(matter.participant()));
  }
}
