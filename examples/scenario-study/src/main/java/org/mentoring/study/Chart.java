package org.mentoring.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture of ranges over categories, as SVG: dots with whiskers, or lines with bands. The same
 * numbers give the same bytes.
 */
final class Chart {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 74;
  private static final int BOTTOM = 66;
  private static final int TICKS = 5;
  private static final int SIGN = 7;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d", "#5a7d2b");

  private final String title;
  private final String horizontal;
  private final String vertical;
  private final List<String> categories;
  private final boolean lines;
  private final List<Series> series = new ArrayList<>();

  private record Series(String name, List<Results.Range> ranges) {}

  /**
   * @param title what it shows
   * @param horizontal what the categories are, with the unit
   * @param vertical what the numbers are, with the unit
   * @param categories from left to right
   * @param lines joined by lines with bands, or dots with whiskers
   */
  Chart(String title, String horizontal, String vertical, List<String> categories, boolean lines) {
    this.title = title;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.categories = List.copyOf(categories);
    this.lines = lines;
  }

  Chart with(String name, List<Results.Range> ranges) {
    series.add(new Series(name, ranges));
    return this;
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(WIDTH + " " + HEIGHT)
        .append("\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n");
    line(svg, "<title>" + escaped(title) + "</title>");
    line(svg, "<rect width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" fill=\"#ffffff\"/>");
    text(svg, LEFT, 22, "start", 15, title);
    double most = most();
    axes(svg, most);
    for (int i = 0; i < series.size(); i++) {
      draw(svg, i, most);
    }
    legend(svg);
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", 13, horizontal);
    text(svg, LEFT - 50, TOP - 14, "start", 13, vertical);
    return svg.append("</svg>\n").toString();
  }

  /** The top of the scale: a round number of round steps. */
  private double most() {
    double greatest =
        series.stream()
            .flatMap(each -> each.ranges().stream())
            .mapToDouble(Results.Range::high)
            .max()
            .orElse(1);
    double step = Math.max(1, greatest / TICKS);
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (factor * power * TICKS >= greatest) {
        return factor * power * TICKS;
      }
    }
    return 10 * power * TICKS;
  }

  private double x(int category) {
    double room = (double) (WIDTH - LEFT - RIGHT) / categories.size();
    return LEFT + room * (category + 0.5);
  }

  private static double y(double value, double most) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most);
  }

  private void axes(StringBuilder svg, double most) {
    for (int i = 0; i <= TICKS; i++) {
      double value = most * i / TICKS;
      double y = y(value, most);
      line(
          svg,
          "<line x1=\""
              + LEFT
              + "\" x2=\""
              + (WIDTH - RIGHT)
              + "\" y1=\""
              + number(y)
              + "\" y2=\""
              + number(y)
              + "\" stroke=\""
              + (i == 0 ? "#333333" : "#dddddd")
              + "\"/>");
      text(svg, LEFT - 8, y + 4, "end", 13, Results.number(value));
    }
    for (int i = 0; i < categories.size(); i++) {
      text(svg, x(i), HEIGHT - BOTTOM + 20, "middle", 13, categories.get(i));
    }
  }

  private void draw(StringBuilder svg, int number, double most) {
    String colour = COLOURS.get(number % COLOURS.size());
    List<Results.Range> ranges = series.get(number).ranges();
    if (lines) {
      StringBuilder band = new StringBuilder();
      StringBuilder middle = new StringBuilder();
      for (int i = 0; i < ranges.size(); i++) {
        band.append(point(x(i), y(ranges.get(i).high(), most)));
        middle.append(point(x(i), y(ranges.get(i).middle(), most)));
      }
      for (int i = ranges.size() - 1; i >= 0; i--) {
        band.append(point(x(i), y(ranges.get(i).low(), most)));
      }
      line(
          svg,
          "<polygon points=\""
              + band.toString().strip()
              + "\" fill=\""
              + colour
              + "\" fill-opacity=\"0.15\"/>");
      line(
          svg,
          "<polyline points=\""
              + middle.toString().strip()
              + "\" fill=\"none\" stroke=\""
              + colour
              + "\" stroke-width=\"2.5\"/>");
    }
    double apart = (number - (series.size() - 1) / 2.0) * 26;
    for (int i = 0; i < ranges.size(); i++) {
      double x = lines ? x(i) : x(i) + apart;
      if (!lines) {
        whisker(svg, x, ranges.get(i), most, colour);
      }
      sign(svg, number, x, y(ranges.get(i).middle(), most), colour);
    }
  }

  private static void whisker(
      StringBuilder svg, double x, Results.Range range, double most, String colour) {
    double low = y(range.low(), most);
    double high = y(range.high(), most);
    for (double[] each :
        new double[][] {{x, low, x, high}, {x - 5, low, x + 5, low}, {x - 5, high, x + 5, high}}) {
      line(
          svg,
          "<line x1=\""
              + number(each[0])
              + "\" y1=\""
              + number(each[1])
              + "\" x2=\""
              + number(each[2])
              + "\" y2=\""
              + number(each[3])
              + "\" stroke=\""
              + colour
              + "\" stroke-width=\"1.5\"/>");
    }
  }

  /** Told apart without colour too: a disc, a square, a diamond. */
  private static void sign(StringBuilder svg, int number, double x, double y, String colour) {
    String shape =
        switch (number % 3) {
          case 0 -> "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"4.5\"";
          case 1 ->
              "<rect x=\""
                  + number(x - 4)
                  + "\" y=\""
                  + number(y - 4)
                  + "\" width=\"8\" height=\"8\"";
          default ->
              "<polygon points=\""
                  + (point(x, y - 6) + point(x + 6, y) + point(x, y + 6) + point(x - 6, y)).strip()
                  + "\"";
        };
    line(svg, shape + " fill=\"" + colour + "\"/>");
  }

  private void legend(StringBuilder svg) {
    if (series.size() < 2) {
      return;
    }
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      sign(svg, i, x + 6, 38, COLOURS.get(i % COLOURS.size()));
      text(svg, x + 17, 42, "start", 13, series.get(i).name());
      x += 36 + series.get(i).name().length() * SIGN;
    }
  }

  private static String point(double x, double y) {
    return number(x) + "," + number(y) + " ";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, int size, String text) {
    line(
        svg,
        "<text x=\""
            + number(x)
            + "\" y=\""
            + number(y)
            + "\" text-anchor=\""
            + anchor
            + "\" font-size=\""
            + size
            + "\" fill=\"#222222\">"
            + escaped(text)
            + "</text>");
  }

  private static void line(StringBuilder svg, String element) {
    svg.append("  ").append(element).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
