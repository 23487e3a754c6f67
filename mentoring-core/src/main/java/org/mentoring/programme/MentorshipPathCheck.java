package org.mentoring.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Rung;
import org.mentoring.programme.MentorshipTerms.Stage;

/** Whether the steps and rungs of a mentorship can be taken at all. */
final class MentorshipPathCheck {
  private static final SortedSet<String> SILENT = new TreeSet<>(Set.of("MENTEE", "MENTOR"));

  private final String practice;
  private final MentorshipTerms terms;
  private final RestsOnCheck restsOn;
  private final FoundProblems found;
  private final Map<String, MentorshipStep> steps = new HashMap<>();

  private MentorshipPathCheck(
      String practice, MentorshipTerms terms, RestsOnCheck restsOn, FoundProblems found) {
    this.practice = practice;
    this.terms = terms;
    this.restsOn = restsOn;
    this.found = found;
    terms.path().forEach(step -> steps.putIfAbsent(step.id(), step));
  }

  /** Notes what is wrong with the terms of a practice, whose anchor is given. */
  static void of(
      String practice, MentorshipTerms terms, RestsOnCheck restsOn, FoundProblems found) {
    MentorshipPathCheck check = new MentorshipPathCheck(practice, terms, restsOn, found);
    check.steps();
    check.ladder();
    check.silences();
  }

  private void steps() {
    found.once("path", terms.path().stream().map(MentorshipStep::id), practice + "/taken:");
    Map<Stage, String> stages = new HashMap<>();
    for (MentorshipStep step : terms.path()) {
      String at = practice + "/taken:" + step.id();
      for (String before : step.after()) {
        if (!steps.containsKey(before)) {
          found.unknown("step.unknown", at, before, new TreeSet<>(steps.keySet()));
        }
      }
      restsOn.of(at, step);
      Stage stage = step.stage();
      String other = stage == null ? null : stages.putIfAbsent(stage, step.id());
      if (stage != null && other != null) {
        found.add("step.stage-twice", at, Map.of("found", stage.name(), "other", other));
      }
      Set<String> before = before(step);
      if (before.contains(step.id())) {
        found.add("step.circle", at, Map.of("found", step.id()));
      } else if (stage != null) {
        order(at, stage, before);
      }
    }
  }

  private void order(String at, Stage stage, Set<String> before) {
    List<MentorshipStep> later =
        terms.path().stream()
            .filter(step -> before.contains(step.id()))
            .filter(step -> step.stage() != null && step.stage().compareTo(stage) > 0)
            .toList();
    if (!later.isEmpty()) {
      found.add(
          "step.stage-order",
          at,
          Map.of(
              "found", stage.name(),
              "other",
                  later.stream()
                      .map(step -> String.valueOf(step.stage()))
                      .collect(Collectors.joining(", "))));
    }
  }

  /** The ids of all steps that must be taken before, over however many others. */
  private Set<String> before(MentorshipStep step) {
    Set<String> all = new HashSet<>();
    Set<String> open = new TreeSet<>(step.after());
    while (!open.isEmpty()) {
      Set<String> next = new TreeSet<>();
      for (String id : open) {
        MentorshipStep one = steps.get(id);
        if (all.add(id) && one != null) {
          next.addAll(one.after());
        }
      }
      open = next;
    }
    return all;
  }

  private void ladder() {
    found.once("ladder", terms.ladder().stream().map(Rung::id), practice + "/rung:");
    for (int i = 1; i < terms.ladder().size(); i++) {
      Rung last = terms.ladder().get(i - 1);
      if (last.ends()) {
        found.add(
            "rung.after-end",
            practice + "/rung:" + terms.ladder().get(i).id(),
            Map.of("found", terms.ladder().get(i).id(), "other", last.id()));
      }
    }
  }

  private void silences() {
    found.once(
        "silences",
        terms.silences().stream().map(silence -> silence.party().value()),
        practice + "/silence:");
    for (MentorshipTerms.Silence silence : terms.silences()) {
      if (!SILENT.contains(silence.party().value())) {
        found.unknown(
            "silence.party",
            practice + "/silence:" + silence.party(),
            silence.party().value(),
            SILENT);
      }
    }
  }
}
