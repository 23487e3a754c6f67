package org.mentoring.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentoring.failure.Invariants;
import org.mentoring.programme.ProgrammeDefinition;

/**
 * The definitions that a programme has run under, each known by the hash of its content, and which
 * of them was in force from when on. So whatever names a version finds it again, though the host
 * have gone on to another one. Nothing is changed or taken out, and nothing here is about a person.
 * Thread-safe; every call is atomic.
 */
public interface Programmes {
  /**
   * That a definition came into force.
   *
   * @param hash by which it is kept
   * @param since when
   */
  record InForce(String hash, Instant since) {
    /** Refuses nulls. */
    public InForce {
      Invariants.present("InForce", hash, since);
    }
  }

  /**
   * Keeps whoever else calls this waiting until the running unit of work ends; then they see what
   * it committed. Called before a first definition is kept, by commands as by imports: where stores
   * hold nothing yet, one of them comes after the other.
   */
  void lock();

  /**
   * Keeps a definition; one with the same hash stays as it is.
   *
   * @return whether it was not there
   */
  boolean keep(ProgrammeDefinition definition);

  /** Whether a definition is kept under this hash. */
  boolean holds(String hash);

  /**
   * What is kept under this hash, if anything is. Whoever does not trust the store compares its
   * {@link ProgrammeDefinition#hash()}.
   *
   * @throws org.mentoring.failure.MentoringException {@code record.malformed} if it is no
   *     definition any more
   */
  Optional<ProgrammeDefinition> find(String hash);

  /** The hashes of all that are kept, in their order. */
  List<String> hashes();

  /**
   * Notes that a definition came into force.
   *
   * @throws org.mentoring.failure.MentoringException {@code definition.unknown} if it is not kept
   */
  void takeUp(InForce next);

  /** The definition that came into force last, if one ever did. */
  Optional<InForce> inForce();

  /** All that came into force, in the order in which that was noted. */
  List<InForce> takenUp();
}
