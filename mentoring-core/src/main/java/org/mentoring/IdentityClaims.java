package org.mentoring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.Fact;
import org.mentoring.spi.Identities;

/**
 * Who is registered, so that nobody is twice: each name with each birth date that stand for a
 * person is claimed in the store as a keyed hash, which tells nothing to who has not the key.
 * Without a key nothing is claimed.
 */
final class IdentityClaims {
  private static final String ALGORITHM = "HmacSHA256";

  private final @Nullable SecretKeySpec key;
  private final Identities identities;

  IdentityClaims(byte @Nullable [] key, Identities identities) {
    this.key = key == null ? null : new SecretKeySpec(key, ALGORITHM);
    this.identities = identities;
  }

  /** Whether a fact is part of who somebody is. */
  boolean concerns(Fact fact) {
    return key != null && (fact instanceof Fact.PersonName || fact instanceof Fact.Birth);
  }

  /**
   * Claims what stands of a person.
   *
   * @param person the registration that is kept
   * @param registrations all of the person's
   * @param before what stood till now
   * @param after what stands from now on
   * @return who else has what is new of it; nothing is changed then. What was there before is not
   *     this command's fault
   */
  Optional<ParticipantId> claim(
      ParticipantId person,
      SortedSet<ParticipantId> registrations,
      Collection<Fact> before,
      Collection<Fact> after) {
    if (key == null) {
      return Optional.empty();
    }
    SortedSet<String> old = hashes(before);
    SortedSet<String> wanted = hashes(after);
    registrations.forEach(identities::release);
    for (String hash : wanted) {
      Optional<ParticipantId> other = identities.claim(hash, person);
      if (other.isPresent() && !old.contains(hash)) {
        identities.release(person);
        old.forEach(each -> identities.claim(each, person));
        return other;
      }
    }
    return Optional.empty();
  }

  private SortedSet<String> hashes(Collection<Fact> facts) {
    SortedSet<String> hashes = new TreeSet<>();
    for (Fact name : facts) {
      for (Fact birth : facts) {
        if (name instanceof Fact.PersonName called && birth instanceof Fact.Birth born) {
          hashes.add(hash(called, born.date()));
        }
      }
    }
    return hashes;
  }

  private String hash(Fact.PersonName name, LocalDate born) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String identity = name.normalised() + "\n" + born;
      return HexFormat.of().formatHex(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
