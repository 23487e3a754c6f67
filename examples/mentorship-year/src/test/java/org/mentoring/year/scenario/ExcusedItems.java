package org.mentoring.year.scenario;

import java.util.List;
import java.util.Map;

/** Items of the definitions that no test of their requirement notices alone, each with why. */
final class ExcusedItems {
  private static final Map<String, List<String>> EXCUSED = Map.of();

  private ExcusedItems() {}

  /** By type and name, as the knock-out names them. */
  static List<String> of(String code) {
    return EXCUSED.getOrDefault(code, List.of());
  }
}
