package org.mentoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.failure.StaleVersion;
import org.mentoring.identity.ParticipantId;
import org.mentoring.journal.Erasure;
import org.mentoring.participant.Participant;
import org.mentoring.spi.Stores;

/** Who was erased: nothing new is put on record about them. */
record ErasedPeople(Stores stores) {
  boolean contains(ParticipantId id) {
    return stores.erasures().find(id).isPresent();
  }

  /**
   * A refusal for each who was erased. Until the running command ends nobody erases the others, so
   * that nothing is written behind the back of an erasure.
   *
   * @param about what the refusal is about
   */
  List<Finding> refusals(String about, Collection<ParticipantId> people) {
    stores.places().lock(new TreeSet<>(people));
    return found(about, people);
  }

  /**
   * Whoever reads of people without locking them asks this when it writes: who was erased meanwhile
   * must not come back. Until the running command ends nobody erases them.
   *
   * @throws StaleVersion if one of them was erased
   */
  void none(SortedSet<ParticipantId> people) {
    if (people.isEmpty()) {
      return;
    }
    stores.places().lock(people);
    for (Erasure each : stores.erasures().all()) {
      ParticipantId id = each.participant();
      if (people.contains(id)) {
        long found = stores.participants().find(id).map(Participant::version).orElse(0L);
        throw new StaleVersion("participant", id.value(), found - 1, found);
      }
    }
  }

  /** The same for people whom a record only names. */
  List<Finding> found(String about, Collection<ParticipantId> people) {
    List<Finding> findings = new ArrayList<>();
    for (ParticipantId id : new TreeSet<>(people)) {
      if (contains(id)) {
        findings.add(
            Workplace.refusal("command.participant-erased", about)
                .with("participant", Parties.named(id)));
      }
    }
    return findings;
  }
}
