package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.identity.ProposalId;
import org.mentoring.json.happening.Played;
import org.mentoring.matching.LeftOut;
import org.mentoring.matching.MatchProposal;
import org.mentoring.matching.MatchRenderer;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;

/**
 * Tells which mentees a new proposal does not look for a mentor for, as they have a mentorship or
 * wait after one.
 */
final class LeftOutText {
  private final Replay replay;
  private final Texts texts;
  private final MatchRenderer renderer;

  LeftOutText(Replay replay, Texts texts) {
    this.replay = replay;
    this.texts = texts;
    this.renderer = MatchRenderer.of(replay.definition(), texts.language(), Audience.COORDINATOR);
  }

  /** A line that counts them and one for each; none where nobody is left out. */
  List<String> lines(Played played) {
    List<LeftOut> all = of(played);
    List<String> lines = new ArrayList<>();
    if (!all.isEmpty()) {
      lines.add(texts.say("replay.left-out", "count", all.size()));
    }
    for (LeftOut each : all) {
      lines.add(
          texts.say(
              "replay.left-out.mentee",
              Map.of(
                  "mentee", Value.of(each.mentee().value()),
                  "why", Value.of(renderer.text(each)))));
    }
    return lines;
  }

  /** The same for other programs. */
  List<Object> json(Played played) {
    List<Object> all = new ArrayList<>();
    for (LeftOut each : of(played)) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("mentee", each.mentee().value());
      told.put("reason", each.reason().name());
      LocalDate until = each.until();
      if (until != null) {
        told.put("until", until.toString());
      }
      all.add(told);
    }
    return all;
  }

  /** The last columns of a table: who, the reason's code and its text. */
  List<List<String>> rows(Played played) {
    return of(played).stream()
        .map(each -> List.of(each.mentee().value(), each.reason().name(), renderer.text(each)))
        .toList();
  }

  /** Of a proposal that is new; a coordinator's changes leave out nobody further. */
  private List<LeftOut> of(Played played) {
    if (!(played instanceof Played.Accepted accepted)
        || !played.happening().verb().equals("propose")) {
      return List.of();
    }
    return accepted.made().stream()
        .flatMap(id -> replay.mentoring().proposal(ProposalId.of(id)).stream())
        .map(MatchProposal::leftOut)
        .flatMap(List::stream)
        .toList();
  }
}
