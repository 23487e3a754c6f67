package org.mentoring.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Renderer;
import org.mentoring.programme.MatchingPlan.Policy;
import org.mentoring.text.Messages;
import org.mentoring.text.Value;

/** What a coordinator reads about gaps: what would open a door, who is sought, who stays free. */
final class GapTexts {
  private final Messages messages;
  private final Function<CriterionScore, String> criterionLine;
  private final @Nullable Renderer findings;

  /**
   * @param findings tells what is open for a mentor; null where only the codes are told
   */
  GapTexts(
      Messages messages,
      Function<CriterionScore, String> criterionLine,
      @Nullable Renderer findings) {
    this.messages = messages;
    this.criterionLine = criterionLine;
    this.findings = findings;
  }

  String opening(Opening opening) {
    if (opening instanceof Opening.OnePlaceMore place) {
      return messages.render(
          place.pairMore() ? "opening.place" : "opening.place.perhaps",
          Map.of("mentor", Value.of(place.mentor().value()), "score", Value.of(place.score())));
    } else if (opening instanceof Opening.OneMentorMore more) {
      Map<String, Value> values =
          Map.of(
              "attribute",
              Value.of(
                  messages
                      .find("attribute." + more.attribute(), Map.of())
                      .orElse(more.attribute().name())),
              "values",
              Value.of(String.join(", ", more.values())));
      return messages
          .find("opening.mentor." + more.attribute(), values)
          .orElseGet(() -> messages.render("opening.mentor", values));
    } else if (opening instanceof Opening.OneCriterion near) {
      return messages.render(
          "opening.criterion",
          Map.of(
              "mentor",
              Value.of(near.mentor().value()),
              "criterion",
              Value.of(criterionLine.apply(near.criterion()))));
    } else if (opening instanceof Opening.OneMentorReady ready) {
      return messages.render(
          "opening.ready",
          Map.of("mentor", Value.of(ready.mentor().value()), "missing", Value.of(missing(ready))));
    }
    throw new IllegalStateException("no text for " + opening.getClass().getSimpleName());
  }

  private String missing(Opening.OneMentorReady ready) {
    if (findings == null) {
      return ready.missing().stream()
          .map(finding -> finding.code())
          .collect(Collectors.joining(", "));
    }
    return findings.lines(ready.missing()).stream()
        .map(line -> line.remedy().orElse(line.found()))
        .collect(Collectors.joining("; "));
  }

  String sought(SoughtMentor sought) {
    Map<String, Value> values = new TreeMap<>();
    values.put("mentor", Value.of(sought.mentor().value()));
    values.put("places", Value.of(sought.places()));
    values.put("sought", Value.of(sought.sought()));
    String line = messages.render("sought.line", values);
    SoughtMentor.Gain gain = sought.gain();
    if (gain == null || (gain.pairs() == 0 && gain.points() == 0)) {
      return line;
    }
    return line
        + "; "
        + messages.render(
            gain.pairs() > 0 ? "sought.gain-pair" : "sought.gain-points",
            Map.of("points", Value.of(gain.points())));
  }

  List<String> free(FreeMentor free, Function<Unmatched.ClosedDoor, String> door) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.render(
            "free." + free.reason(),
            Map.of("possible", Value.of(free.possible()), "places", Value.of(free.places()))));
    free.closedBy().stream()
        .sorted(Unmatched.ClosedDoor.WIDEST_FIRST)
        .map(door)
        .forEach(lines::add);
    return lines;
  }

  String measures(Policy policy, PolicyMeasures measures) {
    return messages.render(
        "measures.line",
        Map.of(
            "policy",
            Value.of(messages.nameOf(policy.name())),
            "pairs",
            Value.of(measures.pairs()),
            "score",
            Value.of(measures.totalScore()),
            "worst",
            Value.of(measures.leastScore() < 0 ? "-" : Integer.toString(measures.leastScore())),
            "blocking",
            Value.of(
                measures.blockingPairs() < 0
                    ? ""
                    : messages.render(
                        "measures.blocking", Map.of("n", Value.of(measures.blockingPairs()))))));
  }
}
