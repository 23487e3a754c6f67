package org.mentoring.json.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidInput;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;

/** What is wrong with a file, all of it up to a limit, with the lines. Not thread-safe. */
final class FileProblems {
  /** Whoever has so many looks at the first ones. */
  static final int MOST = 100;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private int line;

  FileProblems(String source) {
    this.source = source;
  }

  void nextLine() {
    line = line == Integer.MAX_VALUE ? line : line + 1;
  }

  void add(String code, Map<String, String> parameters) {
    add(code, null, parameters);
  }

  /**
   * Notes a problem of the line.
   *
   * @param path inside the record
   */
  void add(String code, @Nullable String path, Map<String, String> parameters) {
    if (full()) {
      return;
    }
    problems.add(new Problem(code, new Place(source, line, 0, path), parameters));
    if (full()) {
      problems.add(
          new Problem(
              "lines.many",
              new Place(source, line, 0, null),
              Map.of("most", Integer.toString(MOST))));
    }
  }

  boolean none() {
    return problems.isEmpty();
  }

  /** Whether there is no use in reading on. */
  boolean full() {
    return problems.size() >= MOST;
  }

  void refuse() {
    if (!none()) {
      throw new InvalidInput(problems);
    }
  }
}
