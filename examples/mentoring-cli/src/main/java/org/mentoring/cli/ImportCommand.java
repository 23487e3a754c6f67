package org.mentoring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentoring.json.lines.ProgrammeFile;
import org.mentoring.json.lines.ProgrammeImport;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads an export into a store that holds nothing. */
@Command(name = "import")
final class ImportCommand extends StoreCommand {
  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "import-file")
  String file = "";

  @Override
  int run(Texts texts, Stages stages) {
    String named = definition;
    ProgrammeDefinition read =
        named == null ? null : stages.time("definition", progress -> DefinitionSource.read(named));
    Path path = existing();
    OpenStore store = OpenStore.empty(storing);
    boolean kept = false;
    try {
      ProgrammeFile seen = stages.time("import", progress -> imported(path, read, store));
      kept = true;
      write(ExportCommand.told(store, seen, texts, "import.done"), null);
      return ExitCode.OK;
    } finally {
      if (kept) {
        store.close();
      } else {
        store.abandon();
      }
    }
  }

  private ProgrammeFile imported(Path path, @Nullable ProgrammeDefinition read, OpenStore store) {
    try (InputStream in = Files.newInputStream(path)) {
      String source = String.valueOf(path.getFileName());
      return read == null
          ? ProgrammeImport.read(in, source, store.stores())
          : ProgrammeImport.read(in, source, store.stores(), read);
    } catch (IOException e) {
      throw Failure.input("error.file-unreadable", Map.of("file", Value.of(file)));
    }
  }

  /** Before the store is made. */
  private Path existing() {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw Failure.input("error.file-missing", Map.of("file", Value.of(file)));
    }
    throw Failure.input("error.file-missing", Map.of("file", Value.of(file)));
  }
}
