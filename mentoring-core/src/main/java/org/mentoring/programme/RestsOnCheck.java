package org.mentoring.programme;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mentoring.identity.Code;
import org.mentoring.programme.ActivityTerms.About;
import org.mentoring.programme.ActivityTerms.Shape;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Stage;

/**
 * Whether what steps rest on is declared and could be there at all: a step that rests on something
 * else could never be taken.
 */
final class RestsOnCheck {
  private final Map<Code, ActivityTerms> kinds;
  private final FoundProblems found;

  RestsOnCheck(Map<Code, ActivityTerms> kinds, FoundProblems found) {
    this.kinds = kinds;
    this.found = found;
  }

  /** A step of a participant's own path, which it takes before it is in a mentorship. */
  void of(String anchor, PathStep step) {
    String at = anchor + "/rests-on";
    if (!step.needs().isEmpty() && !step.restsOn().isEmpty()) {
      found.add("step.rests-in-vain", at, Map.of("found", String.join(", ", step.needs())));
    }
    for (Code kind : step.restsOn()) {
      ActivityTerms terms = declared(at, kind);
      if (terms != null
          && terms.about() != About.PARTICIPANT
          && (terms.about() != About.PROGRAMME || terms.shape() != Shape.EVENT)) {
        about(at, terms);
      }
    }
  }

  void of(String anchor, MentorshipStep step) {
    String at = anchor + "/rests-on";
    Stage stage = step.stage();
    boolean before = stage == Stage.ASSIGNMENT || stage == Stage.AGREEMENT;
    for (Code kind : step.restsOn()) {
      ActivityTerms terms = declared(at, kind);
      if (terms == null) {
        continue;
      }
      boolean ofMentorship = terms.about() == About.MENTORSHIP;
      if (ofMentorship ? before : terms.shape() != Shape.EVENT) {
        about(at, terms);
      }
    }
  }

  private @Nullable ActivityTerms declared(String at, Code kind) {
    ActivityTerms terms = kinds.get(kind);
    if (terms == null) {
      TreeSet<String> names = new TreeSet<>();
      kinds.keySet().forEach(each -> names.add(each.value()));
      found.unknown("step.not-an-activity", at, kind.value(), names);
    }
    return terms;
  }

  private void about(String at, ActivityTerms terms) {
    found.add(
        "step.about",
        at,
        Map.of(
            "found", terms.kind().value(),
            "shape", terms.shape().name(),
            "about", terms.about().name()));
  }
}
