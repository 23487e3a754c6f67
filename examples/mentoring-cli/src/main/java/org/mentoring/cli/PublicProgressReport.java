package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.indicator.Standing;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.publication.PublicAward;
import org.mentoring.publication.PublicDay;
import org.mentoring.publication.PublicFigure;
import org.mentoring.publication.PublicPlace;
import org.mentoring.publication.PublicProgress;
import org.mentoring.publication.PublicReport;
import org.mentoring.text.Value;

/**
 * Tells the public how far a programme has come; beside the definition it is given only what is
 * public.
 */
final class PublicProgressReport {
  private static final List<String> HEADER =
      List.of("from", "until", "indicator", "municipality", "expected", "reached", "standing");

  private final ProgrammeDefinition definition;
  private final PublicReport report;
  private final Texts texts;

  PublicProgressReport(ProgrammeDefinition definition, PublicReport report, Texts texts) {
    this.definition = definition;
    this.report = report;
    this.texts = texts;
  }

  String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    line(text, palette.heading(report.programme().in(texts.language())));
    line(text, texts.say("progress.as-of", "day", report.asOf().toString()));
    for (PublicProgress target : report.targets()) {
      line(text, "");
      line(
          text,
          palette.heading(
              texts.say(
                  "progress.target",
                  Map.of(
                      "from", Value.of(target.from().toString()),
                      "to", Value.of(lastDay(target.until()))))));
      target.figures().forEach(figure -> figure(text, figure));
    }
    awards(text, palette);
    return text.toString();
  }

  private void figure(StringBuilder text, PublicFigure figure) {
    Standing standing = figure.standing();
    String indicator = ProgressReport.name(definition, figure.indicator(), texts);
    line(
        text,
        "  "
            + (figure.told() && standing != null
                ? texts.say(
                    "progress.figure",
                    Map.of(
                        "indicator", Value.of(indicator),
                        "reached", Value.of(figure.reached()),
                        "expected", Value.of(figure.expected()),
                        "share",
                            Value.of(
                                figure.expected() == 0
                                    ? 100
                                    : figure.reached() * 100 / figure.expected()),
                        "standing", Value.of(texts.say("standing." + standing.name()))))
                : texts.say(
                    "progress.figure-withheld",
                    Map.of(
                        "indicator", Value.of(indicator),
                        "expected", Value.of(figure.expected())))));
    Layout layout = new Layout();
    figure
        .byMunicipality()
        .forEach((place, reached) -> layout.row(place.name(), Long.toString(reached)));
    layout.lines("    ").forEach(each -> line(text, each));
    if (figure.withheld() > 0) {
      line(text, "    " + texts.say("progress.withheld", "count", figure.withheld()));
    }
  }

  private void awards(StringBuilder text, Palette palette) {
    if (report.awards().awards().isEmpty() && report.awards().withheld() == 0) {
      return;
    }
    line(text, "");
    line(text, palette.heading(texts.say("progress.awards")));
    Layout layout = new Layout();
    for (PublicAward award : report.awards().awards()) {
      layout.row(
          Integer.toString(award.year()),
          award.award().in(texts.language()),
          award.winner().text());
    }
    layout.lines("  ").forEach(each -> line(text, each));
    if (report.awards().withheld() > 0) {
      line(text, "  " + texts.say("progress.awards-withheld", "count", report.awards().withheld()));
    }
  }

  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", report.programme().in(texts.language()));
    document.put("asOf", report.asOf().toString());
    List<Object> targets = new ArrayList<>();
    for (PublicProgress target : report.targets()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("from", target.from().toString());
      PublicDay until = target.until();
      if (until != null) {
        told.put("until", until.toString());
      }
      told.put("figures", target.figures().stream().map(PublicProgressReport::json).toList());
      targets.add(told);
    }
    document.put("targets", targets);
    List<Object> awards = new ArrayList<>();
    for (PublicAward award : report.awards().awards()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("year", award.year());
      told.put("award", award.award().in(texts.language()));
      told.put("winner", award.winner().text());
      told.put("certificate", award.certificate());
      told.put("gift", award.gift());
      awards.add(told);
    }
    document.put("awards", awards);
    document.put("awardsWithheld", report.awards().withheld());
    return JsonText.of(document);
  }

  private static Map<String, Object> json(PublicFigure figure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("indicator", figure.indicator().value());
    told.put("expected", figure.expected());
    Standing standing = figure.standing();
    if (figure.told() && standing != null) {
      told.put("reached", figure.reached());
      told.put("standing", standing.name());
    }
    Map<String, Long> places = new LinkedHashMap<>();
    figure.byMunicipality().forEach((place, reached) -> places.put(place.name(), reached));
    told.put("byMunicipality", places);
    told.put("withheld", figure.withheld());
    return told;
  }

  String csv() {
    List<List<String>> rows = new ArrayList<>();
    for (PublicProgress target : report.targets()) {
      for (PublicFigure figure : target.figures()) {
        Standing standing = figure.standing();
        if (figure.told()) {
          rows.add(
              row(
                  target,
                  figure,
                  "",
                  Long.toString(figure.expected()),
                  figure.reached(),
                  standing == null ? "" : standing.name()));
        }
        for (Map.Entry<PublicPlace, Long> place : figure.byMunicipality().entrySet()) {
          rows.add(row(target, figure, place.getKey().name(), "", place.getValue(), ""));
        }
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private static List<String> row(
      PublicProgress target,
      PublicFigure figure,
      String municipality,
      String expected,
      long reached,
      String standing) {
    PublicDay until = target.until();
    return List.of(
        target.from().toString(),
        until == null ? "" : until.toString(),
        figure.indicator().value(),
        municipality,
        expected,
        Long.toString(reached),
        standing);
  }

  private static String lastDay(@Nullable PublicDay until) {
    LocalDate end = until == null ? null : until.value();
    return end == null ? "…" : end.minusDays(1).toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
