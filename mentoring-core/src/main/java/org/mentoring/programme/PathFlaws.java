package org.mentoring.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoring.programme.MentorshipTerms.Stage;

/**
 * Completions that the path of a mentorship has no step for. They come about all the same, and
 * nobody is told whose turn it is: that may be meant.
 */
final class PathFlaws {
  private final String at;
  private final Practice practice;
  private final List<Flaw> found = new ArrayList<>();

  PathFlaws(String at, Practice practice) {
    this.at = at;
    this.practice = practice;
  }

  List<Flaw> all() {
    MentorshipTerms terms = practice.mentorship();
    CompletionTerms completion = practice.completion();
    if (terms != null && completion != null && !terms.path().isEmpty()) {
      if (!completion.jointBy().isEmpty()) {
        needs(Stage.SUMMING_UP, terms, completion);
      }
      needs(Stage.COMPLETION, terms, completion);
    }
    return found;
  }

  private void needs(Stage stage, MentorshipTerms terms, CompletionTerms completion) {
    if (terms.path().stream().noneMatch(step -> step.stage() == stage)) {
      found.add(
          new Flaw(
              "undecided.stage-missing",
              at + "/completion",
              null,
              new TreeMap<>(Map.of("stage", stage.name())),
              completion.citation()));
    }
  }
}
