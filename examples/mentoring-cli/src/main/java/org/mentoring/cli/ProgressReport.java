package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.indicator.FigureProgress;
import org.mentoring.indicator.TargetProgress;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Value;
import org.mentoring.time.Validity;

/** Tells staff how far a programme has come towards its targets. */
final class ProgressReport {
  private static final List<String> HEADER =
      List.of("from", "until", "indicator", "level", "name", "expected", "reached", "standing");

  private final Replay replay;
  private final LocalDate asOf;
  private final List<TargetProgress> targets;
  private final Texts texts;

  ProgressReport(Replay replay, LocalDate asOf, List<TargetProgress> targets, Texts texts) {
    this.replay = replay;
    this.asOf = asOf;
    this.targets = List.copyOf(targets);
    this.texts = texts;
  }

  String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    line(text, palette.heading(replay.definition().title().in(texts.language())));
    line(text, replay.basis(asOf));
    for (TargetProgress target : targets) {
      line(text, "");
      line(
          text,
          palette.heading(
              texts.say(
                      "progress.target",
                      Map.of(
                          "from", Value.of(target.when().from().toString()),
                          "to", Value.of(lastDay(target.when()))))
                  + "  ["
                  + target.citation()
                  + "]"));
      target.figures().forEach(figure -> figure(text, figure));
    }
    if (targets.isEmpty()) {
      line(text, "");
      line(text, texts.say("progress.nothing"));
    }
    return text.toString();
  }

  private void figure(StringBuilder text, FigureProgress figure) {
    line(
        text,
        "  "
            + texts.say(
                figure.inPercent() ? "progress.figure-percent" : "progress.figure",
                Map.of(
                    "indicator", Value.of(name(figure)),
                    "reached", Value.of(figure.reached()),
                    "expected", Value.of(figure.expected()),
                    "share", Value.of(figure.share()),
                    "standing", Value.of(texts.say("standing." + figure.standing().name())))));
    Layout layout = new Layout();
    figure.byMunicipality().forEach((place, reached) -> layout.row(place, Long.toString(reached)));
    if (figure.withoutMunicipality() > 0) {
      layout.row(
          texts.say("progress.without-municipality"), Long.toString(figure.withoutMunicipality()));
    }
    figure
        .byCentre()
        .forEach((centre, reached) -> layout.row(centre.value(), Long.toString(reached)));
    if (figure.withoutCentre() > 0 && !figure.byCentre().isEmpty()) {
      layout.row(texts.say("progress.without-centre"), Long.toString(figure.withoutCentre()));
    }
    layout.lines("    ").forEach(each -> line(text, each));
  }

  private String name(FigureProgress figure) {
    return name(replay.definition(), figure.indicator(), texts);
  }

  /** What the definition calls an indicator; the library's own word where it says nothing. */
  static String name(ProgrammeDefinition definition, Code indicator, Texts texts) {
    return definition.words().stream()
        .filter(term -> term.code().equals(indicator))
        .findFirst()
        .map(term -> term.title().in(texts.language()))
        .orElseGet(() -> texts.messages().nameOf(indicator.value()));
  }

  String json() {
    Map<String, Object> document = replay.basisJson(asOf);
    List<Object> all = new ArrayList<>();
    for (TargetProgress target : targets) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("from", target.when().from().toString());
      LocalDate until = target.when().until();
      if (until != null) {
        told.put("until", until.toString());
      }
      told.put("source", target.citation().source());
      told.put("figures", target.figures().stream().map(ProgressReport::json).toList());
      all.add(told);
    }
    document.put("targets", all);
    return JsonText.of(document);
  }

  private static Map<String, Object> json(FigureProgress figure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("indicator", figure.indicator().value());
    told.put("expected", figure.expected());
    told.put("least", figure.least());
    told.put("reached", figure.reached());
    told.put("standing", figure.standing().name());
    told.put("byMunicipality", figure.byMunicipality());
    told.put("withoutMunicipality", figure.withoutMunicipality());
    Map<String, Long> byCentre = new LinkedHashMap<>();
    figure.byCentre().forEach((centre, reached) -> byCentre.put(centre.value(), reached));
    told.put("byCentre", byCentre);
    told.put("withoutCentre", figure.withoutCentre());
    return told;
  }

  String csv() {
    List<List<String>> rows = new ArrayList<>();
    for (TargetProgress target : targets) {
      for (FigureProgress figure : target.figures()) {
        rows.add(
            row(
                target,
                figure,
                "programme",
                "",
                Long.toString(figure.expected()),
                figure.reached(),
                figure.standing().name()));
        figure
            .byMunicipality()
            .forEach(
                (place, reached) ->
                    rows.add(row(target, figure, "municipality", place, "", reached, "")));
        for (Map.Entry<ParticipantId, Long> centre : figure.byCentre().entrySet()) {
          rows.add(
              row(target, figure, "centre", centre.getKey().value(), "", centre.getValue(), ""));
        }
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private static List<String> row(
      TargetProgress target,
      FigureProgress figure,
      String level,
      String name,
      String expected,
      long reached,
      String standing) {
    LocalDate until = target.when().until();
    return List.of(
        target.when().from().toString(),
        until == null ? "" : until.toString(),
        figure.indicator().value(),
        level,
        name,
        expected,
        Long.toString(reached),
        standing);
  }

  private String lastDay(Validity when) {
    LocalDate until = when.until();
    return until == null ? "…" : until.minusDays(1).toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
