package org.mentoring.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mentoring.digest.CanonicalForm;

/**
 * A digest of several entries, in whatever order they come: the sum of what SHA-256 makes of each,
 * modulo 2^256. By it the record of a command holds what the command left in the journal. For one
 * thread.
 */
public final class EntriesDigest {
  private static final int WORDS = 4;

  private final long[] sum = new long[WORDS];

  /** Of no entry yet. */
  public EntriesDigest() {}

  /** One that goes on where another is now. */
  public EntriesDigest(EntriesDigest other) {
    System.arraycopy(other.sum, 0, sum, 0, WORDS);
  }

  /** SHA-256 of one entry's canonical form: these may be made in several threads. */
  public static byte[] of(JournalEntry entry) {
    return of(CanonicalForm.of(entry));
  }

  /** SHA-256 of one entry's canonical form, for whoever needs the form for something else too. */
  public static byte[] of(String form) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds an entry. */
  public void add(JournalEntry entry) {
    add(of(entry));
  }

  /** Adds an entry by what {@link #of} made of it. */
  public void add(byte[] digest) {
    ByteBuffer words = ByteBuffer.wrap(digest);
    long carried = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long more = words.getLong(i * Long.BYTES);
      long next = sum[i] + more;
      long over = Long.compareUnsigned(next, more) < 0 ? 1 : 0;
      next += carried;
      over |= carried == 1 && next == 0 ? 1 : 0;
      sum[i] = next;
      carried = over;
    }
  }

  /** 64 hexadecimal digits. */
  public String text() {
    ByteBuffer words = ByteBuffer.allocate(WORDS * Long.BYTES);
    for (long each : sum) {
      words.putLong(each);
    }
    return HexFormat.of().formatHex(words.array());
  }
}
