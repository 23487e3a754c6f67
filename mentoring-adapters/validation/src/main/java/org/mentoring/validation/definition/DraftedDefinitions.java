package org.mentoring.validation.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.failure.InvalidDefinition;
import org.mentoring.failure.Problem;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.programme.RulePack;
import org.mentoring.validation.Checked;
import org.mentoring.validation.DraftValidator;
import org.mentoring.validation.Locations;

/**
 * Turns drafts into definitions and back. Every fault is told at once: violated constraints, values
 * that the core refuses, and references to parts that are not there. Thread-safe. Close it when
 * done.
 */
public final class DraftedDefinitions implements AutoCloseable {
  /** What seems to be missing where a faulty part was left out. */
  private static final Set<String> MISSING =
      Set.of(
          "definition.no-practice",
          "matching.party-missing",
          "completion.part-missing",
          "benchmark.without-measure");

  private final DraftValidator validator;

  private DraftedDefinitions(DraftValidator validator) {
    this.validator = validator;
  }

  /** Opens a validator of its own. */
  public static DraftedDefinitions open() {
    return new DraftedDefinitions(DraftValidator.open());
  }

  /** The definition that a draft becomes, or all of its problems; places tell the path alone. */
  public Checked<ProgrammeDefinition> toDefinition(ProgrammeDefinitionDraft draft, String source) {
    return toDefinition(draft, Locations.pathsOf(source), List.of());
  }

  /**
   * The definition that a draft becomes, or all of its problems.
   *
   * @param locations where the parts stand
   * @param told problems found while the draft was read; their parts are not judged again
   */
  public Checked<ProgrammeDefinition> toDefinition(
      ProgrammeDefinitionDraft draft, Locations locations, Collection<Problem> told) {
    List<Problem> problems = new ArrayList<>(told);
    for (Problem violated : validator.problems(draft, locations)) {
      if (told.stream().noneMatch(before -> covers(before, violated))) {
        problems.add(violated);
      }
    }
    Conversion conversion = new Conversion(locations, problems);
    ProgrammeDefinition definition = null;
    try {
      definition = (ProgrammeDefinition) conversion.record(draft, "");
    } catch (InvalidDefinition broken) {
      problems.addAll(
          placed(
              broken,
              draft,
              conversion,
              locations,
              !problems.isEmpty() || !conversion.problems().isEmpty()));
    }
    problems.addAll(conversion.problems());
    return new Checked<>(problems.isEmpty() ? definition : null, problems);
  }

  /**
   * The rule pack that a draft becomes, or all of its problems.
   *
   * @param locations where the parts stand
   * @param told problems found while the draft was read; their parts are not judged again
   */
  public Checked<RulePack> toPack(
      RulePackDraft draft, Locations locations, Collection<Problem> told) {
    List<Problem> problems = new ArrayList<>(told);
    for (Problem violated : validator.problems(draft, locations)) {
      if (told.stream().noneMatch(before -> covers(before, violated))) {
        problems.add(violated);
      }
    }
    Conversion conversion = new Conversion(locations, problems);
    RulePack pack = null;
    try {
      pack = (RulePack) conversion.record(draft, "");
    } catch (InvalidDefinition broken) {
      Anchors anchors = Anchors.of(draft, "", "");
      boolean partial = !problems.isEmpty() || !conversion.problems().isEmpty();
      for (Problem problem : broken.problems()) {
        if (partial && MISSING.contains(problem.code())) {
          continue;
        }
        for (String path : paths(problem, anchors, conversion)) {
          problems.add(
              new Problem(problem.code(), locations.placeOf(path), named(problem.parameters())));
        }
      }
    }
    problems.addAll(conversion.problems());
    return new Checked<>(problems.isEmpty() ? pack : null, problems);
  }

  /** The draft of a pack: it becomes an equal pack again. */
  public static RulePackDraft draftOf(RulePack pack) {
    return Drafting.of(pack, RulePackDraft.class);
  }

  /** The draft of a definition: it becomes an equal definition again. */
  public static ProgrammeDefinitionDraft draftOf(ProgrammeDefinition definition) {
    return Drafting.of(definition, ProgrammeDefinitionDraft.class);
  }

  @Override
  public void close() {
    validator.close();
  }

  /**
   * Whether a constraint is violated only because the value could not be read in the first place.
   */
  private static boolean covers(Problem before, Problem violated) {
    String told = before.place().path();
    String path = violated.place().path();
    // What holds something that could not be read is there, though nothing came of it.
    return told == null
        || told.equals(path)
        || (violated.code().equals("shape.key-missing") && told.startsWith(path + "."));
  }

  private static List<Problem> placed(
      InvalidDefinition broken,
      ProgrammeDefinitionDraft draft,
      Conversion conversion,
      Locations locations,
      boolean partial) {
    Anchors anchors = new Anchors(draft);
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : broken.problems()) {
      String found = problem.parameters().get("found");
      // With faulty parts left out, what they declare seems to be missing.
      boolean consequence =
          partial
              && !problem.code().equals("id.twice")
              && (anchors.declares(found)
                  || MISSING.contains(problem.code())
                  || (problem.code().equals("waiver.unknown") && anchors.demands(found)));
      if (!consequence) {
        for (String path : paths(problem, anchors, conversion)) {
          problems.add(
              new Problem(problem.code(), locations.placeOf(path), named(problem.parameters())));
        }
      }
    }
    return problems;
  }

  /** Nothing to choose from is a dash in a message, not a gap; without a proposal none is made. */
  private static Map<String, String> named(Map<String, String> parameters) {
    Map<String, String> named = new TreeMap<>(parameters);
    named.replaceAll((name, value) -> value.isEmpty() && !name.equals("maybe") ? "-" : value);
    return named;
  }

  private static List<String> paths(Problem problem, Anchors anchors, Conversion conversion) {
    String anchor = problem.place().path();
    if (anchor == null) {
      return List.of("");
    }
    // Of two packs within one definition each has rules of its own.
    String inPack = anchors.pathOf("pack:" + problem.place().source() + "/" + anchor);
    if (inPack != null) {
      return List.of(inPack);
    }
    if (anchor.startsWith("code:")) {
      List<String> paths = conversion.pathsOfCode(anchor.substring("code:".length()));
      return paths.isEmpty() ? List.of("") : paths;
    }
    @Nullable String path = anchors.pathOf(anchor);
    return List.of(path == null ? anchor : path);
  }
}
