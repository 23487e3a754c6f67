package org.mentoring.failure;

import org.jspecify.annotations.Nullable;

/**
 * Where in an input something stands.
 *
 * @param source name of the file or stream, without its folders
 * @param line from 1; 0 where unknown
 * @param column from 1; 0 where unknown
 * @param path path inside the document, as {@code practices[0].id}, or a column of a table; null
 *     where there is none
 */
public record Place(String source, int line, int column, @Nullable String path)
    implements Comparable<Place> {
  /** A whole source. */
  public static Place of(String source) {
    return new Place(source, 0, 0, null);
  }

  @Override
  public int compareTo(Place other) {
    int order = source.compareTo(other.source);
    if (order == 0) {
      order = Integer.compare(line, other.line);
    }
    if (order == 0) {
      order = Integer.compare(column, other.column);
    }
    if (order == 0) {
      order = (path == null ? "" : path).compareTo(other.path == null ? "" : other.path);
    }
    return order;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(source);
    if (line > 0) {
      text.append(':').append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    if (path != null) {
      text.append(' ').append(path);
    }
    return text.toString();
  }
}
