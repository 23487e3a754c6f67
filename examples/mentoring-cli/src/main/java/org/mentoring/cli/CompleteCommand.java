package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.MentorshipId;
import org.mentoring.mentorship.Mentorship;
import org.mentoring.mentorship.MentorshipState;
import org.mentoring.spi.Mentorships;
import org.mentoring.spi.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides which mentorships are complete, and tells everything that is missing. */
@Command(name = "complete")
final class CompleteCommand extends ProgrammeCommand {
  private static final int PAGE = 1_000;
  private static final List<String> HEADER =
      List.of("mentorship", "state", "verdict", "requirement", "code", "source", "found", "next");

  @Mixin HappeningsOptions happenings = new HappeningsOptions();

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--mentorship", paramLabel = "NAME")
  @Nullable String mentorship;

  @Override
  int run(Texts texts, Stages stages) {
    try (Replay replay = Replay.asked(happenings, texts, stages)) {
      replay.playFor(asOf, happenings, stages);
      String named = mentorship;
      MentorshipId only = named == null ? null : replay.mentorship(named);
      List<Decided> all =
          stages.time(
              "complete", progress -> only == null ? all(replay) : List.of(of(replay, only)));
      String text =
          switch (happenings.format) {
            case TABLE -> table(replay, all, texts);
            case JSON -> json(replay, all);
            case CSV -> csv(replay, all);
          };
      Output.write(text, happenings.out, terminal().out());
      return ExitCode.OK;
    }
  }

  private List<Decided> all(Replay replay) {
    List<Decided> all = new ArrayList<>();
    String next = null;
    do {
      Page<Mentorship> page =
          replay.mentoring().mentorships().caseload(Mentorships.Which.all(), next, PAGE);
      page.items().forEach(each -> all.add(of(replay, each.particulars().id())));
      next = page.next();
    } while (next != null);
    return all;
  }

  private Decided of(Replay replay, MentorshipId id) {
    return new Decided(
        replay.nameOf(id),
        replay.mentoring().mentorships().find(id).orElseThrow().particulars().state(),
        replay.mentoring().oversight().completion(id, asOf));
  }

  private String table(Replay replay, List<Decided> all, Texts texts) {
    Palette palette = happenings.out == null ? palette() : new Palette(false);
    Renderer renderer = replay.renderer();
    StringBuilder text = new StringBuilder();
    text.append(palette.heading(replay.definition().title().in(texts.language())))
        .append('\n')
        .append(replay.basis(asOf))
        .append('\n');
    for (Decided each : all) {
      text.append('\n')
          .append(each.name())
          .append("  ")
          .append(palette.verdict(each.decision().verdict(), renderer.verdict(each.decision())))
          .append("  (")
          .append(texts.say("mentorship." + each.state().name()))
          .append(")\n");
      FindingLines.of(renderer.lines(each.decision()), texts, "    ")
          .forEach(line -> text.append(line).append('\n'));
    }
    if (all.isEmpty()) {
      text.append('\n').append(texts.say("complete.nothing")).append('\n');
    }
    return text.toString();
  }

  private String json(Replay replay, List<Decided> all) {
    Renderer renderer = replay.renderer();
    Map<String, Object> document = replay.basisJson(asOf);
    List<Object> decisions = new ArrayList<>();
    for (Decided each : all) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("mentorship", each.name());
      told.put("state", each.state().name());
      told.put("verdict", each.decision().verdict().name());
      told.put("digest", each.decision().digest());
      told.put("findings", FindingLines.json(renderer.lines(each.decision())));
      decisions.add(told);
    }
    document.put("decisions", decisions);
    return JsonText.of(document);
  }

  private String csv(Replay replay, List<Decided> all) {
    Renderer renderer = replay.renderer();
    List<List<String>> rows = new ArrayList<>();
    for (Decided each : all) {
      List<String> begin =
          List.of(each.name(), each.state().name(), each.decision().verdict().name());
      List<Renderer.Line> lines = renderer.lines(each.decision());
      if (lines.isEmpty()) {
        rows.add(row(begin, List.of("", "", "", "", "")));
      }
      for (Renderer.Line line : lines) {
        rows.add(
            row(
                begin,
                List.of(
                    line.finding().requirement(),
                    line.finding().code(),
                    line.finding().citation().source(),
                    line.found(),
                    line.remedy().orElse(""))));
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private static List<String> row(List<String> begin, List<String> end) {
    List<String> row = new ArrayList<>(begin);
    row.addAll(end);
    return row;
  }

  /** A mentorship and whether it is complete. */
  private record Decided(String name, MentorshipState state, Decision decision) {}
}
