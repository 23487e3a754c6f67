package org.mentoring.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.participant.Position;
import org.mentoring.text.Audience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides who may take part, and tells why not. */
@Command(name = "decide")
final class DecideCommand extends ProgrammeCommand {
  @Mixin PeopleOptions people = new PeopleOptions();

  @Option(names = "--position", paramLabel = "MENTOR|MENTEE")
  @Nullable Position position;

  @Option(names = "--format", paramLabel = "table|json|csv", defaultValue = "TABLE")
  Format format = Format.TABLE;

  @Option(names = "--audience", paramLabel = "coordinator|public", defaultValue = "COORDINATOR")
  Audience audience = Audience.COORDINATOR;

  @Option(names = "--out", paramLabel = "FILE")
  @Nullable String file;

  @Option(names = "--problems", paramLabel = "FILE")
  @Nullable String problems;

  @Override
  int run(Texts texts, Stages stages) {
    if (audience == Audience.PARTY) {
      throw Failure.usage("error.no-party-decide", Map.of());
    }
    try (ProgrammeRun run = ProgrammeRun.open(people, terminal(), texts, stages)) {
      List<ProgrammeRun.Decided> decided =
          run.decide(run.practices(people.practice), position, stages);
      Output.write(text(run, decided, texts), file, terminal().out());
      terminal().out().flush();
      String problemsFile = problems;
      if (problemsFile != null) {
        Output.write(run.problemsText(), problemsFile, terminal().out());
      }
      if (audience == Audience.COORDINATOR) {
        new RunReport(run, texts, palette(), terminal().err())
            .problems("problems.hint-decide", problemsFile);
      }
      return run.exitCode();
    }
  }

  private String text(ProgrammeRun run, List<ProgrammeRun.Decided> decided, Texts texts) {
    if (audience == Audience.PUBLIC) {
      return publicText(run, decided, texts);
    }
    DecisionExport export = new DecisionExport(run, audience);
    return switch (format) {
      case JSON -> export.json(decided);
      case CSV -> export.csv(decided);
      case TABLE -> {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        RunReport report = new RunReport(run, texts, filePalette(), out);
        report.basis();
        report.people();
        report.counts(decided);
        report.likelyDuplicates(decided);
        report.decisions(decided, audience);
        yield text.toString();
      }
    };
  }

  private String publicText(ProgrammeRun run, List<ProgrammeRun.Decided> decided, Texts texts) {
    return switch (format) {
      case JSON -> JsonText.of(DecisionExport.publicCounts(run, decided));
      case CSV -> publicTable(run, decided);
      case TABLE -> {
        StringWriter text = new StringWriter();
        RunReport report = new RunReport(run, texts, filePalette(), new PrintWriter(text));
        report.basis();
        report.publicCounts(decided);
        yield text.toString();
      }
    };
  }

  private static String publicTable(ProgrammeRun run, List<ProgrammeRun.Decided> all) {
    int least = run.definition().privacy().smallestGroup();
    List<List<String>> rows = new ArrayList<>();
    for (ProgrammeRun.Decided decided : all) {
      List<Decision> decisions = decided.decisions();
      Summary.verdicts(decisions)
          .forEach(
              (verdict, count) -> {
                if (count == 0 || count >= least) {
                  rows.add(
                      List.of(
                          decided.practice().id(),
                          decided.position().name(),
                          verdict.name(),
                          count.toString()));
                }
              });
    }
    return CsvText.of(List.of("practice", "position", "verdict", "people"), rows);
  }

  private Palette filePalette() {
    return file == null ? palette() : new Palette(false);
  }
}
