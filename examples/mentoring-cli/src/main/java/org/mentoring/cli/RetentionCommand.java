package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.spi.Page;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whose data the definition's terms keep no longer, and erases it if that is asked for. */
@Command(name = "retention")
final class RetentionCommand extends StoreCommand {
  private static final int PAGE = 1_000;

  @Option(names = "--as-of", paramLabel = "DATE", required = true)
  LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--apply")
  boolean apply;

  @Option(names = "--reason", paramLabel = "CODE", defaultValue = "RETENTION_ENDED")
  String reason = "RETENTION_ENDED";

  @Mixin ActorOptions actor = new ActorOptions();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out-file")
  @Nullable String out;

  @Override
  int run(Texts texts, Stages stages) {
    Actor by = apply ? actor.actor() : ProgrammeRun.ACTOR;
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      List<UnreadableRecords.Row> unreadable = new ArrayList<>();
      List<RetentionDue> due = stages.time("retention", progress -> all(mentoring, unreadable));
      List<Refusal> refused =
          apply ? stages.time("erase", progress -> erased(mentoring, by, due)) : List.of();
      if (apply) {
        store.compact();
      }
      Map<String, Object> basis = basis(mentoring.definition(), store);
      basis.put("asOf", asOf.toString());
      Renderer renderer = mentoring.renderer(texts.messages(), Audience.COORDINATOR);
      write(new Told(basis, due, refused, apply, renderer, texts), out);
      if (!unreadable.isEmpty()) {
        throw new UnreadableRecords(unreadable);
      }
      return refused.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private List<RetentionDue> all(Mentoring mentoring, List<UnreadableRecords.Row> unreadable) {
    List<RetentionDue> all = new ArrayList<>();
    String after = null;
    do {
      Page<RetentionDue> page =
          mentoring
              .erasure()
              .retentionDue(asOf, after, PAGE, each -> unreadable.addAll(each.rows()));
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  /** Somebody who is due and was not erased. */
  private record Refusal(RetentionDue due, Decision why) {}

  private List<Refusal> erased(Mentoring mentoring, Actor by, List<RetentionDue> due) {
    List<Refusal> refused = new ArrayList<>();
    for (RetentionDue each : due) {
      Outcome<ErasureAct> outcome =
          mentoring.erasure().erase(by, each.participant(), Code.of(reason), asOf);
      outcome.refused().ifPresent(why -> refused.add(new Refusal(each, why)));
    }
    return refused;
  }

  private record Told(
      Map<String, Object> basis,
      List<RetentionDue> due,
      List<Refusal> refused,
      boolean applied,
      Renderer renderer,
      Texts texts)
      implements Result {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (RetentionDue each : due) {
        text.append(
                texts.say(
                    "retention.since",
                    Map.of(
                        "participant", Value.of(each.participant().value()),
                        "since", Value.of(each.since().toString()))))
            .append('\n');
        FindingLines.of(renderer.lines(each.findings()), texts, "  ")
            .forEach(line -> text.append(line).append('\n'));
      }
      for (Refusal each : refused) {
        text.append(
                texts.say(
                    "retention.refused", "participant", Value.of(each.due().participant().value())))
            .append('\n');
        FindingLines.of(renderer.lines(each.why()), texts, "  ")
            .forEach(line -> text.append(line).append('\n'));
      }
      int erased = applied ? due.size() - refused.size() : 0;
      text.append(
              texts.say(
                  applied ? "retention.applied" : "retention.due",
                  Map.of("due", Value.of(due.size()), "erased", Value.of(erased))))
          .append('\n');
      return text.toString();
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>(basis);
      document.put("applied", applied);
      List<Object> people = new ArrayList<>();
      for (RetentionDue each : due) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("participant", each.participant().value());
        told.put("registrations", each.registrations().size());
        told.put("since", each.since().toString());
        told.put("erased", isErased(each));
        told.put("findings", FindingLines.json(renderer.lines(each.findings())));
        refused.stream()
            .filter(other -> other.due().equals(each))
            .forEach(other -> told.put("refused", FindingLines.json(renderer.lines(other.why()))));
        people.add(told);
      }
      document.put("due", people);
      return document;
    }

    private boolean isErased(RetentionDue each) {
      return applied && refused.stream().noneMatch(other -> other.due().equals(each));
    }

    @Override
    public List<String> header() {
      return List.of("participant", "registrations", "since", "erased", "codes");
    }

    @Override
    public List<List<String>> rows() {
      return due.stream()
          .map(
              each ->
                  List.of(
                      each.participant().value(),
                      Integer.toString(each.registrations().size()),
                      each.since().toString(),
                      Boolean.toString(isErased(each)),
                      String.join(
                          " ", each.findings().stream().map(found -> found.code()).toList())))
          .toList();
    }
  }
}
