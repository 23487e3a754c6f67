package org.mentoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.mentoring.decision.Finding;
import org.mentoring.identity.ParticipantId;
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
