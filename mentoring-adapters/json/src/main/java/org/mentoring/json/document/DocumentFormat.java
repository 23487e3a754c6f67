package org.mentoring.json.document;

import java.util.Locale;
import java.util.Optional;

/** The formats that documents are written in. Both hold the same content. */
public enum DocumentFormat {
  /** JSON, RFC 8259, UTF-8. */
  JSON,
  /**
   * YAML, one document without anchors, aliases and tags, UTF-8. Needs jackson-dataformat-yaml at
   * run time.
   */
  YAML;

  /** The format that a file name ends with: {@code .json}, {@code .yaml} or {@code .yml}. */
  public static Optional<DocumentFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json")) {
      return Optional.of(JSON);
    }
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? Optional.of(YAML) : Optional.empty();
  }
}
