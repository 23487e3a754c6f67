package org.mentoring.programme;

import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoring.identity.Code;

/**
 * Which kinds of activity a practice keeps on record. Nobody can do what cannot be recorded, so a
 * pack asks for none of the others, and the deep check tells it.
 */
final class KeptRecords {
  private static final Code IN_SERVICE_TRAINING = Code.of("IN_SERVICE_TRAINING");

  private final ProgrammeDefinition definition;
  private final Practice practice;

  KeptRecords(ProgrammeDefinition definition, Practice practice) {
    this.definition = definition;
    this.practice = practice;
  }

  /** A definition that names no kinds keeps all; trainings are on record everywhere. */
  boolean of(Code kind) {
    return definition.activities().isEmpty()
        || kind.equals(IN_SERVICE_TRAINING)
        || definition
            .activity(kind)
            .filter(
                terms -> terms.practices().isEmpty() || terms.practices().contains(practice.id()))
            .isPresent();
  }

  /** The kinds of activity that a rule on completions asks for. */
  static SortedSet<Code> asked(PackChange.CompletionAdded added) {
    SortedSet<Code> kinds = new TreeSet<>(added.requires());
    kinds.addAll(added.answered());
    if (!added.jointBy().isEmpty()) {
      kinds.add(CompletionTerms.SUMMING_UP);
    }
    if (!added.exitInterviews().isEmpty()) {
      kinds.add(CompletionTerms.EXIT_INTERVIEW);
    }
    return kinds;
  }
}
