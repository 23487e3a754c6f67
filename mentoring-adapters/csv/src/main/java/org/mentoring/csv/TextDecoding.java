package org.mentoring.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;

/** Bytes to text, strictly, with a guess at what a wrong file is. */
final class TextDecoding {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private TextDecoding() {}

  /** Either a text or a problem. */
  record Decoded(String text, Optional<Problem> problem) {}

  static Decoded decode(byte[] bytes, String source, Charset charset) {
    boolean semicolons = semicolons(bytes);
    if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      return failed("csv.spreadsheet-file", source, 0);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return failed("csv.utf-16", source, 0);
    }
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    if (!utf8 && isUtf8(bytes)) {
      return failed(semicolons ? "csv.looks-like-russian-utf8" : "csv.is-utf-8", source, 0);
    }
    int start = utf8 && startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    OptionalInt wrong = firstWrong(in.duplicate(), charset);
    if (wrong.isEmpty()) {
      return new Decoded(charset.decode(in).toString(), Optional.empty());
    }
    int line = 1;
    for (int i = 0; i < wrong.getAsInt(); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    if (!utf8) {
      Problem problem =
          new Problem("csv.not-in-charset", place(source, line), Map.of("charset", charset.name()));
      return new Decoded("", Optional.of(problem));
    }
    return failed(
        !looksCyrillic(bytes)
            ? "csv.not-utf-8"
            : semicolons ? "csv.looks-like-russian-spreadsheet" : "csv.looks-windows-1251",
        source,
        line);
  }

  /**
   * Whether the bytes say or show that they are UTF-8. Other charsets take them too and make other
   * letters of them, so they have to be refused before.
   */
  private static boolean isUtf8(byte[] bytes) {
    boolean beyond = false;
    for (byte each : bytes) {
      beyond |= each < 0;
    }
    return beyond && firstWrong(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8).isEmpty();
  }

  /** Whether the first line with a delimiter has more semicolons than commas. */
  private static boolean semicolons(byte[] bytes) {
    int balance = 0;
    for (byte each : bytes) {
      if (each == '\n' && balance != 0) {
        break;
      }
      balance += each == ';' ? 1 : each == ',' ? -1 : 0;
    }
    return balance > 0;
  }

  private static Decoded failed(String code, String source, int line) {
    return new Decoded("", Optional.of(Problem.of(code, place(source, line))));
  }

  private static Place place(String source, int line) {
    return new Place(source, line, 0, null);
  }

  /** Where the first bytes stand that the charset does not know. */
  private static OptionalInt firstWrong(ByteBuffer in, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      decoder.decode(in);
      return OptionalInt.empty();
    } catch (CharacterCodingException e) {
      return OptionalInt.of(in.position());
    }
  }

  /** Whether nearly everything beyond ASCII is a Russian letter in windows-1251. */
  private static boolean looksCyrillic(byte[] bytes) {
    String text = new String(bytes, WINDOWS_1251);
    long beyond = text.chars().filter(c -> c > 127).count();
    long letters = text.chars().filter(c -> (c >= 'А' && c <= 'я') || c == 'ё' || c == 'Ё').count();
    return letters >= 3 && letters * 10 >= beyond * 8;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
