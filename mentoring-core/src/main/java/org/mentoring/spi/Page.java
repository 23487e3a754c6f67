package org.mentoring.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an ordered answer.
 *
 * @param items in their order
 * @param next where the next page begins, to be handed back; null if this is the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** Copies. */
  public Page {
    items = List.copyOf(items);
  }
}
