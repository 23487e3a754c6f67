package org.mentoring.json.internal.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoring.failure.Place;
import org.mentoring.json.document.ReadLimits;

/** The text of a document: strict UTF-8 without control characters. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  static Optional<String> of(String source, byte[] bytes, ReadLimits limits, Faults faults) {
    if (bytes.length > limits.bytes()) {
      faults.add("shape.large", Place.of(source), Map.of("most", Integer.toString(limits.bytes())));
      return Optional.empty();
    }
    if (looksLikeUtf16(bytes)) {
      faults.add("shape.utf-16", Place.of(source));
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      faults.add("shape.not-utf-8", place(source, out, out.length()));
      return Optional.empty();
    }
    return checked(source, out.toString(), faults);
  }

  static boolean isRefusedControl(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }

  static String name(char c) {
    return String.format(Locale.ROOT, "U+%04X", (int) c);
  }

  private static Optional<String> checked(String source, String decoded, Faults faults) {
    boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
    String text = marked ? decoded.substring(1) : decoded;
    if (text.isBlank()) {
      faults.add("shape.empty", Place.of(source));
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (isRefusedControl(text.charAt(i))) {
        faults.add(
            "shape.control-character",
            place(source, text, i),
            Map.of("found", name(text.charAt(i))));
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean mark = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    return mark || (first == 0 ^ second == 0);
  }

  private static Place place(String source, CharSequence before, int end) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < end; i++) {
      if (before.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(source, line, column, null);
  }
}
