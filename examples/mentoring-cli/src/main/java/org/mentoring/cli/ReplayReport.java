package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Finding;
import org.mentoring.decision.Renderer;
import org.mentoring.json.happening.Difference;
import org.mentoring.json.happening.Happening;
import org.mentoring.json.happening.Played;
import org.mentoring.text.Value;

/** Tells what came of happenings: a line for each, refusals with all findings, and a sum. */
final class ReplayReport {
  private static final List<String> HEADER =
      List.of(
          "on",
          "known",
          "do",
          "about",
          "result",
          "as_expected",
          "surprise",
          "requirement",
          "code",
          "found");

  private final Replay replay;
  private final LocalDate last;
  private final Texts texts;
  private final Renderer renderer;
  private final SurpriseText surprise;
  private final LeftOutText leftOut;

  /**
   * @param last the last day that was played
   */
  ReplayReport(Replay replay, LocalDate last, Texts texts) {
    this.replay = replay;
    this.last = last;
    this.texts = texts;
    this.renderer = replay.renderer();
    this.surprise = new SurpriseText(texts, renderer);
    this.leftOut = new LeftOutText(replay, texts);
  }

  String text(List<Played> played, Palette palette) {
    StringBuilder text = new StringBuilder();
    line(text, palette.heading(replay.definition().title().in(texts.language())));
    line(text, replay.basis(last));
    line(text, "");
    List<Entry> entries = entries(played);
    Layout layout = new Layout();
    entries.forEach(entry -> layout.row(cells(entry)));
    List<String> lines = layout.lines("");
    for (int i = 0; i < entries.size(); i++) {
      line(text, lines.get(i));
      FindingLines.of(renderer.lines(findings(entries.get(i).last())), texts, "            ")
          .forEach(each -> line(text, each));
      leftOut.lines(entries.get(i).last()).forEach(each -> line(text, "            " + each));
    }
    line(text, "");
    line(text, summary(played));
    if (replay.stopped()) {
      line(text, texts.say("replay.stopped"));
    }
    return text.toString();
  }

  String json(List<Played> played) {
    Map<String, Object> document = replay.basisJson(last);
    List<Object> all = new ArrayList<>();
    for (Played each : played) {
      Happening happening = each.happening();
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("line", happening.place().line());
      told.put("on", happening.on().toString());
      told.put("known", happening.known().toString());
      told.put("do", happening.verb());
      told.put("about", happening.handles());
      told.put("by", happening.by().id());
      told.put("result", SurpriseText.result(each));
      told.put("asExpected", each.asExpected());
      if (!each.asExpected()) {
        told.put("differences", differences(each));
      }
      if (each instanceof Played.Accepted accepted) {
        told.put("made", accepted.made());
        List<Object> without = leftOut.json(each);
        if (!without.isEmpty()) {
          told.put("leftOut", without);
        }
      }
      if (each instanceof Played.Skipped skipped) {
        told.put("missing", skipped.handle());
      }
      if (each instanceof Played.Unfit unfit) {
        told.put("problem", texts.say(unfit.problem()));
      }
      decision(each).ifPresent(decision -> told.put("verdict", decision.verdict().name()));
      if (!(each instanceof Played.Accepted)) {
        told.put("findings", FindingLines.json(renderer.lines(findings(each))));
      }
      all.add(told);
    }
    document.put("played", all);
    document.put("stopped", replay.stopped());
    return JsonText.of(document);
  }

  String csv(List<Played> played) {
    List<List<String>> rows = new ArrayList<>();
    for (Played each : played) {
      Happening happening = each.happening();
      List<String> begin =
          List.of(
              happening.on().toString(),
              happening.known().toString(),
              happening.verb(),
              String.join(" ", happening.handles()),
              SurpriseText.result(each),
              Boolean.toString(each.asExpected()),
              surprise.differences(each));
      List<Renderer.Line> lines = renderer.lines(findings(each));
      if (each instanceof Played.Unfit unfit) {
        rows.add(row(begin, List.of("", unfit.problem().code(), texts.say(unfit.problem()))));
      } else if (lines.isEmpty()) {
        rows.add(row(begin, List.of("", "", "")));
      }
      leftOut.rows(each).forEach(end -> rows.add(row(begin, end)));
      for (Renderer.Line line : lines) {
        rows.add(
            row(begin, List.of(line.finding().requirement(), line.finding().code(), line.found())));
      }
    }
    return CsvText.of(HEADER, rows);
  }

  private static List<String> row(List<String> begin, List<String> end) {
    List<String> row = new ArrayList<>(begin);
    row.addAll(end);
    return row;
  }

  private List<String> cells(Entry entry) {
    Happening happening = entry.last().happening();
    String known =
        happening.known().equals(happening.on())
            ? ""
            : " " + texts.say("replay.known", "day", happening.known().toString());
    return List.of(
        happening.on().toString(),
        happening.verb() + (entry.count() > 1 ? " ×" + entry.count() : ""),
        String.join(" ", happening.handles()),
        surprise.line(entry.last()) + known);
  }

  private static List<Object> differences(Played played) {
    List<Object> all = new ArrayList<>();
    for (Difference each : played.differences()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("matter", each.matter().name());
      told.put("expected", each.expected());
      told.put("came", each.came());
      all.add(told);
    }
    return all;
  }

  private String summary(List<Played> played) {
    return texts.say(
        "replay.summary",
        Map.of(
            "all", Value.of(played.size()),
            "accepted", Value.of(count(played, Played.Accepted.class)),
            "refused", Value.of(count(played, Played.Refused.class)),
            "surprises", Value.of(played.stream().filter(each -> !each.asExpected()).count())));
  }

  private static long count(List<Played> played, Class<? extends Played> type) {
    return played.stream().filter(type::isInstance).count();
  }

  private static java.util.Optional<Decision> decision(Played played) {
    if (played instanceof Played.Refused refused) {
      return java.util.Optional.of(refused.decision());
    }
    return played instanceof Played.Answered answered
        ? java.util.Optional.of(answered.decision())
        : java.util.Optional.empty();
  }

  private static List<Finding> findings(Played played) {
    return played instanceof Played.Found found
        ? found.findings()
        : decision(played).map(Decision::findings).orElse(List.of());
  }

  /** What is recorded of one person on one day stands in one line. */
  private static List<Entry> entries(List<Played> played) {
    List<Entry> entries = new ArrayList<>();
    for (Played each : played) {
      Entry before = entries.isEmpty() ? null : entries.get(entries.size() - 1);
      if (before != null && joins(before.last(), each)) {
        entries.set(entries.size() - 1, new Entry(each, before.count() + 1));
      } else {
        entries.add(new Entry(each, 1));
      }
    }
    return entries;
  }

  private static boolean joins(Played before, Played each) {
    Happening one = before.happening();
    Happening other = each.happening();
    return before instanceof Played.Accepted
        && each instanceof Played.Accepted
        && one.verb().equals("record")
        && other.verb().equals("record")
        && one.on().equals(other.on())
        && one.known().equals(other.known())
        && one.handles().equals(other.handles());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private record Entry(Played last, int count) {}
}
