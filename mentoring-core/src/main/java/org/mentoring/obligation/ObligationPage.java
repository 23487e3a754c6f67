package org.mentoring.obligation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is due. Immutable and thread-safe.
 *
 * @param items how it stands with what is due
 * @param notJudged mentorships that lie on this page and of which nobody can tell here what is due
 * @param next with which the next page is asked for; null on the last
 */
public record ObligationPage(
    List<Obligation> items, List<NotJudged> notJudged, @Nullable String next) {
  /** Copies. */
  public ObligationPage {
    items = List.copyOf(items);
    notJudged = List.copyOf(notJudged);
  }
}
