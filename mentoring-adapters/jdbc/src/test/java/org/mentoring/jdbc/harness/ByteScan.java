package org.mentoring.jdbc.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for texts in bytes, in each form in which a database or a file writes them. */
final class ByteScan {
  private final Map<String, String> places = new LinkedHashMap<>();

  /** Adds bytes to be searched. */
  void add(String place, byte[] bytes) {
    // A character for each byte, as a search in texts is quick.
    places.put(place, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** In which places a text stands. */
  List<String> places(String text) {
    List<String> found = new ArrayList<>();
    List<String> forms = forms(text);
    places.forEach(
        (place, bytes) -> {
          if (forms.stream().anyMatch(bytes::contains)) {
            found.add(place);
          }
        });
    return found;
  }

  /** In which places a text does not stand. */
  List<String> without(String text) {
    List<String> without = new ArrayList<>(places.keySet());
    without.removeAll(places(text));
    return without;
  }

  private static List<String> forms(String text) {
    String plain = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return plain.length() == text.length() ? List.of(plain) : List.of(plain, inH2(text));
  }

  /** As H2's files hold it: like UTF-8, but for the marks of bytes that follow. */
  private static String inH2(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (char each : text.toCharArray()) {
      if (each < 0x80) {
        bytes.write(each);
      } else if (each < 0x800) {
        bytes.write(0xc0 | each >> 6);
        bytes.write(each & 0x3f);
      } else {
        bytes.write(0xe0 | each >> 12);
        bytes.write(each >> 6 & 0x3f);
        bytes.write(each & 0x3f);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
