package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.decision.Replayed;
import org.mentoring.identity.DecisionId;
import org.mentoring.identity.ParticipantId;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes every stored decision again, under what it was made under. */
@Command(name = "replay")
final class ReplayCommand extends StoreCommand {
  private static final int PAGE = 1_000;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out-file")
  @Nullable String out;

  @Override
  int run(Texts texts, Stages stages) {
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      Told told =
          stages.time(
              "replay", progress -> all(mentoring, basis(mentoring.definition(), store), texts));
      write(told, out);
      Replayed.Counts counts = told.counts();
      return counts.different() + counts.tampered() == 0 ? ExitCode.OK : ExitCode.FAULTS;
    }
  }

  private static Told all(Mentoring mentoring, Map<String, Object> basis, Texts texts) {
    Replayed.Counts counts = Replayed.Counts.none();
    List<Replayed> others = new ArrayList<>();
    DecisionId after = null;
    do {
      Replayed.Some page = mentoring.decisions().replayAll(after, PAGE);
      counts = counts.and(page.counts());
      others.addAll(page.items());
      after = page.next();
    } while (after != null);
    return new Told(basis, counts, others, texts);
  }

  /** The name of what came, as other programs read it. */
  static String result(Replayed replayed) {
    if (replayed instanceof Replayed.Identical) {
      return "IDENTICAL";
    } else if (replayed instanceof Replayed.Different) {
      return "DIFFERENT";
    } else if (replayed instanceof Replayed.RulesNotAvailable) {
      return "RULES_NOT_AVAILABLE";
    }
    return replayed instanceof Replayed.Erased ? "ERASED" : "TAMPERED";
  }

  /** What it is about: semantic versions, people or a record. */
  static String about(Replayed replayed) {
    if (replayed instanceof Replayed.RulesNotAvailable gone) {
      SortedSet<String> all = new TreeSet<>(gone.kinds());
      if (gone.definition()) {
        all.add(gone.basis().programme() + "@" + gone.basis().version());
      }
      return String.join(" ", all);
    } else if (replayed instanceof Replayed.Erased erased) {
      return joined(erased.persons());
    } else if (replayed instanceof Replayed.Tampered tampered) {
      String record = tampered.record();
      return (joined(tampered.persons()) + " " + (record == null ? "" : record)).strip();
    }
    return replayed instanceof Replayed.Different different
        ? different.stored().verdict() + " " + different.again().verdict()
        : "";
  }

  private static String joined(SortedSet<ParticipantId> ids) {
    return ids.stream().map(ParticipantId::value).collect(Collectors.joining(" "));
  }

  private record Told(
      Map<String, Object> basis, Replayed.Counts counts, List<Replayed> others, Texts texts)
      implements Result {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      text.append(
              texts.say(
                  "decisions.summary",
                  Map.of(
                      "all", Value.of(counts.all()),
                      "identical", Value.of(counts.identical()),
                      "different", Value.of(counts.different()),
                      "gone", Value.of(counts.notAvailable()),
                      "erased", Value.of(counts.erased()),
                      "tampered", Value.of(counts.tampered()))))
          .append('\n');
      Layout layout = new Layout();
      others.forEach(
          each ->
              layout.row(
                  each.decision().value(), texts.say("decisions." + result(each)), about(each)));
      layout.lines("  ").forEach(line -> text.append(line).append('\n'));
      return text.toString();
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>(basis);
      document.put("identical", counts.identical());
      document.put("different", counts.different());
      document.put("rulesNotAvailable", counts.notAvailable());
      document.put("erased", counts.erased());
      document.put("tampered", counts.tampered());
      document.put(
          "decisions",
          others.stream()
              .map(
                  each ->
                      Map.of(
                          "decision", each.decision().value(),
                          "result", result(each),
                          "about", about(each)))
              .map(java.util.TreeMap::new)
              .toList());
      return document;
    }

    @Override
    public List<String> header() {
      return List.of("decision", "result", "about");
    }

    @Override
    public List<List<String>> rows() {
      return others.stream()
          .map(each -> List.of(each.decision().value(), result(each), about(each)))
          .toList();
    }
  }
}
