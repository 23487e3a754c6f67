package org.mentoring.cli;

import org.mentoring.decision.Verdict;

/** Colours of a terminal; none where nobody would see them. */
final class Palette {
  private static final String END = "\u001B[0m";

  private final boolean colour;

  Palette(boolean colour) {
    this.colour = colour;
  }

  String heading(String text) {
    return paint("\u001B[1m", text);
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case ELIGIBLE -> paint("\u001B[32m", text);
      case NOT_YET -> paint("\u001B[33m", text);
      case NEEDS_REVIEW -> paint("\u001B[36m", text);
      case REFUSED -> paint("\u001B[31m", text);
    };
  }

  private String paint(String start, String text) {
    return colour ? start + text + END : text;
  }
}
