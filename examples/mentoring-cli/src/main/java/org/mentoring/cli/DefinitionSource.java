package org.mentoring.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.mentoring.failure.MentoringException;
import org.mentoring.json.BuiltInProgrammes;
import org.mentoring.json.DefinitionReader;
import org.mentoring.programme.ProgrammeDefinition;
import org.mentoring.text.Spelling;
import org.mentoring.text.Value;

/** Reads the definition that a command line names: built in, or a file. */
final class DefinitionSource {
  private DefinitionSource() {}

  /**
   * Reads a definition.
   *
   * @param named the name of a built-in programme, or a file; a built-in name wins
   * @throws org.mentoring.failure.InvalidDefinition with all faults
   */
  static ProgrammeDefinition read(String named) {
    if (BuiltInProgrammes.names().contains(named)) {
      return BuiltInProgrammes.read(named);
    }
    Path file = existing(named);
    try (DefinitionReader reader = DefinitionReader.open()) {
      return reader.read(file);
    } catch (MentoringException e) {
      if (e.code().equals("format.unknown")) {
        throw Failure.input("error.definition-format", Map.of("file", Value.of(named)));
      }
      if (e.code().equals("file.unreadable")) {
        throw Failure.input("error.file-unreadable", Map.of("file", Value.of(named)));
      }
      throw e;
    }
  }

  private static Path existing(String named) {
    Path file;
    try {
      file = Path.of(named);
    } catch (InvalidPathException e) {
      throw unknown(named);
    }
    if (Files.isDirectory(file)) {
      throw Failure.input("error.file-directory", Map.of("file", Value.of(named)));
    }
    if (!Files.exists(file)) {
      throw unknown(named);
    }
    return file;
  }

  private static Failure unknown(String named) {
    return Failure.input(
        "error.definition-unknown",
        Map.of(
            "name",
            Value.of(named),
            "nearest",
            Value.of(Spelling.nearest(named, BuiltInProgrammes.names(), 1).get(0)),
            "allowed",
            Value.of(String.join(", ", BuiltInProgrammes.names()))));
  }
}
