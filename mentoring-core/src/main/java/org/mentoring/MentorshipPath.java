package org.mentoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Parameter;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.mentorship.StepTaken;
import org.mentoring.programme.MentorshipTerms;
import org.mentoring.programme.MentorshipTerms.MentorshipStep;
import org.mentoring.programme.MentorshipTerms.Stage;
import org.mentoring.programme.Practice;

/** How far a mentorship is on the path of the definition, and what one actor may take next. */
final class MentorshipPath {
  private final List<MentorshipStep> path;
  private final Actor by;
  private final BooleanSupplier itsParty;
  private final Function<MentorshipStep, List<Finding>> grounds;
  private final SortedSet<String> taken = new TreeSet<>();

  /**
   * @param itsParty whether an actor who acts as a party is one of this mentorship
   * @param grounds what a step lacks of what it rests on
   */
  MentorshipPath(
      Practice practice,
      Collection<StepTaken> steps,
      Actor by,
      BooleanSupplier itsParty,
      Function<MentorshipStep, List<Finding>> grounds) {
    MentorshipTerms terms = practice.mentorship();
    this.path = terms == null ? List.of() : terms.path();
    this.by = by;
    this.itsParty = itsParty;
    this.grounds = grounds;
    steps.forEach(step -> taken.add(step.step()));
  }

  /** Takes all steps of a stage; what stands in the way goes to the findings. */
  List<String> take(Stage stage, List<Finding> findings) {
    return take(stage, null, findings);
  }

  /** The same for a step that the actor may take in a party's own capacity as well. */
  List<String> take(Stage stage, @Nullable Code party, List<Finding> findings) {
    List<String> ids = new ArrayList<>();
    for (MentorshipStep step : path) {
      if (step.stage() == stage && !taken.contains(step.id())) {
        findings.addAll(missingBefore(step));
        owned(step, party).ifPresent(findings::add);
        findings.addAll(grounds.apply(step));
        taken.add(step.id());
        ids.add(step.id());
      }
    }
    return ids;
  }

  /** What stands in the way of recording a step by hand. */
  List<Finding> record(String id) {
    Optional<MentorshipStep> found = path.stream().filter(each -> each.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return List.of(
          Workplace.refusal("mentorship.step-unknown", "path")
              .with(
                  "allowed",
                  Parameter.term(
                      String.join(
                          ", ",
                          path.stream()
                              .filter(each -> each.stage() == null)
                              .map(MentorshipStep::id)
                              .toList()))));
    }
    MentorshipStep step = found.get();
    List<Finding> findings = new ArrayList<>();
    if (step.stage() != null) {
      findings.add(about("mentorship.step-by-command", step));
    } else if (taken.contains(id)) {
      findings.add(about("mentorship.step-taken", step));
    } else {
      findings.addAll(grounds.apply(step));
    }
    findings.addAll(missingBefore(step));
    owned(step, null).ifPresent(findings::add);
    return findings;
  }

  /**
   * Steps that nobody took although the mentorship is about to be complete: none is skipped. Where
   * no step is the completion, those before the summing-up.
   *
   * @param ahead stages whose steps are taken by the commands that are still to come
   */
  static List<Finding> missingAtClosure(
      List<MentorshipStep> path, Collection<StepTaken> steps, Set<Stage> ahead) {
    SortedSet<String> taken = new TreeSet<>();
    steps.forEach(step -> taken.add(step.step()));
    SortedSet<String> later = new TreeSet<>();
    SortedSet<String> asked = new TreeSet<>();
    String last = "";
    for (MentorshipStep step : path) {
      if (step.stage() == Stage.SUMMING_UP || step.stage() == Stage.COMPLETION) {
        asked.addAll(step.after());
        last = step.id();
      }
      if (step.stage() == Stage.COMPLETION || step.after().stream().anyMatch(later::contains)) {
        later.add(step.id());
      }
    }
    String before = last;
    return path.stream()
        .filter(step -> later.isEmpty() ? asked.contains(step.id()) : !later.contains(step.id()))
        .filter(step -> !taken.contains(step.id()))
        .filter(step -> step.stage() == null || !ahead.contains(step.stage()))
        .map(step -> missing(step, before))
        .toList();
  }

  /**
   * Whether the actor may record something that belongs to a stage, either as its owner or in the
   * party's own capacity.
   */
  List<Finding> mayRecord(Stage stage, Code party) {
    return path.stream()
        .filter(step -> step.stage() == stage)
        .flatMap(step -> owned(step, party).stream())
        .toList();
  }

  private List<Finding> missingBefore(MentorshipStep step) {
    List<Finding> findings = new ArrayList<>();
    for (MentorshipStep before : path) {
      if (step.after().contains(before.id()) && !taken.contains(before.id())) {
        findings.add(missing(before, step.id()));
      }
    }
    return findings;
  }

  private static Finding missing(MentorshipStep step, String before) {
    return about("mentorship.step-missing", step).with("before", Parameter.term(before));
  }

  private Optional<Finding> owned(MentorshipStep step, @Nullable Code party) {
    if (step.owner().equals(by.capacity())
        && OwnRecords.isParty(by.capacity())
        && !itsParty.getAsBoolean()) {
      return Optional.of(about("mentorship.step-of-its-party", step));
    }
    if (step.owner().equals(by.capacity()) || by.capacity().equals(party)) {
      return Optional.empty();
    }
    return Optional.of(
        about("mentorship.not-owner", step)
            .with("owner", Parameter.code(step.owner()))
            .with("capacity", Parameter.code(by.capacity())));
  }

  private static Finding about(String code, MentorshipStep step) {
    return Workplace.refusal(code, step.id(), step.citation())
        .with("step", Parameter.term(step.id()));
  }
}
