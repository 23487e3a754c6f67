package org.mentoring.decision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.CanonicalForm;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.FactEntry;

/**
 * What was known of one person when something was decided: the first so many entries of the
 * person's history, which is only ever added to. Decisions on the same knowledge share it. Erasing
 * the person takes the salt away: what is left tells nothing.
 *
 * @param participant whose history
 * @param entries how many entries of it, from 0
 * @param salt random, 32 hexadecimal digits; null once the person was erased
 * @param digest SHA-256 over the salt and the canonical form of those entries
 */
public record DossierPart(
    ParticipantId participant, long entries, @Nullable String salt, String digest) {
  /** Refuses a negative number. */
  public DossierPart {
    Invariants.present("DossierPart", participant, digest);
    Invariants.range("part.entries", entries, 0, Long.MAX_VALUE);
  }

  /**
   * The part that these entries are.
   *
   * @param known the first entries of the history, all that was known
   */
  public static DossierPart of(ParticipantId participant, String salt, List<FactEntry> known) {
    return new DossierPart(participant, known.size(), salt, digest(salt, known));
  }

  private static String digest(String salt, List<FactEntry> entries) {
    return CanonicalForm.sha256OfText(salt + "\n" + CanonicalForm.of(entries));
  }

  /**
   * Whether a history still begins with what the digest was made of. Of somebody who was erased
   * nothing is left to doubt.
   */
  public boolean intact(List<FactEntry> history) {
    String with = salt;
    return with == null
        || (history.size() >= entries
            && digest.equals(digest(with, history.subList(0, (int) entries))));
  }

  /** Without the salt: with the digest beside it, guesses could be tried. */
  @Override
  public String toString() {
    return "DossierPart[participant=" + participant + ", entries=" + entries + "]";
  }

  /** Whether the person was erased. */
  public boolean erased() {
    return salt == null;
  }

  /** What is left after the person was erased. */
  public DossierPart withoutSalt() {
    return new DossierPart(participant, entries, null, digest);
  }

  /** By what a decision names this part. */
  public Reference reference() {
    return new Reference(participant, entries, digest);
  }

  /**
   * How a decision names a part.
   *
   * @param participant whose
   * @param entries how many entries
   * @param digest the part's
   */
  public record Reference(ParticipantId participant, long entries, String digest)
      implements Comparable<Reference> {
    @Override
    public int compareTo(Reference other) {
      int byPerson = participant.compareTo(other.participant);
      return byPerson == 0 ? Long.compare(entries, other.entries) : byPerson;
    }

    /** Whether this names the part. */
    public boolean names(DossierPart part) {
      return Objects.equals(this, part.reference());
    }
  }
}
