package org.mentoring.validation.people;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mentoring.failure.Place;
import org.mentoring.failure.Problem;

/**
 * A draft and where its parts stand in its source.
 *
 * @param draft what was read
 * @param place where the participant stands
 * @param places where a property stands, by its path as {@code facts[2].minutes}; answers every
 *     path
 * @param problems what the reader itself found wrong; with any of them the participant is not
 *     accepted
 * @param told paths, as {@code facts[2].minutes}, of what the draft lacks because the reader
 *     refused it; they are not told again as missing
 */
public record LocatedDraft(
    ParticipantDraft draft,
    Place place,
    Function<String, Place> places,
    List<Problem> problems,
    Set<String> told) {
  /** Copies. */
  public LocatedDraft {
    problems = List.copyOf(problems);
    told = Set.copyOf(told);
  }

  /** A draft that stands in one place as a whole. */
  public static LocatedDraft of(ParticipantDraft draft, Place place) {
    return new LocatedDraft(draft, place, path -> place, List.of(), Set.of());
  }
}
