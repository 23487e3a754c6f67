package org.mentoring.programme;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.digest.OmittedIfAbsent;
import org.mentoring.failure.Invariants;
import org.mentoring.identity.Citation;
import org.mentoring.identity.Code;

/**
 * One step of a path. It is done when the requirements that it names are met; a step that names
 * none is recorded by a person.
 *
 * @param id lower case with hyphens, unique within the path
 * @param needs ids of requirements
 * @param restsOn kinds of activity: a person records the step only where the participant attended
 *     one of each, or where one of each is about it, on the day of the step or before; empty: the
 *     step rests on the word of whoever records it
 * @param owner who sees to it; null if the definition does not say
 * @param title how people call it; null: the step's own name in the message bundles
 * @param citation where it comes from
 */
public record PathStep(
    String id,
    SortedSet<String> needs,
    @OmittedIfAbsent List<Code> restsOn,
    @Nullable Code owner,
    org.mentoring.text.@Nullable LocalizedText title,
    Citation citation) {
  /** Sorts and copies. */
  public PathStep {
    needs = Invariants.sorted(needs);
    restsOn = List.copyOf(restsOn);
  }

  /** A step that rests on no activity. */
  public PathStep(
      String id,
      SortedSet<String> needs,
      @Nullable Code owner,
      org.mentoring.text.@Nullable LocalizedText title,
      Citation citation) {
    this(id, needs, List.of(), owner, title, citation);
  }
}
