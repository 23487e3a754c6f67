package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Verdict;
import org.mentoring.identity.ParticipantId;
import org.mentoring.participant.LikelyDuplicate;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;

/** Tells a run to people: what it was made on, who was left out, what was decided and why. */
final class RunReport {
  private static final int HASH_SHOWN = 8;
  static final int PROBLEMS_SHOWN = 20;
  private static final int WITHOUT_POSITION_SHOWN = 5;
  private static final int REASONS_SHOWN = 8;
  private static final int LIKELY_DUPLICATES_SHOWN = 3;

  private final ProgrammeRun run;
  private final Texts texts;
  private final Palette palette;
  private final PrintWriter out;

  RunReport(ProgrammeRun run, Texts texts, Palette palette, PrintWriter out) {
    this.run = run;
    this.texts = texts;
    this.palette = palette;
    this.out = out;
  }

  /** The programme, its versions and the day. */
  void basis() {
    ProgrammeDefinition definition = run.definition();
    out.println(palette.heading(definition.title().in(texts.language())));
    out.println(
        texts.say(
            "run.basis",
            Map.of(
                "id", Value.of(definition.id()),
                "version", Value.of(definition.version().toString()),
                "hash", Value.of(definition.hash().substring(0, HASH_SHOWN)),
                "rules", Value.of(run.mentoring().ruleSetHash().substring(0, HASH_SHOWN)),
                "day", Value.of(run.asOf().toString()))));
  }

  /** How many people were read, and who was left out. */
  void people() {
    out.println();
    out.println(
        texts.say(
            "run.people",
            Map.of(
                "read", Value.of(run.read()),
                "taken", Value.of(run.intake().registered()),
                "leftOut", Value.of(run.leftOut()),
                "merged", Value.of(run.intake().duplicates().size()))));
    run.intake().duplicates().stream().limit(PROBLEMS_SHOWN).forEach(this::duplicate);
    more(run.intake().duplicates().size() - PROBLEMS_SHOWN);
    List<ParticipantId> nowhere = run.withoutPosition();
    if (!nowhere.isEmpty()) {
      out.println(
          "  "
              + texts.say("run.without-position", "count", nowhere.size())
              + nowhere.stream()
                  .limit(WITHOUT_POSITION_SHOWN)
                  .map(ParticipantId::value)
                  .collect(Collectors.joining(", ", " (", ""))
              + (nowhere.size() > WITHOUT_POSITION_SHOWN ? ", ...)" : ")"));
    }
  }

  private void duplicate(Intake.Duplicate duplicate) {
    out.println(
        "  "
            + texts.say(
                "run.duplicate",
                Map.of(
                    "place", Value.of(duplicate.place().toString()),
                    "duplicate", Value.of(duplicate.duplicate().value()),
                    "kept", Value.of(duplicate.kept().value()))));
  }

  private void more(int count) {
    if (count > 0) {
      out.println("  " + texts.say("run.more", "count", count));
    }
  }

  /**
   * The first of what kept people out.
   *
   * @param hint key of the text that says how to see the rest, where no file holds it
   * @param file the file that holds all, if there is one
   */
  void problems(String hint, @Nullable String file) {
    List<String> problems = run.problems();
    if (problems.isEmpty()) {
      return;
    }
    out.println(texts.say("problems.title", "count", run.leftOut()));
    problems.stream().limit(PROBLEMS_SHOWN).forEach(line -> out.println("  " + line));
    int rest = problems.size() - PROBLEMS_SHOWN;
    if (rest > 0) {
      String where = file == null ? texts.say(hint) : texts.say("problems.see", "file", file);
      out.println("  " + texts.say("run.more", "count", rest) + ", " + where);
    }
  }

  /** Counts by verdict and position, practice by practice. */
  void counts(List<ProgrammeRun.Decided> all) {
    for (List<ProgrammeRun.Decided> decided : byPractice(all)) {
      out.println();
      out.println(
          palette.heading(texts.say("run.decisions", "practice", decided.get(0).practice().id())));
      Layout layout = new Layout();
      List<String> head = new ArrayList<>(List.of(""));
      decided.forEach(each -> head.add(texts.nameOf(each.position())));
      layout.row(head);
      Renderer renderer = run.renderer(Audience.COORDINATOR);
      for (Verdict verdict : mildestFirst()) {
        List<String> cells = new ArrayList<>(List.of(renderer.verdict(verdict)));
        for (ProgrammeRun.Decided each : decided) {
          cells.add(Integer.toString(Summary.verdicts(each.decisions()).getOrDefault(verdict, 0)));
        }
        layout.row(cells);
      }
      layout.lines("  ").forEach(out::println);
    }
  }

  /** Registrations that may be of one person: a child must not get two mentors. */
  void likelyDuplicates(List<ProgrammeRun.Decided> all) {
    for (ProgrammeRun.Decided decided : all) {
      List<LikelyDuplicate> found =
          run.mentoring().likelyDuplicates(decided.practice().id(), decided.position(), run.asOf());
      if (!found.isEmpty()) {
        out.println();
        out.println(
            texts.say(
                "run.likely-duplicates",
                Map.of(
                    "count", Value.of(found.size()),
                    "position", Value.of(texts.nameOf(decided.position())))));
        found.stream()
            .limit(LIKELY_DUPLICATES_SHOWN)
            .forEach(pair -> out.println("  " + pair.first() + " ~ " + pair.second()));
        if (found.size() > LIKELY_DUPLICATES_SHOWN) {
          out.println(
              "  " + texts.say("run.more", "count", found.size() - LIKELY_DUPLICATES_SHOWN));
        }
      }
    }
  }

  /** Counts for a public page: what so few share that somebody could be recognised is not told. */
  void publicCounts(List<ProgrammeRun.Decided> all) {
    int least = run.definition().privacy().smallestGroup();
    Renderer renderer = run.renderer(Audience.PUBLIC);
    for (ProgrammeRun.Decided decided : all) {
      Layout layout = new Layout();
      Summary.verdicts(decided.decisions())
          .forEach(
              (verdict, count) ->
                  layout.row(renderer.verdict(verdict), publicFigure(count, least)));
      out.println(
          palette.heading(decided.practice().id() + ", " + texts.nameOf(decided.position())));
      layout.lines("  ").forEach(out::println);
    }
  }

  String publicFigure(int count, int least) {
    return count > 0 && count < least
        ? texts.say("public.fewer", "least", least)
        : Integer.toString(count);
  }

  /** What stood in the way of how many. */
  void reasons(List<ProgrammeRun.Decided> all) {
    for (ProgrammeRun.Decided decided : all) {
      List<Summary.Reason> reasons = Summary.reasons(decided.decisions());
      if (reasons.isEmpty()) {
        continue;
      }
      out.println();
      out.println(texts.say("run.reasons", "position", texts.nameOf(decided.position())));
      Layout layout = new Layout();
      reasons.stream()
          .limit(REASONS_SHOWN)
          .forEach(
              reason ->
                  layout.row(
                      Integer.toString(reason.people()),
                      reason.requirement(),
                      reason.code(),
                      "[" + reason.source() + "]"));
      layout.lines("  ").forEach(out::println);
      if (reasons.size() > REASONS_SHOWN) {
        out.println("  " + texts.say("run.more", "count", reasons.size() - REASONS_SHOWN));
      }
    }
  }

  /** Every decision with its findings and what is missing to get to yes. */
  void decisions(List<ProgrammeRun.Decided> all, Audience audience) {
    Renderer renderer = run.renderer(audience);
    for (ProgrammeRun.Decided decided : all) {
      out.println();
      out.println(
          palette.heading(decided.practice().id() + ", " + texts.nameOf(decided.position())));
      decided.decisions().forEach(decision -> decision(decision, renderer));
    }
  }

  /** One decision. */
  void decision(Decision decision, Renderer renderer) {
    out.println(
        decision.question().participant()
            + "  "
            + palette.verdict(decision.verdict(), renderer.verdict(decision.verdict())));
    FindingLines.of(renderer.lines(decision), texts, "    ").forEach(out::println);
  }

  private static List<Verdict> mildestFirst() {
    return List.of(Verdict.ELIGIBLE, Verdict.NEEDS_REVIEW, Verdict.NOT_YET, Verdict.REFUSED);
  }

  private static List<List<ProgrammeRun.Decided>> byPractice(List<ProgrammeRun.Decided> all) {
    List<List<ProgrammeRun.Decided>> groups = new ArrayList<>();
    for (ProgrammeRun.Decided decided : all) {
      List<ProgrammeRun.Decided> last =
          groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (last.isEmpty() || !last.get(0).practice().id().equals(decided.practice().id())) {
        last = new ArrayList<>();
        groups.add(last);
      }
      last.add(decided);
    }
    return groups;
  }
}
