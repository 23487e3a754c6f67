package org.mentoring.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoring.JournalCommands;
import org.mentoring.journal.Verification;
import org.mentoring.json.lines.ProgrammeExport;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.programme.ProgrammeDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all that a store holds as JSON lines. */
@Command(name = "export")
final class ExportCommand extends StoreCommand {
  private static final int FAULTS_SHOWN = 20;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "export-file")
  String file = "";

  @Override
  int run(Texts texts, Stages stages) {
    try (OpenStore store = OpenStore.existing(storing)) {
      ProgrammeDefinition read = definition(stages, store);
      // Nobody can import the file of a store with a fault: it is no backup.
      Verification found =
          stages.time("verify", progress -> JournalCommands.verify(store.stores(), List.of()));
      ProgrammeFile written = stages.time("export", progress -> exported(read, store));
      write(told(store, written, texts, "export.done"), null);
      if (found.intact()) {
        return ExitCode.OK;
      }
      PrintWriter err = terminal().err();
      err.println(texts.say("export.faults", "count", found.faults().size()));
      found.faults().stream()
          .limit(FAULTS_SHOWN)
          .forEach(each -> err.println("  " + each.told(texts.messages())));
      if (found.faults().size() > FAULTS_SHOWN) {
        err.println("  " + texts.say("run.more", "count", found.faults().size() - FAULTS_SHOWN));
      }
      return ExitCode.FAULTS;
    }
  }

  private ProgrammeFile exported(ProgrammeDefinition read, OpenStore store) {
    return Output.write(file, out -> ProgrammeExport.write(store.stores(), read, out));
  }

  /** What an export or an import has seen. */
  static Figures told(OpenStore store, ProgrammeFile seen, Texts texts, String key) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("lines", seen.lines());
    figures.put("counts", seen.counts());
    figures.put("sha256", seen.sha256());
    Layout layout = new Layout();
    seen.counts().forEach((kind, count) -> layout.row(kind, Long.toString(count)));
    StringBuilder text = new StringBuilder();
    text.append(texts.say(key, "lines", seen.lines())).append('\n');
    layout.lines("  ").forEach(line -> text.append(line).append('\n'));
    text.append("SHA-256 ").append(seen.sha256()).append('\n');
    return new Figures(
        basis(seen.programme(), seen.version(), seen.definitionHash(), store),
        text.toString(),
        figures);
  }
}
