package org.mentoring.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a programme has come towards one of its targets, for a public page.
 *
 * @param from the target's first day
 * @param until the first day after; null for no end
 * @param figures by indicator
 */
public record PublicProgress(
    PublicDay from, @Nullable PublicDay until, List<PublicFigure> figures) {
  /** Copies. */
  public PublicProgress {
    figures = List.copyOf(figures);
  }
}
