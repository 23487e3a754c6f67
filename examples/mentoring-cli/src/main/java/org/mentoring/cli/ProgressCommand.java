package org.mentoring.cli;

import java.time.LocalDate;
import org.mentoring.publication.PublicReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how far a programme has come towards its targets, by municipality and centre. */
@Command(name = "progress")
final class ProgressCommand extends ProgrammeCommand {
  @Mixin HappeningsOptions happenings = new HappeningsOptions();

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--public")
  boolean publicly;

  @Override
  int run(Texts texts, Stages stages) {
    try (Replay replay = Replay.asked(happenings, texts, stages)) {
      replay.playFor(asOf, happenings, stages);
      Palette palette = happenings.out == null ? palette() : new Palette(false);
      String text =
          stages.time(
              "progress",
              progress ->
                  publicly ? publicText(replay, texts, palette) : text(replay, texts, palette));
      Output.write(text, happenings.out, terminal().out());
      return ExitCode.OK;
    }
  }

  private String text(Replay replay, Texts texts, Palette palette) {
    ProgressReport report =
        new ProgressReport(replay, asOf, replay.mentoring().reports().progress(asOf), texts);
    return switch (happenings.format) {
      case TABLE -> report.text(palette);
      case JSON -> report.json();
      case CSV -> report.csv();
    };
  }

  /** Made of the public report alone: nothing else of what happened is looked at. */
  private String publicText(Replay replay, Texts texts, Palette palette) {
    PublicReport shown = replay.mentoring().reports().publicReport(asOf);
    PublicProgressReport report = new PublicProgressReport(replay.definition(), shown, texts);
    return switch (happenings.format) {
      case TABLE -> report.text(palette);
      case JSON -> report.json();
      case CSV -> report.csv();
    };
  }
}
