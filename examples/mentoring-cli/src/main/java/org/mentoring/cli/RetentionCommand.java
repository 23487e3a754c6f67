package org.mentoring.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.erasure.RetentionDue;
import org.mentoring.failure.MentoringException;
import org.mentoring.failure.StaleVersion;
import org.mentoring.failure.UnreadableRecords;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
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
      Applied applied = new Applied();
      if (apply) {
        stages.time("erase", progress -> erase(mentoring, by, due, applied));
      }
      Map<String, Object> basis = basis(mentoring.definition(), store);
      basis.put("asOf", asOf.toString());
      Renderer renderer = mentoring.renderer(texts.messages(), Audience.COORDINATOR);
      // Who was erased is told, and gone from the file, whatever came of the others.
      try {
        write(new Told(basis, due, applied, apply, renderer, texts), out);
      } finally {
        if (!applied.erased.isEmpty()) {
          compact(store, texts);
        }
      }
      if (applied.stopped != null) {
        throw applied.stopped;
      }
      unreadable.addAll(applied.unreadable());
      if (!unreadable.isEmpty()) {
        throw new UnreadableRecords(unreadable);
      }
      if (!applied.refused.isEmpty()) {
        return ExitCode.REFUSED;
      }
      return applied.failed.isEmpty() ? ExitCode.OK : ExitCode.LEFT_OUT;
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

  /** Somebody who is due, and of whom something cannot be read or was changed meanwhile. */
  private record Broken(RetentionDue due, MentoringException why) {}

  /** What came of the erasures. */
  private static final class Applied {
    final Set<ParticipantId> erased = new HashSet<>();
    final List<Refusal> refused = new ArrayList<>();
    final List<Broken> failed = new ArrayList<>();

    /** What ended them; those after it were not begun. */
    @Nullable RuntimeException stopped;

    List<UnreadableRecords.Row> unreadable() {
      return failed.stream()
          .map(Broken::why)
          .filter(UnreadableRecords.class::isInstance)
          .flatMap(each -> ((UnreadableRecords) each).rows().stream())
          .toList();
    }
  }

  /** One person's broken records keep nobody else's data. */
  private Applied erase(Mentoring mentoring, Actor by, List<RetentionDue> due, Applied applied) {
    for (RetentionDue each : due) {
      try {
        Outcome<ErasureAct> outcome =
            mentoring.erasure().erase(by, each.participant(), Code.of(reason), asOf);
        outcome
            .refused()
            .ifPresentOrElse(
                why -> applied.refused.add(new Refusal(each, why)),
                () -> applied.erased.add(each.participant()));
      } catch (UnreadableRecords | StaleVersion e) {
        applied.failed.add(new Broken(each, e));
      } catch (RuntimeException e) {
        applied.stopped = e;
        return applied;
      }
    }
    return applied;
  }

  private record Told(
      Map<String, Object> basis,
      List<RetentionDue> due,
      Applied done,
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
      for (Refusal each : done.refused) {
        text.append(
                texts.say(
                    "retention.refused", "participant", Value.of(each.due().participant().value())))
            .append('\n');
        FindingLines.of(renderer.lines(each.why()), texts, "  ")
            .forEach(line -> text.append(line).append('\n'));
      }
      for (Broken each : done.failed) {
        text.append(
                texts.say(
                    "retention.failed",
                    Map.of(
                        "participant", Value.of(each.due().participant().value()),
                        "text", Value.of(texts.say(each.why())),
                        "code", Value.of(each.why().code()))))
            .append('\n');
      }
      text.append(
              texts.say(
                  applied ? "retention.applied" : "retention.due",
                  Map.of("due", Value.of(due.size()), "erased", Value.of(done.erased.size()))))
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
        done.refused.stream()
            .filter(other -> other.due().equals(each))
            .forEach(other -> told.put("refused", FindingLines.json(renderer.lines(other.why()))));
        done.failed.stream()
            .filter(other -> other.due().equals(each))
            .forEach(other -> told.put("failed", other.why().code()));
        people.add(told);
      }
      document.put("due", people);
      return document;
    }

    private boolean isErased(RetentionDue each) {
      return done.erased.contains(each.participant());
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
