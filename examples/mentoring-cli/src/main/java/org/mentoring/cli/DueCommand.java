package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.decision.Renderer;
import org.mentoring.identity.Code;
import org.mentoring.identity.MentorshipId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.obligation.NotJudged;
import org.mentoring.obligation.Obligation;
import org.mentoring.obligation.ObligationPage;
import org.mentoring.obligation.ObligationState;
import org.mentoring.obligation.ObligationWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is due on a day, by whom, until when and how late. */
@Command(name = "due")
final class DueCommand extends ProgrammeCommand {
  private static final int PAGE = 1_000;
  private static final List<String> HEADER =
      List.of(
          "state",
          "due",
          "by",
          "mentorship",
          "participant",
          "with",
          "opens",
          "deadline",
          "times",
          "done",
          "days_late",
          "source");

  @Mixin HappeningsOptions happenings = new HappeningsOptions();

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--state", paramLabel = "STATE", split = ",")
  @Nullable List<ObligationState> states;

  @Override
  int run(Texts texts, Stages stages) {
    try (Replay replay = Replay.asked(happenings, texts, stages)) {
      replay.playFor(asOf, happenings, stages);
      List<NotJudged> notJudged = new ArrayList<>();
      List<Obligation> found = stages.time("due", progress -> all(replay, notJudged));
      // Whoever asks for certain states asks about obligations alone.
      Watch watch =
          states == null || states.isEmpty()
              ? stages.time("risks", progress -> Watch.of(replay, asOf, notJudged, texts))
              : Watch.only(replay, notJudged, texts);
      String text =
          switch (happenings.format) {
            case TABLE -> table(replay, found, watch, texts);
            case JSON -> json(replay, found, watch);
            case CSV -> csv(replay, found, watch);
          };
      Output.write(text, happenings.out, terminal().out());
      return notJudged.isEmpty() ? ExitCode.OK : ExitCode.LEFT_OUT;
    }
  }

  /** By the day on which they are due, as somebody works them off. */
  private List<Obligation> all(Replay replay, List<NotJudged> notJudged) {
    List<ObligationState> asked = states;
    Set<ObligationState> wanted =
        asked == null || asked.isEmpty()
            ? EnumSet.of(ObligationState.DUE, ObligationState.OVERDUE)
            : EnumSet.copyOf(asked);
    List<Obligation> all = new ArrayList<>();
    String next = null;
    do {
      ObligationPage page = replay.mentoring().oversight().due(asOf, wanted, next, PAGE);
      all.addAll(page.items());
      notJudged.addAll(page.notJudged());
      next = page.next();
    } while (next != null);
    all.sort(java.util.Comparator.comparing(each -> each.window().deadline()));
    return all;
  }

  private String table(Replay replay, List<Obligation> all, Watch watch, Texts texts) {
    Palette palette = happenings.out == null ? palette() : new Palette(false);
    Renderer renderer = replay.renderer();
    StringBuilder text = new StringBuilder();
    text.append(palette.heading(replay.definition().title().in(texts.language())))
        .append('\n')
        .append(replay.basis(asOf))
        .append('\n');
    for (ObligationState state : ObligationState.values()) {
      List<Obligation> these = all.stream().filter(each -> each.state() == state).toList();
      if (!these.isEmpty()) {
        text.append('\n')
            .append(palette.heading(texts.say("state." + state.name()) + " (" + these.size() + ")"))
            .append('\n');
        Layout layout = new Layout();
        for (Obligation each : these) {
          renderer
              .lines(List.of(each.finding(asOf)))
              .forEach(
                  line ->
                      layout.row(
                          subject(replay, each.window()),
                          line.found()
                              + with(each.window(), texts)
                              + "  ["
                              + line.finding().citation()
                              + "]"));
        }
        layout.lines("  ").forEach(line -> text.append(line).append('\n'));
      }
    }
    watch.lines(palette).forEach(line -> text.append(line).append('\n'));
    if (all.isEmpty() && watch.isEmpty()) {
      text.append('\n').append(texts.say("due.nothing")).append('\n');
    }
    return text.toString();
  }

  private String json(Replay replay, List<Obligation> all, Watch watch) {
    Map<String, Object> document = replay.basisJson(asOf);
    List<Object> obligations = new ArrayList<>();
    for (Obligation each : all) {
      ObligationWindow window = each.window();
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("state", each.state().name());
      told.put("due", window.cadence().due().value());
      told.put("by", window.cadence().by().value());
      MentorshipId mentorship = window.mentorship();
      if (mentorship != null) {
        told.put("mentorship", replay.nameOf(mentorship));
      }
      ParticipantId participant = window.participant();
      if (participant != null) {
        told.put("participant", participant.value());
      }
      Code with = window.with();
      if (with != null) {
        told.put("with", with.value());
      }
      told.put("number", window.number());
      told.put("opens", window.opens().toString());
      told.put("lastDay", window.due().toString());
      told.put("deadline", window.deadline().toString());
      told.put("times", window.cadence().times());
      told.put("done", window.doneInTime() + window.doneLate());
      told.put("daysLate", each.daysLate(asOf));
      LocalDate over = window.over();
      if (over != null) {
        told.put("over", over.toString());
      }
      told.put("source", window.cadence().citation().source());
      obligations.add(told);
    }
    document.put("obligations", obligations);
    watch.addNotJudgedTo(document);
    if (states == null || states.isEmpty()) {
      watch.addTo(document);
    }
    return JsonText.of(document);
  }

  private String csv(Replay replay, List<Obligation> all, Watch watch) {
    List<List<String>> rows = new ArrayList<>();
    for (Obligation each : all) {
      ObligationWindow window = each.window();
      MentorshipId mentorship = window.mentorship();
      ParticipantId participant = window.participant();
      rows.add(
          List.of(
              each.state().name(),
              window.cadence().due().value(),
              window.cadence().by().value(),
              mentorship == null ? "" : replay.nameOf(mentorship),
              participant == null ? "" : participant.value(),
              Objects.toString(window.with(), ""),
              window.opens().toString(),
              window.deadline().toString(),
              Integer.toString(window.cadence().times()),
              Integer.toString(window.doneInTime() + window.doneLate()),
              Long.toString(each.daysLate(asOf)),
              window.cadence().citation().source()));
    }
    rows.addAll(watch.rows());
    return CsvText.of(HEADER, rows);
  }

  /** One is due with each of several parties. */
  private static String with(ObligationWindow window, Texts texts) {
    Code party = window.with();
    return party == null
        ? ""
        : " " + texts.say("due.with", "party", texts.messages().nameOf(party.value()));
  }

  private static String subject(Replay replay, ObligationWindow window) {
    MentorshipId mentorship = window.mentorship();
    ParticipantId participant = window.participant();
    return mentorship != null
        ? replay.nameOf(mentorship)
        : participant == null ? "" : participant.value();
  }
}
