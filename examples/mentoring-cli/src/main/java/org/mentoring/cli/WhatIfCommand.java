package org.mentoring.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.Mentoring;
import org.mentoring.WhatIf;
import org.mentoring.decision.Foreseen;
import org.mentoring.identity.DecisionId;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which stored decisions would have come out otherwise under another definition. */
@Command(name = "what-if")
final class WhatIfCommand extends StoreCommand {
  private static final int PAGE = 1_000;

  @Option(names = "--changed", paramLabel = "FILE|NAME", required = true)
  String changed = "";

  @Mixin PackOptions laid = new PackOptions();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out-file")
  @Nullable String out;

  @Override
  int run(Texts texts, Stages stages) {
    ProgrammeDefinition other =
        stages.time("definition", progress -> laid.laidOver(DefinitionSource.read(changed)));
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      Map<String, Object> basis = basis(mentoring.definition(), store);
      basis.put("changedVersion", other.version().toString());
      basis.put("changedHash", other.hash());
      WhatIf whatIf = mentoring.decisions().whatIf(other);
      Told told = stages.time("what-if", progress -> all(whatIf, basis, texts));
      write(told, out);
      return told.counts().tampered() > 0 ? ExitCode.FAULTS : ExitCode.OK;
    }
  }

  private static Told all(WhatIf whatIf, Map<String, Object> basis, Texts texts) {
    Foreseen.Counts counts = Foreseen.Counts.none();
    List<Foreseen> others = new ArrayList<>();
    String next = null;
    do {
      Foreseen.Some page = whatIf.stored(next == null ? null : DecisionId.of(next), PAGE);
      counts = counts.and(page.counts());
      others.addAll(page.items());
      next = page.next();
    } while (next != null);
    return new Told(whatIf, basis, counts, others, texts);
  }

  private record Told(
      WhatIf whatIf,
      Map<String, Object> basis,
      Foreseen.Counts counts,
      List<Foreseen> others,
      Texts texts)
      implements Result {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      text.append(
              texts.say(
                  "what-if.summary",
                  Map.of(
                      "all", Value.of(counts.all()),
                      "same", Value.of(counts.same()),
                      "otherwise", Value.of(counts.otherwise()),
                      "findings", Value.of(counts.findings()),
                      "notAsked", Value.of(counts.notAsked()),
                      "gone", Value.of(counts.notAvailable()),
                      "erased", Value.of(counts.erased()),
                      "tampered", Value.of(counts.tampered()))))
          .append('\n');
      for (Foreseen each : others) {
        text.append('\n').append(String.join("  ", row(each)).stripTrailing()).append('\n');
        if (each instanceof Foreseen.Otherwise otherwise) {
          WhatIf.Explained told = whatIf.explain(otherwise, texts.language());
          told.before().lines().forEach(line -> text.append("  - ").append(line).append('\n'));
          told.after().lines().forEach(line -> text.append("  + ").append(line).append('\n'));
        }
      }
      return text.toString();
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> document = new LinkedHashMap<>(basis);
      document.put("compared", counts.all());
      document.put("same", counts.same());
      document.put("otherwise", counts.otherwise());
      document.put("findings", counts.findings());
      document.put("notAsked", counts.notAsked());
      document.put("rulesNotAvailable", counts.notAvailable());
      document.put("erased", counts.erased());
      document.put("tampered", counts.tampered());
      List<Object> all = new ArrayList<>();
      for (Foreseen each : others) {
        Map<String, Object> told = new LinkedHashMap<>();
        List<String> row = row(each);
        for (int i = 0; i < row.size(); i++) {
          told.put(header().get(i), row.get(i));
        }
        if (each instanceof Foreseen.Otherwise otherwise) {
          WhatIf.Explained explained = whatIf.explain(otherwise, texts.language());
          told.put("explainedBefore", explained.before());
          told.put("explainedAfter", explained.after());
        }
        all.add(told);
      }
      document.put("decisions", all);
      return document;
    }

    @Override
    public List<String> header() {
      return List.of("decision", "result", "about", "before", "after");
    }

    @Override
    public List<List<String>> rows() {
      return others.stream().map(Told::row).toList();
    }

    private static List<String> row(Foreseen each) {
      DecisionId stored = each.stored();
      String id = stored == null ? "" : stored.value();
      if (each instanceof Foreseen.Otherwise otherwise) {
        return List.of(
            id,
            otherwise.verdictChanged() ? "VERDICT" : "FINDINGS",
            otherwise.before().question().participant().value(),
            otherwise.before().verdict().name(),
            otherwise.after().verdict().name());
      } else if (each instanceof Foreseen.NotAsked not) {
        return List.of(
            id,
            "NOT_ASKED",
            not.before().question().participant().value(),
            not.before().verdict().name(),
            "");
      }
      Foreseen.NotComparable not = (Foreseen.NotComparable) each;
      return List.of(id, ReplayCommand.result(not.why()), ReplayCommand.about(not.why()), "", "");
    }
  }
}
