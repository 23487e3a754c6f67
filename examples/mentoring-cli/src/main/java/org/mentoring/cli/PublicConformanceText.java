package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.publication.PublicBenchmark;
import org.mentoring.publication.PublicConformance;
import org.mentoring.text.Value;

/** Tells the public how far a programme meets a standard; it is given only what is public. */
final class PublicConformanceText {
  private static final List<String> HEADER = List.of("benchmark", "met", "due");

  private final PublicConformance report;
  private final Texts texts;

  PublicConformanceText(PublicConformance report, Texts texts) {
    this.report = report;
    this.texts = texts;
  }

  String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    line(text, palette.heading(report.programme().in(texts.language())));
    line(text, texts.say("progress.as-of", "day", report.asOf().toString()));
    line(text, "");
    line(text, palette.heading(report.standard().in(texts.language())));
    Layout layout = new Layout();
    report.benchmarks().forEach(each -> layout.row(title(each), figure(each)));
    layout.lines("  ").forEach(each -> line(text, each));
    return text.toString();
  }

  private String figure(PublicBenchmark benchmark) {
    if (!benchmark.told()) {
      return texts.say("conformance.withheld");
    }
    return benchmark.due() == 0
        ? texts.say("conformance.no-case")
        : texts.say(
            "conformance.met",
            Map.of("met", Value.of(benchmark.met()), "due", Value.of(benchmark.due())));
  }

  private String title(PublicBenchmark benchmark) {
    return benchmark.title().in(texts.language());
  }

  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", report.programme().in(texts.language()));
    document.put("standard", report.standard().in(texts.language()));
    document.put("asOf", report.asOf().toString());
    List<Object> benchmarks = new ArrayList<>();
    for (PublicBenchmark each : report.benchmarks()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("title", title(each));
      if (each.told()) {
        told.put("met", each.met());
        told.put("due", each.due());
      }
      benchmarks.add(told);
    }
    document.put("benchmarks", benchmarks);
    return JsonText.of(document);
  }

  String csv() {
    return CsvText.of(
        HEADER,
        report.benchmarks().stream()
            .filter(PublicBenchmark::told)
            .map(
                each ->
                    List.of(
                        title(each), Integer.toString(each.met()), Integer.toString(each.due())))
            .toList());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
