package org.mentoring.json.lines;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of the lines so far. Not thread-safe. */
final class Digest {
  private final MessageDigest sha256;
  private long lines;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Adds a line.
   *
   * @param bytes with the end of the line
   */
  void add(byte[] bytes) {
    sha256.update(bytes);
    lines++;
  }

  long lines() {
    return lines;
  }

  /** Of all lines; nothing can be added after. */
  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
