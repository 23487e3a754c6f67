package org.mentoring.benchmarks;

import java.util.List;

/**
 * What a benchmark found.
 *
 * @param seeds of what was made up, and how often it was measured, for the page
 * @param figures in their order
 */
record Measured(String seeds, List<Figure> figures) {
  Measured {
    figures = List.copyOf(figures);
  }
}
