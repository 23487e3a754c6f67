package org.mentoring.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Files that are nearly valid, for tests of whatever reads files: bytes of valid ones that were
 * cut, repeated, flipped, mixed, or into which something was put that formats stumble over. The
 * same seed gives the same bytes on every machine. Thread-safe.
 */
public final class AlteredBytes {
  private static final int MOST_CHANGES = 6;
  private static final int LONGEST_PART = 200;
  private static final int MOST_REPEATED = 400;

  /** What formats of text stumble over: numbers, nesting, quotation, references, broken letters. */
  private static final List<byte[]> STUMBLES =
      List.of(
          bytes("1e1000000000"),
          bytes("-9223372036854775809"),
          bytes("0x7fffffff"),
          bytes("1_000"),
          bytes("NaN"),
          bytes("null"),
          bytes("~"),
          bytes("no"),
          bytes("2020-02-30"),
          bytes("999999999-01-01"),
          bytes("{"),
          bytes("}"),
          bytes("["),
          bytes("]"),
          bytes("[[[[[[[["),
          bytes("\""),
          bytes("'"),
          bytes("\\u0000"),
          bytes("\\ud800"),
          bytes(":"),
          bytes(","),
          bytes(";"),
          bytes("- "),
          bytes("\n"),
          bytes("\r\n"),
          bytes("\t"),
          bytes("&a "),
          bytes("*a "),
          bytes("<<: "),
          bytes("!!java.net.URL "),
          bytes("---\n"),
          bytes("#"),
          bytes("|"),
          bytes("\uFEFF"),
          bytes("\u202E"),
          bytes("\u2028"),
          bytes("ё"),
          bytes("\uD83D\uDE00"),
          new byte[] {0},
          new byte[] {(byte) 0xff, (byte) 0xfe},
          new byte[] {(byte) 0xc3, 0x28},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});

  private AlteredBytes() {}

  /**
   * Alters one of some files.
   *
   * @param valid at least one; they are mixed with each other
   * @param seed of whatever is random
   */
  public static byte[] of(List<byte[]> valid, long seed) {
    Random random = new Random(seed);
    byte[] bytes = valid.get(random.nextInt(valid.size())).clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, valid, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, List<byte[]> valid, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(LONGEST_PART));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, random);
      case 1 -> put(bytes, at, end, new byte[0]);
      case 2 -> put(bytes, at, at, part(bytes, random));
      case 3 -> put(bytes, at, end, part(valid.get(random.nextInt(valid.size())), random));
      case 4 -> put(bytes, at, bytes.length, new byte[0]);
      case 5 -> put(bytes, at, at, repeated(stumble(random), random));
      case 6 -> put(bytes, at, Math.min(bytes.length, at + 1), stumble(random));
      default -> put(bytes, at, at, stumble(random));
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] stumble(Random random) {
    return STUMBLES.get(random.nextInt(STUMBLES.size()));
  }

  private static byte[] part(byte[] of, Random random) {
    int from = random.nextInt(of.length + 1);
    int until = Math.min(of.length, from + random.nextInt(LONGEST_PART));
    return Arrays.copyOfRange(of, from, until);
  }

  private static byte[] repeated(byte[] what, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int times = 1 + random.nextInt(MOST_REPEATED);
    for (int i = 0; i < times; i++) {
      out.writeBytes(what);
    }
    return out.toByteArray();
  }

  private static byte[] put(byte[] bytes, int begin, int end, byte[] what) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + what.length);
    out.write(bytes, 0, begin);
    out.writeBytes(what);
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
