package org.mentoring.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mutants that change nothing that anybody could see, each with the reason why that is so. One
 * without a reason is none: it counts as a survivor.
 */
final class Equivalents {
  private Equivalents() {}

  /** Names and reasons, as they stand in {@code equivalents.txt}. */
  static Map<String, String> read() throws IOException {
    try (InputStream in = Equivalents.class.getResourceAsStream("equivalents.txt")) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * A name a line, and below it its reason, which is set in; many names may share the next reason.
   */
  static Map<String, String> of(String text) {
    Map<String, String> reasons = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("    ")) {
        waiting.forEach(id -> reasons.put(id, line.strip()));
        waiting.clear();
      } else {
        waiting.add(line.strip());
      }
    }
    if (!waiting.isEmpty()) {
      throw new IllegalArgumentException("no reason is written for " + waiting);
    }
    return Collections.unmodifiableMap(reasons);
  }
}
