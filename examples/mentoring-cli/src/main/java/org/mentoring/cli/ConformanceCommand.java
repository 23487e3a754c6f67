package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.programme.RulePack;
import org.mentoring.publication.PublicConformance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how far a programme meets a standard, with the cases behind each figure. */
@Command(name = "conformance")
final class ConformanceCommand extends ProgrammeCommand {
  @Mixin HappeningsOptions happenings = new HappeningsOptions();

  @Option(names = "--pack", paramLabel = "FILE|NAME", required = true)
  String pack = "";

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--from", paramLabel = "DATE")
  @Nullable LocalDate from;

  @Option(names = "--public")
  boolean publicly;

  @Override
  int run(Texts texts, Stages stages) {
    if (publicly && from != null) {
      throw Failure.usage("error.public-from", Map.of());
    }
    RulePack standard = stages.time("pack", progress -> PackOptions.read(pack));
    try (Replay replay = Replay.asked(happenings, texts, stages)) {
      replay.playFor(asOf, happenings, stages);
      Palette palette = happenings.out == null ? palette() : new Palette(false);
      String text =
          stages.time(
              "conformance",
              progress ->
                  publicly
                      ? publicText(replay, standard, texts, palette)
                      : text(replay, standard, texts, palette));
      Output.write(text, happenings.out, terminal().out());
      return ExitCode.OK;
    }
  }

  private String text(Replay replay, RulePack standard, Texts texts, Palette palette) {
    ConformanceReport report = replay.mentoring().reports().conformance(standard, from, asOf);
    ConformanceText told = new ConformanceText(replay, standard, report, texts);
    return switch (happenings.format) {
      case TABLE -> told.text(palette);
      case JSON -> told.json();
      case CSV -> told.csv();
    };
  }

  /** Made of the public report alone: it has no place for an id or a finding. */
  private String publicText(Replay replay, RulePack standard, Texts texts, Palette palette) {
    PublicConformance shown = replay.mentoring().reports().publicConformance(standard, asOf);
    PublicConformanceText told = new PublicConformanceText(shown, texts);
    return switch (happenings.format) {
      case TABLE -> told.text(palette);
      case JSON -> told.json();
      case CSV -> told.csv();
    };
  }

  /** Cells of a row. */
  static List<String> row(List<String> begin, String... end) {
    List<String> row = new ArrayList<>(begin);
    row.addAll(List.of(end));
    return row;
  }
}
