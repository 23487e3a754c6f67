package org.mentoring.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Published data that is not part of the project and stands beside its checkout, if at all. */
final class SharedData {
  private SharedData() {}

  /** A file or folder of the data, if somebody put it where the tests look for it. */
  static Optional<Path> file(String... names) {
    Path inside = Path.of("data", names);
    String shared = System.getProperty("mentoring.shared");
    if (shared != null) {
      return Optional.of(Path.of(shared).resolve(inside)).filter(Files::exists);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path found = at.resolve("shared").resolve(inside);
      if (Files.exists(found)) {
        return Optional.of(found);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }
}
