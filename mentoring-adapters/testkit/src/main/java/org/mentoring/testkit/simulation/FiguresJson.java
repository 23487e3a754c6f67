package org.mentoring.testkit.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as JSON. */
final class FiguresJson {
  private FiguresJson() {}

  static String of(Figures figures) {
    List<String> parts = new ArrayList<>();
    parts.add(pair("programme", text(figures.programme())));
    parts.add(pair("version", text(figures.version())));
    parts.add(pair("definitionHash", text(figures.definitionHash())));
    parts.add(pair("rules", text(figures.rules())));
    parts.add(pair("packs", list(figures.packs().stream().map(FiguresJson::text).toList(), " ")));
    parts.add(pair("practice", text(figures.practice())));
    parts.add(pair("from", text(figures.from().toString())));
    parts.add(pair("until", text(figures.until().toString())));
    parts.add(pair("seed", Long.toString(figures.seed())));
    List<String> habits = new ArrayList<>();
    for (Map.Entry<Habit, Assumption> each : figures.behaviour().habits().entrySet()) {
      habits.add(assumption(each.getKey().name(), each.getKey().unit().name(), each.getValue()));
    }
    parts.add(pair("behaviour", list(habits, "\n    ")));
    List<String> times = new ArrayList<>();
    figures
        .behaviour()
        .timesToMeet()
        .forEach((id, time) -> times.add(assumption(id, Habit.Unit.DAYS.name(), time)));
    parts.add(pair("timesToMeet", list(times, "\n    ")));
    parts.add(
        pair("figures", list(figures.figures().stream().map(FiguresJson::of).toList(), "\n    ")));
    return "{\n  " + String.join(",\n  ", parts) + "\n}\n";
  }

  private static String of(Figure figure) {
    YearMonth month = figure.month();
    List<String> parts = new ArrayList<>();
    parts.add(pair("figure", text(figure.code())));
    optional(parts, "detail", figure.detail());
    optional(parts, "month", month == null ? null : month.toString());
    optional(parts, "municipality", figure.municipality());
    parts.add(pair("value", figure.text()));
    return "{" + String.join(", ", parts) + "}";
  }

  private static String assumption(String of, String unit, Assumption assumption) {
    return "{"
        + String.join(
            ", ",
            List.of(
                pair("of", text(of)),
                pair("value", Figure.rounded(assumption.value()).toPlainString()),
                pair("unit", text(unit)),
                pair("source", text(assumption.source()))))
        + "}";
  }

  private static void optional(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(pair(name, text(value)));
    }
  }

  private static String pair(String name, String value) {
    return text(name) + ": " + value;
  }

  private static String list(List<String> values, String between) {
    return values.isEmpty()
        ? "[]"
        : "[" + (between.equals(" ") ? "" : between) + String.join("," + between, values) + "]";
  }

  static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
