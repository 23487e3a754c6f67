package org.mentoring.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoring.decision.Renderer;
import org.mentoring.decision.Verdict;
import org.mentoring.json.happening.Difference;
import org.mentoring.json.happening.Played;
import org.mentoring.text.Value;

/** Tells what came of a happening and, where it is a surprise, what its file says instead. */
final class SurpriseText {
  private final Texts texts;
  private final Renderer renderer;

  SurpriseText(Texts texts, Renderer renderer) {
    this.texts = texts;
    this.renderer = renderer;
  }

  /** What came of it, in a word. */
  static String result(Played played) {
    if (played instanceof Played.Accepted) {
      return "accepted";
    }
    if (played instanceof Played.Refused) {
      return "refused";
    }
    if (played instanceof Played.Unfit) {
      return "unfit";
    }
    return played instanceof Played.Skipped ? "skipped" : "answered";
  }

  /** What came of it, in a word that people read. */
  String came(Played played) {
    return played instanceof Played.Answered answered
        ? renderer.verdict(answered.decision())
        : texts.say("replay." + result(played));
  }

  /** What came of it and, where it is a surprise, why it is one. */
  String line(Played played) {
    if (played.asExpected()) {
      return played instanceof Played.Refused ? texts.say("replay.refused-expected") : came(played);
    }
    return came(played) + ": " + text(played);
  }

  /** What is amiss with its place, what the file says and what came. */
  private String text(Played played) {
    if (played instanceof Played.Skipped skipped) {
      return texts.say(
              "replay.skipped-for",
              Map.of(
                  "handle", Value.of(skipped.handle()),
                  "place", Value.of(played.happening().place().toString())))
          + whereRefusalIsExpected(played);
    }
    if (played instanceof Played.Unfit unfit) {
      return texts.say(unfit.problem()) + whereRefusalIsExpected(played);
    }
    return texts.say("replay.surprise", "place", played.happening().place().toString())
        + ": "
        + differences(played);
  }

  /** What the file says and what came, wherever these differ; empty where they do not. */
  String differences(Played played) {
    List<String> all = new ArrayList<>();
    for (Difference each : played.differences()) {
      all.add(
          texts.say(
              "replay.difference." + each.matter(),
              Map.of(
                  "expected", Value.of(words(played, each.matter(), each.expected())),
                  "came", Value.of(words(played, each.matter(), each.came())))));
    }
    return String.join("; ", all);
  }

  /** What cannot be carried out tells why by itself; that it should have been refused is more. */
  private String whereRefusalIsExpected(Played played) {
    return played.happening().refusalExpected() ? "; " + differences(played) : "";
  }

  private String words(Played played, Difference.Matter matter, List<String> words) {
    if (words.isEmpty()) {
      return texts.say("replay.difference.none");
    }
    return switch (matter) {
      case OUTCOME -> texts.say("replay." + words.get(0).toLowerCase(Locale.ROOT));
      case VERDICT -> verdict(played, words.get(0));
      case FINDINGS, COUNT -> String.join(", ", words);
    };
  }

  /** Verdicts on some matters have words of their own. */
  private String verdict(Played played, String verdict) {
    return Optional.of(played)
        .filter(Played.Answered.class::isInstance)
        .map(each -> ((Played.Answered) each).decision().question().matter())
        .flatMap(matter -> texts.messages().find("verdict." + matter + "." + verdict, Map.of()))
        .orElseGet(() -> renderer.verdict(Verdict.valueOf(verdict)));
  }
}
