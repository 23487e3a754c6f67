package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.decision.Renderer;

/** Findings as lines for people and as objects for other programs. */
final class FindingLines {
  private FindingLines() {}

  /** Each finding with its source, and then what is missing to get to yes. */
  static List<String> of(List<Renderer.Line> lines, Texts texts, String indent) {
    Layout layout = new Layout();
    for (Renderer.Line line : lines) {
      layout.row(
          line.finding().requirement(), line.found() + "  [" + line.finding().citation() + "]");
    }
    List<String> all = new ArrayList<>(layout.lines(indent));
    List<String> next = new ArrayList<>();
    lines.forEach(line -> line.remedy().ifPresent(next::add));
    if (!next.isEmpty()) {
      all.add(indent + texts.say("code.NEXT") + ": " + String.join("; ", next));
    }
    return all;
  }

  /** The same for other programs. */
  static List<Object> json(List<Renderer.Line> lines) {
    List<Object> all = new ArrayList<>();
    for (Renderer.Line line : lines) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("requirement", line.finding().requirement());
      told.put("code", line.finding().code());
      told.put("source", line.finding().citation().source());
      told.put("effect", line.finding().effect().name());
      told.put("found", line.found());
      line.remedy().ifPresent(remedy -> told.put("next", remedy));
      all.add(told);
    }
    return all;
  }
}
