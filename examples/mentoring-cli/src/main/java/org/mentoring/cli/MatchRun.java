package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Outcome;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.programme.Practice;
import org.mentoring.publication.PublicFigures;
import org.mentoring.text.Audience;

/** Decides, matches, explains and writes the result files. */
final class MatchRun {
  private static final String PROBLEMS = "problems.txt";

  private final ProgrammeRun run;
  private final Texts texts;
  private final Stages stages;
  private final Palette palette;
  private final Terminal terminal;

  MatchRun(ProgrammeRun run, Texts texts, Stages stages, Palette palette, Terminal terminal) {
    this.run = run;
    this.texts = texts;
    this.stages = stages;
    this.palette = palette;
    this.terminal = terminal;
  }

  /** What is printed, and where files go. */
  record Wishes(
      @Nullable String practice,
      Interventions interventions,
      CurrentPairs current,
      Format format,
      boolean forPublic,
      int show,
      @Nullable String folder) {}

  int of(Wishes wishes) {
    Practice practice = run.matchingPractice(wishes.practice());
    List<ProgrammeRun.Decided> decided = run.decide(List.of(practice), null, stages);
    Outcome<MatchProposal> outcome =
        stages.time(
            "match",
            progress ->
                wishes
                    .current()
                    .propose(
                        run.mentoring(), ProgrammeRun.ACTOR, practice.id(), run.asOf(), progress));
    if (outcome.accepted().isPresent()) {
      MatchProposal first = outcome.accepted().get();
      outcome = wishes.interventions().apply(run.mentoring(), ProgrammeRun.ACTOR, first);
    }
    if (outcome instanceof Outcome.Refused<MatchProposal> refused) {
      report(terminal.err(), Audience.COORDINATOR)
          .refusal(run.renderer(Audience.COORDINATOR).lines(refused.decision()));
      throw Failure.refused("error.refused");
    }
    MatchProposal proposal = outcome.orElseThrow();
    if (wishes.forPublic()) {
      tellPublic(proposal, wishes);
      return run.exitCode();
    }
    Map<String, String> files = wishes.folder() == null ? Map.of() : files(decided, proposal);
    if (wishes.folder() != null) {
      String folder = wishes.folder();
      stages.time(
          "write",
          progress -> {
            Output.write(files, folder);
            return files.size();
          });
    }
    tell(decided, proposal, wishes, files);
    terminal.out().flush();
    new RunReport(run, texts, palette, terminal.err())
        .problems("problems.hint-match", wishes.folder() == null ? null : PROBLEMS);
    return run.exitCode();
  }

  private Map<String, String> files(List<ProgrammeRun.Decided> decided, MatchProposal proposal) {
    MatchExport export = new MatchExport(run, texts);
    DecisionExport decisions = new DecisionExport(run, Audience.COORDINATOR);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pairs.csv", export.pairs(proposal));
    files.put("unmatched.csv", export.unmatched(proposal));
    files.put("mentors.csv", export.mentors(proposal));
    files.put("events.csv", export.events(proposal));
    files.put("proposal.json", export.json(proposal));
    files.put("decisions.csv", decisions.csv(decided));
    files.put("decisions.json", decisions.json(decided));
    files.put(PROBLEMS, run.problemsText());
    return files;
  }

  private void tell(
      List<ProgrammeRun.Decided> decided,
      MatchProposal proposal,
      Wishes wishes,
      Map<String, String> files) {
    PrintWriter out = terminal.out();
    MatchExport export = new MatchExport(run, texts);
    if (wishes.format() == Format.JSON) {
      out.print(export.json(proposal));
      return;
    }
    if (wishes.format() == Format.CSV) {
      out.print(export.pairs(proposal));
      return;
    }
    RunReport report = new RunReport(run, texts, palette, out);
    report.basis();
    report.people();
    report.counts(decided);
    report.likelyDuplicates(decided);
    report.reasons(decided);
    MatchReport match = report(out, Audience.COORDINATOR);
    match.pairs(proposal, wishes.show());
    match.rejected(proposal);
    match.ended(proposal, wishes.show());
    match.policies(proposal);
    match.unmatched(proposal, wishes.show());
    match.sought(proposal, wishes.show());
    match.free(proposal, wishes.show());
    match.events(proposal, wishes.show());
    out.println();
    out.println(stages.text());
    if (wishes.folder() != null) {
      out.println(
          texts.say("match.files", "folder", wishes.folder())
              + " "
              + String.join(", ", files.keySet()));
    }
  }

  private void tellPublic(MatchProposal proposal, Wishes wishes) {
    PublicFigures figures = run.mentoring().publicFigures(proposal);
    if (wishes.folder() != null) {
      Output.write(
          Map.of(
              "public-figures.json", MatchExport.publicFigures(figures),
              "public-figures.csv", MatchExport.publicTable(figures)),
          wishes.folder());
    }
    switch (wishes.format()) {
      case JSON -> terminal.out().print(MatchExport.publicFigures(figures));
      case CSV -> terminal.out().print(MatchExport.publicTable(figures));
      case TABLE ->
          report(terminal.out(), Audience.PUBLIC)
              .figures(figures, run.definition().privacy().smallestGroup());
    }
  }

  private MatchReport report(PrintWriter out, Audience audience) {
    return new MatchReport(
        texts, palette, out, MatchRenderer.of(run.definition(), texts.language(), audience));
  }
}
