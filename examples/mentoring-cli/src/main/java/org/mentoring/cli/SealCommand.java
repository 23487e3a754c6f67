package org.mentoring.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoring.Mentoring;
import org.mentoring.journal.Checkpoint;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;

/** Gives all entries of the journal that wait their places in the chain. */
@Command(name = "seal")
final class SealCommand extends StoreCommand {
  @Override
  int run(Texts texts, Stages stages) {
    try (OpenStore store = OpenStore.existing(storing);
        Mentoring mentoring = mentoring(stages, store)) {
      long sealed = stages.time("seal", progress -> mentoring.journal().seal());
      Checkpoint end = mentoring.journal().checkpoint();
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("sealed", sealed);
      figures.put("sealedTo", end.number());
      figures.put("hash", end.hash());
      String text =
          texts.say("seal.done", Map.of("count", Value.of(sealed), "to", Value.of(end.number())));
      write(new Figures(basis(mentoring.definition(), store), text + "\n", figures), null);
      return ExitCode.OK;
    }
  }
}
