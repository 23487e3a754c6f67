package org.mentoring.spi;

import java.util.Optional;
import java.util.SortedSet;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.ParticipantId;

/**
 * Who is registered, by keyed hashes of normalised identities: the same person cannot be registered
 * twice, not even by two commands at once. Thread-safe; every call is atomic.
 */
public interface Identities {
  /**
   * Claims an identity for a participant.
   *
   * @param hash 64 hexadecimal digits
   * @return who has it already, if that is another one; nothing is changed then
   */
  Optional<ParticipantId> claim(String hash, ParticipantId participant);

  /** Gives up what a participant has claimed. */
  void release(ParticipantId participant);

  /** What a participant has claimed; empty if nothing. */
  SortedSet<String> of(ParticipantId participant);

  /**
   * An identity that a participant has claimed.
   *
   * @param participant who
   * @param hash 64 hexadecimal digits; keyed, so that without the key it tells nothing
   */
  record Claim(ParticipantId participant, String hash) {
    /** Refuses nulls. */
    public Claim {
      Invariants.present("Claim", participant, hash);
    }
  }
}
