package org.mentoring.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoring.Mentoring;
import org.mentoring.decision.Decision;
import org.mentoring.decision.Outcome;
import org.mentoring.decision.Renderer;
import org.mentoring.erasure.ErasureAct;
import org.mentoring.identity.Actor;
import org.mentoring.identity.Code;
import org.mentoring.identity.ParticipantId;
import org.mentoring.text.Audience;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a person's data out of a store, and out of its file. */
@Command(name = "erase")
final class EraseCommand extends StoreCommand {
  @Parameters(index = "0", paramLabel = "PARTICIPANT", descriptionKey = "erased-person")
  String participant = "";

  @Option(names = "--reason", paramLabel = "CODE", required = true)
  String reason = "";

  @Option(names = "--on", paramLabel = "DATE", required = true)
  LocalDate on = LocalDate.EPOCH;

  @Option(names = "--with-unreadable")
  boolean withUnreadable;

  @Mixin ActorOptions actor = new ActorOptions();

  @Override
  int run(Texts texts, Stages stages) {
    Actor by = actor.actor();
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      Outcome<ErasureAct> outcome = stages.time("erase", progress -> erased(mentoring, by));
      if (outcome instanceof Outcome.Accepted<ErasureAct> done) {
        try {
          write(told(done.value(), basis(mentoring.definition(), store), texts), null);
        } finally {
          compact(store, texts);
        }
        return ExitCode.OK;
      }
      Decision refusal = outcome.refused().orElseThrow();
      Renderer renderer = mentoring.renderer(texts.messages(), Audience.COORDINATOR);
      FindingLines.of(renderer.lines(refusal), texts, "")
          .forEach(line -> terminal().out().println(line));
      throw Failure.refused("error.refused");
    }
  }

  private Outcome<ErasureAct> erased(Mentoring mentoring, Actor by) {
    ParticipantId person = ParticipantId.of(participant);
    return withUnreadable
        ? mentoring.erasure().eraseWithUnreadable(by, person, Code.of(reason), on)
        : mentoring.erasure().erase(by, person, Code.of(reason), on);
  }

  private static Figures told(ErasureAct act, Map<String, Object> basis, Texts texts) {
    Map<String, Object> touched = new LinkedHashMap<>();
    act.touched().forEach((kind, count) -> touched.put(kind.name(), count));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("participant", act.erasure().participant().value());
    figures.put("registrations", act.registrations().size());
    figures.put("before", act.before());
    figures.put("touched", touched);
    Layout layout = new Layout();
    touched.forEach((kind, count) -> layout.row(kind, count.toString()));
    StringBuilder text = new StringBuilder();
    text.append(
            texts.say(
                act.before() ? "erase.before" : "erase.done",
                "participant",
                Value.of(act.erasure().participant().value())))
        .append('\n');
    layout.lines("  ").forEach(line -> text.append(line).append('\n'));
    return new Figures(basis, text.toString(), figures);
  }
}
