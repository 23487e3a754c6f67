package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentoring.conformance.BenchmarkCase;
import org.mentoring.conformance.BenchmarkResult;
import org.mentoring.conformance.CaseState;
import org.mentoring.conformance.ConformanceReport;
import org.mentoring.conformance.Unjudged;
import org.mentoring.decision.Parameter;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.programme.RulePack;
import org.mentoring.text.Audience;
import org.mentoring.text.LocalizedText;
import org.mentoring.text.Value;

/** Tells staff how far a programme meets a standard. */
final class ConformanceText {
  private static final List<String> HEADER =
      List.of(
          "benchmark",
          "source",
          "practice",
          "mentorship",
          "participant",
          "state",
          "requirement",
          "code",
          "found");

  private final Replay replay;
  private final ConformanceReport report;
  private final Texts texts;
  private final Renderer renderer;

  ConformanceText(Replay replay, RulePack standard, ConformanceReport report, Texts texts) {
    this.replay = replay;
    this.report = report;
    this.texts = texts;
    Map<String, String> words = new TreeMap<>();
    standard
        .vocabulary()
        .forEach(
            term -> words.put("code." + term.code().value(), term.title().in(texts.language())));
    this.renderer = replay.mentoring().renderer(texts.messages().with(words), Audience.COORDINATOR);
  }

  String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    line(text, palette.heading(replay.definition().title().in(texts.language())));
    line(text, replay.basis(report.asOf()));
    line(text, "");
    line(
        text,
        palette.heading(
            texts.say(
                "conformance.standard",
                Map.of(
                    "title",
                    Value.of(report.title().in(texts.language())),
                    "name",
                    Value.of(report.standard())))));
    Layout layout = new Layout();
    report.benchmarks().forEach(each -> layout.row(title(each), figure(each)));
    layout.lines("  ").forEach(each -> line(text, each));
    report.benchmarks().forEach(each -> cases(text, each, palette));
    return text.toString();
  }

  private String title(BenchmarkResult result) {
    LocalizedText title = result.title();
    return title == null ? result.code() : title.in(texts.language());
  }

  private String figure(BenchmarkResult result) {
    Unjudged unjudged = result.unjudged();
    if (unjudged != null) {
      return texts.say("conformance.unjudged." + unjudged.name());
    }
    if (result.cases().isEmpty()) {
      return texts.say("conformance.no-case");
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        texts.say(
            "conformance.met",
            Map.of(
                "met", Value.of(result.count(CaseState.MET)),
                "due", Value.of(result.due()))));
    result
        .counts()
        .forEach(
            (state, count) -> {
              if (state != CaseState.MET) {
                parts.add(texts.say("conformance.count." + state.name(), "count", count));
              }
            });
    return String.join(", ", parts);
  }

  /** Only what is short of the benchmark; other programs are told all. */
  private void cases(StringBuilder text, BenchmarkResult result, Palette palette) {
    List<BenchmarkCase> shown =
        result.cases().stream()
            .filter(each -> each.state() != CaseState.MET && each.state() != CaseState.NOT_YET)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    line(text, "");
    line(text, palette.heading(title(result)) + "  [" + result.citation() + "]");
    for (BenchmarkCase each : shown) {
      line(text, "  " + name(each) + ": " + texts.say("conformance.state." + each.state().name()));
      Layout layout = new Layout();
      renderer.lines(each.findings()).stream().map(this::found).distinct().forEach(layout::row);
      layout.lines("    ").forEach(one -> line(text, one));
    }
  }

  /** One of several contacts is due with each of several parties. */
  private String found(Renderer.Line line) {
    boolean withOneOfThem = line.finding().code().startsWith("obligation.");
    return withOneOfThem && line.finding().parameters().get("party") instanceof Parameter.Codes with
        ? line.found()
            + " "
            + texts.say("due.with", "party", texts.messages().nameOf(with.values().first().value()))
        : line.found();
  }

  private String name(BenchmarkCase told) {
    ParticipantId participant = told.participant();
    MentorshipId mentorship = told.mentorship();
    String of = mentorship == null ? told.practice() : replay.nameOf(mentorship);
    return participant == null ? of : of + ", " + participant.value();
  }

  String json() {
    Map<String, Object> document = replay.basisJson(report.asOf());
    document.put("standard", report.standard());
    if (report.from() != null) {
      document.put("from", report.from().toString());
    }
    List<Object> benchmarks = new ArrayList<>();
    for (BenchmarkResult result : report.benchmarks()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("code", result.code());
      told.put("title", title(result));
      told.put("source", result.citation().source());
      Unjudged unjudged = result.unjudged();
      if (unjudged != null) {
        told.put("unjudged", unjudged.name());
      }
      told.put("due", result.due());
      Map<String, Object> counts = new LinkedHashMap<>();
      result.counts().forEach((state, count) -> counts.put(state.name(), count));
      told.put("counts", counts);
      told.put("cases", result.cases().stream().map(this::json).toList());
      benchmarks.add(told);
    }
    document.put("benchmarks", benchmarks);
    return JsonText.of(document);
  }

  private Map<String, Object> json(BenchmarkCase told) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("practice", told.practice());
    if (told.mentorship() != null) {
      one.put("mentorship", mentorship(told));
    }
    if (told.participant() != null) {
      one.put("participant", participant(told));
    }
    one.put("state", told.state().name());
    one.put("findings", FindingLines.json(renderer.lines(told.findings())));
    return one;
  }

  String csv() {
    List<List<String>> rows = new ArrayList<>();
    for (BenchmarkResult result : report.benchmarks()) {
      for (BenchmarkCase each : result.cases()) {
        List<String> begin =
            List.of(
                result.code(),
                result.citation().source(),
                each.practice(),
                mentorship(each),
                participant(each),
                each.state().name());
        List<Renderer.Line> lines = renderer.lines(each.findings());
        if (lines.isEmpty()) {
          rows.add(ConformanceCommand.row(begin, "", "", ""));
        }
        lines.forEach(
            line ->
                rows.add(
                    ConformanceCommand.row(
                        begin, line.finding().requirement(), line.finding().code(), line.found())));
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private String mentorship(BenchmarkCase told) {
    @Nullable MentorshipId mentorship = told.mentorship();
    return mentorship == null ? "" : replay.nameOf(mentorship);
  }

  private static String participant(BenchmarkCase told) {
    ParticipantId participant = told.participant();
    return participant == null ? "" : participant.value();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
