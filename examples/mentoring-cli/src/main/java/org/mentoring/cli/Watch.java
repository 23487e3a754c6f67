package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.incident.IncidentView;
import org.mentoring.mentorship.AtRisk;
import org.mentoring.obligation.NotJudged;
import org.mentoring.spi.Page;
import org.mentoring.text.Value;

/**
 * What a person should look at on a day: mentorships at risk, open incidents, and mentorships of
 * which nobody can tell here what is due. Of incidents it tells what everybody who runs a programme
 * may know, and neither kind nor name: both give away what happened.
 */
final class Watch {
  private static final int PAGE = 1_000;
  private static final Actor READER = new Actor("mentoring", Code.of("VIEWER"), "mentoring");

  private final Replay replay;
  private final Texts texts;
  private final List<AtRisk> atRisk;
  private final List<IncidentView> incidents;
  private final List<NotJudged> notJudged;

  private Watch(
      Replay replay,
      Texts texts,
      List<AtRisk> atRisk,
      List<IncidentView> incidents,
      List<NotJudged> notJudged) {
    this.replay = replay;
    this.texts = texts;
    this.atRisk = List.copyOf(atRisk);
    this.incidents = List.copyOf(incidents);
    this.notJudged = List.copyOf(notJudged);
  }

  /** What could not be judged, and nothing else. */
  static Watch only(Replay replay, List<NotJudged> notJudged, Texts texts) {
    return new Watch(replay, texts, List.of(), List.of(), notJudged);
  }

  static Watch of(Replay replay, LocalDate asOf, List<NotJudged> notJudged, Texts texts) {
    Set<MentorshipId> toldApart =
        notJudged.stream().map(NotJudged::mentorship).collect(Collectors.toSet());
    List<AtRisk> all = new ArrayList<>();
    String next = null;
    do {
      Page<AtRisk> page = replay.mentoring().oversight().atRisk(asOf, next, PAGE);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    // They are at risk too, for the same reason: once is enough.
    all.removeIf(each -> toldApart.contains(each.mentorship()));
    return new Watch(replay, texts, all, replay.mentoring().incidents().open(READER), notJudged);
  }

  boolean isEmpty() {
    return atRisk.isEmpty() && incidents.isEmpty() && notJudged.isEmpty();
  }

  /** A section for each, after an empty line; none where there is nothing. */
  List<String> lines(Palette palette) {
    List<String> lines = new ArrayList<>();
    if (!atRisk.isEmpty()) {
      head(lines, palette, "due.at-risk", atRisk.size());
      Layout layout = new Layout();
      for (AtRisk each : atRisk) {
        replay
            .renderer()
            .lines(each.findings())
            .forEach(
                line ->
                    layout.row(
                        replay.nameOf(each.mentorship()),
                        line.found() + "  [" + line.finding().citation() + "]"));
      }
      lines.addAll(layout.lines("  "));
    }
    if (!incidents.isEmpty()) {
      head(lines, palette, "due.incidents", incidents.size());
      Layout layout = new Layout();
      incidents.forEach(each -> layout.row(subject(each), told(each)));
      lines.addAll(layout.lines("  "));
    }
    if (!notJudged.isEmpty()) {
      head(lines, palette, "due.not-judged", notJudged.size());
      Layout layout = new Layout();
      for (NotJudged each : notJudged) {
        for (Renderer.Line line : replay.renderer().lines(List.of(each.finding()))) {
          String remedy = line.remedy().map(mending -> "; " + mending).orElse("");
          layout.row(replay.nameOf(each.mentorship()), line.found() + remedy);
        }
      }
      lines.addAll(layout.lines("  "));
    }
    return lines;
  }

  /** Mentorships that are told in no other list. */
  void addNotJudgedTo(Map<String, Object> document) {
    List<Object> left = new ArrayList<>();
    for (NotJudged each : notJudged) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("mentorship", replay.nameOf(each.mentorship()));
      told.put("findings", FindingLines.json(replay.renderer().lines(List.of(each.finding()))));
      left.add(told);
    }
    document.put("notJudged", left);
  }

  void addTo(Map<String, Object> document) {
    List<Object> risks = new ArrayList<>();
    for (AtRisk each : atRisk) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("mentorship", replay.nameOf(each.mentorship()));
      told.put("findings", FindingLines.json(replay.renderer().lines(each.findings())));
      risks.add(told);
    }
    document.put("atRisk", risks);
    List<Object> open = new ArrayList<>();
    for (IncidentView each : incidents) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("incident", each.id().value());
      MentorshipId mentorship = each.mentorship();
      if (mentorship != null) {
        told.put("mentorship", replay.nameOf(mentorship));
      }
      told.put("reportedOn", each.reportedOn().toString());
      told.put("entrusted", each.entrusted());
      open.add(told);
    }
    document.put("incidents", open);
  }

  /** In the columns of what is due. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (AtRisk each : atRisk) {
      replay
          .renderer()
          .lines(each.findings())
          .forEach(
              line ->
                  rows.add(
                      row(
                          "AT_RISK",
                          line.finding().code(),
                          replay.nameOf(each.mentorship()),
                          "",
                          "",
                          line.finding().citation().source())));
    }
    for (IncidentView each : incidents) {
      rows.add(
          row(
              "INCIDENT_OPEN",
              each.id().value(),
              subject(each),
              each.reportedOn().toString(),
              "",
              ""));
    }
    for (NotJudged each : notJudged) {
      rows.add(
          row(
              "NOT_JUDGED",
              each.finding().code(),
              replay.nameOf(each.mentorship()),
              "",
              "",
              each.finding().citation().source()));
    }
    return rows;
  }

  private static List<String> row(
      String state, String due, String mentorship, String opens, String deadline, String source) {
    return List.of(state, due, "", mentorship, "", "", opens, deadline, "", "", "", source);
  }

  private void head(List<String> lines, Palette palette, String key, int count) {
    lines.add("");
    lines.add(palette.heading(texts.say(key) + " (" + count + ")"));
  }

  private String told(IncidentView incident) {
    return texts.say(
        "due.incident",
        Map.of(
            "id", Value.of(incident.id().value()),
            "reported", Value.of(incident.reportedOn().toString())));
  }

  private String subject(IncidentView incident) {
    MentorshipId mentorship = incident.mentorship();
    return mentorship == null ? "" : replay.nameOf(mentorship);
  }
}
