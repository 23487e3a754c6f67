package org.mentoring.participant;

import java.time.Instant;
import org.mentoring.identity.FactId;
import org.mentoring.time.Validity;

/**
 * A fact as it stands in a dossier: what, when it holds and since when it is known.
 *
 * @param id names the fact in findings
 * @param fact what holds
 * @param validity when it holds
 * @param recordedAt when it became known
 */
public record KnownFact(FactId id, Fact fact, Validity validity, Instant recordedAt)
    implements Comparable<KnownFact> {
  @Override
  public int compareTo(KnownFact other) {
    return id.compareTo(other.id);
  }

  /** Redacted: the id and the kind; a birth holds from the birth date on. */
  @Override
  public String toString() {
    return "KnownFact[" + id + ", " + fact.kind() + "]";
  }
}
