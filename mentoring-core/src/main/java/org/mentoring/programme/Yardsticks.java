package org.mentoring.programme;

import java.util.List;

/**
 * What a definition says about values of attributes, so that criteria can compare them. Immutable
 * and thread-safe.
 *
 * @param scales which values are higher
 * @param neighbours which values are neighbours
 * @param places where values lie
 */
public record Yardsticks(List<Scale> scales, List<Neighbours> neighbours, List<Places> places) {
  /** Copies. */
  public Yardsticks {
    scales = List.copyOf(scales);
    neighbours = List.copyOf(neighbours);
    places = List.copyOf(places);
  }

  /** Scales alone. */
  public static Yardsticks of(List<Scale> scales) {
    return new Yardsticks(scales, List.of(), List.of());
  }
}
