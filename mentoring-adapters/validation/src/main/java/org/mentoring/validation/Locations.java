package org.mentoring.validation;

import org.mentoring.failure.Place;

/** Tells where the parts of a draft stand in the file or form that they came from. */
@FunctionalInterface
public interface Locations {
  /**
   * The place of a part; if the part itself is absent, of what would hold it.
   *
   * @param path keys in lower case with hyphens, as {@code practices[0].parties[1].cite}
   */
  Place placeOf(String path);

  /** For drafts that came from no file: the path alone. */
  static Locations pathsOf(String source) {
    return path -> new Place(source, 0, 0, path.isEmpty() ? null : path);
  }
}
