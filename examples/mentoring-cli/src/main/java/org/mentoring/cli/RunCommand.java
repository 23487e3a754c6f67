package org.mentoring.cli;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentoring.json.happening.HappeningPlayer.Surprise;
import org.mentoring.json.happening.Played;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a file of dated happenings, and tells what came of each. */
@Command(name = "run")
final class RunCommand extends ProgrammeCommand {
  @Mixin HappeningsOptions happenings = new HappeningsOptions();

  @Option(names = "--until", paramLabel = "DATE")
  @Nullable LocalDate until;

  @Option(names = "--keep-going")
  boolean keepGoing;

  @Override
  int run(Texts texts, Stages stages) {
    try (Replay replay = Replay.open(happenings, texts, stages)) {
      LocalDate asked = until;
      LocalDate last = asked == null ? replay.lastDay() : asked;
      List<Played> played =
          replay.playUntil(last, keepGoing ? Surprise.IS_TOLD : Surprise.STOPS, stages);
      ReplayReport report = new ReplayReport(replay, last, texts);
      String text =
          switch (happenings.format) {
            case TABLE ->
                report.text(played, happenings.out == null ? palette() : new Palette(false));
            case JSON -> report.json(played);
            case CSV -> report.csv(played);
          };
      Output.write(text, happenings.out, terminal().out());
      return played.stream().allMatch(Played::asExpected) ? ExitCode.OK : ExitCode.REFUSED;
    }
  }
}
